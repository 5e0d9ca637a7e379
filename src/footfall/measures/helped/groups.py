"""Two groups: how much more one changed than the other, or how far apart they are where there was no before.

Difference in differences of means (Angrist and Pischke 2009, chapter 5). Rows of one customer depend on each other,
before and after the start, too: the variance is that over customers (cluster-robust, Liang and Zeger 1986), the
freedom that of Welch (1947) and Satterthwaite over the customers of both groups. Of medians and percentiles it is
read off the width of their exact intervals (Price and Bonett 2002), as if nobody were on both sides of the start,
which is too wide where people are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from footfall.measures.differences import Bounded
from footfall.measures.helped.estimate import Estimate
from footfall.measures.statistics import Z

Array = np.ndarray[Any, np.dtype[np.float64]]
MANY = 1e9  # degrees of freedom of what is known to be normal
SUM_BEFORE, ROWS_BEFORE, SUM_AFTER, ROWS_AFTER = range(4)


@dataclass(frozen=True)
class Customers:
    """A group in sums over its customers, of each customer's (sum of values, rows) before the start and after it."""

    customers: int
    sums: Array  # (4,)
    products: Array  # (4, 4): of each two of them

    @classmethod
    def of(cls, each: Array) -> "Customers":
        """Of a table of customers (customers, 4)."""
        return cls(len(each), each.sum(axis=0), each.T @ each)

    def parts(self, *, has_before: bool) -> tuple[float, Array, Array]:
        """What a mean changed, and what each customer's sums add to it (Taylor), before the start and after it."""
        after, adds_after = self._mean(SUM_AFTER, ROWS_AFTER)
        if not has_before:
            return after, np.zeros(4), adds_after
        before, adds_before = self._mean(SUM_BEFORE, ROWS_BEFORE)
        return after - before, -adds_before, adds_after

    def variance(self, adds: Array) -> float:
        """Over customers, of what their sums add."""
        return max(0.0, float(adds @ self.products @ adds)) * self.customers / (self.customers - 1)

    def _mean(self, total: int, rows: int) -> tuple[float, Array]:
        mean, adds = self.sums[total] / self.sums[rows], np.zeros(4)
        adds[total], adds[rows] = 1 / self.sums[rows], -mean / self.sums[rows]
        return float(mean), adds


def difference_of_means(treated: Customers, control: Customers, *, has_before: bool) -> Estimate:
    """How much more the mean of the treated changed; without a before, how far it is from that of the others."""
    groups = (treated, control)
    told = [one.parts(has_before=has_before) for one in groups]
    each = [one.variance(before + after) for one, (_, before, after) in zip(groups, told, strict=True)]
    earlier = sum(one.variance(before) for one, (_, before, _) in zip(groups, told, strict=True))
    later = sum(one.variance(after) for one, (_, _, after) in zip(groups, told, strict=True))
    total, share = sum(each), later / (later + earlier) if later else 0.0
    return Estimate(told[0][0] - told[1][0], total, _freedom(each, groups), total * share)


def _freedom(variances: Sequence[float], groups: Sequence[Customers]) -> float:
    parts = [variance**2 / (one.customers - 1) for variance, one in zip(variances, groups, strict=True)]
    return sum(variances) ** 2 / sum(parts) if sum(parts) else MANY


def difference_of_quantiles(after: Sequence[Bounded], before: Sequence[Bounded] = ()) -> Estimate | None:
    """The same of numbers with intervals, of the treated and of the control; None where a bound is unknown."""
    spreads = [[_variance(one) for one in side] for side in (after, before)]
    if any(variance is None for side in spreads for variance in side):
        return None
    later, earlier = (sum(filter(None, side)) for side in spreads)
    value = _apart(after) - (_apart(before) if before else 0.0)
    return Estimate(value, later + earlier, MANY, later)


def _apart(both: Sequence[Bounded]) -> float:
    return both[0].value - both[1].value


def _variance(one: Bounded) -> float | None:
    """As wide as the interval says."""
    return None if one.low is None or one.high is None else ((one.high - one.low) / (2 * Z)) ** 2
