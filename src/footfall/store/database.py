"""A store: one writer, many readers, and the check that the tables are as this version needs them."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from footfall.errors import StorageFailed
from footfall.store.dialect import open_engine
from footfall.store.writer import Writer, as_failure

T = TypeVar("T")
NEWEST = "0002"  # the last migration; a test compares it with the folder of migrations


class Store:
    """Reads at once on the caller's thread; writes in order on the writer's."""

    def __init__(self, url: str) -> None:
        """`url` is SQLAlchemy's address of a database; its tables are brought up to date first."""
        self._writing = open_engine(url, writes=True)
        self._reading = open_engine(url, writes=False)
        try:
            _bring_up_to_date(self._writing)
        except (SQLAlchemyError, StorageFailed) as error:
            self._dispose()
            raise as_failure(error) from error
        self._writer = Writer(self._writing)

    @classmethod
    def in_folder(cls, folder: Path) -> "Store":
        """The SQLite store of a data folder; made when absent. Raises StorageFailed."""
        ensure_writable(folder)
        return cls(f"sqlite:///{folder / 'footfall.db'}")

    def read(self, query: Callable[[Connection], T]) -> T:
        """The answer of a query that sees one moment of the store. Raises StorageFailed."""
        try:
            with self._reading.connect() as connection:
                return query(connection)
        except SQLAlchemyError as error:
            raise as_failure(error) from error

    def write(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue what is to be written; the future ends when it is durable."""
        return self._writer.submit(work)

    def close(self) -> None:
        """Write what is queued, then let go of the files."""
        self._writer.close()
        self._dispose()

    def _dispose(self) -> None:
        self._reading.dispose()
        self._writing.dispose()


def ensure_writable(folder: Path) -> None:
    """Make the folder when absent; StorageFailed when nothing can be written in it."""
    probe = folder / ".writable"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        why = "It is a file" if folder.is_file() else error.strerror
        raise StorageFailed(
            f"The data folder {folder} cannot be written: {why}.",
            "Footfall keeps its maps and data there.",
            "Give this user permission to write in it, or name another one with --data.",
        ) from error


def _bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that are missing; Alembic is only loaded when there are any."""
    with engine.connect() as connection:
        version = _version(connection)
    if version == NEWEST:
        return
    from footfall.store.migrations import run

    run.upgrade(engine, known=version)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
