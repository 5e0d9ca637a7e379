"""A file as a table: its columns, its separator, and its rows in batches with the line on which each starts."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from footfall.errors import InvalidData
from footfall.events.scanning import opened, scan

SEPARATORS = (",", ";", "\t", "|")
SAMPLE = 1 << 18  # bytes looked at to tell the separator; the header must fit in it
MOST_COLUMNS = 5_000


@dataclass(frozen=True)
class Ragged:
    """A row with another number of columns than the header."""

    line: int
    expected: int
    actual: int
    lines: int = 1


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
class Sheet:
    """A table in a file; of columns with one name the first is meant, `repeated` names them."""

    path: Path
    fingerprint: str
    encoding: str
    separator: str
    columns: tuple[str, ...]
    repeated: tuple[str, ...]
    quoted: bool

    @property
    def is_parquet(self) -> bool:
        """Whether the file is Parquet, which has types and no lines."""
        return not self.encoding

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns in batches; raises InvalidData where the file is damaged."""
        self.require(columns)
        from footfall.events import csv_rows, parquet_rows

        return parquet_rows.batches(self, columns) if self.is_parquet else csv_rows.batches(self, columns)

    def require(self, columns: Sequence[str]) -> None:
        """Raise InvalidData when a column is missing, naming those that are there."""
        missing = [name for name in columns if name not in self.columns]
        if missing:
            seen = ", ".join(self.columns[:20]) + (" and more" if len(self.columns) > 20 else "")
            noun = "the column" if len(missing) == 1 else "the columns"
            raise InvalidData(
                f"{self.path.name} lacks {noun} {', '.join(missing)}.",
                f"It has: {seen}.",
                "Name the columns as the file's header does.",
            )


def open_sheet(path: Path, encoding: str = "", separator: str = "") -> Sheet:
    """Look at a CSV or Parquet file; an empty encoding or separator is detected. Raises InvalidData."""
    seen = scan(path)
    if not seen.encoding:
        names = _parquet_columns(path)
        return Sheet(path, seen.fingerprint, "", "", *_named(path, names), quoted=False)
    encoding = encoding or seen.encoding
    text = _beginning(path, encoding)
    separator = separator or _separator(text)
    names = next(_records(text, separator), [])
    return Sheet(path, seen.fingerprint, encoding, separator, *_named(path, names), quoted=seen.quoted)


def _parquet_columns(path: Path) -> list[str]:
    try:
        return list(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise InvalidData(
            f"{path.name} is a damaged Parquet file: {_first_line(error)}", todo="Export it again."
        ) from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]


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


def _named(path: Path, header: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns' names, made different from each other, and the names that stood there more than once."""
    if not any(name.strip() for name in header):
        raise InvalidData(f"{path.name} has no header.", "The first line must name the columns.")
    if len(header) > MOST_COLUMNS:
        raise InvalidData(f"{path.name} has {len(header)} columns.", f"A table may have {MOST_COLUMNS} at most.")
    seen: Counter[str] = Counter()
    names = []
    for index, given in enumerate(header, 1):
        name = given.strip() or f"column {index}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names), tuple(name for name, count in seen.items() if count > 1)
