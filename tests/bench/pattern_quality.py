"""How well reviews of the same problem are found together: python tests/bench/pattern_quality.py

Pairs within an app, grouped by a comparison that never saw that app. TF-IDF + DBSCAN is given the distance that suits
it best on these very labels; ours is what ships. One app has 140 of its 260 reviews in one group, so the mean over
apps stands beside the figure over all pairs. Needs AMENDS_DATA.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from word_vectors import TfIdf

from amends.matching.grouping import groups, likenesses
from amends_training.matching.judged_pairs import reports
from amends_training.matching.learning import learnt

DISTANCES = np.arange(0.4, 1.0, 0.05)
_NEIGHBOURS = 2

Labels = NDArray[np.intp]
Counts = tuple[int, int, int]


def dbscan(near: NDArray[np.bool_]) -> list[list[int]]:
    """Texts that hang together by neighbours; a text with too few of them stays alone."""
    core = near.sum(axis=1) >= _NEIGHBOURS
    left = set(range(len(near)))
    found = []
    while left:
        group, todo = set(), {min(left)}
        while todo:
            place = todo.pop()
            group.add(place)
            if core[place]:
                todo |= {int(other) for other in np.flatnonzero(near[place])} & left - group
        left -= group
        found.append(sorted(group))
    return found


def counts(grouped: Sequence[Sequence[int]], problems: Sequence[str]) -> Counts:
    """Pairs put together rightly, put together, and to be put together."""
    label = np.zeros(len(problems), dtype=np.intp)
    for number, group in enumerate(grouped):
        label[list(group)] = number
    problem = np.array(problems)
    upper = np.triu_indices(len(problems), 1)
    ours, theirs = (label[:, None] == label)[upper], (problem[:, None] == problem)[upper]
    return int((ours & theirs).sum()), int(ours.sum()), int(theirs.sum())


def f1(counted: Counts) -> float:
    """The harmonic mean of precision and recall."""
    right, ours, theirs = counted
    return 2 * right / (ours + theirs) if ours + theirs else 1.0


def row(name: str, group: Callable[[str, Sequence[str]], list[list[int]]]) -> tuple[float, str]:
    """One way of grouping on all apps: its F1 over all pairs, and the line that says it."""
    found = []
    for app in sorted({report.app for report in reports()}):
        own = [report for report in reports() if report.app == app]
        found.append(counts(group(app, [report.text for report in own]), [report.problem for report in own]))
    right, ours, theirs = (sum(column) for column in zip(*found, strict=True))
    whole, mean = f1((right, ours, theirs)), float(np.mean([f1(one) for one in found]))
    line = f"  {name:26} F1 {whole:.3f}  precision {right / max(1, ours):.3f}  recall {right / theirs:.3f}"
    return whole, f"{line}  mean over apps {mean:.3f}"


def main() -> None:
    """The table."""
    words = {
        app: TfIdf([report.text for report in reports() if report.app == app])
        for app in {report.app for report in reports()}
    }
    rows = [
        row(
            f"TF-IDF + DBSCAN at {distance:.2f}",
            lambda app, _texts, d=distance: dbscan(words[app].rows @ words[app].rows.T >= 1 - d),
        )
        for distance in DISTANCES
    ]
    best = max(rows)
    ours = row("ours", lambda app, texts: groups(likenesses(texts, learnt(app))))
    everything = row("everything in one group", lambda _app, texts: [list(range(len(texts)))])
    print(f"{everything[1]}\n{best[1]} (the best of {len(rows)})\n{ours[1]}")
    print(f"  ahead by {ours[0] - best[0]:.3f}; must 0, aim 0.15")


if __name__ == "__main__":
    main()
