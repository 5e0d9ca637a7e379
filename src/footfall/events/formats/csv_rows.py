"""Rows of a CSV file, read by PyArrow in blocks of bounded size, each with the line on which it starts."""

import csv
import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from footfall.errors import InvalidData
from footfall.events.formats import snowplow
from footfall.events.formats.json_text import FEW, with_fields
from footfall.events.formats.sheet import NOTHING, Batch, Ragged, Sheet, first_line, named
from footfall.events.mapping import FileMapping
from footfall.events.scanning import scan
from footfall.events.unpacking import opened, packing

MOST_LINES = 1_000  # of a row that is refused; more means that a quotation mark swallowed the rest of the file
TWO_ROWS = 2  # of headings: a question, and what it offers
BLOCK = 4 << 20  # bytes; a row must fit in one, which bounds the memory
SEPARATORS = (",", ";", "\t", "|")
EXCEL = re.compile(r"sep=([,;\t|])\r?\n")  # a first line by which Excel tells itself the separator
SAMPLE = 1 << 18  # bytes looked at to tell the separator; the header must fit in it


@dataclass(frozen=True)
class CsvRows:
    """The rows of a text file; `heading` counts the line ends inside the fields of each row of headings."""

    path: Path
    columns: tuple[str, ...]
    encoding: str
    separator: str
    quoted: bool
    heading: tuple[int, ...] = (0,)
    verbatim: bool = False  # what stands for nothing (NULL, N/A) as it is written, and the text of ragged rows

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns as text; a row of another length than the header is handed on as ragged."""
        return _batches(self, columns)


def open_csv(path: Path, read_as: FileMapping) -> Sheet:
    """Look at a text file with separators; an empty encoding or separator is detected. Raises InvalidData."""
    seen = scan(path)
    encoding = read_as.encoding or seen.encoding
    text = _beginning(path, encoding)
    told = EXCEL.match(text)
    text = text[told.end() :] if told else text
    separator = read_as.separator or (told[1] if told else _separator(text))
    heading = [row for row, _ in zip(_records(text, separator), range(read_as.header_rows), strict=False)]
    is_enriched = bool(heading) and snowplow.is_enriched(heading[0])
    columns, repeated = named(path, snowplow.COLUMNS if is_enriched else heading_names(heading))
    inside = () if is_enriched else tuple(sum(cell.count("\n") for cell in row) for row in heading) or (0,)
    rows = CsvRows(path, columns, encoding, separator, seen.quoted, (0, *inside) if told else inside)
    kind = "TSV" if separator == "\t" else "CSV"
    sheet = Sheet(path, kind, seen.fingerprint, columns, rows, encoding, separator, repeated)
    return with_fields(sheet, _first_cells(columns, text, separator, len(inside)))


def _first_cells(columns: Sequence[str], text: str, separator: str, headings: int) -> dict[str, list[str]]:
    """The cells of the first whole rows; the last one that was read may have been cut."""
    rows = list(itertools.islice(_records(text, separator), headings, headings + FEW + 1))
    whole = [row for row in (rows if len(text) < SAMPLE // 4 else rows[:-1]) if len(row) == len(columns)]
    return {name: [row[place] for row in whole] for place, name in enumerate(columns)}


def heading_names(rows: Sequence[Sequence[str]]) -> list[str]:
    """The columns' names: from the first row of headings; the second completes names that are empty or repeated."""
    first = list(rows[0]) if rows else []
    if len(rows) != TWO_ROWS:
        return first
    second = list(rows[1]) + [""] * len(first)
    asked, names = "", []
    for index, name in enumerate(first):
        asked = name.strip() or asked
        option = second[index].strip()
        after = first[index + 1 : index + 2]
        is_shared = not name.strip() or first.count(name) > 1 or any(not one.strip() for one in after)
        names.append(f"{asked}: {option}" if is_shared and asked and option else name.strip() or option)
    return names


def _beginning(path: Path, encoding: str) -> str:
    with opened(path) as file:
        text = file.read(SAMPLE).decode(encoding, errors="replace")
    return text.removeprefix("\ufeff")


def _separator(text: str) -> str:
    """The separator that cuts most rows into as many columns as the header; more columns win a tie."""
    lines = text.splitlines(keepends=True)
    whole = "".join(lines[:-1] if len(lines) > 1 and len(text) >= SAMPLE // 4 else lines)
    return max(SEPARATORS, key=lambda separator: _fit(whole, separator))


def _fit(text: str, separator: str) -> tuple[float, int]:
    lengths = [len(record) for _, record in zip(range(200), _records(text, separator), strict=False) if record]
    if not lengths or lengths[0] < 2:
        return 0, 0
    return round(lengths.count(lengths[0]) / len(lengths), 1), lengths[0]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        return


def _batches(sheet: CsvRows, columns: Sequence[str]) -> Iterator[Batch]:
    if sheet.heading and _is_header_alone(sheet):
        return
    numbers = _RowNumbers(len(sheet.heading) + 1, sum(sheet.heading), sheet.verbatim)
    names = [f"c{index}" for index in range(len(sheet.columns))]
    wanted = [names[sheet.columns.index(name)] for name in columns]
    size = max(1, sheet.path.stat().st_size)
    try:
        with pa.OSFile(str(sheet.path)) as file:
            for table in _open(sheet, _unpacked(sheet.path, file), names, names if sheet.quoted else wanted, numbers):
                batch = _batch(table, dict(zip(columns, wanted, strict=True)), numbers, sheet.quoted)
                _refuse_open_quote(sheet, batch.ragged)
                yield replace(batch, share=file.tell() / size)
    except (pa.ArrowException, UnicodeError, OSError) as error:
        raise _damaged(sheet, error) from None
    if rest := numbers.rest():
        _refuse_open_quote(sheet, rest)
        yield Batch({name: pa.array([], pa.string()) for name in columns}, np.array([], np.int64), rest)


def _is_header_alone(sheet: CsvRows) -> bool:
    """Whether the file ends within its first line, which PyArrow takes for a row that is too long."""
    with opened(sheet.path) as file:
        start = file.read(BLOCK)
    return len(start) < BLOCK and b"\n" not in start and b"\r" not in start


def _refuse_open_quote(sheet: CsvRows, ragged: Sequence[Ragged]) -> None:
    for row in ragged:
        if row.lines > MOST_LINES:
            raise InvalidData(
                f"The row on line {row.line} of {sheet.path.name} goes on for {row.lines:,} lines.",
                f"A row with another number of columns than the header may have {MOST_LINES:,} at most.",
                "Look for a quotation mark that is never closed.",
            )


def _open(sheet: CsvRows, file: Any, names: list[str], wanted: list[str], numbers: "_RowNumbers") -> Any:
    return arrow_csv.open_csv(
        file,
        # One thread, since only then PyArrow tells the number of a ragged row.
        read_options=arrow_csv.ReadOptions(
            use_threads=False,
            block_size=BLOCK,
            column_names=names,
            skip_rows_after_names=len(sheet.heading),
            encoding="utf8" if sheet.encoding == "utf-8" else sheet.encoding,
        ),
        parse_options=arrow_csv.ParseOptions(
            delimiter=sheet.separator,
            newlines_in_values=sheet.quoted,
            ignore_empty_lines=False,
            invalid_row_handler=numbers.refuse,
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            include_columns=wanted,
            strings_can_be_null=not numbers.verbatim,
            null_values=NOTHING,
        ),
    )


def _unpacked(path: Path, file: Any) -> Any:
    match packing(path):
        case "zip":
            return pa.PythonFile(opened(path), "r")
        case "gzip":
            return pa.CompressedInputStream(file, "gzip")
        case _:
            return file


def _batch(batch: Any, wanted: dict[str, str], numbers: "_RowNumbers", quoted: bool) -> Batch:
    lines, ragged = numbers.number(batch.num_rows, _newlines(batch) if quoted else None)
    return Batch({name: batch.column(column) for name, column in wanted.items()}, lines, ragged)


def _newlines(batch: Any) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Count the line ends inside each row's fields."""
    total = np.zeros(batch.num_rows, np.int64)
    for column in batch.columns:
        total += np.asarray(pc.fill_null(pc.count_substring(column, "\n"), 0), np.int64)
    return total


def _damaged(sheet: CsvRows, error: Exception) -> Exception:
    if isinstance(error, MemoryError):
        return error
    if "straddling" in str(error):
        return InvalidData(
            f"{sheet.path.name} has a row of more than {BLOCK >> 20} MB.",
            "A row must be smaller.",
            "Look for a quotation mark that is never closed.",
        )
    if isinstance(error, OSError) and not isinstance(error, pa.ArrowException):
        return InvalidData(f"{sheet.path.name} cannot be read: {error.strerror}.", todo="Check its rights.")
    return InvalidData(
        f"{sheet.path.name} cannot be read as {sheet.encoding} text: {first_line(error)}",
        todo="Save it as UTF-8, or name its encoding.",
    )


class _RowNumbers:
    """Gives each row its line, although PyArrow only numbers the ragged ones."""

    def __init__(self, first: int, extra: int, verbatim: bool) -> None:
        self.verbatim = verbatim  # whether the text of ragged rows is kept
        self._next = first  # the row after the headings
        self._extra = extra  # line ends inside the fields of all rows before the next one
        self._pending: list[tuple[int, int, int, int, str]] = []

    def refuse(self, row: Any) -> str:
        """Take note of a ragged row and leave it out; called by PyArrow, perhaps some batches ahead."""
        text = row.text if self.verbatim else ""
        self._pending.append((row.number, row.expected_columns, row.actual_columns, row.text.count("\n"), text))
        return "skip"

    def number(
        self, count: int, newlines: np.ndarray[Any, np.dtype[np.int64]] | None
    ) -> tuple[np.ndarray[Any, np.dtype[np.int64]], list[Ragged]]:
        """Give the lines of the next `count` good rows, and the ragged rows before the last of them."""
        taken = np.array([row[0] for row in self._pending], np.int64)
        rows = np.arange(self._next, self._next + count + len(taken), dtype=np.int64)
        good = rows[~np.isin(rows, taken)][:count]
        last = int(good[-1]) if count else self._next - 1
        per_row = np.zeros(last - self._next + 1, np.int64)
        if newlines is not None:
            per_row[good - self._next] = newlines
        for number, _, _, inside, _ in self._pending:
            if number <= last:
                per_row[number - self._next] = inside
        before = self._extra + np.concatenate([[0], np.cumsum(per_row)])
        lines = good + before[good - self._next]
        ragged = self._settle(last, before)
        self._extra, self._next = int(before[-1]), last + 1
        return lines, ragged

    def _settle(self, last: int, before: np.ndarray[Any, np.dtype[np.int64]]) -> list[Ragged]:
        due = [row for row in self._pending if row[0] <= last]
        self._pending = [row for row in self._pending if row[0] > last]
        return [Ragged(row[0] + int(before[row[0] - self._next]), *row[1:3], row[3] + 1, text=row[4]) for row in due]

    def rest(self) -> list[Ragged]:
        """Give the ragged rows after the last good one."""
        rest = []
        for number, expected, actual, inside, text in self._pending:
            rest.append(Ragged(number + self._extra, expected, actual, inside + 1, text=text))
            self._extra += inside
        self._pending = []
        return rest
