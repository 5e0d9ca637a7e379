"""What stands on slides, already decided. All lengths are in points; a slide is 960 by 540 of them, 16 to 9."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from footfall.render.markdown import cleaned
from footfall.render.picture import Image, Part

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 40.0
INNER = WIDTH - 2 * MARGIN

Words = Annotated[str, AfterValidator(cleaned)]  # without characters that a file of XML cannot hold


class Span(Part):
    """A stretch of text in one style; without a colour or size of its own it has those of its line."""

    text: Words
    bold: bool = False
    italic: bool = False
    link: str = ""  # http, https or mailto only
    colour: str = ""  # a token's name
    size: float = 0.0
    is_number: bool = False  # of the slide


class Line(Part):
    """A paragraph."""

    spans: tuple[Span, ...] = ()
    rtl: bool = False
    size: float = 11.0
    colour: str = "ink"
    bullet: bool = False
    before: float = 0.0  # room above
    align: Literal["start", "middle", "end"] = "start"


class Place(Part):
    """A rectangle on a slide."""

    x: float
    y: float
    width: float
    height: float


class Box(Part):
    """A shape with text; without text it is decoration, which no screen reader names."""

    kind: Literal["box"] = "box"
    at: Place
    lines: tuple[Line, ...] = ()
    shape: Literal["rectangle", "disc", "arrow", "first-arrow"] = "rectangle"
    fill: str = ""
    name: Words = ""
    middle: bool = False  # its text stands in the middle of its height


class Photo(Part):
    """One of the deck's images, whole inside its place, or cut to a disc that fills it."""

    kind: Literal["photo"] = "photo"
    at: Place
    image: str
    alt: Words
    disc: bool = False


class Cell(Part):
    """Columns of a row that stand together."""

    lines: tuple[Line, ...] = ()
    span: int = 1
    fill: str = ""


class Row(Part):
    """A row with its estimated height."""

    cells: tuple[Cell, ...]
    height: float


class Grid(Part):
    """A native table."""

    kind: Literal["grid"] = "grid"
    at: Place
    name: Words
    alt: Words
    widths: tuple[float, ...]
    head: Row
    rows: tuple[Row, ...]
    named_rows: bool = False  # the first column names the rows


class Series(Part):
    """A line of a chart: a value for each category, or none."""

    name: Words
    measured: bool
    values: tuple[float | None, ...]
    words: tuple[Words, ...]  # beside each point
    above: tuple[float, ...] = ()  # from the value to the end of its interval
    below: tuple[float, ...] = ()


class Curves(Part):
    """A native chart of scores from -2 to +2 by step, steps grouped by stage."""

    kind: Literal["curves"] = "curves"
    at: Place
    name: Words
    alt: Words
    stages: tuple[tuple[Words, tuple[Words, ...]], ...]
    series: tuple[Series, ...]
    bridged: bool = True  # lines go on over steps without a value


Thing = Box | Photo | Grid | Curves


class Slide(Part):
    """A slide; its title is read first and names it in the outline."""

    title: Words
    title_at: Place
    title_size: float = 26.0
    things: tuple[Thing, ...] = ()
    notes: Words = ""


class Deck(Part):
    """All slides of a map."""

    language: Words
    name: Words
    slides: tuple[Slide, ...]
    images: dict[str, Image] = Field(default_factory=dict)
    accent: str = ""  # #RRGGBB, in place of the theme's
    remarks: tuple[str, ...] = ()  # what could not be shown
