"""The rings of a wheel: how large they are, so that all words find room, and where a text stands in them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.render.fitting import wrapped
from footfall.render.layouts.around import holds

GAP = 0.09  # radians at the top, between the end of the journey and its beginning
SPOKES_FROM = 15  # columns from which words run outwards from the middle
GROWN = (1.0, 1.12, 1.25, 1.4, 1.6, 1.8)
MARK, FEELING = 8.0, 17.0  # points of height that a diamond and a feeling take
PHASE, STAGE = 24.0, 38.0  # thickness of the rings of before, during, after and of the stages


@dataclass(frozen=True)
class Need:
    """What a customer needs over some columns."""

    start: int
    span: int
    text: str


@dataclass(frozen=True)
class Rings:
    """The radii, from the middle outwards, for a number of columns."""

    count: int
    centre: float
    mood: tuple[float, float]
    step: tuple[float, float]
    need: tuple[float, float]
    name_size: float = 12.5
    need_size: float = 12.0

    @property
    def phase(self) -> tuple[float, float]:
        """The ring of before, during and after."""
        return self.centre + 8, self.centre + 8 + PHASE

    @property
    def stage(self) -> tuple[float, float]:
        """The ring of stages."""
        return self.need[1] + 3, self.need[1] + 3 + STAGE

    @property
    def middle(self) -> float:
        """Half of the side of the square around the wheel."""
        return self.stage[1] + 26  # room for the marks outside

    @property
    def wide(self) -> float:
        """The angle of a column."""
        return (2 * math.pi - GAP) / max(self.count, 1)

    def angle(self, column: float) -> float:
        """The angle at which a column begins."""
        return -math.pi / 2 + GAP / 2 + column * self.wide

    def level(self, score: float) -> float:
        """The radius of a score."""
        inner, outer = self.mood
        return inner + 16 + (max(-2.0, min(2.0, score)) + 2) / 4 * (outer - inner - 32)


def fitting(names: Sequence[str], feelings: Sequence[bool], needs: Sequence[Need]) -> Rings:
    """The largest letters in the smallest rings in which all words find room; beyond the largest they are shortened."""
    rings = _rings(len(names), GROWN[-1])
    for grown in GROWN:
        rings = _rings(len(names), grown)
        if _names_fit(rings, names, feelings) and _needs_fit(rings, needs):
            break
    larger = [replace(rings, name_size=size) for size in (17.0, 16.0, 15.0, 14.0, 13.0)]
    rings = next((one for one in larger if _names_fit(one, names, feelings)), rings)
    larger = [replace(rings, need_size=size) for size in (16.0, 15.0, 14.0, 13.0)]
    return next((one for one in larger if _needs_fit(one, needs)), rings)


def _rings(count: int, grown: float) -> Rings:
    spokes = count >= SPOKES_FROM
    centre = 128.0 * grown**0.5
    mood = centre + 8 + PHASE + 3
    least = 17.0 * count / (2 * math.pi) if spokes else 0.0  # so that a line has room in each column
    mood_end = max(mood + 132.0, least)
    step = (mood_end, mood_end + (128.0 if spokes else 98.0) * grown)
    need = (step[1], step[1] + (176.0 if spokes else 152.0) * grown)
    return Rings(count, centre, (mood, mood_end), step, need)


def _names_fit(rings: Rings, names: Sequence[str], feelings: Sequence[bool]) -> bool:
    return rings.count >= SPOKES_FROM or all(
        box(rings, rings.step, (place, 1), name, rings.name_size, MARK + FEELING * feelings[place])
        for place, name in enumerate(names)
    )


def _needs_fit(rings: Rings, needs: Sequence[Need]) -> bool:
    if rings.count >= SPOKES_FROM:
        return True
    return all(box(rings, rings.need, (need.start, need.span), need.text, rings.need_size) for need in needs)


def box(
    rings: Rings, ring: tuple[float, float], place: tuple[int, int], text: str, size: float, extra: float = 0
) -> tuple[float, float] | None:
    """Distance and width of an upright rectangle for a text in a piece of a ring; None where there is no room."""
    half = rings.wide * place[1] / 2
    angle = rings.angle(place[0]) + half
    slack = 7 / ((ring[0] + ring[1]) / 2)
    for width in range(240, 58, -12):
        lines = len(wrapped(text, size, width - 4))
        height = lines * (size + 4) + extra
        for share in (0.5, 0.55, 0.45, 0.6, 0.4, 0.66):
            distance = ring[0] + share * (ring[1] - ring[0])
            if holds(angle, half - slack, ring[0] + 6, ring[1] - 6, (distance, width, height)):
                return distance, float(width)
    return None
