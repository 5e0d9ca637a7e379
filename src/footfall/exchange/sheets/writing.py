"""Tables → a workbook, or CSV of its cards. Texts are written as texts, so that no formula among them is ever run."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from footfall.exchange.brought import Origin, Written
from footfall.exchange.leftovers import left_out
from footfall.exchange.sheets.tables import ID, STAGE, Table, tables
from footfall.exchange.sheets.values import LONGEST_CELL, Cell, text_of
from footfall.exchange.wording import heading_of, line_of
from footfall.journey.changes import Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import RECORD_TYPES

PICTURE = "Map"
WIDTHS = {"text": 60, "step": 24, "stage": 20, "lane": 18, "name": 28, "goal": 40, "id": 12, "value": 60, "field": 24}
USUAL_WIDTH = 16
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # how a cell begins that a spreadsheet might run; a quotation mark shields it


def write_workbook(records: Records, library: Records, origin: Origin | None = None) -> Written:
    """A workbook with the map as a picture, its cards, and all else that gives the same map when it is read."""
    import xlsxwriter

    found, file = tables(records, library, origin), io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same map gives the same bytes
    sheets = _Sheets(book)
    sheets.picture(MapDocument(records), LibraryDocument(library))
    for table in found:
        sheets.table(table)
    book.close()
    return Written(file.getvalue(), tuple(_too_long(found)))


def _too_long(found: list[Table]) -> Iterator[str]:
    for table in found:
        count = sum(len(cell) > LONGEST_CELL for row in table.rows for cell in row if isinstance(cell, str))
        if count:
            yield f"{table.name}: {count} texts have more than {LONGEST_CELL:,} characters and were cut."


class _Sheets:
    """The sheets of a workbook that is being written."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.quiet = book.add_format({"font_color": "#8A8F98", "valign": "top"})
        self.name = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.stage = book.add_format(
            {"bold": True, "bg_color": "#E8EEF4", "align": "left", "valign": "top", "border": 1}
        )
        self.framed = book.add_format({"text_wrap": True, "valign": "top", "border": 4})

    def table(self, table: Table) -> None:
        sheet = self.book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(table.heads):
            sheet.set_column(
                column, column, WIDTHS.get(head.lower(), USUAL_WIDTH), self.quiet if head == ID else self.wrapped
            )
            sheet.write_string(0, column, head, self.head)
        for row, cells in enumerate(table.rows, start=1):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)

    def picture(self, map: MapDocument, library: LibraryDocument) -> None:
        """The stages by the lanes, to look at and to print; locked, since the sheet of the cards is what counts."""
        sheet = self.book.add_worksheet(PICTURE)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, max(len(map.steps), 1), 28)
        _write(sheet, 0, 0, map.header.title, self.name)
        _write(sheet, 1, 0, "A picture of the sheet Cards: change the cards there.", self.quiet)
        self._columns(sheet, map)
        for row, (id, lane) in enumerate(map.lanes.items(), start=4):
            _write(sheet, row, 0, heading_of(lane), self.name)
            for column, step in enumerate(map.steps, start=1):
                cards = map.cards_in(id, step).values()
                _write(sheet, row, column, "\n".join(line_of(card, lane, library) for card in cards), self.framed)
        sheet.freeze_panes(4, 1)

    def _columns(self, sheet: Any, map: MapDocument) -> None:
        column = 1
        for id, stage in map.stages.items():
            steps = map.steps_of(id)
            for place, step in enumerate(steps.values()):
                _write(sheet, 2, column + place, stage.name if place == 0 else "", self.stage)
                _write(sheet, 3, column + place, step.name, self.name)
            column += len(steps)


def _write(sheet: Any, row: int, column: int, cell: Cell, look: Any = None) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:LONGEST_CELL], look)
    elif cell is not None:
        sheet.write_number(row, column, cell, look)


def write_csv(records: Records, library: Records) -> Written:
    """The cards of a map, a row for each; beginnings that a spreadsheet might run stand behind a quotation mark."""
    cards = next(table for table in tables(records, library) if table.name == "Cards")
    map, file = MapDocument(records), io.StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(cards.heads)
    for row in cards.rows:
        rows.writerow([_shielded(cell) for cell in _named(cards.heads, row, map)])
    held = {kind: set(RECORD_TYPES[kind].model_fields) for kind in ("card",)}
    held |= {"map": {"title"}, "stage": {"name"}, "step": {"name"}, "lane": {"kind", "name"}}
    return Written(("\ufeff" + file.getvalue()).encode(), left_out(records, held, "A CSV file of the cards"))


def _named(heads: tuple[str, ...], row: tuple[Cell, ...], map: MapDocument) -> list[Cell]:
    """The row with names where the workbook has ids, since no other sheet explains them."""
    card = map.cards[str(row[-1])]
    step, lane = map.steps.get(card.step), map.lanes.get(card.lane)
    cells = dict(zip(heads, row, strict=True))
    if step:
        cells |= {STAGE: map.stages[step.stage].name, "Step": step.name}
    if lane:
        cells["Lane"] = heading_of(lane)
    return list(cells.values())


def _shielded(cell: Cell) -> str:
    text = text_of(cell)
    return f"'{text}" if isinstance(cell, str) and FORMULA.match(text) else text


def unshielded(text: str) -> str:
    """The text without the quotation mark that shields it."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
