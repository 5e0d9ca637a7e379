"""A map becomes a picture (what to paint, decided), and a picture becomes PDF, SVG or PNG."""

from footfall.render.composing import compose
from footfall.render.painting import Format, Painting, paint
from footfall.render.picture import Picture

__all__ = ["Format", "Painting", "Picture", "compose", "paint"]
