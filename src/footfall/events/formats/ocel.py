"""Object-centric event logs (OCEL 2.0): one type of object is the customer, each event a row for each of them.

The line of a row is the event's number. An event without such an object is a row without a customer.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np

from footfall.errors import InvalidData
from footfall.events.formats.sheet import ROWS, Batch, Note, Sheet, chosen, refuse_many_columns, text_column

OBJECT, ID, ACTIVITY, TIME, QUALIFIER = (
    f"ocel:{name}" for name in ("oid", "eid", "activity", "timestamp", "qualifier")
)
MOST_OBJECTS = 5_000_000  # bounds the memory
WHO = (
    "customer",
    "client",
    "user",
    "person",
    "patient",
    "citizen",
    "member",
    "guest",
    "passenger",
    "student",
    "account",
)

Row = dict[str, str | None]


@dataclass(frozen=True)
class Happening:
    """One event of a log with the objects that it is about."""

    id: str
    type: str
    time: str
    attributes: Row
    objects: Mapping[str, str]  # qualifier by object


class Log(Protocol):
    """A log as one of its formats holds it."""

    @property
    def path(self) -> Path:
        """The file."""

    def __hash__(self) -> int:
        """Logs are remembered by their file."""

    def types(self) -> dict[str, str]:
        """The type of each object."""

    def facts(self, type: str) -> dict[str, Row]:
        """The first known attributes of each object of a type."""

    def events(self) -> Iterator[Happening]:
        """The events in the file's order."""


@dataclass(frozen=True)
class OcelRows:
    """The events of a log by the objects of one type."""

    log: Log
    type: str

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Each event once for each of its customers."""
        types, facts = self.log.types(), self.log.facts(self.type)
        for number, event in enumerate(self.log.events(), 1):
            told = {ID: event.id, ACTIVITY: event.type, TIME: event.time} | event.attributes
            theirs = [name for name in event.objects if types.get(name) == self.type]
            for name in theirs:
                yield number, {OBJECT: name, QUALIFIER: event.objects[name] or None, **told, **facts.get(name, {})}
            if not theirs:
                yield number, told

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns as text."""
        rows = self.rows()
        while some := list(itertools.islice(rows, ROWS)):
            lines = np.array([number for number, _ in some], np.int64)
            yield Batch({name: text_column([row.get(name) for _, row in some]) for name in columns}, lines)


def open_log(log: Log, fingerprint: str, unfold: str) -> Sheet:
    """A log as a table of one type of object: the one that was asked for, else the one most like customers."""
    types = _types_by_events(log, fingerprint)
    if not types:
        raise InvalidData(f"{log.path.name} is a log without objects.", "Customers are objects of an OCEL log.")
    type = chosen(log.path, unfold, tuple(types), "type of object") if unfold else _customers(types)
    rows = OcelRows(log, type)
    columns = _columns(rows, fingerprint)
    refuse_many_columns(log.path, len(columns))
    sentence = f"The log has several types of objects ({', '.join(types)}); '{type}' was taken for the customer."
    notes = () if unfold or len(types) == 1 else (Note("type-of-object", sentence),)
    return Sheet(log.path, "OCEL 2.0", fingerprint, columns, rows, unfolds=tuple(types), unfold=type, notes=notes)


def _customers(types: Mapping[str, int]) -> str:
    """The type that is called as customers are, else the one that most events are about."""
    alike = [(place, type) for place, word in enumerate(WHO) for type in types if word in type.casefold()]
    return min(alike)[1] if alike else max(types, key=types.__getitem__)


@lru_cache(maxsize=32)
def _types_by_events(log: Log, fingerprint: str) -> dict[str, int]:  # noqa: ARG001 - part of the key
    """How many events each type of object is related to."""
    types = log.types()
    if len(types) > MOST_OBJECTS:
        raise InvalidData(f"{log.path.name} has more than {MOST_OBJECTS:,} objects.", todo="Cut the log before.")
    counts = Counter(dict.fromkeys(types.values(), 0))
    for event in log.events():
        counts.update({types[name] for name in event.objects if name in types})
    return dict(counts)


@lru_cache(maxsize=32)
def _columns(rows: OcelRows, fingerprint: str) -> tuple[str, ...]:  # noqa: ARG001 - part of the key
    found: Row = dict.fromkeys((OBJECT, ACTIVITY, TIME, ID, QUALIFIER))
    for _, row in rows.rows():
        if not row.keys() <= found.keys():
            found |= row
    return tuple(found)
