"""A map as slides: what stands on each is decided here as a deck, then written as PPTX with native shapes."""

from footfall.render.slides.painting import paint_slides
from footfall.render.slides.presenting import present

__all__ = ["paint_slides", "present"]
