"""What to paint, already decided: plain words, places and colours by name, with nothing left to compute.

All lengths are in points (1 pt = 1 CSS pixel of the editor); x grows to the right and y down. A picture is JSON-able
and is handed to the templates as data, so no text in it is ever read as markup.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from footfall.journey.evidence import Grade

Tone = Literal["ink", "muted", "faint", "accent", "good", "warn", "bad"]
Look = Literal["card", "plain", "quote"]


class Part(BaseModel):
    """Any part of a picture."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Run(Part):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    hyphenate: bool = False
    link: str = ""  # http, https or mailto only; empty for none


class Paragraph(Part):
    """One line of a text as typed; its direction is that of its first strong letter."""

    runs: tuple[Run, ...] = ()
    rtl: bool = False


Text = tuple[Paragraph, ...]


class Chip(Part):
    """A small icon with its word."""

    icon: str
    word: str
    rtl: bool = False


class Difference(Part):
    """How a part of the map differs from an earlier one."""

    what: Literal["added", "removed", "changed", "moved", "left"]  # left: where something that moved stood
    icon: str
    word: str
    count: str = ""  # in a legend, how many
    was: Text = ()  # what it said before


class Caption(Part):
    """A small line below a text."""

    text: str
    tone: Tone = "faint"
    icon: str = ""
    rtl: bool = False
    differs: Difference | None = None


class Severity(Part):
    """How much a pain hurts: one to three bars and the word."""

    bars: int
    word: str
    tone: Tone


class Figure(Part):
    """A number with what it stands on."""

    value: str
    basis: str = ""  # interval and n
    delta: Caption | None = None  # where it stands against the target
    tone: Tone = "ink"


class Mark(Part):
    """How well a claim is proven."""

    grade: Grade
    word: str


class Image(Part):
    """The pixels of a picture that somebody brought."""

    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    data: str  # its bytes in Base64


class Card(Part):
    """What stands in a cell; parts that it does not have are absent and take no room."""

    look: Look = "card"
    number: str = ""  # of a scene
    image: str = ""  # one of the picture's images
    alt: str = ""  # what it shows, in words
    text: Text = ()
    moment_of_truth: str = ""  # the word for it, or nothing
    chips: tuple[Chip, ...] = ()
    figure: Figure | None = None
    severity: Severity | None = None
    captions: tuple[Caption, ...] = ()
    mark: Mark | None = None
    differs: Difference | None = None


class Cell(Part):
    """Cards in one or more neighbouring columns and rows of a lane; a cell without cards is empty."""

    start: int
    span: int = 1
    rows: int = 1
    cards: tuple[Card, ...] = ()


Band = tuple[Cell, ...]  # the cells that begin in this row, from left to right; all bands of a lane cover it once


class Point(Part):
    """A place in a chart."""

    x: float
    y: float


class Bow(Part):
    """A cubic Bezier segment that starts where the one before it ended."""

    first: Point
    second: Point
    end: Point


class Path(Part):
    """A line of cubic Bezier segments."""

    start: Point
    bows: tuple[Bow, ...] = ()


class Level(Part):
    """A line of the emotion scale, from +2 (top) to -2."""

    y: float
    face: int


class Face(Part):
    """An assumed point: a face on the curve with its word beside it."""

    at: Point
    face: int


class Label(Part):
    """A short text of a chart; `at` is its middle."""

    at: Point
    text: str
    look: Literal["word", "value", "gap", "few"]


class Stem(Part):
    """A dotted line between what was drawn and what was measured."""

    x: float
    top: float
    bottom: float


class Chart(Part):
    """The emotion curve of one lane: dashed ink is believed, solid accent is measured."""

    height: float
    levels: tuple[Level, ...]
    assumed: Path | None = None
    faces: tuple[Face, ...] = ()
    measured: tuple[Path, ...] = ()
    bands: tuple[tuple[Path, Path], ...] = ()  # upper edge forwards, lower edge backwards
    dots: tuple[Point, ...] = ()
    stems: tuple[Stem, ...] = ()
    labels: tuple[Label, ...] = ()
    alt: str  # the whole chart in words


class BlueprintLine(Part):
    """The line of a service blueprint below a lane."""

    kind: Literal["interaction", "visibility", "internal"]
    word: str


class Lane(Part):
    """A row of the map."""

    kind: str
    icon: str
    colour: str  # a token's name
    name: Text
    note: str = ""
    height: float = 0.0  # at least so high
    chart: Chart | None = None
    bands: tuple[Band, ...] = ()
    line_below: BlueprintLine | None = None
    differs: Difference | None = None


class Step(Part):
    """The head of a column."""

    name: Text
    captions: tuple[Caption, ...] = ()
    differs: Difference | None = None


class Stage(Part):
    """The head of neighbouring columns; a stage without steps still takes one column."""

    name: Text
    hue: int
    span: int
    goal: Text = ()
    captions: tuple[Caption, ...] = ()
    differs: Difference | None = None


class Group(Part):
    """A heading with short texts."""

    heading: str
    items: tuple[Text, ...]


class Persona(Part):
    """Through whose eyes the journey is seen."""

    initials: str
    photo: str = ""  # one of the picture's images; then the initials are not seen
    name: Text
    role: Text = ()
    quote: Text = ()
    bio: Text = ()
    facts: tuple[Chip, ...] = ()
    groups: tuple[Group, ...] = ()


class Title(Part):
    """The block above the map."""

    kind: str
    title: Text
    facts: str
    groups: tuple[Group, ...] = ()


class LegendItem(Part):
    """A grade with its word and how many cards have it."""

    grade: Grade
    word: str
    count: str


class Footer(Part):
    """The legend and where the picture comes from."""

    grades: tuple[LegendItem, ...] = ()
    stale: str = ""  # how many cards are marked as stale, in words
    assumed: str = ""  # the word for the dashed line, where a chart shows one
    measured: str = ""
    differences: tuple[Difference, ...] = ()  # where two maps are compared, the signs with how many there are
    notes: tuple[str, ...] = ()


class Frame(Part):
    """The measures of a grid."""

    head: float  # the column of lane names
    step: float
    columns: int


class Words(Part):
    """Words that the templates set themselves."""

    stage: str
    step: str
    empty: str


class Sheet(Part):
    """What every layout has: the block above, the line below, and words for those who do not see it."""

    layout: str  # the name of its template
    language: str
    title: Title
    footer: Footer
    images: dict[str, Image] = {}
    name: str  # the title as plain text, for the file's own title
    description: str  # what is seen, for those who do not see it
    logo: str = ""  # one of the picture's images
    logo_alt: str = ""
    accent: str = ""  # #RRGGBB, in place of the theme's
    remarks: tuple[str, ...] = ()  # what this layout cannot show of this map
    width: float  # of everything between the margins; the height follows from the content
    margin: float = 56.0

    @property
    def cards(self) -> int:
        """About how many cards are painted."""
        return 0


class Picture(Sheet):
    """A whole map as a grid, ready to be painted."""

    layout: Literal["grid"] = "grid"
    personas: tuple[Persona, ...] = ()
    frame: Frame
    stages: tuple[Stage, ...] = ()
    steps: tuple[Step | None, ...] = ()  # one for each column; None below a stage without steps
    lanes: tuple[Lane, ...] = ()
    words: Words

    @property
    def cards(self) -> int:
        """How many cards are painted."""
        return sum(len(cell.cards) for lane in self.lanes for band in lane.bands for cell in band)
