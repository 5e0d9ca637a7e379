"""Monotone curves through points: they never rise above or sink below the two points between which they run."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from footfall.render.picture import Bow, Path, Point


def curve_through(points: Sequence[Point]) -> Path | None:
    """The smooth line through points sorted by strictly growing x; None without points.

    Cubic Hermite segments with the slopes of Fritsch and Carlson, "Monotone piecewise cubic interpolation" (SIAM
    Journal on Numerical Analysis 17, 1980), written as Bezier segments with control points at thirds of the way.
    """
    return smooth(points) if points else None


def smooth(points: Sequence[Point]) -> Path:
    """The same for at least one point."""
    slopes = monotone_slopes(points)
    bows = tuple(
        _bow(left, right, slopes[place], slopes[place + 1]) for place, (left, right) in enumerate(pairwise(points))
    )
    return Path(start=points[0], bows=bows)


def backwards(path: Path) -> Path:
    """The same line, drawn from its end to its start."""
    starts = [path.start, *(bow.end for bow in path.bows)]
    bows = tuple(
        Bow(first=bow.second, second=bow.first, end=start)
        for start, bow in reversed(list(zip(starts, path.bows, strict=False)))
    )
    return Path(start=starts[-1], bows=bows)


def monotone_slopes(points: Sequence[Point]) -> list[float]:
    """The slope at each point, made so small that no segment overshoots."""
    secants = [(right.y - left.y) / (right.x - left.x) for left, right in pairwise(points)]
    if not secants:
        return [0.0 for _ in points]
    slopes = [secants[0], *(_between(left, right) for left, right in pairwise(secants)), secants[-1]]
    for place, secant in enumerate(secants):
        _tame(slopes, place, secant)
    return slopes


def _between(left: float, right: float) -> float:
    """The slope at an inner point: level at a peak, a dip and beside a level segment, else the mean."""
    return 0.0 if left * right <= 0 else (left + right) / 2


def _tame(slopes: list[float], place: int, secant: float) -> None:
    """Shrink the two slopes of a segment into the circle of radius 3 times its secant."""
    if secant == 0:
        slopes[place] = slopes[place + 1] = 0.0
        return
    length = hypot(slopes[place] / secant, slopes[place + 1] / secant)
    if length > 3:
        slopes[place] *= 3 / length
        slopes[place + 1] *= 3 / length


def _bow(left: Point, right: Point, leaving: float, arriving: float) -> Bow:
    third = (right.x - left.x) / 3
    return Bow(
        first=Point(x=left.x + third, y=left.y + leaving * third),
        second=Point(x=right.x - third, y=right.y - arriving * third),
        end=right,
    )


def height_at(path: Path, x: float) -> float:
    """The y of the line at an x; its first or last y outside of it."""
    left = path.start
    if x <= left.x:
        return left.y
    for bow in path.bows:
        if x <= bow.end.x:
            return _cubic(left.y, bow, (x - left.x) / (bow.end.x - left.x))
        left = bow.end
    return left.y


def _cubic(start: float, bow: Bow, share: float) -> float:
    """Bernstein's form; x runs evenly because the control points stand at thirds."""
    rest = 1 - share
    return (
        rest**3 * start + 3 * rest**2 * share * bow.first.y + 3 * rest * share**2 * bow.second.y + share**3 * bow.end.y
    )
