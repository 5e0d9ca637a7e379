"""The rows that an import refused, as they stand in the file, each with its line and the reason in front."""

import csv
import io
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.events.attributes import Combinations
from footfall.events.cells import DateOrder, Reading
from footfall.events.converting import RAGGED, Progress, Source, batches_of
from footfall.events.formats.csv_rows import CsvRows
from footfall.events.identity import Pseudonyms
from footfall.events.remarks import Remarks
from footfall.events.rows import RowReader
from footfall.events.sheets import Batch, Ragged

Write = Callable[[str], object]
BOM = "\ufeff"  # by which a spreadsheet program knows that it is UTF-8
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FOUND = 0.5  # of the time is spent on finding the rows, the rest on writing them

Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass
class _Refused(Remarks):
    """Remarks that remember every row, by its number in the file (from 0, ragged rows not counted)."""

    passed: int = 0
    rows: list[Numbers] = field(default_factory=list)
    reasons: list[Numbers] = field(default_factory=list)

    def add_rows(self, reason: str, sentence: str, rows: Any, lines: Any, shown: tuple[str, pa.Array | None]) -> None:
        """Count the rows of a batch that a mask picks, and remember them."""
        super().add_rows(reason, sentence, rows, lines, shown)
        picked = np.flatnonzero(rows) + self.passed
        if len(picked):
            self.rows.append(picked)
            self.reasons.append(np.full(len(picked), list(self.sentences).index(reason)))

    def all(self) -> tuple[Numbers, list[str]]:
        """The numbers of the rows in order, and the sentence of each."""
        if not self.rows:
            return np.array([], np.int64), []
        rows, reasons = np.concatenate(self.rows), np.concatenate(self.reasons)
        order, sentences = np.argsort(rows, kind="stable"), list(self.sentences.values())
        return rows[order], [sentences[reason] for reason in reasons[order]]


def write_rejects(source: Source, write: Write, progress: Progress) -> None:
    """Write every row that an import of this source refuses as CSV, in the order of the file.

    The cells are those of the file, also where they look like formulas: who corrects them imports them again.
    """
    rows, reasons = _find(source, lambda read, share: progress(read, FOUND * share))
    separator = source.sheet.separator or ","
    write(BOM + _line(["line", "reason", *source.sheet.columns], separator))
    for batch, picked, sentences in _picked(source, rows, reasons):
        write("".join(_line(cells, separator) for cells in _cells(source, batch, picked, sentences)))
        progress(int(batch.lines[-1]) if len(batch.lines) else 0, FOUND + (1 - FOUND) * batch.share)


def _find(source: Source, progress: Progress) -> tuple[Numbers, list[str]]:
    """Read the file as an import does, to learn which rows it refuses."""
    refused, order = _Refused(), DateOrder(source.mapping.day_first)
    nobody = Pseudonyms(secrets.token_bytes(32))
    reading = Reading(source.mapping, order, refused, Remarks(), Remarks(), nobody)
    reader = RowReader(reading, Combinations(source.mapping))
    for batch in batches_of(source, refused):
        reader.read(reader.identify(batch))
        refused.passed += len(batch.lines)
        progress(refused.passed, batch.share)
    return refused.all()


def _picked(source: Source, rows: Numbers, reasons: list[str]) -> Iterator[tuple[Batch, Numbers, list[str]]]:
    """Each batch with all columns as they stand, the places of its refused rows, and their reasons."""
    start = 0
    rows_of = source.sheet.rows
    verbatim = replace(rows_of, verbatim=True) if isinstance(rows_of, CsvRows) else rows_of
    for batch in verbatim.batches(source.sheet.columns):
        first, last = np.searchsorted(rows, [start, start + len(batch.lines)])
        yield batch, rows[first:last] - start, reasons[first:last]
        start += len(batch.lines)


def _cells(source: Source, batch: Batch, picked: Numbers, sentences: list[str]) -> list[list[str]]:
    """Line, reason and cells of the refused rows of a batch, ragged ones among them, in the order of the file."""
    values = [batch.columns[name].take(pa.array(picked)).to_pylist() for name in source.sheet.columns]
    places = zip(batch.lines[picked].tolist(), sentences, zip(*values, strict=True), strict=True)
    found = [(line, [str(line), _guarded(reason), *map(_text, row)]) for line, reason, row in places]
    found += [(row.line, _ragged(row, source.sheet.separator)) for row in batch.ragged]
    return [cells for _, cells in sorted(found, key=lambda one: one[0])]


def _ragged(row: Ragged, separator: str) -> list[str]:
    parted = csv.reader(io.StringIO(row.text, newline=""), delimiter=separator or ",")
    return [str(row.line), _guarded(row.damage or RAGGED), *next(parted, [])]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _guarded(reason: str) -> str:
    """A reason that no spreadsheet program takes for a formula."""
    return f"'{reason}" if reason.startswith(FORMULAS) else reason


def _line(cells: list[str], separator: str) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
