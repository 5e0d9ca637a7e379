"""Event logs in XES and OCEL 2.0, as other tools write them."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from footfall.errors import InvalidData
from footfall.events.mapping import FileMapping
from footfall.events.proposing import proposal
from footfall.events.sheets import Sheet, open_sheet


def table(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Each row with its number and its filled cells."""
    found = []
    for batch in sheet.batches(sheet.columns):
        columns = {name: column.to_pylist() for name, column in batch.columns.items()}
        for place, line in enumerate(batch.lines.tolist()):
            found.append((line, {name: cells[place] for name, cells in columns.items() if cells[place] is not None}))
    return found


XES = """<?xml version="1.0" encoding="UTF-8"?>
<!-- written by a tool -->
<log xes.version="1.0"{space}>
 <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
 <global scope="event"><string key="concept:name" value="undefined"/></global>
 <classifier name="Activity" keys="concept:name"/>
 <string key="origin" value="shop"/>
 <trace>
  <string key="concept:name" value="customer-17"/>
  <string key="plan" value="pro"><int key="since" value="2019"/></string>
  <event><string key="concept:name" value="checkout"/><date key="time:timestamp" value="2026-05-01T09:30:00.000+02:00"/>
   <list key="items"><values><string key="item" value="shoe"/></values></list><boolean key="paid" value="true"/></event>
  <event><string key="concept:name" value="delivered"/><date key="time:timestamp" value="2026-05-02T09:30:00Z"/></event>
 </trace>
 <trace>
  <string key="concept:name" value="customer-18"/>
  <event><string key="concept:name" value="checkout"/><date key="time:timestamp" value="2026-05-03T09:30:00Z"/></event>
 </trace>
</log>
"""
SPACE = ' xmlns="http://www.xes-standard.org/"'


@pytest.mark.parametrize("space", ["", SPACE])
@pytest.mark.parametrize("packed", [False, True])
def test_events_of_a_log_carry_the_attributes_of_their_trace(space: str, packed: bool, tmp_path: Path) -> None:
    content = XES.format(space=space).encode()
    (path := tmp_path / "log.txt").write_bytes(gzip.compress(content) if packed else content)
    sheet = open_sheet(path)
    case = {"case:concept:name": "customer-17", "case:plan": "pro", "case:plan.since": "2019"}
    assert sheet.format == "XES"
    first = {"time:timestamp": "2026-05-01T09:30:00.000+02:00", "items.item": "shoe", "paid": "true"}
    other = {"case:concept:name": "customer-18", "time:timestamp": "2026-05-03T09:30:00Z"}
    assert table(sheet) == [
        (1, case | first | {"concept:name": "checkout"}),
        (2, case | {"concept:name": "delivered", "time:timestamp": "2026-05-02T09:30:00Z"}),
        (3, other | {"concept:name": "checkout"}),
    ]
    mapping = proposal(sheet).mapping
    assert mapping
    assert (mapping.customer, mapping.event, mapping.time) == ("case:concept:name", "concept:name", "time:timestamp")


LAUGHS = '<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
EVENT = '<event><string key="concept:name" value="a"/></event>'
BAD_XES = {
    "entities": (XES.format(space="").replace(HEAD, HEAD + LAUGHS).replace("customer-17", "&b;"), "document type"),
    "a file of the server": (
        XES.format(space="").replace(HEAD, HEAD + FILE).replace("checkout", "&a;"),
        "external entity",
    ),
    "a cut log": (XES.format(space="")[:-40], "is damaged XML"),
    "no events": ("<log><trace/></log>", "is a log without events"),
    "attributes below events": (
        "<log><trace>" + EVENT * 5000 + '<string key="late" value="x"/></trace></log>',
        "whose attributes stand below its events",
    ),
    "deep": ("<log><trace>" + "<a>" * 5000, "is damaged XML"),
}


@pytest.mark.parametrize("kind", BAD_XES)
def test_a_log_that_is_no_log_says_so(kind: str, tmp_path: Path) -> None:
    content, sentence = BAD_XES[kind]
    (path := tmp_path / "log.xes").write_text(content)
    with pytest.raises(InvalidData, match=sentence):
        open_sheet(path)


OCEL: dict[str, list[dict[str, Any]]] = {
    "objectTypes": [{"name": "order", "attributes": []}, {"name": "customer", "attributes": [{"name": "plan"}]}],
    "eventTypes": [{"name": "checkout", "attributes": [{"name": "amount", "type": "float"}]}, {"name": "stock count"}],
    "objects": [
        {
            "id": "c17",
            "type": "customer",
            "attributes": [
                {"name": "plan", "time": "2026-06-01T00:00:00Z", "value": "pro"},
                {"name": "plan", "time": "1970-01-01T00:00:00Z", "value": "free"},
            ],
        },
        {"id": "c18", "type": "customer"},
        {"id": "o1", "type": "order"},
    ],
    "events": [
        {
            "id": "e1",
            "type": "checkout",
            "time": "2026-05-01T09:30:00Z",
            "attributes": [{"name": "amount", "value": 12.5}],
            "relationships": [
                {"objectId": "c17", "qualifier": "buyer"},
                {"objectId": "c18", "qualifier": "payer"},
                {"objectId": "o1", "qualifier": "order"},
            ],
        },
        {"id": "e2", "type": "stock count", "time": "2026-05-02T09:30:00Z"},
    ],
}
CHECKOUT = {"ocel:activity": "checkout", "ocel:timestamp": "2026-05-01T09:30:00Z", "ocel:eid": "e1", "amount": "12.5"}
COUNT = {"ocel:activity": "stock count", "ocel:timestamp": "2026-05-02T09:30:00Z", "ocel:eid": "e2"}
BY_CUSTOMER = [
    (1, {"ocel:oid": "c17", "ocel:qualifier": "buyer", "customer.plan": "free"} | CHECKOUT),
    (1, {"ocel:oid": "c18", "ocel:qualifier": "payer"} | CHECKOUT),
    (2, COUNT),
]


def as_json(path: Path) -> None:
    path.write_text(json.dumps(OCEL, indent=1))


def as_json_packed(path: Path) -> None:
    path.write_bytes(gzip.compress(json.dumps(dict(reversed(OCEL.items()))).encode()))


def as_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript("""
            CREATE TABLE event (ocel_id TEXT, ocel_type TEXT); CREATE TABLE object (ocel_id TEXT, ocel_type TEXT);
            CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
            CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
            CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);
            CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);
            CREATE TABLE "event_Check""Out" (ocel_id TEXT, ocel_time TEXT, amount REAL);
            CREATE TABLE event_StockCount (ocel_id TEXT, ocel_time TEXT);
            CREATE TABLE object_Customer (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, plan TEXT);
            CREATE TABLE object_Order (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);
            INSERT INTO event VALUES ('e1', 'checkout'), ('e2', 'stock count');
            INSERT INTO object VALUES ('c17', 'customer'), ('c18', 'customer'), ('o1', 'order');
            INSERT INTO event_object VALUES ('e1', 'c17', 'buyer'), ('e1', 'c18', 'payer'), ('e1', 'o1', 'order');
            INSERT INTO event_map_type VALUES ('checkout', 'Check"Out'), ('stock count', 'StockCount');
            INSERT INTO object_map_type VALUES ('customer', 'Customer'), ('order', 'Order');
            INSERT INTO "event_Check""Out" VALUES ('e1', '2026-05-01T09:30:00Z', 12.5);
            INSERT INTO event_StockCount VALUES ('e2', '2026-05-02T09:30:00Z');
            INSERT INTO object_Customer VALUES ('c17', '1970-01-01T00:00:00Z', NULL, 'free'),
                ('c17', '2026-06-01T00:00:00Z', 'plan', 'pro'), ('c18', '1970-01-01T00:00:00Z', NULL, NULL);
        """)


def as_sqlite_packed(path: Path) -> None:
    as_sqlite(path)
    path.write_bytes(gzip.compress(path.read_bytes()))


@pytest.mark.parametrize("write", [as_json, as_json_packed, as_sqlite, as_sqlite_packed])
def test_each_event_counts_for_each_of_its_customers(write: Callable[[Path], None], tmp_path: Path) -> None:
    write(path := tmp_path / "log")
    sheet = open_sheet(path)
    assert (sheet.format, sheet.unfold, set(sheet.unfolds)) == ("OCEL 2.0", "customer", {"customer", "order"})
    assert [note.reason for note in sheet.notes] == ["type-of-object"]
    assert table(sheet) == BY_CUSTOMER
    mapping = proposal(sheet).mapping
    assert mapping
    assert (mapping.customer, mapping.event, mapping.unfold) == ("ocel:oid", "ocel:activity", "customer")


def test_another_type_of_object_can_be_the_customer(tmp_path: Path) -> None:
    as_json(path := tmp_path / "log")
    assert table(open_sheet(path, FileMapping(unfold="order"))) == [
        (1, {"ocel:oid": "o1", "ocel:qualifier": "order"} | CHECKOUT),
        (2, COUNT),
    ]
    with pytest.raises(InvalidData, match=r"log has no type of object 'ticket'. It has: customer, order"):
        open_sheet(path, FileMapping(unfold="ticket"))


def test_a_database_is_not_written_to(tmp_path: Path) -> None:
    as_sqlite(path := tmp_path / "log.sqlite")
    before = path.read_bytes()
    path.chmod(0o400)
    table(open_sheet(path))
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (before, ["log.sqlite"])


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE people (name TEXT)")


def cut_database(path: Path) -> None:
    as_sqlite(path)
    path.write_bytes(path.read_bytes()[:5000])


BAD_OCEL: dict[str, tuple[Callable[[Path], object], str]] = {
    "OCEL 1.0": (lambda path: path.write_text('{"ocel:global-log": {}, "ocel:events": {}}'), "is a log in OCEL 1.0"),
    "another database": (another_database, "is a database, but no event log"),
    "a cut database": (cut_database, "is a damaged database"),
    "an event without time": (
        lambda path: path.write_text(json.dumps(OCEL | {"events": [{"id": "e1", "type": "checkout"}]})),
        "is a damaged log: one of its events lacks 'time'",
    ),
    "no objects": (lambda path: path.write_text(json.dumps(OCEL | {"objects": []})), "is a log without objects"),
}


@pytest.mark.parametrize("kind", BAD_OCEL)
def test_a_log_of_objects_that_cannot_be_read_says_so(kind: str, tmp_path: Path) -> None:
    write, sentence = BAD_OCEL[kind]
    write(path := tmp_path / "log")
    with pytest.raises(InvalidData, match=sentence):
        open_sheet(path)
