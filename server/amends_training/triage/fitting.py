"""The parts of the model, each fitted to some rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.svm import SVC

from amends.triage.model.machines import Axes, Machines
from amends_training.triage.table import Flags, Floats

AXES = 256


def axes(meaning: Floats, size: int = AXES) -> Axes:
    """The directions in which these vectors differ most."""
    found = PCA(size, svd_solver="full").fit(meaning)
    return Axes(found.mean_.astype(np.float32), found.components_.T.astype(np.float16))


def machine(rows: Floats, labels: Flags, strength: float = 2) -> Machines:
    """One support vector machine with a radial kernel."""
    fitted = SVC(C=strength, gamma="scale", class_weight="balanced", cache_size=400).fit(rows, labels)
    return Machines(
        vectors=fitted.support_vectors_.astype(np.float16),
        weights=fitted.dual_coef_.T.astype(np.float32),
        bias=fitted.intercept_.astype(np.float32),
        gamma=np.array([fitted._gamma], dtype=np.float32),
    )


def together(machines: Sequence[Machines]) -> Machines:
    """Several as one, over one table of the examples of all."""
    vectors, places = np.unique(np.vstack([each.vectors for each in machines]), axis=0, return_inverse=True)
    weights, columns = np.zeros((len(vectors), len(machines)), dtype=np.float32), np.arange(len(machines))
    # Added, not set: two reviews in the same words are one example.
    np.add.at(
        weights,
        (places.ravel(), np.repeat(columns, [len(each.vectors) for each in machines])),
        np.concatenate([each.weights[:, 0] for each in machines]),
    )
    bias, gamma = (np.concatenate([getattr(each, part) for each in machines]) for part in ("bias", "gamma"))
    return Machines(vectors, weights, bias, gamma)


@dataclass(frozen=True)
class Linear:
    """Weights of the sequences of a bag, of the numbers beside it, and what is added; one row a class."""

    bag: NDArray[np.float32]
    beside: NDArray[np.float32]
    bias: NDArray[np.float32]

    def __call__(self, bag: csr_matrix, beside: Floats) -> Floats:
        return np.asarray(bag @ self.bag.T + beside @ self.beside.T + self.bias)


def linear(bag: csr_matrix, beside: Floats, labels: NDArray[np.generic], strength: float, even: bool = False) -> Linear:
    """A logistic regression; `even` weighs rare classes up."""
    weight = "balanced" if even else None
    both = hstack([bag, csr_matrix(beside)]).tocsr()
    fitted = LogisticRegression(C=strength, max_iter=200, tol=1e-3, class_weight=weight).fit(both, labels)
    places = bag.shape[1]
    return Linear(
        fitted.coef_[:, :places].astype(np.float16).astype(np.float32),
        fitted.coef_[:, places:].astype(np.float32),
        fitted.intercept_.astype(np.float32),
    )


def stacked(models: Sequence[Linear]) -> Linear:
    """Several as one, a row each."""
    return Linear(
        np.vstack([one.bag for one in models]),
        np.vstack([one.beside for one in models]),
        np.concatenate([one.bias for one in models]),
    )


def straight(rows: Floats, values: Floats) -> NDArray[np.float32]:
    """Weights that make the best guess of the values; the last is what is added."""
    fitted = Ridge(1.0).fit(rows, values)
    return np.append(fitted.coef_, fitted.intercept_).astype(np.float32)


def calibration(rows: Floats, labels: Flags, trust: Floats | None = None, strength: float = 3) -> NDArray[np.float32]:
    """Weights that turn these numbers into the logit of a probability; the last is what is added."""
    fitted = LogisticRegression(C=strength, max_iter=500).fit(rows, labels, sample_weight=trust)
    return np.append(fitted.coef_[0], fitted.intercept_[0]).astype(np.float32)
