"""`python -m amends_training.triage`: learn all parts of triage's model and write the file that ships."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from amends.triage.model.machines import Machines
from amends.triage.model.weights import FILE, KINDS
from amends_training.triage import kinds, offence, topics
from amends_training.triage.bags import rarity, weighed
from amends_training.triage.fitting import Linear, axes, calibration, together
from amends_training.triage.material import Material, material
from amends_training.triage.table import Table, read


def _kinds(at: Material, bag: csr_matrix) -> tuple[dict[str, Any], list[Linear]]:
    seen, every = kinds.tried(at), np.arange(len(at.fold))
    register = kinds.register_model(at, bag, every)
    found = kinds.parts(at, bag, seen.register["mixed"], every)
    turn = axes(at.meaning)
    weights: dict[str, Any] = {
        "axes-mean": turn.mean,
        "axes": turn.directions,
        "share-line": found.share,
        "register-beside": register.beside,
        "register-bias": register.bias,
    }
    weights |= _machines("kinds", [found.machines[kind] for kind in KINDS])
    for kind in KINDS:
        likely = kinds.probabilities(at, seen, kind, "full")
        weights |= {
            f"{kind}-beside": found.bags[kind].beside,
            f"{kind}-bias": found.bags[kind].bias,
            f"{kind}-sum": kinds.calibrated(at, seen, kind, every),
            f"{kind}-alone": calibration(seen.alone[kind], at.labels[kind]),
            f"{kind}-thresholds": kinds.thresholds(at, likely, kind, every).astype(np.float32),
        }
    return weights, [register, *(found.bags[kind] for kind in KINDS)]


def _machines(name: str, each: list[Machines]) -> dict[str, Any]:
    found = together(each)
    return {
        f"{name}-vectors": found.vectors,
        f"{name}-weights": found.weights,
        f"{name}-lines": np.stack([found.bias, found.gamma]),
    }


def _topics(table: Table, weights: dict[str, Any]) -> dict[str, Any]:
    at = topics.sentences(table, kinds.Axes(weights["axes-mean"], weights["axes"]))
    found = {topic: topics.subject(at, topic) for topic in topics.TOPICS}
    made = _machines("topics", [subject.machine for subject in found.values()])
    for topic, subject in found.items():
        made |= {f"{topic}-sum": subject.sum, f"{topic}-threshold": np.array([subject.threshold], dtype=np.float32)}
    return made


def learnt() -> dict[str, Any]:
    """All weights, by the names they ship under."""
    table = read()
    print("kinds …", file=sys.stderr)
    at = material(table)
    bag, rare = at.bag(np.arange(len(at.fold)))
    weights, bags = _kinds(at, bag)
    print("offence …", file=sys.stderr)
    known = np.flatnonzero(offence.teachable(table))
    rude = rarity(table.counts[known])
    abuse = offence.offence(table, weighed(table.counts, rude), known)
    print("topics …", file=sys.stderr)
    weights |= _topics(table, weights)
    heads = np.vstack([each.bag for each in (*bags, abuse)]).T
    return weights | {"rarity": rare, "rarity-abuse": rude, "bag": heads.astype(np.float16), "abuse-bias": abuse.bias}


def main() -> None:
    """Learn, and write."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, **learnt())
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
