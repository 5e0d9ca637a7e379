"""A file as a table: its columns, and its rows in batches with the line on which each starts."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pyarrow as pa

from footfall.errors import InvalidData
from footfall.events.columns import ROW

MOST_COLUMNS = 5_000
ROWS = 16_384  # of a batch
# What people's tools write where there is nothing.
NOTHING = ["", "NULL", "null", "NaN", "nan", "N/A", "n/a", "None", "\\N", "?"]


@dataclass(frozen=True)
class Ragged:
    """A row with another number of columns than the header, or one that is no row at all: then `damage` says why."""

    line: int
    expected: int = 0
    actual: int = 0
    lines: int = 1
    damage: str = ""
    text: str = ""  # as it stands in the file, where that was asked for


@dataclass(frozen=True)
class Batch:
    """Some rows: columns by name (text, or what Parquet holds), and the line on which each row starts."""

    columns: dict[str, pa.Array]
    lines: np.ndarray[tuple[int], np.dtype[np.int64]]
    ragged: list[Ragged] = field(default_factory=list)
    share: float = 0.0  # of the file that was read so far, 0 to 1; only progress is told by it

    def first(self, rows: int) -> "Batch":
        """The first rows alone, with the ragged ones among them."""
        if len(self.lines) <= rows:
            return self
        end = int(self.lines[rows])
        columns = {name: column.slice(0, rows) for name, column in self.columns.items()}
        return Batch(columns, self.lines[:rows], [row for row in self.ragged if row.line < end], self.share)


@dataclass(frozen=True)
class Note:
    """Something that was seen in the file as a whole: a short stable word, a sentence, and the line."""

    reason: str
    sentence: str
    line: int = 1


class Rows(Protocol):
    """How one kind of file hands out its rows."""

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns in batches; raises InvalidData where the file is damaged."""


@dataclass(frozen=True)
class Sheet:
    """A table in a file; of columns with one name the first is meant, `repeated` names them.

    `worksheets` and `unfolds` are what one can choose from, `worksheet` and `unfold` what was chosen.
    """

    path: Path
    format: str
    fingerprint: str
    columns: tuple[str, ...]
    rows: Rows
    encoding: str = ""
    separator: str = ""
    repeated: tuple[str, ...] = ()
    worksheets: tuple[str, ...] = ()
    worksheet: str = ""
    unfolds: tuple[str, ...] = ()
    unfold: str = ""
    notes: tuple[Note, ...] = ()

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns in batches; raises InvalidData where the file is damaged."""
        self.require(columns)
        wanted = tuple(name for name in columns if name != ROW)
        for batch in self.rows.batches(wanted or self.columns[:1]):
            yield self._with_row(batch) if ROW in columns else batch

    def _with_row(self, batch: Batch) -> Batch:
        names = [f"{self.fingerprint[:16]}:{line}" for line in batch.lines.tolist()]
        return replace(batch, columns={**batch.columns, ROW: pa.array(names, pa.string())})

    def require(self, columns: Sequence[str]) -> None:
        """Raise InvalidData when a column is missing, naming those that are there."""
        missing = [name for name in columns if name not in self.columns and name != ROW]
        if missing:
            seen = ", ".join(self.columns[:20]) + (" and more" if len(self.columns) > 20 else "")
            noun = "the column" if len(missing) == 1 else "the columns"
            raise InvalidData(
                f"{self.path.name} lacks {noun} {', '.join(missing)}.",
                f"It has: {seen}.",
                "Name the columns as the file's header does.",
            )


def named(path: Path, header: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns' names, made different from each other, and the names that stood there more than once."""
    if not any(name.strip() for name in header):
        raise InvalidData(f"{path.name} has no header.", "The first line must name the columns.")
    refuse_many_columns(path, len(header))
    seen: Counter[str] = Counter()
    names = []
    for index, given in enumerate(header, 1):
        name = given.strip() or f"column {index}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names), tuple(name for name, count in seen.items() if count > 1)


def refuse_many_columns(path: Path, count: int) -> None:
    """Raise InvalidData for a table wider than any that people have."""
    if count > MOST_COLUMNS:
        raise InvalidData(f"{path.name} has {count:,} columns.", f"A table may have {MOST_COLUMNS:,} at most.")


def chosen(path: Path, wanted: str, offered: Sequence[str], noun: str) -> str:
    """What was asked for, else the first that is offered. Raises InvalidData when it is not there."""
    if wanted and wanted not in offered:
        there = ", ".join(offered[:20]) or "none"
        raise InvalidData(f"{path.name} has no {noun} '{wanted}'.", f"It has: {there}.")
    return wanted or (offered[0] if offered else "")


def text_column(values: Sequence[str | None]) -> pa.Array:
    """Texts as a column; half of a letter (a lone surrogate) becomes a question mark."""
    try:
        return pa.array(values, pa.string())
    except UnicodeEncodeError:
        whole = [None if value is None else value.encode("utf-8", "replace").decode() for value in values]
        return pa.array(whole, pa.string())


def first_line(error: Exception) -> str:
    """What an error of a library says, without its details."""
    return str(error).partition("\n")[0][:200]


def text_of(value: Any) -> str | None:
    """One value as it would stand in a CSV file; nothing where there is nothing."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        value = float(value)
        if not math.isfinite(value):
            return None
        return str(int(value)) if value.is_integer() and abs(value) < 1e17 else repr(value)
    return str(value)
