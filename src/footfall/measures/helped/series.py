"""Before and after: an interrupted time series, by segmented regression on the numbers of equal periods.

Each side of the start has its own line; the effect is how far apart they are at the start (Wagner et al. 2002; Bernal
et al. 2017). Periods weigh by how much is known of them. Errors of neighbouring periods may depend on each other and
differ in size: the variance is that of Newey and West (1987), with Bartlett weights up to 4 (T / 100)^(2/9) periods
apart (Newey and West 1994). That alone finds far too many effects in short series. So it is set right for what the fit
takes away, with Student's quantile of as many degrees of freedom as such a variance is worth (Bell and McCaffrey
2002), both for errors of which each carries over a part into the next; the part is estimated and cleared of its bias.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from footfall.measures.helped.estimate import Estimate

LEAST = 8  # periods on each side: with fewer, intervals are so wide that nothing is ever seen
LEAST_DAYS = 14  # days on each side: each day of the week twice
LEVEL, SLOPE = 2, 3  # columns of the design
PARTS = np.linspace(0, 0.95, 39)  # how much of an error the next one may carry over

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

    def changes(self, series: Array, column: int = LEVEL) -> list[Estimate]:
        """The change of level, or of slope for each period, of each of some series (series, periods)."""
        values, errors = self.coefficients(series)[:, column], series @ self._left.T
        reach, known = self._fit[column], self._known(column)
        variances = np.einsum("si,ij,sj->s", errors, np.outer(reach, reach) * self._kernel, errors, optimize=True)
        parts = self._carried_over(errors)
        factors, freedom, later = (np.interp(parts, PARTS, one) for one in known)
        return [
            Estimate(float(value), float(variance), float(free), float(variance * part))
            for value, variance, free, part in zip(
                values, np.maximum(variances, 0) * factors, freedom, later, strict=True
            )
        ]

    def _spread(self, part: float) -> Array:
        """The covariance of errors of which each carries over a part into the next."""
        root = np.sqrt(self.weights / self.weights.mean())
        return part**self._apart / np.outer(root, root)

    def _known(self, column: int) -> tuple[Array, Array, Array]:
        """For each part that may be carried over: what sets the variance right, its freedom, the share of the after."""
        reach = self._fit[column]
        form = self._left.T @ (np.outer(reach, reach) * self._kernel) @ self._left
        after = np.where(self.times >= 0, reach, 0.0)
        rows = []
        for part in PARTS:
            spread = self._spread(part)
            seen = form @ spread
            expected, true = np.trace(seen), reach @ spread @ reach
            own = after @ spread @ after, (reach - after) @ spread @ (reach - after)
            rows.append((true / expected, expected**2 / np.einsum("ij,ji->", seen, seen), own[0] / sum(own)))
        factors, freedom, later = np.array(rows).T
        return factors, freedom, later

    def _carried_over(self, errors: Array) -> Array:
        """The part of an error that the next one carries over: what the errors left show, cleared of its bias."""
        root = np.sqrt(self.weights)
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
