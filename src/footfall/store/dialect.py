"""The one place that knows which database it is: how to open SQLite so that a commit survives a power cut."""

import json
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

BUSY_MS = 3000  # below the five seconds within which a failed write must be seen


def open_engine(url: str, *, writes: bool) -> Engine:
    """An engine for the writer (one connection) or for readers (a pool)."""
    sizes: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if writes else {"pool_size": 8, "max_overflow": 32}
    engine = create_engine(url, json_serializer=_as_json, **sizes)
    if engine.dialect.name == "sqlite":
        _as_sqlite(engine, writes=writes)
    return engine


def _as_sqlite(engine: Engine, *, writes: bool) -> None:
    """Take transactions into our own hands: a writer asks for the lock at once, so it never has to upgrade."""
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not writes:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


_PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "journal_mode = WAL",  # readers and the writer do not wait for each other
    "synchronous = FULL",  # a commit is on the disk when it returns
    "foreign_keys = ON",
    "temp_store = MEMORY",
)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
