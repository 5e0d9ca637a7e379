"""Writes the tables of a dataset from its parts, within memory and disk limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.connecting import Connection
from footfall.engine.limits import Limits
from footfall.engine.tables import compiled, quoted

ROW_GROUP = 131_072


@dataclass(frozen=True)
class PartFile:
    """One part in Parquet; `number` orders parts, `assumed` says that its answers' event is an assumption."""

    path: Path
    number: int
    assumed: bool = False


def merge(
    parts: Mapping[str, tuple[pa.Schema, Sequence[PartFile]]],
    steps: Mapping[str, Any],
    to: Path,
    limits: Limits,
) -> None:
    """Run the steps in order, each an Ibis expression that may read those before it, and write each to `to`.

    `parts` gives, by table name, the schema and the files of parts. Raises QueryLimit, StorageFailed.
    """
    spill = to / "spill"
    folders = {to, *(file.path.parent for _, files in parts.values() for file in files)}
    connection = Connection(sorted(folders), spill, limits)
    try:
        for name, (schema, files) in parts.items():
            present = files or [_nothing(schema, to / f"no_{name}.parquet")]
            connection.do(f"CREATE VIEW {name} AS {_union(present)}")
        for name, expression in steps.items():
            _write(connection, name, compiled(expression), to / f"{name}.parquet")
    finally:
        connection.close()


def _union(files: Sequence[PartFile]) -> str:
    return " UNION ALL ".join(
        f"SELECT *, {file.number}::INTEGER AS part, {str(file.assumed).upper()} AS assumed "
        f"FROM read_parquet({quoted(str(file.path))})"
        for file in files
    )


def _nothing(schema: pa.Schema, path: Path) -> PartFile:
    pq.write_table(schema.empty_table(), path)
    return PartFile(path, 0)


def _write(connection: Connection, name: str, sql: str, path: Path) -> None:
    file = quoted(str(path))
    connection.do(f"COPY ({sql}) TO {file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})")
    connection.do(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({file})")
