"""Intervals contain the truth as often as they say: in 93 to 97 % of 2,000 samples, drawn with fixed seeds."""

from collections.abc import Callable

import numpy as np
import pytest

from footfall.measures import differences, statistics
from footfall.measures.differences import Bounded, Order, Sums
from footfall.measures.statistics import Interval

SAMPLES = 2_000
Draw = Callable[[np.random.Generator, int], np.ndarray]
UNORDERED = Order(1, 1, 0.5, 0)  # the interval of a median does not depend on it


def sums(row: np.ndarray) -> Sums:
    return Sums(len(row), float(row.mean()), float(row @ row))


def bounded(row: np.ndarray) -> Bounded:
    ordered = np.sort(row)
    low, high = statistics.quantile_interval_ranks(len(row), 0.5)
    assert low is not None
    assert high is not None
    return Bounded(float(np.median(row)), ordered[low - 1], ordered[high - 1])


def share(row: np.ndarray) -> Interval:
    return statistics.share_interval(row.sum(), len(row))


def average(row: np.ndarray) -> Interval:
    return statistics.mean_interval(*sums(row))


def promoters(row: np.ndarray) -> Interval:
    return statistics.promoter_interval(*sums(row))


def middle(row: np.ndarray) -> Interval:
    return bounded(row)[1:]


def yes(p: float) -> Draw:
    return lambda random, n: random.random((SAMPLES, n)) < p


def points(up: float, down: float) -> Draw:
    return lambda random, n: random.choice([100.0, 0.0, -100.0], (SAMPLES, n), p=[up, 1 - up - down, down])


def scores(random: np.random.Generator, n: int) -> np.ndarray:
    return random.choice([1.0, 2.0, 3.0, 4.0, 5.0], (SAMPLES, n), p=[0.1, 0.1, 0.2, 0.4, 0.2])


def hours(random: np.random.Generator, n: int) -> np.ndarray:
    return random.lognormal(3, 1, (SAMPLES, n))


def covered(intervals: list[Interval], truth: float) -> float:
    return float(np.mean([low is not None and high is not None and low <= truth <= high for low, high in intervals]))


@pytest.mark.parametrize(
    ("interval", "draw", "n", "truth"),
    [
        (share, yes(0.3), 40, 0.3),
        (share, yes(0.5), 100, 0.5),
        (share, yes(0.08), 400, 0.08),
        (average, scores, 60, 3.5),
        (average, scores, 300, 3.5),
        (promoters, points(0.5, 0.2), 100, 30),
        (promoters, points(0.3, 0.4), 300, -10),
        (middle, hours, 60, np.exp(3)),
        (middle, hours, 301, np.exp(3)),
    ],
)
def test_an_interval_covers_the_truth(interval: Callable[..., Interval], draw: Draw, n: int, truth: float) -> None:
    rows = draw(np.random.default_rng(7), n)
    assert 0.93 <= covered([interval(row) for row in rows], truth) <= 0.97


def share_difference(a: np.ndarray, b: np.ndarray) -> differences.Difference:
    return differences.of_shares(int(a.sum()), len(a), int(b.sum()), len(b))


def mean_difference(a: np.ndarray, b: np.ndarray) -> differences.Difference:
    return differences.of_means(sums(a), sums(b))


def promoter_difference(a: np.ndarray, b: np.ndarray) -> differences.Difference:
    return differences.of_promoters(sums(a), sums(b))


def median_difference(a: np.ndarray, b: np.ndarray) -> differences.Difference:
    return differences.of_medians(bounded(a), bounded(b), UNORDERED)


@pytest.mark.parametrize(
    ("difference", "draws", "ns", "truth"),
    [
        (share_difference, (yes(0.3), yes(0.2)), (80, 120), 0.1),
        (share_difference, (yes(0.5), yes(0.05)), (60, 400), 0.45),
        (mean_difference, (scores, scores), (40, 200), 0),
        (promoter_difference, (points(0.5, 0.2), points(0.3, 0.4)), (150, 200), 40),
        (median_difference, (hours, hours), (101, 300), 0),
    ],
)
def test_an_interval_of_a_difference_covers_it(
    difference: Callable[..., differences.Difference], draws: tuple[Draw, Draw], ns: tuple[int, int], truth: float
) -> None:
    random = np.random.default_rng(8)
    first, second = (draw(random, n) for draw, n in zip(draws, ns, strict=True))
    found = [difference(a, b) for a, b in zip(first, second, strict=True)]
    assert 0.93 <= covered([(one.low, one.high) for one in found], truth) <= 0.97


def test_a_weighted_mean_covers_the_mean_of_the_people() -> None:
    random = np.random.default_rng(9)
    values, weights = scores(random, 200), random.choice([0.5, 1.0, 3.0], (SAMPLES, 200))
    found = []
    for row, weight in zip(values, weights, strict=True):
        n = statistics.effective_number(weight.sum(), weight @ weight)
        heavy = weight / weight.sum() * n
        found.append(statistics.mean_interval(n, (heavy @ row) / n, heavy @ row**2))
    assert 0.93 <= covered(found, 3.5) <= 0.97
