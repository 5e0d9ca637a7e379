"""Clusters of customers by what they did: k-means on the square roots of shares, the same every time.

What a customer did is told by which share of their events was at each node. The distance of two customers is that of
Hellinger: the Euclidean one between the square roots of their shares (Legendre and Gallagher 2001), which neither a
long path nor a single frequent node overrules. Means begin by k-means++ (Arthur and Vassilvitskii 2007) with fixed
seeds and are moved as Lloyd (1982) does. The number of clusters is the one with the greatest silhouette (Rousseeuw
1987): how much nearer customers are to those of their own cluster than to those of the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

SEED = 20_260_101
BEGINNINGS = 3  # of each number of clusters; the tightest one counts
ROUNDS = 30
SAMPLE = 4_000  # rows that means are found from; all rows are then assigned
PAIRED = 1_000  # rows that are compared with each other for the silhouette
CLEAR = 0.25  # under this silhouette there is no structure to speak of (Kaufman and Rousseeuw 1990)
CHUNK = 100_000

Matrix = np.ndarray[Any, np.dtype[np.float64]]
Labels = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Clusters:
    """Means in order of size, which one each row is nearest to, and how clear they are from each other."""

    means: Matrix
    labels: Labels
    silhouette: float

    @property
    def is_clear(self) -> bool:
        """Whether the clusters stand apart from each other."""
        return self.silhouette >= CLEAR


def cluster(shares: Matrix, numbers: Sequence[int]) -> Clusters:
    """Cluster rows of shares by the number of clusters that parts them best; the same rows give the same clusters."""
    rows = np.sqrt(shares)
    sample = thinned(rows, SAMPLE)
    possible = [number for number in numbers if number <= len(np.unique(sample, axis=0))]
    found = [_best(sample, number) for number in possible]
    means, silhouette = max(found, key=lambda one: one[1], default=(rows.mean(axis=0, keepdims=True), 0.0))
    labels = assigned(rows, means)
    order = np.argsort(-np.bincount(labels, minlength=len(means)), kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return Clusters(means[order], place[labels], silhouette)


def thinned(rows: Matrix, most: int) -> Matrix:
    """Every so many-th row, so that at most so many are left."""
    return rows[:: max(1, -(-len(rows) // most))]


def assigned(rows: Matrix, means: Matrix) -> Labels:
    """Which mean each row is nearest to; of equally near ones the first."""
    parts = (rows[start : start + CHUNK] for start in range(0, max(len(rows), 1), CHUNK))
    return np.concatenate([squared_distances(part, means).argmin(axis=1) for part in parts])


def _best(rows: Matrix, number: int) -> tuple[Matrix, float]:
    """The tightest means of so many clusters, and their silhouette."""
    tried = [_moved(rows, _begun(rows, number, np.random.default_rng(SEED + turn))) for turn in range(BEGINNINGS)]
    means = min(tried, key=lambda one: float(squared_distances(rows, one).min(axis=1).sum()))
    some = thinned(rows, PAIRED)
    return means, silhouette(some, assigned(some, means))


def _begun(rows: Matrix, number: int, random: np.random.Generator) -> Matrix:
    """Rows to begin with: each one more likely the farther it is from those before."""
    chosen = [int(random.integers(len(rows)))]
    near = squared_distances(rows, rows[chosen])[:, 0]
    while len(chosen) < number:
        far = np.cumsum(near)
        chosen.append(int(np.searchsorted(far, random.random() * far[-1], side="right")))
        near = np.minimum(near, squared_distances(rows, rows[chosen[-1:]])[:, 0])
    return rows[chosen]


def _moved(rows: Matrix, means: Matrix) -> Matrix:
    """Move each mean to the middle of the rows nearest to it, until none changes sides."""
    labels = squared_distances(rows, means).argmin(axis=1)
    for _round in range(ROUNDS):
        means = _middles(rows, labels, means)
        now = squared_distances(rows, means).argmin(axis=1)
        if np.array_equal(now, labels):
            break
        labels = now
    return means


def _middles(rows: Matrix, labels: Labels, before: Matrix) -> Matrix:
    """The mean of the rows with each label; one without rows stays where it was."""
    sizes = np.bincount(labels, minlength=len(before))
    ends = np.cumsum(sizes)[sizes > 0]
    means = before.copy()
    sums = np.add.reduceat(rows[np.argsort(labels, kind="stable")], [0, *ends[:-1]])
    means[sizes > 0] = sums / sizes[sizes > 0, None]
    return means


def silhouette(rows: Matrix, labels: Labels) -> float:
    """How much nearer rows are to those of their cluster than to those of the next: 1 at best, 0 for none."""
    number = int(labels.max()) + 1 if len(labels) else 0
    sizes = np.bincount(labels, minlength=number)
    if number < 2 or not sizes.all():
        return 0.0
    member = np.eye(number)[labels]
    sums = np.sqrt(squared_distances(rows, rows)) @ member
    everyone = np.arange(len(rows))
    own = sums[everyone, labels] / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    means[everyone, labels] = np.inf
    other = means.min(axis=1)
    told = np.where(sizes[labels] > 1, (other - own) / np.maximum(np.maximum(own, other), 1e-12), 0.0)
    return float(told.mean())


def squared_distances(rows: Matrix, means: Matrix) -> Matrix:
    """The square of the distance of each row to each mean."""
    squares = (rows * rows).sum(axis=1)[:, None] - 2 * rows @ means.T + (means * means).sum(axis=1)[None, :]
    found: Matrix = np.maximum(squares, 0.0)
    return found
