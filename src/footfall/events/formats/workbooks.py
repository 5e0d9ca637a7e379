"""Worksheets of Excel and OpenDocument workbooks; the line of a row is the number beside it in the workbook.

Formulas count with the values that were saved; macros are never run.
"""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, ZipError

from footfall.errors import InvalidData
from footfall.events.formats.csv_rows import heading_names
from footfall.events.formats.sheet import NOTHING, ROWS, Batch, Note, Sheet, chosen, first_line, named, text_column
from footfall.events.formats.sheet import text_of as plain_text
from footfall.events.formats.workbook_bounds import MOST_CELLS, locked, refuse_traps, too_many_cells
from footfall.events.mapping import FileMapping
from footfall.events.scanning import fingerprint
from footfall.events.unpacking import whole

LOOKED_AT = 50  # rows in which the header must stand
EMPTY = frozenset(NOTHING)


@dataclass(frozen=True)
class WorkbookRows:
    """The rows of a worksheet below its header; `header` is the place of the header, from 0."""

    path: Path
    worksheet: str
    columns: tuple[str, ...]
    header: int
    header_rows: int

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns as text; moments as ISO 8601."""
        places = [self.columns.index(name) for name in columns]
        first = self.header + self.header_rows
        rows = itertools.islice(_rows(self.path, _open(self.path), self.worksheet), first, None)
        while some := list(itertools.islice(rows, ROWS)):
            lines = np.arange(first + 1, first + 1 + len(some), dtype=np.int64)
            first += len(some)
            yield Batch({self.columns[place]: _column([row[place] for row in some]) for place in places}, lines)


def open_workbook(path: Path, read_as: FileMapping) -> Sheet:
    """Look at a workbook: the chosen worksheet, else the first one with a table. Raises InvalidData."""
    kind, has_macros = refuse_traps(path)
    book = _open(path)
    offered = _with_cells(path, book) if not read_as.worksheet else tuple(_worksheets(book))
    if not offered:
        raise InvalidData(f"{path.name} has no worksheet with a table.", "A header and at least one row are needed.")
    worksheet = chosen(path, read_as.worksheet, offered, "worksheet")
    top = [[_text(cell) for cell in row] for row in itertools.islice(_rows(path, book, worksheet), LOOKED_AT)]
    header = header_place(top)
    columns, repeated = named(path, heading_names(top[header : header + read_as.header_rows]))
    return Sheet(
        path,
        kind,
        fingerprint(path),
        columns,
        WorkbookRows(path, worksheet, columns, header, read_as.header_rows),
        repeated=repeated,
        worksheets=tuple(_worksheets(book)),
        worksheet=worksheet,
        notes=_notes(header, has_macros),
    )


def all_worksheets(path: Path, most_cells: int) -> dict[str, list[list[Any]]]:
    """The cells of all worksheets, by name and row: texts, numbers, yes and no, or nothing. Raises InvalidData."""
    refuse_traps(path)
    book, cells, found = _open(path), 0, dict[str, list[list[Any]]]()
    for name in _worksheets(book):
        found[name] = []
        for row in _rows(path, book, name):
            cells += len(row)
            if cells > most_cells:
                raise InvalidData(
                    f"{path.name} has more than {most_cells:,} cells.", "That is more than a map may have."
                )
            found[name].append([cell if isinstance(cell, str | float | bool) else _text(cell) or None for cell in row])
    return found


def header_place(rows: Sequence[Sequence[str]]) -> int:
    """Where the header stands: the first row that fills at least half as many columns as any of the first rows.

    Titles, dates of the export and blank rows above it fill fewer.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    needed = max(1, (max(filled, default=0) + 1) // 2)
    return next((place for place, count in enumerate(filled) if count >= needed), 0)


def _notes(header: int, has_macros: bool) -> tuple[Note, ...]:
    notes = []
    if header:
        above = "A row above the header was" if header == 1 else f"{header} rows above the header were"
        notes.append(Note("title-rows", f"{above} left out; the header was read from row {header + 1}."))
    if has_macros:
        notes.append(Note("macros", "The workbook holds macros; they were not run."))
    return tuple(notes)


def _open(path: Path) -> CalamineWorkbook:
    source: Path | IO[bytes] = whole(path)
    try:
        return CalamineWorkbook.from_object(source)
    except PasswordError:
        raise locked(path) from None
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise _damaged(path, error) from None


def _damaged(path: Path, error: Exception) -> InvalidData:
    todo = "Open it in Excel and save it again, or save the worksheet as CSV."
    return InvalidData(f"{path.name} is no workbook that can be read: {first_line(error)}.", todo=todo)


def _worksheets(book: CalamineWorkbook) -> list[str]:
    return [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]


def _with_cells(path: Path, book: CalamineWorkbook) -> tuple[str, ...]:
    """The worksheets with a table, the first of them at least; later ones are offered without a look."""
    names = _worksheets(book)
    first = next((place for place, name in enumerate(names) if _is_table(path, book, name)), len(names))
    return tuple(names[first:])


def _is_table(path: Path, book: CalamineWorkbook, name: str) -> bool:
    rows = [row for row in itertools.islice(_rows(path, book, name), LOOKED_AT) if any(map(_text, row))]
    return len(rows) > 1


def _rows(path: Path, book: CalamineWorkbook, worksheet: str) -> Iterator[list[Any]]:
    """The rows of a worksheet from its first one on, of equal length."""
    try:
        sheet = book.get_sheet_by_name(worksheet)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise too_many_cells(path)
        yield from sheet.iter_rows()
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise _damaged(path, error) from None


def _column(cells: list[Any]) -> Any:
    """Cells as text; a day in a column of moments is a moment at midnight."""
    moments = any(isinstance(cell, dt.datetime) for cell in cells)
    texts = [_text(cell, moments) for cell in cells]
    return text_column([None if text in EMPTY else text for text in texts])


def _text(cell: Any, moments: bool = False) -> str:
    if isinstance(cell, dt.date):
        is_day = moments and not isinstance(cell, dt.datetime)
        return (dt.datetime.combine(cell, dt.time()) if is_day else cell).isoformat()
    return plain_text(cell) or ""
