"""Rows of a CSV file or worksheet → map: our own cards, a plain table of stages, or the notes of a whiteboard."""

from collections.abc import Sequence

from footfall.exchange.brought import Brought, refused
from footfall.exchange.sheets.csv_text import rows_of_csv
from footfall.exchange.sheets.reading import Line, Sheets, is_own, read_own
from footfall.exchange.sheets.tables import ABOUT, ID, SHEETS
from footfall.exchange.sheets.values import text_of
from footfall.exchange.sketch import Sketches
from footfall.exchange.stickies import are_stickies, read_stickies
from footfall.exchange.table import Row, is_by_row, is_map_table, read_table

HEADED = 12  # rows among which the headings must stand


def read_csv(text: str, name: str) -> Brought:
    """The map of a CSV file. Raises InvalidMapFile."""
    rows = rows_of_csv(text)
    if _is_own_csv(rows):
        about: list[Line] = [(1, ("Field", "Value")), (2, ("Title", name))]
        return read_own({SHEETS["card"]: rows, ABOUT: about}, "csv", name)
    return _read_plain([Row(line, tuple(map(text_of, cells))) for line, cells in rows], "csv", name)


def read_workbook(sheets: Sheets, name: str) -> Brought:
    """The map of a workbook's worksheets. Raises InvalidMapFile."""
    if is_own(sheets):
        return read_own(sheets, "xlsx", name)
    for lines in sheets.values():
        rows = [Row(line, tuple(map(text_of, cells))) for line, cells in lines]
        if _headed(rows):
            return _read_plain(rows, "xlsx", name)
    raise _no_map()


def is_csv_map(text: str) -> bool:
    """Whether a CSV text is a map rather than customer data; only its first lines are looked at."""
    rows = rows_of_csv("\n".join(text.split("\n", 50)[:50]))
    return _is_own_csv(rows) or bool(_headed([Row(line, tuple(map(text_of, cells))) for line, cells in rows]))


def _is_own_csv(rows: Sequence[Line]) -> bool:
    heads = {text_of(cell) for cell in rows[0][1]} if rows else set()
    return {ID, "Step", "Lane", "Text"} <= heads


def _headed(rows: Sequence[Row]) -> list[Row]:
    """The rows from the headings on, if they are those of a map or of notes."""
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    for place in range(min(HEADED, len(filled) - 1)):
        if is_map_table(filled[place:]) or are_stickies(filled[place:]):
            return filled[place:]
    return []


def _read_plain(rows: Sequence[Row], format: str, name: str) -> Brought:
    found = _headed(rows)
    if not found:
        raise _no_map()
    file = Sketches(format, name)
    read = read_stickies if are_stickies(found) and not is_by_row(found) else read_table
    read(found, file.begin())
    return file.done()


def _no_map() -> Exception:
    return refused(
        "It has no table that looks like a map.",
        expected="Expected are headings such as Stage, Step, Action, Emotion and Pain, or the notes of a whiteboard.",
    )
