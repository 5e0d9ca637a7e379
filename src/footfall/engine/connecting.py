"""Connections to DuckDB that can reach named folders and nothing else."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from footfall.engine.limits import Limits, stopped_by_the_clock, stopped_by_the_end
from footfall.engine.reader import ended_with_reader
from footfall.errors import QueryLimit, StorageFailed


class Connection:
    """One DuckDB in memory, shared by threads: each query has its own cursor, its own limits of time."""

    def __init__(self, folders: Sequence[Path], spill: Path, limits: Limits) -> None:
        self._limits = limits
        self._running: set[Any] = set()  # cursors
        self._database = duckdb.connect(":memory:", config=_settings(spill, limits))
        # In this order: folders can only be named while access is open, and nothing can be set after the lock.
        self._database.execute("SET allowed_directories = $folders", {"folders": [str(folder) for folder in folders]})
        self._database.execute("SET enable_external_access = false")
        self._database.execute("SET lock_configuration = true")

    def ask(self, sql: str, tables: Mapping[str, pa.Table] | None = None) -> pa.Table:
        """Run a query; `tables` are seen by it alone. Raises QueryLimit, StorageFailed."""
        with self._cursor() as cursor:
            for name, table in (tables or {}).items():
                cursor.register(name, table)
            return _whole(cursor.sql(sql).to_arrow_table())

    @contextmanager
    def rows(self, sql: str, at_once: int) -> Iterator[pa.RecordBatchReader]:
        """Run a query whose rows are read piece by piece while the block lasts. Raises QueryLimit, StorageFailed."""
        with self._cursor() as cursor:
            try:
                yield cursor.sql(sql).to_arrow_reader(at_once)
            except pa.ArrowException as error:
                raise _through_arrow(error) from error

    def do(self, sql: str, tables: Mapping[str, pa.Table] | None = None) -> None:
        """Run a statement that gives nothing. Raises QueryLimit, StorageFailed."""
        with self._cursor() as cursor:
            for name, table in (tables or {}).items():
                cursor.register(name, table)
            cursor.execute(sql)

    def drop(self, kind: str, name: str) -> None:
        """Let go of a table or view, also for a reader who has gone."""
        with self._database.cursor() as cursor:
            cursor.execute(f"DROP {kind} IF EXISTS {name}")

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        cursor = self._database.cursor()
        late = threading.Event()

        def stop() -> None:
            late.set()
            cursor.interrupt()

        clock = threading.Timer(self._limits.seconds, stop)
        clock.daemon = True
        clock.start()
        self._running.add(cursor)
        try:
            with ended_with_reader(cursor.interrupt):
                yield cursor
        except duckdb.Error as error:
            raise _told(error, self._limits, is_late=late.is_set()) from error
        finally:
            clock.cancel()
            self._running.discard(cursor)
            cursor.close()

    def interrupt(self) -> None:
        """End the queries that run, with QueryLimit."""
        for cursor in tuple(self._running):
            with suppress(duckdb.ConnectionException):  # it has just ended
                cursor.interrupt()

    def close(self) -> None:
        """Let go of memory and files."""
        self._database.close()


def _settings(spill: Path, limits: Limits) -> dict[str, Any]:
    return {
        "memory_limit": limits.memory,
        "max_temp_directory_size": limits.spill,
        "temp_directory": str(spill),
        "threads": limits.threads,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "python_enable_replacements": False,
    }


def _whole(rows: pa.Table) -> pa.Table:
    """Sums of whole numbers as whole numbers: DuckDB makes them of 128 bits, and Arrow of these slow decimals."""
    kinds = [pa.int64() if pa.types.is_decimal(kind) and not kind.scale else kind for kind in rows.schema.types]
    return rows.cast(pa.schema(list(zip(rows.column_names, kinds, strict=True))))


def _through_arrow(error: pa.ArrowException) -> duckdb.Error:
    """DuckDB's own error, of which Arrow hands on the text while rows are read."""
    text = str(error)
    if "INTERRUPT" in text:
        return duckdb.InterruptException(text)
    return duckdb.OutOfMemoryException(text) if "Out of Memory" in text else duckdb.IOException(text)


def _told(error: duckdb.Error, limits: Limits, *, is_late: bool) -> Exception:
    """The error in our words; a mistake of ours stays what it is."""
    if isinstance(error, duckdb.InterruptException) and not is_late:
        return stopped_by_the_end()
    if isinstance(error, duckdb.InterruptException):
        return stopped_by_the_clock(limits)
    if isinstance(error, duckdb.OutOfMemoryException):
        return QueryLimit(
            f"{limits.doing} needs more than {limits.memory} of memory and {limits.spill} of disk.",
            todo="Ask for less at once, or allow more.",
        )
    if isinstance(error, duckdb.IOException | duckdb.InvalidInputException):
        seen = str(error).partition("\n")[0][:300]
        return StorageFailed(f"The dataset's tables cannot be read or written: {seen}", todo="Import the files again.")
    return error
