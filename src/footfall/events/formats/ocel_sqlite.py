"""OCEL 2.0 in SQLite: opened for reading alone, with nothing in it trusted."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from footfall.errors import InvalidData
from footfall.events.formats.ocel import Happening, Row, open_log
from footfall.events.formats.sheet import Sheet, first_line, text_of
from footfall.events.mapping import FileMapping
from footfall.events.scanning import fingerprint
from footfall.events.unpacking import readable, whole

SQLITE = b"SQLite format 3\0"
TABLES = {"event", "object", "event_object", "event_map_type", "object_map_type"}
EVENT = ("ocel_id", "ocel_time")
OBJECT = (*EVENT, "ocel_changed_field")


@dataclass(frozen=True)
class SqliteLog:
    """A log in a database file."""

    path: Path

    def types(self) -> dict[str, str]:
        """The type of each object."""
        with self.opened() as database:
            return {str(id): str(type) for id, type in database.execute("SELECT ocel_id, ocel_type FROM object")}

    def facts(self, type: str) -> dict[str, Row]:
        """The first known attributes of each object of a type."""
        with self.opened() as database:
            table = _tables(database, "object").get(type)
            if table is None:
                return {}
            names = _attributes(database, table, OBJECT)
            chosen = ", ".join(map(_quoted, ["ocel_id", *names]))
            wanted = f"SELECT {chosen} FROM {_quoted(table)} WHERE ocel_changed_field IS NULL"  # noqa: S608 - quoted
            rows = database.execute(wanted)
            called = [f"{type}.{name}" for name in names]
            return {str(id): dict(zip(called, map(text_of, row), strict=True)) for id, *row in rows}

    def events(self) -> Iterator[Happening]:
        """The events, type by type."""
        with self.opened() as database:
            for type, table in _tables(database, "event").items():
                yield from _events(database, type, table)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The database. Raises InvalidData when it is damaged."""
        with readable(self.path):
            source = whole(self.path)
        try:
            with closing(sqlite3.connect(_address(source), uri=True)) as database:
                if not isinstance(source, Path):
                    database.deserialize(source.read())
                database.execute("PRAGMA trusted_schema = OFF")
                database.text_factory = lambda text: text.decode("utf-8", "replace")
                yield database
        except sqlite3.Error as error:
            seen = f"{self.path.name} is a damaged database: {first_line(error)}"
            raise InvalidData(seen, todo="Export the log again.") from None


def open_ocel_sqlite(path: Path, read_as: FileMapping) -> Sheet:
    """Look at a log in SQLite. Raises InvalidData when it is damaged, or another database."""
    log = SqliteLog(path)
    with log.opened() as database:
        if not _names(database) >= TABLES:
            raise InvalidData(
                f"{path.name} is a database, but no event log.",
                "Of databases, event logs in OCEL 2.0 are read.",
                "Export the table as CSV and import that.",
            )
    return open_log(log, fingerprint(path), read_as.unfold)


def _address(source: object) -> str:
    return f"file:{quote(str(source.resolve()))}?mode=ro&immutable=1" if isinstance(source, Path) else ":memory:"


def _names(database: sqlite3.Connection) -> set[str]:
    """The tables; views are passed over, since they may run without end."""
    return {str(name) for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _tables(database: sqlite3.Connection, what: str) -> dict[str, str]:
    """The table of each type of event or object."""
    there = _names(database)
    rows = database.execute(f"SELECT ocel_type, ocel_type_map FROM {what}_map_type")  # noqa: S608 - our own words
    return {str(type): f"{what}_{name}" for type, name in rows if f"{what}_{name}" in there}


def _attributes(database: sqlite3.Connection, table: str, own: tuple[str, ...]) -> list[str]:
    return [str(row[1]) for row in database.execute(f"PRAGMA table_info({_quoted(table)})") if row[1] not in own]


def _events(database: sqlite3.Connection, type: str, table: str) -> Iterator[Happening]:
    names = _attributes(database, table, EVENT)
    chosen = ", ".join(f"e.{_quoted(name)}" for name in (*EVENT, *names))
    related = "LEFT JOIN event_object r ON r.ocel_event_id = e.ocel_id"  # an event's rows come one after the other
    wanted = f"SELECT {chosen}, r.ocel_object_id, r.ocel_qualifier FROM {_quoted(table)} e {related}"  # noqa: S608 - quoted
    rows = database.execute(wanted)
    for _, one in itertools.groupby(rows, key=lambda row: row[0]):
        told = list(one)
        id, time, *values = told[0][:-2]
        objects = {str(object): str(qualifier or "") for *_, object, qualifier in told if object is not None}
        yield Happening(
            str(id), type, text_of(time) or "", dict(zip(names, map(text_of, values), strict=True)), objects
        )


def _quoted(name: str) -> str:
    """A name of the file's own making inside a query."""
    return '"' + name.replace('"', '""') + '"'
