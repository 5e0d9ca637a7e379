"""Layouts: a map told as a grid, a wheel, a blueprint, a timeline, a persona sheet, a matrix or a storyboard."""

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from typing import Any, Literal, cast

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render.composing import compose
from footfall.render.markdown import one_line
from footfall.render.picture import Image, Picture, Sheet
from footfall.render.readings import Readings
from footfall.render.story import NO_IMAGES, Story, tell

LayoutName = Literal["grid", "blueprint", "wheel", "timeline", "persona", "matrix", "storyboard"]


def lay_out(
    layout: LayoutName,
    map: MapDocument,
    library: LibraryDocument,
    readings: Readings | None = None,
    *,
    images: Mapping[str, Image] = NO_IMAGES,
    on: date | None = None,
    version: str = "",
) -> Sheet:
    """The picture of a map in a layout; the other words are those of `compose`."""
    return draw(layout, tell(map, library, readings, images=images, on=on, version=version))


def draw(layout: LayoutName, story: Story) -> Sheet:
    """The picture of a story in a layout, in the house style of its library."""
    return _layout(layout)[1](story).model_copy(update=_branded(story))


def grid(story: Story) -> Picture:
    """The whole map, stages over steps over lanes, in the house style of its library."""
    return _grid(story).model_copy(update=_branded(story))


def _branded(story: Story) -> dict[str, str]:
    """The house style of the library."""
    brand = story.library.brand
    logo = brand.logo if brand.logo in story.images else ""
    return {"logo": logo, "logo_alt": one_line(brand.alt) or story.say("logo") if logo else "", "accent": brand.accent}


def read_sheet(data: dict[str, Any]) -> Sheet:
    """A picture out of its JSON."""
    return _made(data["layout"]).model_validate(data)


def _made(layout: str) -> type[Sheet]:
    """What a sheet of this layout is: of a map, or a board."""
    if layout in BOARDS:
        module = import_module(f"footfall.render.boards.{layout.removeprefix('board-')}")
        return cast("type[Sheet]", getattr(module, BOARDS[layout]))
    return _layout(cast("LayoutName", layout))[0]


def _grid(story: Story) -> Picture:
    return compose(story.map, story.library, story.readings, images=story.images, on=story.on, version=story.version)


# What each layout beside the grid makes and the function that makes it, in the module of its name.
LAYOUTS: Mapping[LayoutName, tuple[str, str]] = {
    "blueprint": ("Blueprint", "blueprint"),
    "wheel": ("Wheel", "wheel"),
    "timeline": ("Timeline", "timeline"),
    "persona": ("PersonaSheet", "persona_sheet"),
    "matrix": ("Matrix", "matrix"),
    "storyboard": ("Storyboard", "storyboard"),
}

BOARDS: Mapping[str, str] = {
    "board-table": "Table",
    "board-columns": "Columns",
    "board-scatter": "Scatter",
    "board-series": "Series",
}


def _layout(name: LayoutName) -> tuple[type[Sheet], Callable[[Story], Sheet]]:
    """What a layout makes, and how; loaded when it is asked for, so that one picture does not wait for all layouts."""
    if name == "grid":
        return Picture, _grid
    made, make = LAYOUTS[name]
    module = import_module(f"footfall.render.layouts.{name}")
    return getattr(module, made), getattr(module, make)
