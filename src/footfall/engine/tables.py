"""The tables of datasets, open and warm: expressions go in, Arrow tables come out."""

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.connecting import Connection
from footfall.engine.kept import Kept
from footfall.engine.limits import Limits
from footfall.engine.narrowing import STEP, NarrowedTables, Narrowings, renamed
from footfall.engine.once import Once
from footfall.engine.opened import TABLES, Runs, Tables
from footfall.engine.sharing import Numbers, SharedTables, from_derived
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
        self._narrowings = Narrowings()
        self._shared = Numbers()
        for name in TABLES:
            self._connection.do(_create(name, folder / f"{name}.parquet"))
        self._kind = _kind(folder / "events.parquet")

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression; `tables` stand in it under their names. Raises QueryLimit, StorageFailed."""
        return self._connection.ask(compiled(from_derived(expression)), tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression for some of its rows; it must say in which order they come."""
        sql = f"{compiled(from_derived(expression))} LIMIT {int(limit)} OFFSET {int(offset)}"
        return self._connection.ask(sql, tables)

    @contextmanager
    def sharing(self, expression: Any, **tables: pa.Table) -> Iterator[Runs]:
        """While the block lasts, questions that contain this expression read what it gave."""
        with self.held(expression, tables) as name:
            yield SharedTables(self, expression, name)

    @contextmanager
    def held(self, expression: Any, tables: Mapping[str, pa.Table]) -> Iterator[str]:
        """A table of what an expression gives, while the block lasts; gives its name."""
        name = f"shared_{(number := self._shared.take())}"
        try:
            self._connection.do(f"CREATE TABLE {name} AS {compiled(from_derived(expression))}", tables)
            yield name
        finally:
            self._connection.drop("TABLE", name)
            self._shared.free(number)

    def interrupt(self) -> None:
        """End the questions that run."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let go of memory and files."""
        self._connection.close()

    def narrowed(self, key: Hashable, steps: Callable[[], Mapping[str, Any]], **tables: pa.Table) -> NarrowedTables:
        """Derive some of these tables anew, by a filter that is known by `key`, to be asked in their place.

        `steps` are expressions by name, in order: each over these tables and, under their names with `narrowed_` before
        them, the steps before it and `tables`. Raises QueryLimit, StorageFailed.
        """
        return self._narrowings.get(key, lambda number: self._derived(number, steps(), tables))

    def _derived(self, number: int, steps: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> NarrowedTables:
        self._narrowings.tidy(self._drop)
        made: list[tuple[str, str]] = []
        try:
            for name, table in tables.items():
                made.append(("TABLE", f"{name}_{number}"))
                self._connection.do(f"CREATE TABLE {name}_{number} AS SELECT * FROM given", {"given": table})
            for name, expression in steps.items():
                called = frozenset((STEP + one, f"{one}_{number}") for one in (*tables, *steps))
                kind = self._kind if name in TABLES else "TABLE"
                made.append((kind, f"{name}_{number}"))
                self._connection.do(f"CREATE {kind} {name}_{number} AS {compiled(renamed(expression, called))}")
        except BaseException:
            self._drop(made)
            raise
        names = {name: f"{name}_{number}" for name in steps if name in TABLES}
        return self._narrowings.watch(number, NarrowedTables(self, names), made)

    def _drop(self, made: list[tuple[str, str]]) -> None:
        for kind, name in reversed(made):
            self._connection.drop(kind, name)


def rows_in(path: Path) -> int:
    """How many rows a Parquet file has. Raises StorageFailed."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError) as error:
        raise StorageFailed(
            f"{path.name} of a dataset cannot be read: {error}", todo="Import the files again."
        ) from None


def _create(name: str, path: Path) -> str:
    return f"CREATE {_kind(path)} {name} AS SELECT * FROM read_parquet({quoted(str(path))})"


def _kind(path: Path) -> str:
    """Whether a table is held in memory or read each time."""
    return "TABLE" if rows_in(path) <= IN_MEMORY else "VIEW"


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
