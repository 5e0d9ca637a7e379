"""The emotion curve as a drawing within the page; its words are its alternative text."""

from html import escape

from footfall.render.picture import Chart, Label, Path, Point
from footfall.render.webpage.sprite import Sprite

FACE = 18.0


def drawing(chart: Chart, width: float, sprite: Sprite) -> str:
    """The curve, as wide as the columns of the grid."""
    levels = "".join(f'<path class="level" d="M0 {_n(level.y)}H{_n(width)}"/>' for level in chart.levels)
    bands = "".join(_interval(upper, lower) for upper, lower in chart.bands)
    stems = "".join(f'<path class="stem" d="M{_n(one.x)} {_n(one.top)}V{_n(one.bottom)}"/>' for one in chart.stems)
    assumed = f'<path class="assumed" d="{_line(chart.assumed)}"/>' if chart.assumed is not None else ""
    measured = "".join(f'<path class="measured" d="{_line(path)}"/>' for path in chart.measured)
    faces = "".join(sprite.face(face.face, _at(face.at)) for face in chart.faces)
    dots = "".join(f'<circle class="dot" cx="{_n(dot.x)}" cy="{_n(dot.y)}" r="5"/>' for dot in chart.dots)
    labels = "".join(_label(label) for label in chart.labels)
    size = f'viewBox="0 0 {_n(width)} {_n(chart.height)}" width="{_n(width)}" height="{_n(chart.height)}"'
    inside = f"{levels}{bands}{stems}{assumed}{measured}{faces}{dots}{labels}"
    return f'<svg class="curve" {size} role="img" aria-label="{escape(chart.alt)}">{inside}</svg>'


def _at(point: Point) -> str:
    return f' x="{_n(point.x - FACE / 2)}" y="{_n(point.y - FACE / 2)}" width="{_n(FACE)}" height="{_n(FACE)}"'


def _label(label: Label) -> str:
    place = f'x="{_n(label.at.x)}" y="{_n(label.at.y)}"'
    return f'<text class="label label-{label.look}" {place}>{escape(label.text)}</text>'


def _interval(upper: Path, lower: Path) -> str:
    return f'<path class="interval" d="{_line(upper)}L{_xy(lower.start)}{_bows(lower)}Z"/>'


def _line(path: Path) -> str:
    return f"M{_xy(path.start)}{_bows(path)}"


def _bows(path: Path) -> str:
    return "".join(f"C{_xy(bow.first)} {_xy(bow.second)} {_xy(bow.end)}" for bow in path.bows)


def _xy(point: Point) -> str:
    return f"{_n(point.x)} {_n(point.y)}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
