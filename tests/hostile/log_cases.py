"""Logs of process mining: XES with entities, gaps and ends cut off; OCEL in JSON and in a database."""

import gzip
import json
import sqlite3
from pathlib import Path

from footfall.events.mapping import Mapping
from tests.hostile.cases import Case, Read, Refused

XES = Mapping(customer="case:concept:name", time="time:timestamp", event="concept:name")
OCEL = Mapping(customer="ocel:oid", time="ocel:timestamp", event="ocel:activity", unfold="customer")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def event(name: str = "visit", day: str = "2024-01-02", more: str = "") -> str:
    """One event."""
    named = f'<string key="concept:name" value="{name}"/>' if name else ""
    timed = f'<date key="time:timestamp" value="{day}T03:04:05.000+00:00"/>' if day else ""
    return f"<event>{named}{timed}{more}</event>"


def trace(*events: str, name: str = "ann") -> str:
    """One customer's events."""
    named = f'<string key="concept:name" value="{name}"/>' if name else ""
    return f"<trace>{named}{''.join(events)}</trace>"


def log(*traces: str, head: str = HEAD, space: str = ' xmlns="http://www.xes-standard.org/"') -> bytes:
    """A log."""
    return f'{head}<log xes.version="1.0"{space}>{"".join(traces)}</log>'.encode()


GOOD = log(trace(event(), event("pay", "2024-01-03")))
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
DEEP = '<string key="a" value="b">' * 400 + "</string>" * 400

OBJECTS = [{"id": "c1", "type": "customer"}, {"id": "o1", "type": "order"}]
HAPPENED = [
    {
        "id": "e1",
        "type": "visit",
        "time": "2024-01-02T03:04:05Z",
        "relationships": [{"objectId": "c1", "qualifier": "actor"}],
    },
    {
        "id": "e2",
        "type": "pay",
        "time": "2024-01-03T03:04:05Z",
        "relationships": [{"objectId": "c1", "qualifier": "actor"}, {"objectId": "o1", "qualifier": "of"}],
    },
]
TYPES = {
    "objectTypes": [{"name": "customer", "attributes": []}, {"name": "order", "attributes": []}],
    "eventTypes": [{"name": "visit", "attributes": []}, {"name": "pay", "attributes": []}],
}


def ocel(**changed: object) -> bytes:
    """A log about objects."""
    return json.dumps(TYPES | {"objects": OBJECTS, "events": HAPPENED} | changed).encode()


TABLES = """
CREATE TABLE event (ocel_id TEXT, ocel_type TEXT); CREATE TABLE object (ocel_id TEXT, ocel_type TEXT);
CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);
CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
CREATE TABLE event_visit (ocel_id TEXT, ocel_time TEXT);
CREATE TABLE object_customer (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);
INSERT INTO event VALUES ('e1', 'visit'), ('e2', 'visit'); INSERT INTO object VALUES ('c1', 'customer');
INSERT INTO event_map_type VALUES ('visit', 'visit'); INSERT INTO object_map_type VALUES ('customer', 'customer');
INSERT INTO event_visit VALUES ('e1', '2024-01-02T03:04:05Z'), ('e2', '2024-01-03T03:04:05Z');
INSERT INTO object_customer VALUES ('c1', '1970-01-01T00:00:00Z', NULL);
INSERT INTO event_object VALUES ('e1', 'c1', 'actor'), ('e2', 'c1', 'actor');
"""


class Database:
    """Writes a database: the tables of OCEL, then what else is said."""

    def __init__(self, *more: str, damage: int = 0) -> None:
        self._more, self._damage = more, damage

    def __call__(self, path: Path) -> None:
        """Write it."""
        with sqlite3.connect(path) as database:
            database.executescript(TABLES + "".join(self._more))
        database.close()
        if self._damage:
            data = bytearray(path.read_bytes())
            data[self._damage : self._damage + 4000] = b"\xff" * 4000
            path.write_bytes(data)


XES_CASES = [
    Case("a log", "file.xes", GOOD, Read(2), XES),
    Case("a log that is packed", "file.xes.gz", gzip.compress(GOOD), Read(2), XES),
    Case("a log without a namespace", "file.xes", log(trace(event()), space=""), Read(1), XES),
    Case("a log that says it is CSV", "file.csv", GOOD, Read(2), XES),
    Case("a log without traces", "file.xes", log(), Refused("file.xes"), XES),
    Case(
        "a trace without a name",
        "file.xes",
        log(trace(event()), trace(event(), name="")),
        Read(1, {"no-customer": (2,)}),
        XES,
    ),
    Case("an event without a name", "file.xes", log(trace(event(), event(""))), Read(1, {"no-event": (2,)}), XES),
    Case("an event without a time", "file.xes", log(trace(event(), event(day=""))), Read(1, {"no-time": (2,)}), XES),
    Case(
        "an event of no known day",
        "file.xes",
        log(trace(event(), event(day="2024-02-31"))),
        Read(1, {"unreadable-time": (2,)}),
        XES,
    ),
    Case(
        "attributes inside attributes",
        "file.xes",
        log(trace(event(more='<string key="a" value="b"><int key="c" value="1"/></string>'))),
        Read(1),
        XES,
    ),
    Case("attributes 400 deep", "file.xes", log(trace(event(more=DEEP))), Refused("file.xes"), XES),
    Case("a log that is cut short", "file.xes", GOOD[:-30], Refused("file.xes"), XES),
    Case("entities of entities", "file.xes", log(trace(event("&j;")), head=HEAD + LAUGHS), Refused("file.xes"), XES),
    Case(
        "an entity that is a file",
        "file.xes",
        log(trace(event("&a;")), head=HEAD + '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        Refused("file.xes"),
        XES,
    ),
    Case(
        "a type that is elsewhere",
        "file.xes",
        log(trace(event()), head=HEAD + '<!DOCTYPE log SYSTEM "http://127.0.0.1:9/x.dtd">'),
        Refused("file.xes"),
        XES,
    ),
    Case("another kind of XML", "file.xes", b"<?xml version='1.0'?><rss><channel/></rss>", Refused("file.xes"), XES),
    Case("a log with a zero byte", "file.xes", GOOD.replace(b"visit", b"vi\0sit"), Refused("file.xes"), XES),
    Case("a log in UTF-16", "file.xes", GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16"), Read(2), XES),
]

OCEL_CASES = [
    Case("a log about objects", "file.json", ocel(), Read(2), OCEL),
    Case(
        "an event about nobody",
        "file.json",
        ocel(events=[*HAPPENED, {"id": "e3", "type": "visit", "time": "2024-01-04T00:00:00Z"}]),
        Read(2, {"no-customer": (3,)}),
        OCEL,
    ),
    Case(
        "an event about an object that is not there",
        "file.json",
        ocel(events=[HAPPENED[0], HAPPENED[1] | {"relationships": [{"objectId": "c9", "qualifier": ""}]}]),
        Read(1, {"no-customer": (2,)}),
        OCEL,
    ),
    Case(
        "an event at no time",
        "file.json",
        ocel(events=[HAPPENED[0], HAPPENED[1] | {"time": "soon"}]),
        Read(1, {"unreadable-time": (2,)}),
        OCEL,
    ),
    Case("a log about objects without events", "file.json", ocel(events=[]), Refused("file.json"), OCEL),
    Case("a log about other objects", "file.json", ocel(objects=[OBJECTS[1]]), Refused("file.json"), OCEL),
    Case("objects that are no list", "file.json", ocel(objects=7), Refused("file.json"), OCEL),
    Case("a database of objects", "file.sqlite", Database(), Read(2), OCEL),
    Case(
        "a database of something else",
        "file.sqlite",
        Database("DROP TABLE event; DROP TABLE object;"),
        Refused("file.sqlite"),
        OCEL,
    ),
    Case(
        "a database without the table of an event",
        "file.sqlite",
        Database("DROP TABLE event_visit;"),
        Refused("file.sqlite"),
        OCEL,
    ),
    Case(
        "a table with a wicked name",
        "file.sqlite",
        Database("UPDATE event_map_type SET ocel_type_map = 'visit\"; DROP TABLE event; --';"),
        Refused("file.sqlite"),
        OCEL,
    ),
    Case("a damaged database", "file.sqlite", Database(damage=100), Refused("file.sqlite"), OCEL),
    Case(
        "the beginning of a database alone",
        "file.sqlite",
        b"SQLite format 3\0" + bytes(84),
        Refused("file.sqlite"),
        OCEL,
    ),
]

# Reading it never ends by itself.
ENDLESS = Case(
    "a view that never ends",
    "file.sqlite",
    Database(
        "DROP TABLE event_visit; CREATE VIEW event_visit AS WITH RECURSIVE n(i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS ocel_id, i AS ocel_time FROM n;"
    ),
    Refused("file.sqlite"),
    OCEL,
)

CASES = [*XES_CASES, *OCEL_CASES]
