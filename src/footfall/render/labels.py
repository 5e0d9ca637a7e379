"""Where the words of a chart stand, so that they cover neither dots nor faces nor one another."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from footfall.render.picture import Point

WIDE, NARROW = set("mwMW@%—"), set("iljtfrI.,:;'|!() ")
REACH = 300.0  # nothing farther away can meet a label
Ink = Sequence[tuple[float, float]]  # x and y of points of lines


@dataclass(frozen=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, at: Point, width: float, height: float) -> "Box":
        """The rectangle with this middle."""
        return cls(at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2)

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def outside(self, frame: "Box") -> float:
        """The area that sticks out of a frame."""
        return (self.right - self.left) * (self.bottom - self.top) - self.overlap(frame)


@dataclass(frozen=True)
class Wish:
    """A label that looks for a place: its size and where it would like to stand, best first."""

    width: float
    height: float
    places: Sequence[Point]


def settle(wishes: Iterable[Wish], taken: Iterable[Box], ink: Ink, frame: Box) -> list[Point]:
    """The middle of each label, in order; `taken` is never to be covered, `ink` (points of lines) if it must be."""
    boxes = list(taken)
    places: list[Point] = []
    for wish in wishes:
        near, lines = _near(wish, boxes), [(x, y) for x, y in ink if abs(x - wish.places[0].x) < REACH]
        costs = [_cost(choice, wish, near, lines, frame) for choice in enumerate(wish.places)]
        place = wish.places[costs.index(min(costs))]
        boxes.append(Box.around(place, wish.width + 4, wish.height))
        places.append(place)
    return places


def _near(wish: Wish, boxes: list[Box]) -> list[Box]:
    x = wish.places[0].x
    return [box for box in boxes if box.left < x + REACH and box.right > x - REACH]


def _cost(choice: tuple[int, Point], wish: Wish, boxes: list[Box], ink: Ink, frame: Box) -> float:
    rank, place = choice
    box = Box.around(place, wish.width, wish.height)
    covered = sum(box.overlap(other) for other in boxes)
    crossed = sum(box.holds(x, y) for x, y in ink)
    return 40 * covered + 40 * box.outside(frame) + 12 * crossed + 6 * rank


def text_width(text: str, size: float) -> float:
    """About how wide a text in Inter is; good enough to keep labels apart."""
    return size * sum(map(_advance, text))


@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    """How wide a letter is, in its size; those of East Asia fill a square, and combining marks nothing."""
    if char < "\u0300":
        return 0.9 if char in WIDE else 0.32 if char in NARROW else 0.6
    if unicodedata.combining(char) or char in "\u200b\u200d\ufe0f":
        return 0.0
    return 1.1 if unicodedata.east_asian_width(char) in "WF" else 0.9 if char in WIDE else 0.6
