"""Differences of two groups: how large, how sure, and how many would be found by chance alone. Intervals are 95 %.

A difference is the first group less the second. Its effect says how large it is, whatever its unit: Cohen's h for
shares, Cliff's delta for what can be ordered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, isclose, sqrt
from typing import Any, NamedTuple

import numpy as np
from scipy import special

from footfall.measures.statistics import TAIL, UNKNOWN, Interval, Z, share_interval

FEW_EXPECTED = 5  # under this many expected in a cell the normal approximation fails (Cochran 1954)


@dataclass(frozen=True)
class Difference:
    """What a number of the first group is above that of the second; p is that of no difference, two-sided."""

    value: float
    low: float | None
    high: float | None
    p: float | None
    effect: float | None = None


class Sums(NamedTuple):
    """A sample of values in three numbers."""

    n: int
    mean: float
    squares: float  # the sum of the squares of the values

    @property
    def variance(self) -> float:
        """Of the values, unbiased; 0 where the sums leave nothing but rounding."""
        around = self.squares - self.n * self.mean * self.mean
        return around / (self.n - 1) if around > 1e-12 * self.squares else 0.0


class Bounded(NamedTuple):
    """A number with its interval."""

    value: float
    low: float | None
    high: float | None


class Order(NamedTuple):
    """How two samples stand among each other, value by value."""

    first: int  # values in the first sample
    second: int
    above: float  # Mann and Whitney's U: pairs in which the first sample's value is the greater, ties as a half
    tied: float  # sum of t³ - t over each value that occurs t times


def of_shares(hits: int, n: int, other_hits: int, other_n: int) -> Difference:
    """Difference of two shares: Newcombe's hybrid score interval (1998, method 10), Cohen's h (1988, section 6.2).

    p is that of the pooled z-test, and of Fisher's exact test where fewer than 5 are expected in a cell.
    """
    p, other = hits / n, other_hits / other_n
    low, high = _hybrid(Bounded(p, *share_interval(hits, n)), Bounded(other, *share_interval(other_hits, other_n)))
    effect = 2 * asin(sqrt(p)) - 2 * asin(sqrt(other))
    return Difference(p - other, low, high, share_test(hits, n, other_hits, other_n), effect)


def share_test(hits: int, n: int, other_hits: int, other_n: int) -> float:
    """The p of two equal shares, as `of_shares` says."""
    pooled = (hits + other_hits) / (n + other_n)
    if pooled in (0, 1):
        return 1.0
    if min(pooled, 1 - pooled) * min(n, other_n) < FEW_EXPECTED:
        return _fisher(hits, n, other_hits, other_n)
    spread = sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    return _two_sided((hits / n - other_hits / other_n) / spread)


def of_means(a: Sums, b: Sums, effect: float | None = None) -> Difference:
    """Difference of two means, whatever their variances: Welch (1947), with the degrees of freedom of Satterthwaite.

    Interval and p are unknown where a sample has fewer than two values.
    """
    value = a.mean - b.mean
    if min(a.n, b.n) < 2:
        return Difference(value, None, None, None, effect)
    parts = a.variance / a.n, b.variance / b.n
    error = sqrt(sum(parts))
    if error == 0:
        return Difference(value, value, value, 1.0 if isclose(a.mean, b.mean) else 0.0, effect)
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (a.n - 1) + parts[1] ** 2 / (b.n - 1))
    half = float(special.stdtrit(freedom, 1 - TAIL)) * error
    p = 2 * float(special.stdtr(freedom, -abs(value) / error))
    return Difference(value, value - half, value + half, p, effect)


def of_promoters(a: Sums, b: Sums, effect: float | None = None) -> Difference:
    """Difference of two Net Promoter Scores: normal, with the variance of each as `promoter_interval` has it."""
    value = a.mean - b.mean
    error = sqrt(sum(max(0.0, one.squares / one.n - one.mean**2) / one.n for one in (a, b)))
    if error == 0:
        return Difference(value, None, None, None, effect)
    low, high = max(-200.0, value - Z * error), min(200.0, value + Z * error)
    return Difference(value, low, high, _two_sided(value / error), effect)


Times = np.ndarray[Any, np.dtype[np.float64]]


def of_medians(a: Bounded, b: Bounded, order: Order) -> Difference:
    """Difference of two medians whose intervals are known, such as those from order statistics.

    The interval joins theirs as Newcombe's does for shares: the method of variance estimates recovery of Zou and Donner
    (2008), which needs no shape of the distributions. p is that of Mann and Whitney's test: neither sample tends to the
    greater values.
    """
    low, high = _hybrid(a, b)
    return Difference(a.value - b.value, low, high, order_test(order), dominance(order))


def order(first: Times, second: Times) -> Order:
    """How two samples stand among each other: how often each has the first of all values, the second, and so on."""
    below = np.cumsum(second) - second
    times = first + second
    return Order(
        int(first.sum()), int(second.sum()), float(first @ (below + second / 2)), float((times**3 - times).sum())
    )


def dominance(order: Order) -> float:
    """Cliff's delta (1993): how much more often the first sample's value is the greater one of a pair; from -1 to 1."""
    return 2 * order.above / (order.first * order.second) - 1


def order_test(order: Order) -> float:
    """The p of Mann and Whitney's test (1947): normal, corrected for ties and for continuity (Lehmann 1975, 1.4)."""
    pairs, n = order.first * order.second, order.first + order.second
    variance = pairs / 12 * (n + 1 - order.tied / (n * (n - 1)))
    if variance <= 0:
        return 1.0
    beyond = max(0.0, abs(order.above - pairs / 2) - 0.5)
    return _two_sided(beyond / sqrt(variance))


def false_discovery_rates(ps: Sequence[float]) -> list[float]:
    """For each p the q: the least false discovery rate at which it counts (Benjamini and Hochberg 1995).

    With q <= 0.05 at most 5 % of all that is called a difference is expected to be none.
    """
    if not ps:
        return []
    values = np.array(ps)
    ranked = np.argsort(values, kind="stable")
    raised = values[ranked] * len(ps) / np.arange(1, len(ps) + 1)
    found = np.empty(len(ps))
    found[ranked] = np.minimum(1.0, np.minimum.accumulate(raised[::-1])[::-1])
    return [float(q) for q in found]


def _hybrid(a: Bounded, b: Bounded) -> Interval:
    """The interval of a difference from the intervals of its two sides; unknown where a bound is."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return UNKNOWN
    value = a.value - b.value
    low = value - sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2)
    return low, value + sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2)


def _two_sided(z: float) -> float:
    return 2 * float(special.ndtr(-abs(z)))


def _fisher(hits: int, n: int, other_hits: int, other_n: int) -> float:
    """Fisher's exact test (1935), two-sided: the chance of all tables that are no likelier than this one."""
    total = hits + other_hits
    possible = np.arange(max(0, total - other_n), min(n, total) + 1)
    chances = _log_choose(n, possible) + _log_choose(other_n, total - possible) - _log_choose(n + other_n, total)
    seen = chances[hits - possible[0]]
    return min(1.0, float(np.exp(chances[chances <= seen + 1e-7]).sum()))


def _log_choose(n: int, k: Any) -> Any:
    return special.gammaln(n + 1) - special.gammaln(k + 1.0) - special.gammaln(n - k + 1.0)
