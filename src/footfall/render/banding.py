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


@dataclass(frozen=True)
class Slot:
    """A rectangle of columns and rows with its cards from top to bottom; without cards it is an empty cell."""

    row: int
    start: int
    span: int = 1
    rows: int = 1
    items: tuple[Placed, ...] = ()


def slots(placed: Sequence[Placed], columns: int) -> list[list[Slot]]:
    """The rows of a lane, each with the slots that begin in it from left to right; together they cover it once.

    Spanning cards go to the highest row with room. The other cards of a column stand below them, or beside them
    where the column is free, in one slot that reaches down to the last row.
    """
    spanning = _spanning([item for item in placed if item.span > 1])
    below = [_first_free(spanning, column) for column in range(columns)]
    stacks = _stacks([item for item in placed if item.span <= 1])
    count = max([len(spanning), *(below[column] + 1 for column in stacks)], default=1) or 1
    rows = [[*row, *_empty(row, below, number)] for number, row in enumerate(_padded(spanning, count))]
    for column, row in enumerate(below):
        if row < count:
            rows[row].append(Slot(row, column, 1, count - row, tuple(stacks.get(column, ()))))
    return [sorted(row, key=lambda slot: slot.start) for row in rows]


def _spanning(items: Sequence[Placed]) -> list[list[Slot]]:
    rows: list[list[Slot]] = []
    for item in items:
        number = next((number for number, row in enumerate(rows) if all(_apart(item, slot) for slot in row)), len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append(Slot(number, item.start, item.span, 1, (item,)))
    return rows


def _apart(item: Placed, slot: Slot) -> bool:
    return item.start + item.span <= slot.start or slot.start + slot.span <= item.start


def _first_free(rows: Sequence[Sequence[Slot]], column: int) -> int:
    """The row below the last spanning card in a column."""
    covered = [number for number, row in enumerate(rows) if any(_covers(slot, column) for slot in row)]
    return max(covered, default=-1) + 1


def _covers(slot: Slot, column: int) -> bool:
    return slot.start <= column < slot.start + slot.span


def _stacks(items: Sequence[Placed]) -> dict[int, list[Placed]]:
    columns: dict[int, list[Placed]] = {}
    for item in items:
        columns.setdefault(item.start, []).append(item)
    return columns


def _padded(rows: list[list[Slot]], count: int) -> list[list[Slot]]:
    return rows + [[] for _ in range(count - len(rows))]


def _empty(row: Sequence[Slot], below: Sequence[int], number: int) -> Iterator[Slot]:
    """Empty cells of a row between spanning cards, in columns whose own slot begins farther down."""
    for column, first in enumerate(below):
        if number < first and not any(_covers(slot, column) for slot in row):
            yield Slot(number, column)
