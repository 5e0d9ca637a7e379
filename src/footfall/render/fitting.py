"""How much room a text takes, about: enough to choose a size and to shorten what would not fit."""

import re
from collections.abc import Iterator
from functools import lru_cache

from footfall.render.labels import text_width

_PIECES = re.compile(r"[^\s\u200b]+|\s+")


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The lines of a text set at a size in points within a width; a word that is too long is cut where it must."""
    return [line.strip() for line in _broken(text, size, width)]


@lru_cache(maxsize=4096)  # whoever looks for the best width asks again and again
def _broken(text: str, size: float, width: float) -> tuple[str, ...]:
    """The same with the spaces at which lines end."""
    return tuple(line for typed in text.split("\n") for line in _lines(f"{typed} ", size, width))


def _lines(text: str, size: float, width: float) -> Iterator[str]:
    line, taken = "", 0.0
    for piece in (part for word in _PIECES.findall(text) for part in _parts(word, size, width)):
        wide = text_width(piece, size)
        if line and not piece.isspace() and taken + wide > width:
            yield line
            line, taken = "", 0.0
        line, taken = line + piece, taken + wide
    yield line


def _parts(word: str, size: float, width: float) -> Iterator[str]:
    """A word, in parts where it is longer than a line."""
    while len(word) > 1 and text_width(word, size) > width:
        end = max(1, int(len(word) * width / text_width(word, size)))
        yield word[:end]
        word = word[end:]
    yield word


def shortened(text: str, size: float, width: float, most: int) -> str:
    """The text, or as much of it as fits on so many lines with an ellipsis."""
    lines = _broken(text, size, width)
    if len(lines) <= most:
        return text
    last = lines[most - 1].rstrip()
    while last and text_width(f"{last}…", size) > width:
        last = last[:-1]
    return "".join([*lines[: most - 1], last]).rstrip() + "…"
