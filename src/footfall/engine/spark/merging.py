"""Writes the tables of a dataset from its parts on a cluster; each becomes one file, as DuckDB writes it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.limits import Limits
from footfall.engine.merging import ROW_GROUP, PartFile
from footfall.engine.spark.cluster import Cluster, Job
from footfall.engine.spark.tables import TYPES, columns, read
from footfall.engine.tables import compiled
from footfall.events.merging import Step
from footfall.events.tables import SCHEMAS

BESIDE = ("part", "assumed", "session_gap")  # what is known of a part as a whole


class SparkMerger:
    """Writes tables to one folder that the workers share, each from the parts and from the tables before it.

    `parts` gives, by table name, the schema and the files of parts. Raises QueryLimit, StorageFailed.
    """

    def __init__(
        self, parts: Mapping[str, tuple[pa.Schema, Sequence[PartFile]]], to: Path, cluster: Cluster, limits: Limits
    ) -> None:
        self._parts, self._to, self._cluster, self._limits = parts, to, cluster, limits
        self._written: list[str] = []
        self._running: set[Job] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held: the cluster is left by the engine."""

    def write(self, name: str, step: Step) -> None:
        """Write one table, from the parts and the tables that were written."""
        sorted_files, expression = self._to / f"{name}.sorted", step.rows()
        with self._cluster.asking(self._limits, self._running, []) as session:
            for part, (_, files) in self._parts.items():
                _union(session, part, files).createOrReplaceTempView(part)
            for table in self._written:
                read(session, table, self._to / f"{table}.parquet").createOrReplaceTempView(table)
            session.sql(compiled(expression, "pyspark")).write.parquet(sorted_files.resolve().as_uri())
        _join(sorted_files, expression.schema().to_pyarrow(), step, self._to / f"{name}.parquet")
        self._written.append(name)

    def interrupt(self) -> None:
        """End what is being written, with QueryLimit."""
        for job in tuple(self._running):
            job.stop("ends")


def _union(session: Any, name: str, files: Sequence[PartFile]) -> Any:
    """All parts of a kind as one table."""
    known = {column: kind for column, kind in SCHEMAS[name].items() if column not in BESIDE}
    rows = session.createDataFrame([], columns(SCHEMAS[name]))
    for file in files:
        part = session.read.schema(columns(known)).parquet(file.path.resolve().as_uri())
        rows = rows.unionByName(part.selectExpr("*", *_beside(name, file)))
    return rows


def _beside(name: str, file: PartFile) -> list[str]:
    gap = "NULL" if file.session_gap is None else str(file.session_gap)
    values = {"part": str(file.number), "assumed": str(file.assumed).lower(), "session_gap": gap}
    kinds = SCHEMAS[name]
    return [f"CAST({values[column]} AS {TYPES[kinds[column]]}) AS {column}" for column in BESIDE if column in kinds]


def _join(sorted_files: Path, schema: pa.Schema, step: Step, path: Path) -> None:
    """Make one file of those that the workers wrote, and arrange the rows on the way."""
    rows = _rows(sorted_files, schema)
    arranged = step.arranged(rows) if step.arranged else (pa.Table.from_batches([batch]) for batch in rows)
    with pq.ParquetWriter(path, step.schema or schema, compression="zstd") as writer:
        for piece in arranged:
            writer.write_table(piece, row_group_size=ROW_GROUP)
    shutil.rmtree(sorted_files)


def _rows(sorted_files: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows in order: so are the names of the files."""
    for file in sorted(sorted_files.glob("part-*.parquet")):
        for batch in pq.ParquetFile(file).iter_batches(ROW_GROUP):
            yield batch.cast(schema)
