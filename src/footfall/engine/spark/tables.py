"""The tables of a dataset as a cluster reads them: from the same files, on storage that its workers share with us."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from uuid import uuid4
from weakref import WeakSet

import pyarrow as pa

from footfall.engine.limits import Limits
from footfall.engine.narrowing import STEP, NarrowedTables, renamed
from footfall.engine.once import Once
from footfall.engine.opened import TABLES, Runs
from footfall.engine.sharing import from_derived
from footfall.engine.spark.cluster import Cluster, Job
from footfall.engine.tables import compiled
from footfall.events.tables import SCHEMAS

TYPES = {
    "boolean": "BOOLEAN",
    "float64": "DOUBLE",
    "int32": "INT",
    "int64": "BIGINT",
    "string": "STRING",
    "timestamp(6)": "TIMESTAMP_NTZ",
}


SHARED = "global_temp"  # where all sessions of one client find tables


class SparkTables:
    """The tables of one version of one dataset; a cluster is joined by the first question."""

    def __init__(self, folder: Path, cluster: Cluster, limits: Limits) -> None:
        self.found: Once[Any, Any] = Once()  # what was found out from these tables, which never change
        self._folder, self._cluster, self._limits = folder, cluster, limits
        self._running: set[Job] = set()
        self._idle: list[Any] = []  # sessions that ask nothing just now
        self._shown: WeakSet[Any] = WeakSet()  # sessions that know the tables

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression; `tables` stand in it under their names. Raises QueryLimit, StorageFailed."""
        return self._ask(expression, compiled(from_derived(expression), "pyspark"), tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression for some of its rows; it must say in which order they come."""
        sql = f"{compiled(from_derived(expression), 'pyspark')} LIMIT {int(limit)} OFFSET {int(offset)}"
        return self._ask(expression, sql, tables)

    def narrowed(self, key: Hashable, steps: Callable[[], Mapping[str, Any]], **tables: pa.Table) -> NarrowedTables:
        """Derive some of these tables anew, by a filter; the first question that needs one has the workers keep it."""
        with self._asking() as session:
            client = session.sparkContext.applicationId  # with it go the tables
            return self._cluster.narrowings.get(
                (client, self._folder, key), lambda number: self._derived(number, session, steps(), tables)
            )

    def _derived(
        self, number: int, session: Any, steps: Mapping[str, Any], tables: Mapping[str, pa.Table]
    ) -> NarrowedTables:
        client = session.sparkContext.applicationId
        self._cluster.narrowings.tidy(lambda made: _drop(session, made))
        called = {name: f"{name}_{uuid4().hex}" for name in (*tables, *steps)}
        for name, table in tables.items():
            session.createDataFrame(table).createOrReplaceGlobalTempView(called[name])
        within = frozenset((STEP + name, view) for name, view in called.items())
        for name, expression in steps.items():
            rows = session.sql(compiled(renamed(expression, within, SHARED), "pyspark"))
            rows.createOrReplaceGlobalTempView(called[name])
            session.catalog.cacheTable(f"{SHARED}.{called[name]}")
        names = {name: called[name] for name in steps if name in TABLES}
        made = [(client, view) for view in called.values()]
        return self._cluster.narrowings.watch(number, NarrowedTables(self, names, SHARED), made)

    def sharing(self, expression: Any, **tables: pa.Table) -> AbstractContextManager[Runs]:  # noqa: ARG002 - nothing is kept
        """Share nothing: each question reckons for itself."""
        return nullcontext(self)

    def held(self, expression: Any, tables: Mapping[str, pa.Table]) -> AbstractContextManager[None]:  # noqa: ARG002 - nothing is held
        """Hold nothing."""
        return nullcontext()

    def interrupt(self) -> None:
        """End the questions that run."""
        for job in tuple(self._running):
            job.stop("ends")

    def close(self) -> None:
        """Nothing is held: the files are read by the workers, and the cluster is left by the engine."""

    def _ask(self, expression: Any, sql: str, tables: dict[str, pa.Table]) -> pa.Table:
        with self._asking() as session:
            for name, table in tables.items():
                session.createDataFrame(table).createOrReplaceTempView(name)
            rows = session.sql(sql).toArrow()
        return rows.cast(expression.schema().to_pyarrow())

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """A session that knows the tables."""
        with self._cluster.asking(self._limits, self._running, self._idle) as session:
            self._show(session)
            yield session

    def _show(self, session: Any) -> None:
        """Let a session know the tables, once."""
        if session not in self._shown:
            for name in TABLES:
                read(session, name, self._folder / f"{name}.parquet").createOrReplaceTempView(name)
            self._shown.add(session)


def _drop(session: Any, made: list[tuple[str, str]]) -> None:
    """Let go of views, unless they went with an earlier client."""
    for client, view in made:
        if client == session.sparkContext.applicationId:
            session.catalog.dropGlobalTempView(view)


def read(session: Any, name: str, path: Path) -> Any:
    """One table out of its file; columns that a file of an older release lacks are empty."""
    return session.read.schema(columns(SCHEMAS[name])).parquet(path.resolve().as_uri())


def columns(schema: Mapping[str, str]) -> str:
    """The columns of a table as Spark writes them."""
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in schema.items())
