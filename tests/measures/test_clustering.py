"""Clusters are found where they were planted, the same every time, and said to be unclear where there are none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.measures.clustering import assigned, cluster, silhouette

KINDS = np.array([[0.7, 0.2, 0.1, 0.0], [0.1, 0.1, 0.2, 0.6], [0.05, 0.8, 0.1, 0.05]])
SIZES = (300, 200, 100)


def planted(seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    truth = np.repeat(np.arange(3), SIZES)
    counts = np.stack([random.multinomial(20, KINDS[kind]) for kind in truth])
    order = random.permutation(len(truth))
    return counts[order] / 20, truth[order]


def test_planted_clusters_are_found_largest_first() -> None:
    shares, truth = planted(3)
    found = cluster(shares, range(2, 7))
    assert (len(found.means), found.is_clear) == (3, True)
    assert np.mean(found.labels == truth) > 0.97
    assert list(np.bincount(found.labels)) == sorted(np.bincount(found.labels), reverse=True)


def test_the_same_rows_give_the_same_clusters() -> None:
    shares, _ = planted(4)
    first, second = cluster(shares, range(2, 5)), cluster(shares, range(2, 5))
    assert np.array_equal(first.labels, second.labels)
    assert np.array_equal(first.means, second.means)


def test_customers_who_are_all_alike_are_no_clear_clusters() -> None:
    random = np.random.default_rng(5)
    counts = random.multinomial(12, [0.2] * 5, 800)
    assert not cluster(counts / 12, range(2, 7)).is_clear


def test_one_kind_of_path_is_one_cluster() -> None:
    found = cluster(np.tile([0.5, 0.5], (30, 1)), range(2, 7))
    assert (len(found.means), set(found.labels), found.silhouette) == (1, {0}, 0.0)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_each_row_is_with_the_mean_that_is_nearest(seed: int, number: int) -> None:
    random = np.random.default_rng(seed)
    rows, means = random.random((40, 3)), random.random((number, 3))
    by_hand = [min(range(number), key=lambda one: float(((row - means[one]) ** 2).sum())) for row in rows]
    assert list(assigned(rows, means)) == by_hand


def test_a_silhouette_is_rousseeuws() -> None:
    """Of points 0, 1 and 5, 6 in two pairs: (5.5 - 1) / 5.5 and (4.5 - 1) / 4.5, each twice."""
    rows, labels = np.array([[0.0], [1.0], [5.0], [6.0]]), np.array([0, 0, 1, 1])
    assert silhouette(rows, labels) == pytest.approx((4.5 / 5.5 + 3.5 / 4.5) / 2)
