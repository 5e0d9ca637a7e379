"""Change points: where the level of a series changed, more than chance would have it.

Binary segmentation (Scott and Knott 1974; Vostrikova 1981): the split that sets two levels furthest apart is kept when
fewer than 5 % of shuffles of the same values have one that does so as well (a permutation test; Taylor 2000), and each
side is searched in turn. A series without a change is thus told to have one in at most 5 % of cases, whatever the
distribution, as long as its values do not depend on their neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

LEAST = 3  # periods on each side of a change: fewer are an outlier
SHUFFLES = 999
ALPHA = 0.05
SEED = 20_240_101


@dataclass(frozen=True)
class Change:
    """The level of a series changed at an index: the first value of the new level."""

    index: int
    before: float
    after: float
    p: float


def change_points(values: Sequence[float], weights: Sequence[float]) -> list[Change]:
    """The changes of a series in order; the same for the same series. Weights say how much is known of each value."""
    import numpy as np

    dice = np.random.Generator(np.random.PCG64(SEED))
    series = np.column_stack([np.asarray(values, float), np.asarray(weights, float)])
    found = sorted(_searched(series, 0, dice))
    edges = [0, *(index for index, _p in found), len(series)]
    levels = [float(np.average(part[:, 0], weights=part[:, 1])) for part in np.split(series, edges[1:-1]) if len(part)]
    return [Change(index, levels[at], levels[at + 1], p) for at, (index, p) in enumerate(found)]


def _searched(series: "np.ndarray[Any, Any]", begin: int, dice: Any) -> Iterator[tuple[int, float]]:
    """(index, p) of the changes within a part of a series that begins there."""
    if len(series) < 2 * LEAST:
        return
    gaps = _gaps(series[None])[0]
    split = int(gaps.argmax()) + LEAST
    order = dice.permuted(_tile(len(series)), axis=1)
    p = (1 + int((_gaps(series[order]).max(axis=1) >= gaps.max() * (1 - 1e-12)).sum())) / (SHUFFLES + 1)
    if gaps.max() > 0 and p < ALPHA:
        yield from _searched(series[:split], begin, dice)
        yield begin + split, p
        yield from _searched(series[split:], begin + split, dice)


def _tile(length: int) -> Any:
    import numpy as np

    return np.tile(np.arange(length), (SHUFFLES, 1))


def _gaps(series: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """How far apart the levels are at each split of each series, as a sum of squares; (series, values, 2) come in."""
    weight = series[..., 1].cumsum(axis=1)
    total = (series[..., 0] * series[..., 1]).cumsum(axis=1)
    left, right = weight[:, LEAST - 1 : -LEAST], weight[:, -1:] - weight[:, LEAST - 1 : -LEAST]
    sums = total[:, LEAST - 1 : -LEAST]
    apart = sums / left - (total[:, -1:] - sums) / right
    gaps: np.ndarray[Any, Any] = left * right / (left + right) * apart * apart
    return gaps
