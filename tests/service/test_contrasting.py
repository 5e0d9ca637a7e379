"""Two groups side by side: what differs comes first, equals the numbers of each group alone, and opens them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidQuestion
from footfall.events.mapping import Mapping
from footfall.journey.analyses import ContrastAnalysis, Group, ReachAnalysis
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.questions import Only, Reach, Segment
from footfall.service import analyses, datasets, library, map_contrast, maps, questions
from footfall.service.analyses import Page
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
GONE, STAYED = (
    Group(name=name, only=Only(segment=(Segment(attribute="churned", values=(value,)),)))
    for name, value in (("gone", "yes"), ("stayed", "no"))
)
CHURN = ContrastAnalysis(groups=(GONE, STAYED), by="event")


def rows(who: int) -> Iterator[str]:
    """Who churned called twice as often, waited a day for an answer instead of hours, and gave low scores."""
    is_gone = who % 2 == 0
    yield f"{who},2026-01-01T09:00:00,visit"
    yield f"{who},2026-01-01T10:00:00,order"
    if who % 4 == 0 if is_gone else who % 20 == 1:
        yield f"{who},2026-01-02T10:00:00,call"
    yield f"{who},2026-01-0{5 if is_gone else 3}T{who % 24:02}:00:00,deliver"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("shop")
    with workspace(folder / "data") as ws:
        bring(ws, folder, "events", "who,at,what", [row for who in range(200) for row in rows(who)], EVENTS)
        bring(ws, folder, "facts", "who,churned", [f"{who},{'no' if who % 2 else 'yes'}" for who in range(200)], FACTS)
        scores = [f"{who},2026-01-06T09:00:00,{1 + who % 3 + 2 * (who % 2)}" for who in range(200)]
        bring(ws, folder, "scores", "who,at,score", scores, SCORES)
        puts = tuple(Put(id=name, record=touchpoint(name)) for name in ("order", "call", "deliver"))
        library.change(ws, ANNA, Change(id=str(uuid7()), ops=puts))
        yield ws


def touchpoint(name: str) -> dict[str, Any]:
    return {"type": "touchpoint", "name": name.capitalize(), "bindings": [{"events": [name]}]}


@pytest.fixture(scope="module")
def drawn(shop: Workspace) -> str:
    steps = {
        name: {"type": "step", "stage": "s", "name": name.capitalize(), "touchpoint": name, "order": f"a{place}"}
        for place, name in enumerate(("order", "call", "deliver"))
    }
    stage = {"type": "stage", "name": "Shop"}
    return maps.create(shop, ANNA, {"map": {"type": "map", "title": "Shop", "dataset": "shop"}, "s": stage, **steps})


EVENTS = Mapping(customer="who", time="at", event="what")
FACTS = Mapping.model_validate({"kind": "customers", "customer": "who", "attributes": [{"column": "churned"}]})
SCORES = Mapping(kind="answers", customer="who", time="at", score="score", scale_min=1, scale_max=5)


def bring(ws: Workspace, folder: Path, name: str, head: str, lines: list[str], mapping: Mapping) -> None:
    (folder / f"{name}.csv").write_text("\n".join([head, *lines]))
    datasets.import_file(ws, ANNA, folder / f"{name}.csv", mapping, "Shop")


def test_what_differs_comes_first_with_both_values_effect_and_a_sentence(shop: Workspace) -> None:
    result = analyses.run(shop, ANNA, "shop", CHURN)
    differing = {(row.key["what"], row.key["node"]) for row in result.rows if row.contrast and row.contrast.differs}
    assert ("steps", "event:call") in differing
    assert ("scores", "") in differing
    assert ("durations", "event:order") in differing
    assert ("steps", "event:visit") not in differing
    flags = [row.contrast.differs for row in result.rows if row.contrast]
    assert flags == sorted(flags, reverse=True)
    (call,) = [row for row in result.rows if (row.key["what"], row.key["node"]) == ("steps", "event:call")]
    assert [round(call.figures[side].value or 0, 3) for side in ("first", "second", "difference")] == [0.5, 0.1, 0.4]
    assert call.contrast
    assert call.contrast.words == "50.0% of “gone” came to “call”, 10.0% of “stayed”."
    assert result.details["customers"] == {"first": 100, "second": 100, "both": 0}


def test_each_side_equals_the_analysis_of_that_group_alone_and_opens_its_rows(shop: Workspace) -> None:
    alone = {
        row.key["node"]: row.figures["share"]
        for row in analyses.run(shop, ANNA, "shop", ReachAnalysis(only=GONE.only, by="event")).rows
    }
    result = analyses.run(shop, ANNA, "shop", CHURN)
    steps = {row.key["node"]: row.figures["first"] for row in result.rows if row.key["what"] == "steps"}
    assert steps == alone
    for row in result.rows:
        for name, figure in row.figures.items():
            page = analyses.population(shop, ANNA, "shop", CHURN, Page(row.key, name, 0, 1000))
            assert (page.total, len(page.rows)) == (figure.n, figure.n), (row.key, name)


def test_few_customers_in_a_group_are_too_few_to_say(shop: Workspace) -> None:
    few = Group(name="few", only=Only(passed=(("event:call",),), segment=STAYED.only.segment, first=1))
    result = analyses.run(shop, ANNA, "shop", ContrastAnalysis(groups=(few, STAYED), only=Only(first=1), by="event"))
    assert not any(row.contrast and row.contrast.differs for row in result.rows)


def test_customers_in_both_groups_and_what_tells_them_apart_are_said(shop: Workspace) -> None:
    called = Group(name="called", only=Only(passed=(("event:call",),)))
    result = analyses.run(shop, ANNA, "shop", ContrastAnalysis(groups=(called, STAYED), what=("steps",), by="event"))
    assert "10 customers are in both groups and count in each." in result.note
    assert "Left out, as the groups are told apart by it: call." in result.note
    assert "event:call" not in {row.key["node"] for row in result.rows}


def test_a_row_that_is_none_is_refused(shop: Workspace) -> None:
    with pytest.raises(InvalidQuestion, match="no row of this analysis"):
        analyses.population(shop, ANNA, "shop", CHURN, Page({"what": "steps"}, "first"))


def test_a_map_shows_at_each_step_what_differs_and_each_side_is_the_maps_own_number(
    shop: Workspace, drawn: str
) -> None:
    found = map_contrast.of_map(shop, ANNA, drawn, (GONE, STAYED))
    told = {(step, one.what): one for step, some in found.steps.items() for one in some}
    assert [group.model_dump() for group in found.groups] == [
        {"name": "gone", "customers": 100},
        {"name": "stayed", "customers": 100},
    ]
    assert {key for key, one in told.items() if one.contrast.differs} >= {("call", "reach"), ("call", "stay")}
    assert not told["order", "reach"].contrast.differs
    call = told["call", "reach"]
    assert call.first == questions.ask(shop, ANNA, "shop", Reach(at=("call",), only=GONE.only))
    assert call.contrast.words == "50.0% of “gone” come to “Call”, 10.0% of “stayed”."
    assert call.difference.low
    assert 0.2 < call.difference.low < 0.4
    stay = told["call", "stay"]
    assert (stay.first.value, stay.second.value) == (70, pytest.approx(27, abs=12))


def test_a_step_that_tells_the_groups_apart_is_left_out_of_the_map(shop: Workspace, drawn: str) -> None:
    called, never = (Group(name=name, only=Only(**{name: (("call",),)})) for name in ("passed", "never"))
    found = map_contrast.of_map(shop, ANNA, drawn, (called, never))
    assert set(found.steps) == {"order", "deliver"}
    assert found.note == "Left out, as the groups are told apart by it: “Call”."


def test_a_map_without_data_has_nothing_to_contrast(shop: Workspace) -> None:
    empty = maps.create(shop, ANNA, {"map": {"type": "map", "title": "Empty"}})
    with pytest.raises(InvalidQuestion, match="names no dataset"):
        map_contrast.of_map(shop, ANNA, empty, (GONE, STAYED))
