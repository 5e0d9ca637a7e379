"""Paints one picture or drawing for the process that started this one; see apart.py for the words they exchange."""

import json
import sys
from typing import Any

from footfall.errors import RenderFailed
from footfall.render.drawings import paint_here
from footfall.render.layouts import read_sheet
from footfall.render.paper import Paper
from footfall.render.slides.deck import Deck
from footfall.render.slides.writing import write
from footfall.render.typesetting import Format, Painting, new_compiler, typeset

MOST_MEMORY = 6_000_000_000  # bytes of address space; a map of 2,000 cards needs a tenth of it


def main() -> None:
    """Paint what the input asks for."""
    _limit_memory()
    order = json.load(sys.stdin.buffer)
    try:
        made = _made(order)
        said = {"media_type": made.media_type, "warnings": made.warnings, "refused": None}
    except RenderFailed as error:
        made, said = Painting(b"", ""), {"refused": (error.seen, error.expected, error.todo)}
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made.content)


def _made(order: dict[str, Any]) -> Painting:
    if "drawing" in order:
        return paint_here(order["drawing"], order["side"])
    if "deck" in order:
        return write(Deck.model_validate(order["deck"]), order["theme"])
    sheet = read_sheet(order["picture"])
    return typeset(new_compiler(), sheet, Format(order["format"]), order["theme"], Paper(**order["paper"]))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
