"""Whom opportunities concern: the customers of the number that they cite, else those who come to their steps."""

from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidQuestion
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Drop, Put, RecordJson, Records, Set
from footfall.journey.questions import Late
from footfall.service import alignments, concerning, datasets, library, maps, questions
from footfall.service.concerning import Concerned
from footfall.service.workspace import Workspace

EVENTS = Mapping(kind="events", customer="customer", time="time", event="event", due="promised")
SHELF: Records = {
    "late": {"type": "opportunity", "name": "Say when it is late"},
    "track": {"type": "touchpoint", "name": "Tracking", "bindings": [{"events": ["track"]}]},
    "call": {"type": "touchpoint", "name": "Helpline", "bindings": [{"events": ["call"]}]},
}
LATE = {"kind": "late", "at": ["track"]}


@pytest.fixture
def dataset(ws: Workspace, anna: Actor, tmp_path: Path) -> str:
    """30 customers: 0 to 8 track a parcel, 0 to 3 late, 3 twice late; 0 and 29 call; the others get a mail."""
    file = tmp_path / "events.csv"
    rows = [f"c{n},2026-01-01T10:{n:02}:00Z,{'track' if n < 9 else 'mail'},{promised(n)}" for n in range(30)]
    rows += [f"c{n},2026-01-02T10:{n:02}:00Z,call," for n in (0, 29)]
    rows.append("c3,2026-01-02T11:00:00Z,track,2026-01-02T08:00:00Z")
    file.write_text("customer,time,event,promised\n" + "\n".join(rows) + "\n")
    return datasets.import_file(ws, anna, file, EVENTS, "Shop").dataset


def promised(n: int) -> str:
    return "" if n > 8 else "2026-01-01T08:00:00Z" if n < 4 else "2026-01-01T20:00:00Z"


def a_map(dataset: str) -> Records:
    return {
        "map": {"type": "map", "title": "Parcel", "dataset": dataset},
        "wait": {"type": "stage", "name": "Wait", "order": "a0"},
        "look": {"type": "step", "stage": "wait", "name": "Look", "touchpoint": "track", "order": "a0"},
        "ask": {"type": "step", "stage": "wait", "name": "Ask", "touchpoint": "call", "order": "a1"},
        "pains": {"type": "lane", "kind": "pain-points", "order": "a0"},
        "p1": {"type": "card", "lane": "pains", "step": "look", "text": "No news", "opportunity": "late"},
    }


def fill(ws: Workspace, actor: Actor, records: Records, *evidence: dict[str, Any]) -> None:
    late: RecordJson = {**records["late"], "evidence": list(evidence)}
    puts = tuple(Put(id=id, record=record) for id, record in (records | {"late": late}).items())
    library.change(ws, actor, Change(id=str(uuid7()), ops=puts))


def of_late(ws: Workspace, actor: Actor) -> Concerned:
    (found,) = concerning.concerned(ws, actor).concerned["late"]
    opened = concerning.customers(ws, actor, "late", found.dataset)
    assert (opened.total, opened.definition) == (found.customers, found.definition)
    assert len({row.customer for row in opened.rows}) == found.customers
    return found


def test_without_a_number_they_are_those_who_come_to_its_steps(ws: Workspace, anna: Actor, dataset: str) -> None:
    fill(ws, anna, SHELF, {"note": "Interview 7"})
    id = maps.create(ws, anna, a_map(dataset))
    found = of_late(ws, anna)
    assert (found.name, found.customers, found.basis, found.n) == ("Shop", 9, "steps", 30)
    maps.change(ws, anna, id, Change(id=str(uuid7()), ops=(Set(id="p1", field="span", value=2),)))
    assert of_late(ws, anna).customers == 10


def test_of_a_share_that_it_cites_they_are_those_who_make_it_up_each_once(
    ws: Workspace, anna: Actor, dataset: str
) -> None:
    fill(ws, anna, SHELF, {"note": "Interview 7"}, {"dataset": dataset, "question": LATE, "value": 0.4})
    maps.create(ws, anna, a_map(dataset))
    found = of_late(ws, anna)
    assert (found.customers, found.basis, found.value, found.n) == (4, "number", 0.5, 10)
    population = questions.population(ws, anna, dataset, Late(at=("track",)))
    late = {row.customer for row in population.rows if row.value == 1}
    assert {row.customer for row in concerning.customers(ws, anna, "late", dataset).rows} == late
    with pytest.raises(InvalidQuestion, match="nobody there"):
        concerning.customers(ws, anna, "late", "elsewhere")


def test_of_a_deviation_that_it_cites_they_are_those_who_deviate_so(ws: Workspace, anna: Actor, dataset: str) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map(dataset))
    deviation = {"map": id, "step": "look", "what": "failed"}
    fill(ws, anna, SHELF, {"dataset": dataset, "deviation": deviation, "value": 0.1, "n": 30})
    (look, *_rest) = alignments.of_map(ws, anna, id).steps
    found = of_late(ws, anna)
    assert (found.customers, found.basis, found.n) == (look.failed, "deviation", 30)
    assert look.failed == 4


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ({"dataset": "nowhere", "question": LATE}, "dataset"),
        ({"question": {"kind": "late", "at": ["never-was"]}}, "touchpoint"),
        ({"deviation": {"map": "nowhere", "step": "look", "what": "failed"}}, "map"),
        ({"deviation": {"step": "never-was", "what": "failed"}}, "step"),
        ({"dataset": "other", "deviation": {"step": "look", "what": "failed"}}, "dataset"),
    ],
)
def test_a_number_that_cannot_be_counted_any_more_is_said_and_its_steps_speak(
    ws: Workspace, anna: Actor, dataset: str, evidence: dict[str, Any], why: str
) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map(dataset))
    evidence = {"dataset": dataset} | evidence
    if deviation := evidence.get("deviation"):
        evidence["deviation"] = {"map": id} | deviation
    fill(ws, anna, SHELF, evidence)
    assert concerning.concerned(ws, anna).gone == {"late": why}
    assert (of_late(ws, anna).customers, of_late(ws, anna).basis) == (9, "steps")


def test_a_touchpoint_that_is_gone_and_a_dataset_that_is_not_here_concern_nobody(ws: Workspace, anna: Actor) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map("nowhere"))
    assert concerning.concerned(ws, anna) == concerning.AllConcerned(concerned={})
    maps.change(ws, anna, id, Change(id=str(uuid7()), ops=(Drop(id="p1"),)))
    assert concerning.concerned(ws, anna) == concerning.AllConcerned(concerned={})
