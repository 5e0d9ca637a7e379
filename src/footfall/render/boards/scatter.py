"""A field of points on paper: two axes, four named quarters, and every point by name in a list beside it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from footfall.render.boards.head import Head
from footfall.render.fitting import shortened
from footfall.render.labels import Box, Wish, settle, text_width
from footfall.render.markdown import literal, one_line, right_to_left
from footfall.render.picture import Part, Point, Sheet, Text, Tone

SIDE, PANEL, ASIDE = 680.0, 380.0, 112.0
EDGE = 36.0  # of the field that stays free of points
SMALL, LARGE = 7.0, 26.0  # radius of a point in points
MOST_NAMES = 28  # points that have their names beside them; of more, the list has them
LONGEST = 150.0
INK = 6.0  # from point to point of a line, for whoever looks for free room
CORNER = (220.0, 46.0)  # what the name of a quarter takes


class Axis(Part):
    """An axis from `low` to `high`, where the line between the halves stands, and numbers to write at it."""

    name: str
    low: float
    high: float
    line: float
    ticks: tuple[tuple[float, str], ...] = ()


class Dot(Part):
    """A point; `size` from 0 to 1 is its area, `marked` ones are diamonds, `detail` is said in the list."""

    name: str
    x: float
    y: float
    detail: str = ""
    size: float | None = None
    marked: bool = False
    tone: Tone = "accent"
    x_low: float | None = None
    x_high: float | None = None
    y_low: float | None = None
    y_high: float | None = None


class Corners(Part):
    """The names of the quarters; each may have a line of meaning after a line break."""

    top_left: str = ""
    top_right: str = ""
    bottom_left: str = ""
    bottom_right: str = ""


class Tick(Part):
    """A number at an axis."""

    at: float
    word: str


class Spot(Part):
    """A point where it stands, with the ends of its intervals."""

    number: str
    at: Point
    radius: float
    marked: bool
    tone: Tone
    across: tuple[float, float] | None
    upright: tuple[float, float] | None
    name: Text
    detail: str


class Name(Part):
    """The name beside a spot; `at` is its middle."""

    at: Point
    width: float
    text: str
    rtl: bool


class Scatter(Sheet):
    """A board that is a field of points."""

    layout: Literal["board-scatter"] = "board-scatter"
    side: float = SIDE
    panel: float = PANEL
    x_name: str
    y_name: str
    x_line: float
    y_line: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    corners: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]
    names: tuple[Name, ...]
    others: tuple[tuple[str, str], ...]
    others_name: str
    alt: str
    empty: str = ""

    @property
    def cards(self) -> int:
        """How many points are painted."""
        return len(self.spots) + len(self.others)


def scatter(
    head: Head,
    x: Axis,
    y: Axis,
    dots: Sequence[Dot],
    *,
    corners: Corners | None = None,
    others: Sequence[tuple[str, str]] = (),
    others_name: str = "",
) -> Scatter:
    """A field of these points; `others` are names with details that have no place in it, under their own heading."""
    spots = tuple(_spots(x, y, dots))
    named = corners or Corners()
    return Scatter(
        **head.framed(),
        width=SIDE + ASIDE + PANEL,
        x_name=one_line(x.name),
        y_name=one_line(y.name),
        x_line=_along(x, x.line),
        y_line=SIDE - _along(y, y.line),
        x_ticks=tuple(Tick(at=_along(x, value), word=word) for value, word in x.ticks),
        y_ticks=tuple(Tick(at=SIDE - _along(y, value), word=word) for value, word in y.ticks),
        corners=tuple(_corner(getattr(named, name)) for name in Corners.model_fields),
        spots=spots,
        names=tuple(_names(spots, dots)) if len(dots) <= MOST_NAMES else (),
        others=tuple((one_line(name), one_line(detail)) for name, detail in others),
        others_name=one_line(others_name),
        alt=_in_words(x, y, dots),
    )


def _corner(words: str) -> tuple[str, str]:
    name, _, meaning = words.partition("\n")
    return one_line(name), one_line(meaning)


def _spots(x: Axis, y: Axis, dots: Sequence[Dot]) -> Iterator[Spot]:
    for number, dot in enumerate(dots, start=1):
        yield Spot(
            number=str(number),
            at=Point(x=_along(x, dot.x), y=SIDE - _along(y, dot.y)),
            radius=_radius(dot.size),
            marked=dot.marked,
            tone=dot.tone,
            across=_reach(x, dot.x_low, dot.x_high),
            upright=_reach(y, dot.y_low, dot.y_high),
            name=literal(one_line(dot.name)),
            detail=one_line(dot.detail),
        )


def _radius(size: float | None) -> float:
    """Areas are compared by eye, so the area grows with the size."""
    return 11.0 if size is None else SMALL + (LARGE - SMALL) * min(max(size, 0.0), 1.0) ** 0.5


def _along(axis: Axis, value: float) -> float:
    """The place of a value in the field, whose edges stay free; what is beyond an axis stands at its end."""
    share = (value - axis.low) / ((axis.high - axis.low) or 1.0)
    return round(EDGE + min(max(share, 0.0), 1.0) * (SIDE - 2 * EDGE), 2)


def _reach(axis: Axis, low: float | None, high: float | None) -> tuple[float, float] | None:
    return None if low is None or high is None else (_along(axis, low), _along(axis, high))


def _names(spots: Sequence[Spot], dots: Sequence[Dot]) -> Iterator[Name]:
    texts = [shortened(one_line(dot.name), 12, LONGEST, 1) for dot in dots]
    wishes = [Wish(text_width(text, 12) + 4, 16, _around(spot, text)) for spot, text in zip(spots, texts, strict=True)]
    taken = [Box.around(spot.at, 2 * spot.radius + 2, 2 * spot.radius + 2) for spot in spots]
    for place, text, wish in zip(
        settle(wishes, [*taken, *_corner_boxes()], _whiskers(spots), Box(2, 2, SIDE - 2, SIDE - 2)),
        texts,
        wishes,
        strict=True,
    ):
        yield Name(at=place, width=wish.width, text=text, rtl=right_to_left(text))


def _whiskers(spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """Points of the lines of all intervals, which names do not cover if they can help it."""
    across = [(x, spot.at.y) for spot in spots if spot.across for x in _between(spot.across)]
    return across + [(spot.at.x, SIDE - up) for spot in spots if spot.upright for up in _between(spot.upright)]


def _between(reach: tuple[float, float]) -> list[float]:
    low, high = reach
    return [low + step * INK for step in range(int((high - low) // INK) + 1)] + [high]


def _corner_boxes() -> Iterator[Box]:
    wide, high = CORNER
    for left in (0.0, SIDE - wide):
        for top in (0.0, SIDE - high):
            yield Box(left, top, left + wide, top + high)


def _around(spot: Spot, text: str) -> tuple[Point, ...]:
    at, out = spot.at, spot.radius + 5 + text_width(text, 12) / 2 + 2
    beside = [Point(x=at.x + side * out, y=at.y + down) for down in (0, -11, 11, -22, 22) for side in (1, -1)]
    upright = [Point(x=at.x, y=at.y + side * (spot.radius + far)) for far in (11, 26) for side in (1, -1)]
    return (*beside[:2], *upright[:2], *beside[2:], *upright[2:])


def _in_words(x: Axis, y: Axis, dots: Sequence[Dot]) -> str:
    said = "; ".join(f"{dot.name}: {dot.detail}" if dot.detail else dot.name for dot in dots)
    return one_line(f"{y.name} / {x.name}: {said or '–'}")
