"""Tables of notebooks are read as files are, and give what an import gives."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import footfall
from footfall.errors import InvalidData
from footfall.events.identity import code_of, pseudonym
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
KEY = b"k" * 32
ROWS: dict[str, list[Any]] = {
    "customer": ["bo", "ann", "ann", None],
    "event": ["Paid", "Paid", "Basket", "Basket"],
    "time": [datetime(2026, 5, day, 9, 30) for day in (3, 2, 1, 1)],
    "channel": ["web", "app", "app", "app"],
}
ARROW = pa.table(ROWS)
ANN, BO = (pseudonym(code_of(KEY, name)) for name in ("ann", "bo"))


def told(read: Any) -> set[tuple[Any, ...]]:
    columns = (read.events[name].to_pylist() for name in ("customer", "time", "event", "channel", "position"))
    return set(zip(*columns, strict=True))


EXPECTED = {
    (ANN, datetime(2026, 5, 1, 9, 30), "Basket", "app", 0),
    (ANN, datetime(2026, 5, 2, 9, 30), "Paid", "app", 1),
    (BO, datetime(2026, 5, 3, 9, 30), "Paid", "web", 0),
}


@pytest.mark.parametrize("table", [ARROW, pl.DataFrame(ROWS), pd.DataFrame(ROWS)], ids=["arrow", "polars", "pandas"])
def test_tables_of_every_kind_are_read_alike(table: Any) -> None:
    read = footfall.read_events(table, key=KEY)
    assert told(read) == EXPECTED
    assert set(read.customers["customer"].to_pylist()) == {ANN, BO}
    assert [(one.reason, one.count) for one in read.report.refusals] == [("no-customer", 1)]
    assert read.mapping == Mapping(customer="customer", time="time", event="event", channel="channel")


@pytest.mark.parametrize("form", [str, Path])
def test_a_path_is_read_as_an_import_reads_it(form: Any, ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    pq.write_table(ARROW, path)
    report = datasets.import_file(ws, ANNA, path, Mapping(customer="customer", time="time", event="event"), "Shop")
    read = footfall.read_events(form(path), key=(ws.folder / "key").read_bytes(), channel="")
    ours = report.model_dump(exclude={"dataset", "at"})
    assert read.report.model_dump(exclude={"dataset", "at"}) == ours
    for name in read.customers["customer"].to_pylist():
        path_there = datasets.customer(ws, ANNA, "shop", name)
        here = read.events.filter(pa.compute.equal(read.events["customer"], name))
        assert [one.event for one in path_there.moments] == here["event"].to_pylist()


def test_customers_of_two_readings_without_a_key_have_nothing_in_common() -> None:
    first, second = (set(footfall.read_events(ARROW).customers["customer"].to_pylist()) for _ in range(2))
    assert first & second == set()


def test_fields_go_on_top_of_the_proposed_mapping_or_of_the_given_one() -> None:
    read = footfall.read_events(
        ARROW, {"customer": "customer", "time": "time", "event": "event"}, key=KEY, channel_is="shop"
    )
    assert set(read.events["channel"].to_pylist()) == {"shop"}
    assert set(footfall.read_events(ARROW, channel="", channel_is="shop").events["channel"].to_pylist()) == {"shop"}


def test_answers_name_the_event_that_they_are_about() -> None:
    answers = pa.table({"who": ["ann"], "at": ["2026-05-02"], "on": ["Paid"], "score": [9]})
    mapping = Mapping(kind="answers", customer="who", time="at", score="score", scale_min=0, scale_max=10)
    read = footfall.read_events(answers, mapping, key=KEY, about="on")
    assert read.answers.select(["customer", "event", "score"]).to_pylist() == [
        {"customer": ANN, "event": "Paid", "score": 9}
    ]


def test_joined_files_are_found_beside_the_file_or_where_one_says(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("order,time\no1,2026-05-01\n")
    (tmp_path / "people.csv").write_text("order,person\no1,ann\n")
    join = {"file": "people.csv", "key": "order", "column": "person"}
    mapping = {"customer": "person", "time": "time", "event_is": "Ordered", "joins": [join]}
    read = footfall.read_events(tmp_path / "orders.csv", mapping, key=KEY)
    assert read.customers["customer"].to_pylist() == [ANN]
    table = pa.table({"order": ["o1"], "time": ["2026-05-01"]})
    beside = {"people.csv": tmp_path / "people.csv"}
    assert footfall.read_events(table, mapping, key=KEY, beside=beside).customers["customer"].to_pylist() == [ANN]


@pytest.mark.parametrize(
    ("data", "fields", "sentence"),
    [
        ([1, 2], {}, "A list is neither a file nor a table"),
        (pd.DataFrame({"who": [1, "a", object()]}), {}, "The table cannot be read"),
        (ARROW, {"kind": "answers"}, "The mapping does not fit"),
        (ARROW, {"event": "what"}, "table lacks the column what"),
        (pa.table({"a": ["x"]}), {}, "has no column with times"),
        ("gone.csv", {}, "gone.csv cannot be read"),
    ],
)
def test_what_cannot_be_read_says_so(data: Any, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidData, match=sentence):
        footfall.read_events(data, **fields)
