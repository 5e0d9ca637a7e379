"""Typst under limits: templates and data in, one page as PDF, SVG or PNG out."""

import json
import math
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footfall.errors import RenderFailed
from footfall.render.coverage import unknown
from footfall.render.formats import Format as Writing
from footfall.render.paper import LEGIBLE, Layout, Paper, lay
from footfall.render.picture import Sheet
from footfall.render.tokens import THEMES, Theme, branded
from footfall.render.words import say

if TYPE_CHECKING:
    from typst import Compiler

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "assets/fonts"
ICONS = HERE / "assets/icons"
SHARP, FAINTEST = 144.0, 8.0  # pixels per inch: wanted, and the least
MOST_PIXELS = 40_000_000  # of a PNG; a larger map is painted less sharp
POINTS_PER_INCH = 72.0
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # the creation time in files, so that equal pictures are equal files

# Icons that the templates set by themselves.
OWN_ICONS = (
    "circle-alert",
    "eye",
    "footprints",
    "heart",
    "image",
    "message-circle",
    "quote",
    "radio",
    "thumbs-up",
    "triangle-alert",
)

Inputs = Mapping[str, str]


class Format(StrEnum):
    """What a picture can be painted as."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"


MEDIA_TYPES = {Format.PDF: "application/pdf", Format.SVG: "image/svg+xml", Format.PNG: "image/png"}


@dataclass(frozen=True)
class Painting:
    """A painted picture; `warnings` say in words what could not be done as wished."""

    content: bytes
    media_type: str
    warnings: tuple[str, ...] = ()


def new_compiler(template: str = "grid.typ") -> "Compiler":
    """A compiler with our fonts; it stays warm from one picture to the next. Raises RenderFailed without fonts."""
    import typst

    if not any(FONTS.glob("*.ttf")):
        raise RenderFailed(
            "The fonts of the renderer are not here.",
            "They come with the wheel, and in a checkout with the build of the web app.",
            "Run `make web-app` once.",
        )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    nowhere = TEMPLATES / "no-packages"  # templates import none, and none may be fetched
    return typst.Compiler(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def typeset(compiler: "Compiler", sheet: Sheet, format: Format, theme: Theme, paper: Paper | None = None) -> Painting:
    """Paint a picture now, in this thread. Raises RenderFailed."""
    template = TEMPLATES / f"{sheet.layout}.typ"
    if format == Format.PDF:
        laid = None if paper is None or paper.size == "content" else _laid(compiler, template, sheet, theme, paper)
        return _pdf(compiler, template, _inputs(sheet, theme, laid), laid)
    if paper is not None and paper.size != "content":
        raise RenderFailed(f"Only a PDF has paper; {format.upper()} was asked for.", todo="Leave the paper out.")
    inputs = _inputs(sheet, theme, links_for_svg=True)
    svg = _compiled(compiler, template, inputs, format="svg")
    boxes = _boxes(compiler, template, inputs)
    if format == Format.SVG:
        return Painting(_titled(_unwrapped(svg) if sheet.images else svg, sheet), MEDIA_TYPES[Format.SVG], boxes)
    return _png(compiler, template, inputs, svg, boxes)


def _boxes(compiler: "Compiler", template: Path, inputs: Inputs) -> tuple[str, ...]:
    """A warning when characters have no face: a PDF/UA would be refused for them, and it is the same layout."""
    doubted = unknown(inputs["given"], FONTS)
    if not doubted:
        return ()
    try:
        _compiled(compiler, template, inputs, format="pdf", pdf_standards="ua-1", timestamp=EPOCH)
    except RenderFailed:
        return (
            f"Some characters have no face in the bundled fonts and are shown as boxes, maybe {' '.join(doubted)}.",
        )
    return ()


def _laid(compiler: "Compiler", template: Path, sheet: Sheet, theme: Theme, paper: Paper) -> Layout:
    """How the picture stands on paper; how high it is, only painting it tells."""
    svg = _compiled(compiler, template, _inputs(sheet, theme), format="svg")
    _, height = _size(svg)
    label = partial(say, Writing(sheet.language).key, "tile", title=sheet.name)
    return lay(paper, sheet.width, height - 2 * sheet.margin, label)


def _inputs(sheet: Sheet, theme: Theme, laid: Layout | None = None, *, links_for_svg: bool = False) -> Inputs:
    data = sheet.model_dump(mode="json")
    parts = list(_parts(data))
    if links_for_svg:
        _escape_links(parts)
    icons = {name: _icon(name) for name in sorted({*filter(None, (part.get("icon") for part in parts)), *OWN_ICONS})}
    given = {
        "picture": data,
        "tokens": branded(THEMES[theme], sheet.accent),
        "icons": icons,
        "paper": None if laid is None else laid.as_json(),
    }
    # One input, because several come to Typst in any order, and it then takes equal pictures for different ones.
    return {"given": json.dumps(given, ensure_ascii=False)}


def _parts(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in some JSON."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            yield value
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)


def _escape_links(parts: Iterable[dict[str, Any]]) -> None:
    """Escape link targets for XML, in place: Typst 0.15 writes them into an SVG as they are."""
    for part in parts:
        if part.get("link"):
            part["link"] = escape(part["link"])


@cache
def _icon(name: str) -> str:
    """The drawing of an icon; one that was not packed is a circle."""
    path = ICONS / f"{name}.svg" if re.fullmatch(r"[a-z0-9-]{1,40}", name) else ICONS / "circle.svg"
    return (path if path.is_file() else ICONS / "circle.svg").read_text(encoding="utf-8")


def _compiled(compiler: "Compiler", template: Path, inputs: Inputs, **options: Any) -> bytes:
    from typst import TypstError

    try:
        pages = compiler.compile(template, sys_inputs=dict(inputs), **options)
    except TypstError as error:
        raise RenderFailed(f"The map could not be painted: {error.message}.") from error
    if not isinstance(pages, bytes):
        raise RenderFailed("The map came out on several pages.", "One page as large as the map was expected.")
    return pages


def _pdf(compiler: "Compiler", template: Path, inputs: Inputs, laid: Layout | None) -> Painting:
    """A tagged PDF/UA-1; without that mark where the fonts lack a character, which the standard does not allow."""
    small = (_too_small(laid),) if laid is not None and laid.smallest < LEGIBLE else ()
    try:
        content = _compiled(compiler, template, inputs, format="pdf", pdf_standards="ua-1", timestamp=EPOCH)
        return Painting(content, MEDIA_TYPES[Format.PDF], small)
    except RenderFailed as refused:
        content = _compiled(compiler, template, inputs, format="pdf", timestamp=EPOCH)
        warning = f"The PDF is tagged but not marked as PDF/UA-1. {refused.seen}"
        return Painting(content, MEDIA_TYPES[Format.PDF], (*small, warning))


def _too_small(laid: Layout) -> str:
    return (
        f"On this paper the smallest letters are {laid.smallest:.1f} points high, which few can read: "
        "take larger paper, or have the picture in tiles."
    )


def _png(compiler: "Compiler", template: Path, inputs: Inputs, svg: bytes, boxes: tuple[str, ...]) -> Painting:
    width, height = _size(svg)
    fitting = POINTS_PER_INCH * math.sqrt(MOST_PIXELS / max(width * height, 1.0))
    ppi = max(min(SHARP, fitting), FAINTEST)
    content = _compiled(compiler, template, inputs, format="png", ppi=ppi)
    warnings = (f"The picture is large, so it has {ppi:.0f} pixels per inch.",) if ppi < SHARP else ()
    return Painting(content, MEDIA_TYPES[Format.PNG], boxes + warnings)


def _size(svg: bytes) -> tuple[float, float]:
    """The width and height in points that an SVG of Typst states in its first tag."""
    found = re.search(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg[:1000])
    if found is None:
        raise RenderFailed("The painted map does not say how large it is.")
    return float(found.group(1)), float(found.group(2))


def _unwrapped(svg: bytes) -> bytes:
    """Pictures that people brought as they are: a program that knows no SVG inside of an SVG shows them too."""
    return re.sub(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", _inner, svg)


def _inner(found: re.Match[bytes]) -> bytes:
    inner = re.search(rb"data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+", b64decode(found.group(1)))
    return found.group() if inner is None else inner.group()


def _titled(svg: bytes, picture: Sheet) -> bytes:
    """The SVG with title and description: its text is outlines, so these are all that a reader hears."""
    language = escape(picture.language)
    words = (
        f'<title id="footfall-title">{escape(picture.name)}</title>'
        f'<desc id="footfall-description">{escape(picture.description)}</desc>'
    )
    role = f' role="img" lang="{language}" aria-labelledby="footfall-title footfall-description">'
    head, rest = svg.split(b">", 1)
    return head + (role + words).encode() + rest
