"""Circles: sectors, places and rectangles in them. Angles are in radians, clockwise from three o'clock, y down."""

import math
from collections.abc import Sequence
from itertools import pairwise

from footfall.render.picture import Bow, Path, Point

QUARTER = math.pi / 4  # the longest arc that one Bezier segment draws without a visible error


def at(middle: float, radius: float, angle: float) -> Point:
    """The point at a distance and an angle from (middle, middle)."""
    return Point(x=round(middle + radius * math.cos(angle), 2), y=round(middle + radius * math.sin(angle), 2))


def sector(middle: float, inner: float, outer: float, start: float, end: float) -> Path:
    """The outline of a piece of a ring."""
    first, last = at(middle, inner, end), at(middle, outer, start)
    bows = [*arc(middle, outer, start, end), _straight(at(middle, outer, end), first)]
    bows += [*arc(middle, inner, end, start), _straight(at(middle, inner, start), last)]
    return Path(start=last, bows=tuple(bows))


def arc(middle: float, radius: float, start: float, end: float) -> list[Bow]:
    """An arc as Bezier segments; the usual 4/3 tan(a/4) for the length of their handles."""
    pieces = max(1, math.ceil(abs(end - start) / QUARTER))
    step = (end - start) / pieces
    handle = 4 / 3 * math.tan(step / 4) * radius
    return [_bow(middle, radius, start + step * piece, step, handle) for piece in range(pieces)]


def _bow(middle: float, radius: float, start: float, step: float, handle: float) -> Bow:
    here, there = at(middle, radius, start), at(middle, radius, start + step)
    return Bow(
        first=Point(x=here.x - handle * math.sin(start), y=here.y + handle * math.cos(start)),
        second=Point(x=there.x + handle * math.sin(start + step), y=there.y - handle * math.cos(start + step)),
        end=there,
    )


def _straight(here: Point, there: Point) -> Bow:
    return Bow(first=here, second=there, end=there)


def spiral(middle: float, turns: Sequence[tuple[float, float]]) -> Path:
    """A line through (angle, radius) pairs that lie close together."""
    points = [at(middle, radius, angle) for angle, radius in turns]
    bows = (_straight(here, there) for here, there in pairwise(points))
    return Path(start=points[0], bows=tuple(bows))


def holds(angle: float, half: float, inner: float, outer: float, box: tuple[float, float, float]) -> bool:
    """Tell whether an upright rectangle stands inside of a piece of a ring.

    The piece reaches `half` to both sides of `angle`; `box` is (distance of its middle from the centre, width, height).
    """
    distance, width, height = box
    x, y = distance * math.cos(angle), distance * math.sin(angle)
    left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    nearest = math.hypot(min(max(0.0, left), right), min(max(0.0, top), bottom))
    corners = [(left, top), (left, bottom), (right, top), (right, bottom)]
    if nearest < inner or max(math.hypot(*corner) for corner in corners) > outer:
        return False
    return half >= math.pi / 2 or all(_between(corner, angle, half) for corner in corners)


def _between(point: tuple[float, float], angle: float, half: float) -> bool:
    turned = (math.atan2(point[1], point[0]) - angle + math.pi) % (2 * math.pi) - math.pi
    return abs(turned) <= half
