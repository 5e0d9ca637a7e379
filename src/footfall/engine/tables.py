"""The tables of datasets, open and warm: expressions go in, Arrow tables come out."""

import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.connecting import Connection
from footfall.engine.kept import Kept
from footfall.engine.limits import Limits
from footfall.engine.once import Once
from footfall.engine.opened import TABLES, Tables
from footfall.engine.spark.cluster import At, cluster
from footfall.errors import StorageFailed

IN_MEMORY = 3_000_000  # events; up to here a dataset is held in memory, which answers twice as quickly
OPEN = 4  # datasets kept open
_compiling = threading.Lock()


class Engine:
    """Datasets that are open; the least recently asked one is closed first. Safe for threads."""

    def __init__(self, spill: Path, limits: Limits | None = None, spark: At | None = None) -> None:
        self._spill, self._limits = spill, limits or Limits()
        self._spark, self._cluster = spark, cluster(spark) if spark else None
        self._open: Kept[Path, Tables] = Kept(OPEN)

    def tables(self, folder: Path) -> Tables:
        """Give the tables in a folder, opening them when they are not; a folder's tables never change."""
        return self._open.get(folder, lambda: self._opened(folder))

    def _opened(self, folder: Path) -> Tables:
        """By Spark where there is a cluster and the dataset is large enough for it."""
        if self._spark and self._cluster and rows_in(folder / "events.parquet") >= self._spark.from_events:
            from footfall.engine.spark.tables import SparkTables

            return SparkTables(folder, self._cluster, self._limits)
        return OpenTables(folder, self._spill, self._limits)

    def forget(self, folder: Path) -> None:
        """Let go of a folder whose tables are about to be removed."""
        self._open.drop(lambda path: path == folder)

    def forget_below(self, folder: Path, keep: Path | None) -> None:
        """Let go of all folders inside this one but the one that is kept."""
        self._open.drop(lambda path: folder in path.parents and path != keep)

    def interrupt(self) -> None:
        """End all questions that run, with QueryLimit; for a server that ends."""
        for tables in self._open.made():
            tables.interrupt()

    def close(self) -> None:
        """Let go of all."""
        self._open.drop(lambda _: True)
        if self._cluster:
            self._cluster.close()


class OpenTables:
    """The tables of one version of one dataset."""

    def __init__(self, folder: Path, spill: Path, limits: Limits) -> None:
        self.found: Once[Any, Any] = Once()  # what was found out from these tables, which never change
        self._connection = Connection([folder], spill, limits)
        for name in TABLES:
            self._connection.do(_create(name, folder / f"{name}.parquet"))

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression; `tables` stand in it under their names. Raises QueryLimit, StorageFailed."""
        return self._connection.ask(compiled(expression), tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression for some of its rows; it must say in which order they come."""
        return self._connection.ask(f"{compiled(expression)} LIMIT {int(limit)} OFFSET {int(offset)}", tables)

    def interrupt(self) -> None:
        """End the questions that run."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let go of memory and files."""
        self._connection.close()


def rows_in(path: Path) -> int:
    """How many rows a Parquet file has. Raises StorageFailed."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError) as error:
        raise StorageFailed(
            f"{path.name} of a dataset cannot be read: {error}", todo="Import the files again."
        ) from None


def _create(name: str, path: Path) -> str:
    kind = "TABLE" if rows_in(path) <= IN_MEMORY else "VIEW"
    return f"CREATE {kind} {name} AS SELECT * FROM read_parquet({quoted(str(path))})"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def compiled(expression: Any, dialect: str = "duckdb") -> str:
    """The expression as SQL; the same expression is compiled once, since that takes longer than to run it."""
    with _compiling:
        return _compiled(expression, dialect)


@lru_cache(maxsize=512)
def _compiled(expression: Any, dialect: str) -> str:
    getattr(ibis, dialect)  # Ibis sets a dialect up when its engine is named, not when it is compiled for
    return str(ibis.to_sql(expression, dialect=dialect))
