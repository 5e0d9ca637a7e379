"""Rows of a Parquet file; the line of a row is its number."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.errors import InvalidData
from footfall.events.sheets import Batch

if TYPE_CHECKING:
    from footfall.events.sheets import Sheet

ROWS = 65_536


def batches(sheet: "Sheet", columns: Sequence[str]) -> Iterator[Batch]:
    """Read the named columns; moments keep their type, all else becomes text."""
    start = 1
    try:
        file = pq.ParquetFile(sheet.path)
        for batch in file.iter_batches(ROWS, columns=list(dict.fromkeys(columns)), use_threads=False):
            lines = np.arange(start, start + batch.num_rows, dtype=np.int64)
            start += batch.num_rows
            read = {name: _plain(sheet, name, batch.column(name)) for name in columns}
            yield Batch(read, lines, share=(start - 1) / file.metadata.num_rows)
    except (pa.ArrowException, OSError) as error:
        seen = f"{sheet.path.name} is a damaged Parquet file: {str(error).partition(chr(10))[0][:200]}"
        raise InvalidData(seen, todo="Export it again.") from None


def _plain(sheet: "Sheet", name: str, column: pa.Array) -> pa.Array:
    if pa.types.is_temporal(column.type):
        return column
    if pa.types.is_nested(column.type):
        raise InvalidData(
            f"The column {name} of {sheet.path.name} holds {column.type}, not single values.",
            todo="Write it as one column for each value.",
        )
    if pa.types.is_floating(column.type):
        whole = pc.all(pc.equal(pc.fill_null(column, 0), pc.floor(pc.fill_null(column, 0)))).as_py()
        column = column.cast(pa.int64(), safe=False) if whole else column
    return column.cast(pa.string())
