"""How often triage is right on reviews that others labelled, each judged by a model that did not see it.

Run: python tests/bench/triage_quality.py (some four minutes). Five folds by a hash of each text. Beside each figure
stands what a bag of words reaches (words and pairs, sequences of 2 to 5 letters, logistic regression, one model for all
sets, on the same folds, asserted from 0.5 on), what must be reached, and what is aimed at. Bugs and wishes are counted
as `kinds` of the answer has them, after all rules. "Few fields": no title and no version, only words and rating tell.
Labels are other people's and partly inconsistent; tweets are not reviews.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from amends.triage.model.weights import weights
from amends_training.triage import kinds, topics
from amends_training.triage.figures import APPS, Figure, f1, of_kinds, of_offence, of_topics
from amends_training.triage.labelled import FOLDS
from amends_training.triage.material import material
from amends_training.triage.table import Table, read

MARKS = {
    ("bug F1", "maalej"): (0.66, 0.74),
    ("bug F1", "clap"): (0.89, 0.93),
    ("bug F1", "vu"): (0.78, 0.82),
    ("feature_request F1", "maalej"): (0.43, 0.58),
    ("feature_request F1", "clap"): (0.73, 0.83),
    ("feature_request F1", "vu"): (0.72, 0.76),
    ("bug ECE", ""): (0.06, 0.03),
    ("offence F1", "tweets"): (0.96, 0.97),
    ("offence F1, with lists", "tweets"): (0.96, 0.97),
    ("called offensive", ""): (0.01, 0.005),
    ("service F1", ""): (0.75, 0.85),
    ("price F1", ""): (0.75, 0.85),
}
"""Task and set ("" is each) → what must be reached, and what is aimed at."""
TAUGHT = {
    "bug": APPS,
    "feature_request": APPS,
    "abuse": ("tweets",),
    "service": ("dining", "dining-tokens"),
    "price": ("dining", "dining-tokens"),
}
"""Label → the sets that have it."""
NAMES = {"abuse": "offence"}


def bag_of_words() -> object:
    """The plain method that a model has to beat."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=r"(?u)\b\w+(?:'\w+)?\b")
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=3)
    return make_pipeline(
        make_union(words, letters), LogisticRegression(C=4, max_iter=200, tol=1e-3, class_weight="balanced")
    )


def plain_figures(table: Table) -> Iterator[Figure]:
    """What the bag of words reaches on the same folds."""
    for label, sources in TAUGHT.items():
        ids = table.of(*sources)
        texts = [table.rows[at].sample.words.lower() for at in ids]
        labels, fold, told = table.label(label)[ids], table.fold[ids], np.zeros(len(ids), dtype=bool)
        for out in range(FOLDS):
            seen, unseen = np.flatnonzero(fold != out), np.flatnonzero(fold == out)
            model = bag_of_words().fit([texts[at] for at in seen], labels[seen])  # type: ignore[attr-defined]
            told[unseen] = model.predict([texts[at] for at in unseen])
        for source in sources:
            rows = table.source[ids] == source
            yield Figure(f"{NAMES.get(label, label)} F1", source, f1(labels[rows], told[rows]))


def ours(table: Table) -> Iterator[Figure]:
    """What ships, learnt fold by fold."""
    at = material(table)
    yield from of_kinds(at, kinds.tried(at))
    yield from of_offence(table)
    # What turns vectors is learnt without labels: the shipped one serves every fold.
    yield from of_topics(topics.sentences(table, weights().axes))


def verdict(figure: Figure) -> str:
    """What must be reached, what is aimed at, and whether it is."""
    marks = MARKS.get((figure.task, figure.source)) or MARKS.get((figure.task, ""))
    if not marks:
        return ""
    less_is_better = marks[1] < marks[0]
    must, aim = ((figure.value <= mark) if less_is_better else (figure.value >= mark) for mark in marks)
    return f"{marks[0]:7g}{marks[1]:7g}  {'aim reached' if aim else 'kept' if must else 'MISSED'}"


def main() -> None:
    """Print the table."""
    table = read()
    plain = {(one.task, one.source): one.value for one in plain_figures(table)}
    print(f"{'task':34}{'set':15}{'ours':>7}{'words':>7}{'must':>7}{'aim':>7}")
    for one in ours(table):
        beside = plain.get((one.task.split(",")[0], one.source))
        print(
            f"{one.task:34}{one.source:15}{one.value:7.3f}{'' if beside is None else f'{beside:.3f}':>7}{verdict(one)}"
        )


if __name__ == "__main__":
    main()
