"""Slides written by a process of its own: its memory goes back when it is done, and it can be ended in time."""

from footfall.errors import RenderFailed
from footfall.render.apart import order
from footfall.render.slides.deck import Deck
from footfall.render.tokens import Theme
from footfall.render.typesetting import Painting

TIME_LIMIT = 60.0  # seconds


def paint_slides(deck: Deck, theme: Theme = "light", limit: float = TIME_LIMIT) -> Painting:
    """The PPTX of a deck. Raises RenderFailed when it takes longer than `limit` seconds."""
    try:
        return order({"deck": deck.model_dump(mode="json"), "theme": theme}, limit)
    except TimeoutError as late:
        raise RenderFailed(
            f"The slides took longer than {limit:g} seconds.",
            todo="Export fewer stages at once, or fewer and smaller images.",
        ) from late
