"""Logs and questions that are too much, or strange: a clear answer or a clear refusal."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ibis import _

from footfall.engine.limits import Limits
from footfall.engine.merging import Merger, PartFile
from footfall.engine.tables import OpenTables
from footfall.errors import QueryLimit
from footfall.events import merging
from footfall.events.aliases import ROOTS
from footfall.events.layout import ANSWER_PART, EVENT_PART, FACT_PART
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.journey.questions import DropOff, Duration, Flow, Funnel, Reach
from footfall.measures.analysing import analyse, prepared
from footfall.measures.answering import Span, answer
from footfall.measures.putting import put
from footfall.measures.tables import events
from footfall.service import datasets, questions
from footfall.service.workspace import workspace
from tests.measures.analyses.asking import ANALYSES, put_to
from tests.measures.logs import Event, known, open_log, touchpoint

MANY = 2_000_000
SPAN = Span(datetime(2024, 1, 1), datetime(2024, 1, 1))
LIMITS = Limits(memory="1GB", spill="2GB", seconds=120)
TOUCHPOINTS = {name: touchpoint(name) for name in "abc"}


def one_long_path(folder: Path, many: int) -> OpenTables:
    """One customer with so many events, a and b in turns, all at one moment; and another with one."""
    (folder / "tables").mkdir()
    codes = np.append(np.arange(many) % 2, 2).astype(np.int32)
    names = pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(["a", "b", "c"]))
    given = {
        "customer": pa.array(np.append(np.full(many, 1), 2)),
        "time": pa.array(np.full(many + 1, datetime(2024, 1, 1), "datetime64[us]")),
        "event": names,
        "channel": pa.DictionaryArray.from_arrays(pa.array(codes * 0), pa.array([""])),
        "arrival": pa.array(np.arange(many + 1)),
    }
    columns = [
        given[one.name].cast(one.type) if one.name in given else pa.nulls(many + 1, one.type) for one in EVENT_PART
    ]
    pq.write_table(pa.table(columns, schema=EVENT_PART), folder / "events.parquet")
    parts = {
        "event_parts": (EVENT_PART, [PartFile(folder / "events.parquet", 0)]),
        "answer_parts": (ANSWER_PART, []),
        "fact_parts": (FACT_PART, []),
        "aliases": (ROOTS, []),
    }
    with Merger(parts, folder / "tables", LIMITS) as merger:
        for name, step in merging.STEPS.items():
            merger.write(name, step)
    return OpenTables(folder / "tables", folder / "spill", LIMITS)


@pytest.mark.slow
def test_a_customer_with_two_million_events_at_one_moment_is_asked_everything(tmp_path: Path) -> None:
    tables = one_long_path(tmp_path, MANY)
    questions = [
        Reach(at=("a",)),
        Flow(source=("a",), target=("b",)),
        Flow(source=("a",), target=("b",), statistic="hours"),
        Funnel(places=(("a",), ("b",), ("a",))),
        DropOff(at=("a",), onward=("c",)),
        Duration(at=("a",)),
    ]
    asked = [put(question, TOUCHPOINTS, known(tables)) for question in questions]
    found = answer(tables, asked, Span())
    assert [(one.value, one.n) for one in found] == [(0.5, 2), (1, 1), (0, 1), (1, 1), (1, 1), (0, 1)]
    assert found[1].details["transitions"] == MANY // 2


@pytest.mark.slow
def test_every_analysis_of_a_customer_with_a_hundred_thousand_events_at_one_moment_is_answered(tmp_path: Path) -> None:
    tables = one_long_path(tmp_path, 100_000)
    asked = [put_to(known(tables), analysis, SPAN) for analysis, _ in ANALYSES]
    assert [analyse(tables, prepared(tables, one)).customers for one in asked] == [2] * len(asked)


def test_a_question_that_needs_more_memory_than_it_may_have_says_so_and_the_next_one_is_answered(
    tmp_path: Path,
) -> None:
    open_log(tmp_path, [Event(number % 9, number, "a") for number in range(300)])
    tight = OpenTables(tmp_path / "tables", tmp_path / "spill", Limits(memory="100MB", spill="10MB"))
    one, two, three = (events.view().select(**{name: "position"}) for name in "def")
    every = one.cross_join(two).cross_join(three)
    with pytest.raises(QueryLimit, match="The question needs more than 100MB of memory and 10MB of disk") as refused:
        tight.run(every.agg(median=(_.d * _.e + _.f).cast("float64").quantile(0.5)))
    assert refused.value.todo == "Ask for less at once, or allow more."
    assert tight.run(events.agg(events=events.count())).to_pylist() == [{"events": 300}]


def test_datasets_of_different_time_zones_are_told_in_utc(tmp_path: Path, anna: Actor) -> None:
    noon = {"Europe/Amsterdam": "12:00", "America/New_York": "06:00"}
    told = []
    with workspace(tmp_path / "data") as ws:
        for zone, clock in noon.items():
            name = zone.partition("/")[2]
            rows = [f"{who},a,2024-01-{10 + who} {clock}" for who in range(10)]
            (tmp_path / f"{name}.csv").write_text("\n".join(["customer,event,time", *rows]))
            mapping = Mapping(customer="customer", time="time", event="event", zone=zone)
            datasets.import_file(ws, anna, tmp_path / f"{name}.csv", mapping, name)
            (id,) = [one.id for one in datasets.list(ws, anna) if one.name == name]
            question = Reach(at=("event:a",))
            told.append(questions.ask(ws, anna, id, question).model_dump())
    assert told[0] == told[1]
    assert (told[0]["n"], told[0]["first"]) == (10, datetime(2024, 1, 10, 11, tzinfo=UTC))
