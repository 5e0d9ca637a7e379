"""Workbooks of Excel and its kin: with macros, with a password, with bombs inside, and as people leave them."""

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import xlsxwriter

from tests.hostile.cases import Case, Read, Refused

Fill = Callable[[Any, Any], object]
ROWS = [
    ["who", "when", "what"],
    ["ann", dt.datetime(2024, 1, 2, 3, 4, 5), "visit"],
    ["ben", dt.datetime(2024, 1, 3), "pay"],
]


def book(fill: Fill, **options: object) -> bytes:
    """The bytes of a workbook that was filled so."""
    into = BytesIO()
    with xlsxwriter.Workbook(
        into, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss", **options}
    ) as made:
        fill(made, made.add_worksheet())
    return into.getvalue()


def good(made: Any, sheet: Any) -> None:
    """A header and two events."""
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)


def cells(*rows: list[object]) -> Fill:
    """What writes these rows below the header."""

    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ROWS[0])
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, row)

    return fill


def formula(made: Any, sheet: Any) -> None:
    """An event that is reckoned, and was reckoned last as `visit`."""
    good(made, sheet)
    sheet.write_formula(1, 2, '="vi"&"sit"', None, "visit")


def hidden(made: Any, sheet: Any) -> None:
    """A table on the second sheet, the first of which is hidden and empty."""
    second = made.add_worksheet("Table")
    good(made, second)
    second.activate()
    sheet.hide()


def merged(made: Any, sheet: Any) -> None:
    """A customer over two rows."""
    good(made, sheet)
    sheet.merge_range(1, 0, 2, 0, "ann")


def remade(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A good workbook with other entries than Excel writes."""
    with zipfile.ZipFile(BytesIO(book(good))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return into.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)


def laughing(entries: dict[str, bytes]) -> None:
    """Entities of entities of entities in the words of the workbook."""
    head, _, rest = entries[STRINGS].partition(b"?>")
    entries[STRINGS] = head + b"?>" + LAUGHS + rest.replace(b"<t>who</t>", b"<t>&j;</t>")


def curious(entries: dict[str, bytes]) -> None:
    """An entity that is a file of this machine."""
    head, _, rest = entries[STRINGS].partition(b"?>")
    entries[STRINGS] = (
        head
        + b'?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + rest.replace(b"<t>visit</t>", b"<t>&a;</t>")
    )


def bomb(entries: dict[str, bytes]) -> None:
    """A sheet that unpacks to 200 MB."""
    entries[SHEET] = entries[SHEET].replace(b"<sheetData>", b"<sheetData>" + b" " * 200_000_000)


def huge(entries: dict[str, bytes]) -> None:
    """A sheet that says it has all rows and columns there can be, and one cell in the last of them."""
    entries[SHEET] = (
        entries[SHEET]
        .replace(b"A1:C3", b"A1:XFD1048576")
        .replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    )


def sheetless(entries: dict[str, bytes]) -> None:
    """A workbook whose sheet is not there."""
    del entries[SHEET]


def crowded(entries: dict[str, bytes]) -> None:
    """Twenty thousand entries more."""
    entries.update({f"xl/media/{number}.png": b"" for number in range(20_000)})


def with_macros(entries: dict[str, bytes]) -> None:
    """A workbook with a program inside."""
    entries["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(2000)


def encrypted() -> bytes:
    """What a workbook with a password begins with: a container whose directory names the encrypted package."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + name + bytes(4000)


CASES = [
    Case("a workbook", "file.xlsx", book(good), Read(2)),
    Case("a workbook that says it is CSV", "file.csv", book(good), Read(2)),
    Case("a workbook of 1904", "file.xlsx", book(good, date_1904=True), Read(2)),
    Case("a formula with its last value", "file.xlsx", book(formula), Read(2)),
    Case("a hidden empty sheet before the table", "file.xlsx", book(hidden), Read(2)),
    Case("cells that are joined", "file.xlsx", book(merged), Read(2)),
    Case("an empty workbook", "file.xlsx", book(lambda made, sheet: None), Refused("file.xlsx")),
    Case("a header alone in a workbook", "file.xlsx", book(cells()), Refused("has no worksheet with a table")),
    Case(
        "empty rows in a workbook",
        "file.xlsx",
        book(cells([], ["ann", "2024-01-02", "visit"])),
        Read(1, {"blank": (2,)}),
    ),
    Case("numbers for customers", "file.xlsx", book(cells([17, "2024-01-02", "visit"])), Read(1)),
    Case(
        "a number for a day in a workbook",
        "file.xlsx",
        book(cells(["ann", 45443.5, "visit"], ["ben", "2024-01-02", "pay"])),
        Read(1, {"unreadable-time": (2,)}),
    ),
    Case("a workbook with entities of entities", "file.xlsx", remade(laughing), Refused("file.xlsx")),
    Case("a workbook that asks for a file", "file.xlsx", remade(curious), Refused("file.xlsx")),
    Case("a bomb in a workbook", "file.xlsx", remade(bomb), Refused("file.xlsx")),
    Case("a sheet without end", "file.xlsx", remade(huge), Refused("file.xlsx")),
    Case("a workbook without its sheet", "file.xlsx", remade(sheetless), Refused("file.xlsx")),
    Case("a workbook of 20,000 entries", "file.xlsx", remade(crowded), Refused("file.xlsx")),
    Case("a workbook with macros", "file.xlsm", remade(with_macros), Read(2, warned=("macros",))),
    Case("a workbook with a password", "file.xlsx", encrypted(), Refused("password")),
    Case(
        "an old container of nothing",
        "file.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
        Refused("file.xls"),
    ),
    Case("half a workbook", "file.xlsx", book(good)[:2000], Refused("file.xlsx")),
    Case(
        "a workbook with a flipped byte",
        "file.xlsx",
        book(good).replace(b"PK\x01\x02", b"PK\x01\x03", 1),
        Refused("file.xlsx"),
    ),
]
