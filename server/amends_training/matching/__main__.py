"""Write the weights that matching ships, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

import amends.matching
from amends.matching.comparing import FILE
from amends_training.matching.learning import half_metric, learnt

_DAY = (1980, 1, 1, 0, 0, 0)
"""The day each part is dated, so that two files of the same numbers are the same."""


def main() -> None:
    """Learn from all apps and write the file."""
    # Several threads add up in another order each time, and the last bit of a sum decides how it is rounded.
    with threadpool_limits(limits=1):
        found = learnt()
    parts = {
        "half_metric": half_metric("").astype(np.float16),
        "review_mean": found.review_mean.astype(np.float16),
        "title_mean": found.title_mean.astype(np.float16),
        "directions": found.directions.astype(np.float16),
        "stems": np.array(list(found.shares)),
        "shares": np.array(list(found.shares.values()), dtype=np.float32),
        "weights": found.weights.round(4),
        "offset": np.array(round(found.offset, 4)),
        "pair_weights": found.pair_weights.round(4),
        "pair_offset": np.array(round(found.pair_offset, 4)),
    }
    path = Path(amends.matching.__path__[0]) / FILE
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, numbers in parts.items():
            held = io.BytesIO()
            np.save(held, numbers, allow_pickle=False)
            kept.writestr(zipfile.ZipInfo(f"{name}.npy", _DAY), held.getvalue(), zipfile.ZIP_DEFLATED)
    print(f"{path}: {path.stat().st_size} bytes")
    print(f"review and issue: {found.weights.round(3)} {found.offset:.3f}")
    print(f"review and review: {found.pair_weights.round(3)} {found.pair_offset:.3f}")


if __name__ == "__main__":
    main()
