"""Rows within a lane: cards that span columns and cards of one column, packed so that none covers another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footfall.journey.records import Card


@dataclass(frozen=True)
class Placed:
    """A card with the columns that it covers."""

    id: str
    card: Card
    start: int
    span: int


Slot = tuple[int, int, tuple[Placed, ...]]  # first column, columns covered, cards from top to bottom


def bands(placed: Sequence[Placed]) -> Iterator[tuple[Slot, ...]]:
    """The rows of a lane: spanning cards first, each in the first row with room, then the cells of one column."""
    rows: list[list[Placed]] = []
    for item in sorted((item for item in placed if item.span > 1), key=lambda item: item.start):
        row = next((row for row in rows if row[-1].start + row[-1].span <= item.start), None)
        rows.append([item]) if row is None else row.append(item)
    for row in rows:
        yield tuple((item.start, item.span, (item,)) for item in row)
    cells = _cells([item for item in placed if item.span <= 1])
    if cells or not rows:
        yield cells


def _cells(placed: Sequence[Placed]) -> tuple[Slot, ...]:
    columns: dict[int, list[Placed]] = {}
    for item in placed:
        columns.setdefault(item.start, []).append(item)
    return tuple((start, 1, tuple(items)) for start, items in sorted(columns.items()))
