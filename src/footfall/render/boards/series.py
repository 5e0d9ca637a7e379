"""A series of numbers on paper: dots with their intervals over time or on two sides, lines, and all as a table."""

from collections.abc import Iterable, Sequence
from typing import Literal

from footfall.render.boards.head import Head
from footfall.render.boards.scatter import Tick
from footfall.render.boards.table import Cell, Column, Row, Table, table
from footfall.render.labels import text_width
from footfall.render.markdown import one_line
from footfall.render.picture import Part, Point, Tone

HIGH, LEAST = 260.0, 560.0  # points: the height of the field, and how wide it is at least
START, END = 64.0, 20.0  # what the numbers of the axis take, and room at the end
NAME = 12.0  # what the name of a line takes


class Dab(Part):
    """A number of the series, in the units of the axes; one without an interval has no whisker."""

    x: float
    y: float
    low: float | None = None
    high: float | None = None
    tone: Tone = "accent"


class Stretch(Part):
    """A straight line between two places; a dashed one is what would have been."""

    x: float
    y: float
    x_end: float
    y_end: float
    dashed: bool = False
    tone: Tone = "accent"
    name: str = ""


class Curve(Part):
    """What is drawn: a range of each axis with what is written at it, and where something started."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float
    x_ticks: tuple[tuple[float, str], ...] = ()
    y_ticks: tuple[tuple[float, str], ...] = ()
    start: float
    start_word: str = ""
    dabs: tuple[Dab, ...] = ()
    stretches: tuple[Stretch, ...] = ()


class Bead(Part):
    """A dot where it stands, and the ends of its interval."""

    at: Point
    whisker: tuple[float, float] | None
    tone: Tone


class Stroke(Part):
    """A line where it stands."""

    begin: Point
    end: Point
    dashed: bool
    tone: Tone


class Named(Part):
    """The name of a line, at its end."""

    at: Point
    text: str
    tone: Tone


class Plot(Part):
    """The field as the template paints it."""

    width: float
    height: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    start: float
    start_word: str
    is_late: bool  # the start stands in the second half: its word stands before it
    beads: tuple[Bead, ...]
    strokes: tuple[Stroke, ...]
    names: tuple[Named, ...]
    alt: str


class Series(Table):
    """A board that is a series above its table."""

    layout: Literal["board-series"] = "board-series"  # type: ignore[assignment]
    plot: Plot


def series(
    head: Head, columns: Sequence[Column], rows: Iterable[Row | Sequence[Cell | str]], curve: Curve, alt: str
) -> Series:
    """A series above the table of its numbers; `alt` says what is seen."""
    below = table(head, columns, rows)
    width = max(below.width, LEAST)
    fields = {name: getattr(below, name) for name in Table.model_fields} | {"layout": "board-series", "width": width}
    return Series(**fields, plot=_plot(curve, width - START - END, one_line(alt)))


def _plot(curve: Curve, width: float, alt: str) -> Plot:
    start = _along(curve, curve.start, width)
    return Plot(
        width=width,
        height=HIGH,
        x_ticks=tuple(Tick(at=_along(curve, at, width), word=one_line(word)) for at, word in curve.x_ticks),
        y_ticks=tuple(Tick(at=_up(curve, at), word=one_line(word)) for at, word in curve.y_ticks),
        start=start,
        start_word=one_line(curve.start_word),
        is_late=start > width / 2 + 1,
        beads=tuple(_bead(curve, dab, width) for dab in curve.dabs),
        strokes=tuple(_stroke(curve, one, width) for one in curve.stretches),
        names=_names(curve, width),
        alt=alt,
    )


def _bead(curve: Curve, dab: Dab, width: float) -> Bead:
    at = Point(x=_along(curve, dab.x, width), y=_up(curve, dab.y))
    if dab.low is None or dab.high is None:
        return Bead(at=at, whisker=None, tone=dab.tone)
    return Bead(at=at, whisker=(_up(curve, dab.high), _up(curve, dab.low)), tone=dab.tone)


def _stroke(curve: Curve, one: Stretch, width: float) -> Stroke:
    return Stroke(
        begin=Point(x=_along(curve, one.x, width), y=_up(curve, one.y)),
        end=Point(x=_along(curve, one.x_end, width), y=_up(curve, one.y_end)),
        dashed=one.dashed,
        tone=one.tone,
    )


def _names(curve: Curve, width: float) -> tuple[Named, ...]:
    """The names of lines at their ends, none on another: pushed down where they would be."""
    placed: list[Named] = []
    for one in sorted((one for one in curve.stretches if one.name), key=lambda one: -one.y_end):
        above = placed[-1].at.y if placed else float("-inf")
        x = min(_along(curve, one.x_end, width) + 10, width - text_width(one.name, 11))
        at = Point(x=x, y=max(_up(curve, one.y_end), above + NAME))
        placed.append(Named(at=at, text=one_line(one.name), tone=one.tone))
    return tuple(placed)


def _along(curve: Curve, value: float, width: float) -> float:
    return round(_share(value, curve.x_low, curve.x_high) * width, 2)


def _up(curve: Curve, value: float) -> float:
    return round((1 - _share(value, curve.y_low, curve.y_high)) * HIGH, 2)


def _share(value: float, low: float, high: float) -> float:
    """Where a value stands between two ends; what lies beyond them stands at the end."""
    return min(max((value - low) / ((high - low) or 1.0), 0.0), 1.0)
