"""A map becomes a picture (what to paint, decided), and that PDF, SVG or PNG; or it becomes slides or a page."""

from footfall.render.composing import compose
from footfall.render.drawings import paint_drawing
from footfall.render.layouts import LayoutName, lay_out
from footfall.render.painting import paint
from footfall.render.paper import CONTENT, Paper, PaperName
from footfall.render.picture import Image, Picture, Sheet
from footfall.render.showing import PLAIN, WHOLE, Look, show
from footfall.render.story import tell
from footfall.render.typesetting import Format, Painting

__all__ = [
    "CONTENT",
    "PLAIN",
    "WHOLE",
    "Format",
    "Image",
    "LayoutName",
    "Look",
    "Painting",
    "Paper",
    "PaperName",
    "Picture",
    "Sheet",
    "compose",
    "lay_out",
    "paint",
    "paint_drawing",
    "show",
    "tell",
]
