"""How large a workbook would be in memory, told before it is read: the bounds that traps do not keep."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from footfall.errors import InvalidData
from footfall.events.unpacking import CHUNK, ZIP, bounded_archive, readable, whole

MOST_CELLS = 10_000_000  # of one worksheet; empty cells between filled ones count
LOCKED = "EncryptedPackage".encode("utf-16-le")
CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,4})(\d{1,9})["']""")


def refuse_traps(path: Path) -> tuple[str, bool]:
    """The kind of workbook and whether it holds macros. Raises InvalidData for a locked one, a trap or another zip."""
    source = whole(path)
    with readable(path), source.open("rb") if isinstance(source, Path) else source as file:
        if file.read(4) != ZIP:
            return _old(path, file)
        file.seek(0)
        return _zipped(path, file)


def _old(path: Path, file: IO[bytes]) -> tuple[str, bool]:
    """A workbook of before 2007, which cannot be larger than its format allows; or a new one with a password."""
    content = file.read(64 * CHUNK)
    if LOCKED in content:
        raise locked(path)
    return "Excel workbook (97-2003)", "_VBA_PROJECT".encode("utf-16-le") in content


def _zipped(path: Path, file: IO[bytes]) -> tuple[str, bool]:
    with bounded_archive(path, file) as archive:
        names = archive.namelist()
        if any(entry.flag_bits & 1 for entry in archive.infolist()):
            raise locked(path)
        if "content.xml" in names:
            _refuse_repeats(path, archive)
            return "OpenDocument spreadsheet", False
        if "xl/workbook.xml" not in names:
            raise _no_workbook(path, names)
        for name in names:
            _refuse_cells(path, archive, name)
        return "Excel workbook", any(name.endswith("vbaProject.bin") for name in names)


def _no_workbook(path: Path, names: list[str]) -> InvalidData:
    if "xl/workbook.bin" in names:
        todo = "Save it as Excel workbook (.xlsx) and import that."
        return InvalidData(f"{path.name} is a binary Excel workbook (.xlsb).", todo=todo)
    kind = "a document of an office suite" if "[Content_Types].xml" in names else "a zip archive in a zip archive"
    return InvalidData(f"{path.name} is {kind}, not a workbook.", todo="Import a workbook or a CSV file.")


def _refuse_cells(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    """Read an entry to its end, which proves its declared size, and bound a worksheet by its outermost cells."""
    right = down = 0
    for chunk in _chunks(path, archive, name):
        cells = CELL.findall(chunk) if "worksheets/" in name else []
        right = max(right, max((_number(column) for column in {column for column, _ in cells}), default=0))
        down = max(down, max((int(row) for _, row in cells), default=0))
        if right * down > MOST_CELLS:
            raise too_many_cells(path)


def _number(column: bytes) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number


def _refuse_repeats(path: Path, archive: zipfile.ZipFile) -> None:
    """Bound what a spreadsheet says that it repeats: a row of a few bytes may stand for a million."""
    for _ in _chunks(path, archive, "content.xml"):
        pass  # read to its end, which proves its declared size and that no entity hides in it
    right = down = below = 0
    for row in _elements(path, archive, "table-row", "table"):
        if row.tag.endswith("}table"):
            right = down = below = 0
            continue
        times, width = int(row.get(f"{row.tag[:-9]}number-rows-repeated", 1)), _width(row)
        below += times
        right, down = max(right, width), below if width else down
        if right * down > MOST_CELLS:
            raise too_many_cells(path)


def _width(row: Any) -> int:
    """How many columns a row fills: up to its last cell that holds something."""
    width = filled = 0
    for cell in row:
        width += int(cell.get(f"{cell.tag.partition('}')[0]}}}number-columns-repeated", 1))
        filled = width if len(cell) or any(name.endswith("value-type") for name in cell.attrib) else filled
    return filled


def _elements(path: Path, archive: zipfile.ZipFile, *names: str) -> Iterator[Any]:
    from lxml import etree

    tags = [f"{{*}}{name}" for name in names]
    try:
        with archive.open("content.xml") as file:
            for _, element in etree.iterparse(file, tag=tags, resolve_entities=False, no_network=True, load_dtd=False):
                yield element
                element.clear()
    except (etree.XMLSyntaxError, ValueError) as error:
        seen = f"{path.name} is no workbook that can be read: {str(error)[:200]}."
        raise InvalidData(seen, todo="Save it again, or save the worksheet as CSV.") from None


def locked(path: Path) -> InvalidData:
    """The refusal of a workbook with a password."""
    todo = "Open it in Excel, take the password away and save it again."
    return InvalidData(f"{path.name} is locked with a password.", todo=todo)


def too_many_cells(path: Path) -> InvalidData:
    """The refusal of a worksheet that would fill the memory."""
    seen = f"A worksheet of {path.name} has more than {MOST_CELLS:,} cells."
    return InvalidData(seen, todo="Save the worksheet as CSV and import that.")


def _chunks(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The entry a piece at a time, each beginning with the end of the one before, so that nothing hides at a border."""
    rest = b""
    with archive.open(name) as file:
        while chunk := file.read(CHUNK):
            if name.endswith(".xml") and (b"<!DOCTYPE" in rest + chunk or b"<!ENTITY" in rest + chunk):
                raise InvalidData(f"{path.name} holds XML with entities.", todo="Save it again.")
            yield rest + chunk
            rest = chunk[-64:]
