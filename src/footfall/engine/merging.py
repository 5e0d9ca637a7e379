"""Writes the tables of a dataset from its parts, within memory and disk limits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.connecting import Connection
from footfall.engine.limits import Limits
from footfall.engine.tables import compiled, quoted
from footfall.errors import StorageFailed
from footfall.events.ahead import ahead
from footfall.events.merging import Step

ROW_GROUP = 131_072
REPEATING = {"combination", "next_combination", "position", "earliest", "visit", "session"}
RISING = {"place", "gap"}


@dataclass(frozen=True)
class PartFile:
    """One part in Parquet; `number` orders parts, `assumed` says that its answers' event is an assumption.

    `session_gap` is how many minutes of silence end a session; None: none do.
    """

    path: Path
    number: int
    assumed: bool = False
    session_gap: int | None = None


class Merger:
    """Writes tables to one folder, each from the parts and from the tables before it; closed at the end of its block.

    `parts` gives, by table name, the schema and the files of parts. Raises QueryLimit, StorageFailed.
    """

    def __init__(self, parts: Mapping[str, tuple[pa.Schema, Sequence[PartFile]]], to: Path, limits: Limits) -> None:
        folders = {to, *(file.path.parent for _, files in parts.values() for file in files)}
        self._parts, self._to = parts, to
        self._connection = Connection(sorted(folders), to / "spill", limits)

    def __enter__(self) -> Self:
        for name, (schema, files) in self._parts.items():
            present = files or [_nothing(schema, self._to / f"no_{name}.parquet")]
            self._connection.do(f"CREATE VIEW {name} AS {_union(schema, present)}")
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def write(self, name: str, step: Step) -> None:
        """Write one table, from the parts and the tables that were written."""
        path = self._to / f"{name}.parquet"
        if step.of and not self._parts[step.of][1]:
            pq.write_table(step.rows().schema().to_pyarrow().empty_table(), path)
        elif step.arranged:
            with self._connection.rows(compiled(step.rows()), ROW_GROUP) as rows:
                _write_pieces(step.arranged(rows), path, step.schema)
        else:
            _write(self._connection, compiled(step.rows()), path)
        self._connection.do(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({quoted(str(path))})")

    def interrupt(self) -> None:
        """End what is being written, with QueryLimit."""
        self._connection.interrupt()


def _union(schema: pa.Schema, files: Sequence[PartFile]) -> str:
    return " UNION ALL ".join(
        f"SELECT {_columns(schema, file)}, {file.number}::INTEGER AS part, {str(file.assumed).upper()} AS assumed, "
        f"{'NULL' if file.session_gap is None else file.session_gap}::BIGINT AS session_gap "
        f"FROM read_parquet({quoted(str(file.path))})"
        for file in files
    )


def _columns(schema: pa.Schema, file: PartFile) -> str:
    """The schema's columns, in its order; those that a part written by an older release lacks are empty."""
    has = _names(file.path)
    return ", ".join(f'"{name}"' if name in has else f'NULL AS "{name}"' for name in schema.names)


def _names(path: Path) -> tuple[str, ...]:
    try:
        return tuple(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        seen = f"The part {path.name} of a dataset cannot be read: {error}"
        raise StorageFailed(seen, todo="Restore it from a backup, or import its file again.") from None


def _nothing(schema: pa.Schema, path: Path) -> PartFile:
    pq.write_table(schema.empty_table(), path)
    return PartFile(path, 0)


def _write(connection: Connection, sql: str, path: Path) -> None:
    connection.do(f"COPY ({sql}) TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})")


def _write_pieces(pieces: Iterator[pa.Table], path: Path, schema: pa.Schema) -> None:
    """Write pieces in order; numbers that repeat, such as places in a path, by a dictionary, rising ones by steps."""
    repeating = [name for name in schema.names if name in REPEATING]
    rising = {name: "DELTA_BINARY_PACKED" for name in schema.names if name in RISING}
    with pq.ParquetWriter(
        path, schema, compression="zstd", use_dictionary=repeating or False, column_encoding=rising or None
    ) as writer:
        for piece in ahead(pieces):
            writer.write_table(piece, row_group_size=ROW_GROUP)
