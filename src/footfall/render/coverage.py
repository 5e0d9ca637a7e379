"""Which characters the bundled faces have, as their own tables say."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PLAIN_BELOW = 0x250  # Latin letters, which are not worth a look
UNSEEN = frozenset({*range(0x2000, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, 0xFFFD})  # spaces, joiners, and their like


def unknown(text: str, folder: Path) -> list[str]:
    """The characters of a text that no face in a folder has, in order; Typst's own faces may still have them."""
    asked = {ord(char) for char in set(text)} - UNSEEN
    rare = {point for point in asked if point >= PLAIN_BELOW}
    for path in sorted(folder.glob("*.ttf")):  # the first is Inter, which has all that most maps say
        if not rare:
            break
        rare -= _covered(path)
    return [chr(point) for point in sorted(rare)]


@cache
def _covered(path: Path) -> frozenset[int]:
    return frozenset(_points(path.read_bytes()))


def _points(font: bytes) -> Iterator[int]:
    """The code points of a font: formats 4 and 12 of its `cmap` table (OpenType 1.9)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", font, start + offset)
        yield from {4: _segments, 12: _groups}.get(kind, _none)(font, start + offset)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _none(font: bytes, at: int) -> Iterator[int]:  # noqa: ARG001 - other formats name variants, not characters
    return iter(())
