"""A map becomes a picture (what to paint, decided), and a picture becomes PDF, SVG or PNG."""

from footfall.render.composing import compose
from footfall.render.drawings import paint_drawing
from footfall.render.painting import paint
from footfall.render.picture import Image, Picture
from footfall.render.typesetting import Format, Painting

__all__ = ["Format", "Image", "Painting", "Picture", "compose", "paint", "paint_drawing"]
