"""Rows of a Parquet file; the line of a row is its number."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from footfall.errors import InvalidData
from footfall.events.formats import nested
from footfall.events.formats.json_text import FEW, with_fields
from footfall.events.formats.sheet import Batch, Sheet, first_line, named
from footfall.events.mapping import FileMapping
from footfall.events.scanning import fingerprint
from footfall.events.unpacking import whole

BATCH = 32 << 20  # bytes of a batch, as far as the file tells how long its rows are
FEWEST, MOST = 65_536, 1 << 19  # rows of a batch


@dataclass(frozen=True)
class ParquetRows:
    """The rows of a Parquet file."""

    path: Path

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns; moments keep their type, all else becomes text."""
        start = 1
        with _sound(self.path):
            total = max(1, pq.read_metadata(whole(self.path)).num_rows)
            for batch in self.typed(columns):
                lines = np.arange(start, start + batch.num_rows, dtype=np.int64)
                start += batch.num_rows
                read = {name: nested.plain(nested.column_of(batch, name)) for name in columns}
                yield Batch(read, lines, share=(start - 1) / total)

    def typed(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The batches with the columns in which the named ones stand, as Parquet holds them."""
        file = pq.ParquetFile(whole(self.path))
        roots = list(dict.fromkeys(nested.root_of(file.schema_arrow, name) for name in columns))
        rows = _rows_at_once(file.metadata, roots)
        return cast("Iterator[pa.RecordBatch]", file.iter_batches(rows, columns=roots, use_threads=False))


def _rows_at_once(metadata: Any, roots: Sequence[str]) -> int:
    """So many rows that a batch has a bounded size: long texts come in small batches, short rows in large ones."""
    groups = (metadata.row_group(group) for group in range(metadata.num_row_groups))
    chunks = (group.column(place) for group in groups for place in range(group.num_columns))
    read = (chunk for chunk in chunks if chunk.path_in_schema.partition(".")[0] in roots)
    size: int = sum(chunk.total_uncompressed_size for chunk in read)
    rows: int = BATCH * metadata.num_rows // max(1, size)
    return min(MOST, max(FEWEST, rows))


def open_parquet(path: Path, read_as: FileMapping) -> Sheet:  # noqa: ARG001 - every format is opened alike
    """Look at a Parquet file; nested values become columns with dots. Raises InvalidData."""
    rows = ParquetRows(path)
    with _sound(path):
        columns, repeated = named(path, _columns(pq.read_schema(whole(path)), rows))
        first = _first_texts(path, columns)
    return with_fields(Sheet(path, "Parquet", fingerprint(path), columns, rows, repeated=repeated), first)


def _first_texts(path: Path, columns: Sequence[str]) -> dict[str, list[Any]]:
    """The first cells of the columns of text."""
    file = pq.ParquetFile(whole(path))
    texts = [
        field.name
        for field in file.schema_arrow
        if (pa.types.is_string(field.type) or pa.types.is_large_string(field.type)) and field.name in columns
    ]
    first = next(file.iter_batches(FEW, columns=texts, use_threads=False), None) if texts else None
    return first.to_pydict() if first else {}


def _columns(schema: pa.Schema, rows: ParquetRows) -> list[str]:
    keyed = [field.name for field in schema if nested.is_keyed(field.type)]
    return nested.names(schema, rows.typed(keyed) if keyed else ())


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    try:
        yield
    except MemoryError:
        raise
    except (pa.ArrowException, OSError) as error:
        seen = f"{path.name} is a damaged Parquet file: {first_line(error)}"
        raise InvalidData(seen, todo="Export it again.") from None
