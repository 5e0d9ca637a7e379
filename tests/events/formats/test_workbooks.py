"""Worksheets as tables, and workbooks that are traps, locked or no workbooks at all."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from footfall.errors import InvalidData
from footfall.events.mapping import FileMapping
from footfall.events.sheets import Sheet, open_sheet

ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Sheet1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
WORD = '<table:table-cell{more} office:value-type="string"><text:p>{word}</text:p></table:table-cell>'


def ods(path: Path, rows: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format(rows=rows))


def words(*cells: str, more: str = "", row: str = "") -> str:
    inside = "".join(WORD.format(word=cell, more=more) for cell in cells)
    return f"<table:table-row{row}>{inside}</table:table-row>"


def xlsx(path: Path, **worksheets: list[list[Any]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        moment, day = (book.add_format({"num_format": form}) for form in ("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd"))
        for name, rows in worksheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    style = moment if isinstance(cell, dt.datetime) else day if isinstance(cell, dt.date) else None
                    sheet.write(place, column, cell, style)


def table(sheet: Sheet) -> list[tuple[int, list[str | None]]]:
    rows = []
    for batch in sheet.batches(sheet.columns):
        cells = zip(*(column.to_pylist() for column in batch.columns.values()), strict=True)
        rows += list(zip(batch.lines.tolist(), map(list, cells), strict=True))
    return rows


ANN = ["ann", dt.datetime(2024, 1, 2, 3, 4, 5), dt.date(2024, 1, 2), 12, 1.5, True]
BO = ["bo", dt.datetime(2024, 1, 3), None, "N/A", None, False]
HEADER = ["who", "when", "day", "count", "rate", "ok"]


def test_cells_keep_what_they_mean(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"  # the content decides, not the name
    xlsx(path, Data=[HEADER, ANN, BO])
    sheet = open_sheet(path)
    assert (sheet.format, sheet.columns, sheet.worksheets, sheet.notes) == (
        "Excel workbook",
        tuple(HEADER),
        ("Data",),
        (),
    )
    assert table(sheet) == [
        (2, ["ann", "2024-01-02T03:04:05", "2024-01-02", "12", "1.5", "true"]),
        (3, ["bo", "2024-01-03T00:00:00", None, None, None, "false"]),
    ]


def test_titles_above_the_header_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    xlsx(path, Data=[["Tickets of May"], ["Exported", dt.date(2024, 6, 1)], [], HEADER, ANN])
    sheet = open_sheet(path)
    assert [line for line, _ in table(sheet)] == [5]
    (note,) = sheet.notes
    assert note.sentence == "3 rows above the header were left out; the header was read from row 4."


def test_the_first_worksheet_with_a_table_is_read_unless_another_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    xlsx(path, Cover=[["Welcome"]], Orders=[["who"], ["ann"]], More=[["name"], ["bo"]])
    assert (open_sheet(path).worksheet, open_sheet(path).worksheets) == ("Orders", ("Cover", "Orders", "More"))
    assert table(open_sheet(path, FileMapping(worksheet="More"))) == [(2, ["bo"])]
    with pytest.raises(InvalidData, match=r"file.xlsx has no worksheet 'Less'. It has: Cover, Orders, More"):
        open_sheet(path, FileMapping(worksheet="Less"))


def test_several_rows_of_headings_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    xlsx(path, Data=[["Id", "Which shop?", ""], ["", "Web", "Street"], [1, "x", "y"]])
    sheet = open_sheet(path, FileMapping(header_rows=2))
    assert sheet.columns == ("Id", "Which shop?: Web", "Which shop?: Street")
    assert table(sheet) == [(3, ["1", "x", "y"])]


def test_a_workbook_in_a_zip_archive_is_read(tmp_path: Path) -> None:
    xlsx(tmp_path / "file.xlsx", Data=[["who"], ["ann"]])
    with zipfile.ZipFile(tmp_path / "file.zip", "w") as archive:
        archive.write(tmp_path / "file.xlsx", "file.xlsx")
    assert table(open_sheet(tmp_path / "file.zip")) == [(2, ["ann"])]


def test_an_opendocument_spreadsheet_is_read_with_its_endless_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "file.ods"
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048000">{cell}</table:table-row>'
    ods(path, words("who", "what") + words("ann", "visit") + empty)
    sheet = open_sheet(path)
    assert (sheet.format, table(sheet)) == ("OpenDocument spreadsheet", [(2, ["ann", "visit"])])


def test_macros_are_not_run_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsm"
    xlsx(path, Data=[["who"], ["ann"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    assert [note.reason for note in open_sheet(path).notes] == ["macros"]


def rewritten(path: Path, entry: str, change: Callable[[bytes], bytes]) -> None:
    """A workbook with one entry changed."""
    xlsx(path, Data=[["who"], ["ann"]])
    entries = {one: zipfile.ZipFile(path).read(one) for one in zipfile.ZipFile(path).namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, change(content) if name == entry else content)


SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def far_cell(path: Path) -> None:
    rewritten(path, SHEET, lambda content: content.replace(b"</sheetData>", FAR))


def entities(path: Path) -> None:
    rewritten(
        path, SHEET, lambda content: content.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
    )


def bomb(path: Path) -> None:
    rewritten(path, "xl/sharedStrings.xml", lambda content: content + b" " * (200 << 20))


def liar(path: Path) -> None:
    """An entry that declares less than it holds."""
    bomb(path)
    content, size = path.read_bytes(), (200 << 20)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/sharedStrings.xml").file_size
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def repeated(path: Path) -> None:
    ods(path, words("x", more=' table:number-columns-repeated="16384"', row=' table:number-rows-repeated="1048576"'))


def encrypted(path: Path) -> None:
    """As Excel locks a workbook: the new format inside an old container."""
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 900
    )


def entry(name: str, content: bytes = b"") -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(name, content)

    return make


def many(path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        for number in range(10_001):
            archive.writestr(f"xl/{number}", "")
    path.write_bytes(out.getvalue())


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a cell at the far end": (far_cell, "more than 10,000,000 cells"),
    "entities": (entities, "holds XML with entities"),
    "200 MB of blanks": (bomb, "unpacks to more than"),
    "a size that lies": (liar, "is a damaged"),
    "a cell repeated without end": (repeated, "more than 10,000,000 cells"),
    "a password": (encrypted, "is locked with a password"),
    "a binary workbook": (entry("xl/workbook.bin"), "is a binary Excel workbook (.xlsb)"),
    "a letter": (entry("word/document.xml"), "is a document of an office suite, not a workbook"),
    "a workbook without parts": (entry("xl/workbook.xml", b"<workbook/>"), "file.xlsx"),
    "an old container with nothing": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000) and None,  # type: ignore[func-returns-value]
        "is no workbook that can be read",
    ),
    "10,001 entries": (many, "holds 10,002 files"),
    "a cover alone": (lambda path: xlsx(path, Cover=[["Welcome"]]), "has no worksheet with a table"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_workbook_that_cannot_be_read_says_so_in_a_sentence(kind: str, tmp_path: Path) -> None:
    make, sentence = BAD[kind]
    path = tmp_path / "file.xlsx"
    make(path)
    with pytest.raises(InvalidData) as refused:
        open_sheet(path)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
