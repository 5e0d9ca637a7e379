"""A table on paper: headed columns, rows at levels, and cells that may be shaded by how much they are."""

from collections.abc import Iterable, Sequence
from typing import Literal

from footfall.render.boards.head import Head
from footfall.render.markdown import literal, one_line, right_to_left
from footfall.render.picture import Part, Sheet, Text, Tone

UNIT = 88.0  # points, of a column of width 1


class Column(Part):
    """A column by its name; `width` is its share, `numbers` stand at the end of their cells."""

    name: str
    width: float = 1.0
    numbers: bool = False


class Cell(Part):
    """What stands in a cell; `detail` (n, an interval) below it; `shade` from 0 to 1 for a heat map."""

    text: str = ""
    detail: str = ""
    tone: Tone = "ink"
    bold: bool = False
    shade: float | None = None


class Row(Part):
    """A row; those of a deeper level stand below the one before, a heading spans the table."""

    cells: tuple[Cell, ...]
    level: int = 0
    heading: bool = False


class Painted(Part):
    """A cell in runs of text, as the template paints it."""

    text: Text
    detail: str
    tone: Tone
    shade: float | None
    rtl: bool


class Line(Part):
    """A row as the template paints it."""

    cells: tuple[Painted, ...]
    level: int
    heading: bool


class Table(Sheet):
    """A board that is a table."""

    layout: Literal["board-table"] = "board-table"
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    empty: str = ""

    @property
    def cards(self) -> int:
        """How many cells are painted."""
        return sum(len(row.cells) for row in self.rows)


def table(head: Head, columns: Sequence[Column], rows: Iterable[Row | Sequence[Cell | str]]) -> Table:
    """A table of these rows; a row may be given as its cells alone, a cell as its words."""
    return Table(
        **head.framed(),
        columns=tuple(column.model_copy(update={"name": one_line(column.name)}) for column in columns),
        rows=tuple(_line(row if isinstance(row, Row) else Row(cells=tuple(map(_cell, row)))) for row in rows),
        width=max(480.0, sum(column.width for column in columns) * UNIT),
    )


def _cell(given: Cell | str) -> Cell:
    return given if isinstance(given, Cell) else Cell(text=given)


def _line(row: Row) -> Line:
    return Line(cells=tuple(map(_painted, row.cells)), level=row.level, heading=row.heading)


def _painted(cell: Cell) -> Painted:
    shade = None if cell.shade is None else min(max(cell.shade, 0.0), 1.0)
    return Painted(
        text=literal(one_line(cell.text), bold=cell.bold),
        detail=one_line(cell.detail),
        tone=cell.tone,
        shade=shade,
        rtl=right_to_left(cell.text),
    )
