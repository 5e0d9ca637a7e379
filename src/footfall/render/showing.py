"""A map as a file to look at: a picture in a layout, slides, or a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from footfall.errors import RenderFailed
from footfall.render.layouts import LayoutName, draw
from footfall.render.painting import paint
from footfall.render.paper import CONTENT, Paper
from footfall.render.story import Story
from footfall.render.tokens import Theme
from footfall.render.typesetting import Painting


@dataclass(frozen=True)
class Look:
    """How a map is shown: its colours, its layout (None: the map's own), and its paper."""

    theme: Theme = "light"
    layout: LayoutName | None = None
    paper: Paper = CONTENT


PLAIN = Look()


def show(story: Story, format: str, look: Look = PLAIN) -> Painting:
    """The map as a file of a format. Raises RenderFailed."""
    if format not in WHOLE:
        layout = look.layout or story.map.header.layout
        return paint(draw(layout, story), format, look.theme, paper=look.paper)
    if look.layout is not None or look.paper != CONTENT:
        raise RenderFailed(
            f"A layout or paper was asked for, and {format.upper()} has its own.",
            f"{format.upper()} tells the whole map in one way.",
            "Leave the layout and the paper out, or export a PDF.",
        )
    return WHOLE[format](story, look.theme)


def _slides(story: Story, theme: Theme) -> Painting:
    from footfall.render.slides import paint_slides, present  # who paints a picture does not wait for it

    return paint_slides(present(story), theme)


def _page(story: Story, theme: Theme) -> Painting:  # noqa: ARG001 - a page has the theme of its reader's system
    from footfall.render.webpage import write_page

    return write_page(story)


# Formats that tell a map in one way of their own.
WHOLE: Mapping[str, Callable[[Story, Theme], Painting]] = {"pptx": _slides, "html": _page}
