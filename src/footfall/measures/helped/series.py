"""Before and after: an interrupted time series, by segmented regression on the numbers of equal periods.

Each side of the start has its own line. The effect is how far the numbers after the start lie on average from the line
before it, carried on; beside it stands how far apart both lines are at the start, and how their slopes differ (Wagner
et al. 2002; Bernal et al. 2017). Periods weigh by how much is known of them. Errors of neighbouring periods may depend
on each other and differ in size: the variance is that of Newey and West (1987), with Bartlett weights up to
4 (T / 100)^(2/9) periods apart (Newey and West 1994). That alone finds far too many effects in short series. So it is
set right for what the fit takes away, with Student's quantile of as many degrees of freedom as such a variance is worth
(Bell and McCaffrey 2002), both for errors of which each carries over a part into the next; the part is estimated and
cleared of its bias.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from footfall.measures.helped.estimate import Estimate, is_seen

LEAST = {"week": 8, "day": 14}  # periods on each side: with fewer, intervals are so wide that nothing is ever seen
MOST = {"week": 104, "day": 112}  # periods on each side, the nearest to the start: a line fits no longer time
LEVEL, SLOPE = 2, 3  # columns of the design
Change = Literal["mean", "level", "slope"]
PARTS = np.linspace(0, 0.95, 20)  # how much of an error the next one may carry over

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Segmented:
    """A design that series of the same periods share.

    `times` are whole numbers: 0 for the first period after the start, -1 for the last one before it. Periods may be
    absent. With `days`, each day of the week has its own level.
    """

    times: Array
    weights: Array
    days: bool = False

    @cached_property
    def design(self) -> Array:
        """(periods, columns): level, slope, change of level, change of slope; then days of the week."""
        middle, is_after = self.times + 0.5, (self.times >= 0).astype(float)
        columns = [np.ones(len(middle)), middle, is_after, is_after * middle]
        if self.days:
            day = self.times % 7
            columns += [(day == number) - (day == 0).astype(float) for number in range(1, 7)]
        return np.column_stack(columns)

    @cached_property
    def _fit(self) -> Array:
        """(columns, periods): what each period adds to each coefficient."""
        weighed = self.design * self.weights[:, None]
        return np.linalg.solve(weighed.T @ self.design, weighed.T)

    @cached_property
    def _left(self) -> Array:
        """(periods, periods): what of each error the fit leaves."""
        left: Array = np.eye(len(self.times)) - self.design @ self._fit
        return left

    @cached_property
    def _apart(self) -> Array:
        return np.abs(np.subtract.outer(self.times, self.times))

    @cached_property
    def _kernel(self) -> Array:
        reach = int(4 * (len(self.times) / 100) ** (2 / 9))
        return np.clip(1 - self._apart / (reach + 1), 0, None)

    def coefficients(self, series: Array) -> Array:
        """(series, columns) of each of some series (series, periods)."""
        return series @ self._fit.T

    def reach(self, change: Change) -> Array:
        """(periods,): what each period adds to a change."""
        if change != "mean":
            one: Array = self._fit[LEVEL if change == "level" else SLOPE]
            return one
        is_after = self.times >= 0
        middle = np.average(self.times[is_after] + 0.5, weights=self.weights[is_after])
        reach: Array = self._fit[LEVEL] + middle * self._fit[SLOPE]
        return reach

    def changes(self, series: Array, change: Change = "mean") -> list[Estimate]:
        """How much each of some series (series, periods) changed: on average, at the start, or for each period."""
        reach, errors = self.reach(change), series @ self._left.T
        parts = self.carried_over(series)
        variances = np.einsum("si,ij,sj->s", errors, np.outer(reach, reach) * self._kernel, errors, optimize=True)
        factors, freedom = (np.interp(parts, PARTS, one) for one in self._known(reach))
        return [
            Estimate(float(value), float(variance), float(free))
            for value, variance, free in zip(series @ reach, np.maximum(variances, 0) * factors, freedom, strict=True)
        ]

    def variance(self, part: float) -> float:
        """Of the mean change, where each error of variance 1 at weight 1 carries over a part into the next."""
        reach = self.reach("mean")
        return float(reach @ self._spread(part) @ reach)

    def _spread(self, part: float) -> Array:
        """The covariance of errors of which each carries over a part into the next."""
        root = np.sqrt(self.weights)
        spread: Array = part**self._apart / np.outer(root, root)
        return spread

    def _known(self, reach: Array) -> tuple[Array, Array]:
        """For each part that may be carried over: what sets the variance right, and its degrees of freedom."""
        form = self._left.T @ (np.outer(reach, reach) * self._kernel) @ self._left
        rows = []
        for part in PARTS:
            spread = self._spread(part)
            seen = form @ spread
            expected = np.trace(seen)
            rows.append((reach @ spread @ reach / expected, expected**2 / np.einsum("ij,ji->", seen, seen)))
        factors, freedom = np.array(rows).T
        return factors, freedom

    def carried_over(self, series: Array) -> Array:
        """The part of an error that the next one carries over: what the errors left show, cleared of its bias."""
        errors, root = series @ self._left.T, np.sqrt(self.weights)
        scaled, follows = errors * root, np.diff(self.times) == 1
        square = (scaled**2).sum(axis=1)
        together = (scaled[:, 1:] * scaled[:, :-1] * follows).sum(axis=1)
        shown = np.divide(together, square, out=np.zeros_like(square), where=square > 0)
        found: Array = np.interp(shown, np.maximum.accumulate([self._shown(part, root) for part in PARTS]), PARTS)
        return found

    def _shown(self, part: float, root: Array) -> float:
        """What the errors left show when this part is carried over."""
        left = self._left @ self._spread(part) @ self._left.T * np.outer(root, root)
        follows = np.diff(self.times) == 1
        return float((np.diagonal(left, 1) * follows).sum() / np.trace(left))


def more_periods(design: Segmented, series: Array, seen: Estimate, difference: float) -> int | None:
    """How many more periods like those after the start would show this difference in four of five cases.

    None where no number of them would: the longer the line before is carried on, the less sure it is.
    """
    (part,) = design.carried_over(series)
    scale = seen.variance / design.variance(part)
    usual, last = float(design.weights[design.times >= 0].mean()), int(design.times.max())
    furthest = min(-int(design.times.min()), MOST["day" if design.days else "week"])  # as far as one looked back
    for more in _steps(furthest - last):
        times = np.concatenate([design.times, np.arange(last + 1, last + 1 + more)])
        longer = Segmented(times, np.concatenate([design.weights, np.full(more, usual)]), design.days)
        if is_seen(difference, scale * longer.variance(part), len(times) - longer.design.shape[1]):
            return more
    return None


def _steps(most: int) -> Iterator[int]:
    """1, 2, 3 and so on in ever longer steps, below a number: nobody plans to the week a year ahead."""
    at = 1
    while at < most:
        yield at
        at += max(1, at // 8)
