"""Maps laid beside what customers of their dataset did, through the service."""

from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidQuestion
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.questions import Only
from footfall.measures.alignment.told import Alignment, Counted
from footfall.service import alignments, datasets, library, maps
from footfall.service.alignments import Page, Terms
from footfall.service.workspace import Workspace

EVENTS = Mapping(customer="who", time="when", event="what", due="due")
DAY = "2024-01-01"
TOUCHPOINTS = {
    "shop": [{"events": ["look"]}],
    "pay": [{"events": ["pay"]}, {"events": ["refused"], "failing": True}],
    "both": [{"events": ["pay"]}],
    "door": [{"events": ["delivered"]}],
    "fax": [{"events": ["fax_*"]}],
    "call": [{"events": ["called"]}],
}
STEPS = {"Find": "shop", "Pay": "pay", "Wait": "", "Fax": "fax", "Get": "door"}


def imported(ws: Workspace, anna: Actor, folder: Path, lines: list[str]) -> None:
    (file := folder / "events.csv").write_text("who,when,what,due\n" + "\n".join(lines))
    datasets.import_file(ws, anna, file, EVENTS, "Shop")


def drawn(ws: Workspace, anna: Actor, dataset: str = "shop", **cards: Any) -> str:
    """A map of five steps, the third without touchpoint, the fourth without events; and the library's touchpoints."""
    puts = [
        Put(id=id, record={"type": "touchpoint", "name": id.title(), "bindings": rules})
        for id, rules in TOUCHPOINTS.items()
    ]
    library.change(ws, anna, Change(id=str(uuid7()), ops=tuple(puts)))
    records: dict[str, Any] = {"map": {"type": "map", "title": "Shop", "dataset": dataset}}
    records["all"] = {"type": "stage", "name": "All", "order": "a0"}
    for place, (name, touchpoint) in enumerate(STEPS.items()):
        order = {"stage": "all", "order": f"a{place}z"}
        records[name.lower()] = {"type": "step", "name": name, "touchpoint": touchpoint, **order}
    return maps.create(ws, anna, records | cards)


def minutes(customer: str, *events: str, due: str = "") -> list[str]:
    return [f"{customer},{DAY} 10:{minute:02d},{event},{due}" for minute, event in enumerate(events)]


def numbers(found: Alignment) -> dict[str, dict[str, int]]:
    said = {one.name: one.model_dump(exclude={"step", "name", "seen"}) for one in found.steps}
    return {step: {what: count for what, count in counts.items() if count} for step, counts in said.items()}


@pytest.fixture
def shop(ws: Workspace, anna: Actor, tmp_path: Path) -> Workspace:
    """Give a workspace with twelve customers who look, pay and get it, and some who do not quite."""
    lines = [line for n in range(12) for line in minutes(f"c{n}", "look", "pay", "delivered")]
    lines += [*minutes("late", "look", "pay"), f"late,{DAY} 12:00,delivered,{DAY} 11:00"]
    lines += minutes("poor", "look", "refused", "pay", "called", "delivered")
    lines += minutes("thief", "look", "delivered", "newsletter") + minutes("early", "pay", "look", "delivered")
    imported(ws, anna, tmp_path, lines)
    return ws


def test_a_map_says_how_it_is_followed(shop: Workspace, anna: Actor) -> None:
    found = alignments.of_map(shop, anna, drawn(shop, anna))
    assert numbers(found) == {
        "Find": {"followed": 15, "out_of_order": 1},
        "Pay": {"followed": 15, "missing": 1, "ad_hoc": 1, "failed": 1},
        "Wait": {},
        "Fax": {},
        "Get": {"followed": 16, "ad_hoc": 1, "failed": 1},
    }
    assert [one.step for one in found.steps if not one.seen] == ["wait", "fax"]
    assert (found.customers, found.fits and found.fits.customers, found.note) == (16, 13, "")
    assert {one.words: one.customers.customers for one in found.stories} == {
        "“Get” failed": 1,
        "“Pay” failed, then “Call” ad hoc after “Pay”": 1,
        "“Pay” missing, then “newsletter” ad hoc after “Get”": 1,
        "“Find” out of order": 1,
    }
    assert [(one.event, one.customers, one.events) for one in found.unmapped] == [("newsletter", 1, 1)]


def test_a_number_opens_its_customers(shop: Workspace, anna: Actor) -> None:
    map_id = drawn(shop, anna)
    page = Page(Counted(of="step", id="get", what="followed"), 3, 5)
    found = alignments.population(shop, anna, map_id, page)
    assert (found.total, found.offset, [row.value for row in found.rows]) == (16, 3, [1.0] * 5)
    late = alignments.population(shop, anna, map_id, Page(Counted(of="step", id="get", what="failed")))
    path = datasets.customer(shop, anna, "shop", late.rows[0].customer)
    assert [(late.total, moment.event) for moment in path.moments] == [(1, "look"), (1, "pay"), (1, "delivered")]
    nobody = alignments.population(shop, anna, map_id, Page(Counted(of="step", id="nowhere", what="failed")))
    assert (nobody.total, nobody.rows) == (0, ())
    with pytest.raises(InvalidQuestion):
        alignments.population(shop, anna, map_id, Page(Counted(of="map"), 0, 5_000))


def test_events_that_no_touchpoint_takes_may_count_for_nothing(shop: Workspace, anna: Actor) -> None:
    found = alignments.of_map(shop, anna, drawn(shop, anna), Terms(unmapped="show"))
    assert {one.words for one in found.stories} >= {"“Pay” missing", "“Pay” failed, then “Call” ad hoc after “Pay”"}
    assert [one.event for one in found.unmapped] == ["newsletter"]


def test_touchpoint_cards_of_a_step_and_an_event_bound_twice_are_the_step(shop: Workspace, anna: Actor) -> None:
    cards = {
        "lane": {"type": "lane", "kind": "touchpoints", "name": "Touchpoints", "order": "a0"},
        "card": {"type": "card", "lane": "lane", "step": "wait", "touchpoint": "both", "order": "a0"},
    }
    found = alignments.of_map(shop, anna, drawn(shop, anna, **cards))
    assert {name: counts.get("followed", 0) + counts.get("missing", 0) for name, counts in numbers(found).items()} == {
        "Find": 15,
        "Pay": 16,
        "Wait": 16,
        "Fax": 0,
        "Get": 16,
    }


def test_the_order_within_a_day_is_not_held_against_anybody(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    imported(ws, anna, tmp_path, [f"c,{DAY},{event}," for event in ("delivered", "pay", "look")])
    found = alignments.of_map(ws, anna, drawn(ws, anna))
    assert (found.fits and found.fits.customers, found.stories) == (1, ())


def test_a_map_without_data_or_bindings_says_why_there_are_no_numbers(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    assert alignments.of_map(ws, anna, drawn(ws, anna, "")).note == "This map names no dataset."
    lost = drawn(ws, anna, "gone")
    assert "'gone'" in alignments.of_map(ws, anna, lost).note
    with pytest.raises(InvalidQuestion):
        alignments.population(ws, anna, lost, Page(Counted(of="map")))
    imported(ws, anna, tmp_path, minutes("c", "something", "else"))
    found = alignments.of_map(ws, anna, drawn(ws, anna))
    assert (found.fits, found.steps, [one.event for one in found.unmapped]) == (None, (), ["else", "something"])
    assert found.note == "No step of this map has events in this dataset: bind its touchpoints to events first."
    empty = maps.create(ws, anna, {"map": {"type": "map", "title": "Empty", "dataset": "shop"}})
    assert alignments.of_map(ws, anna, empty).note == "This map draws no steps."


def test_a_change_of_the_map_or_of_a_binding_is_seen_at_once(shop: Workspace, anna: Actor) -> None:
    map_id = drawn(shop, anna)
    before = alignments.of_map(shop, anna, map_id)
    change = Put(id="call", record={"type": "touchpoint", "name": "Call", "bindings": []})
    library.change(shop, anna, Change(id=str(uuid7()), ops=(change,)))
    after = alignments.of_map(shop, anna, map_id)
    assert [len(found.unmapped) for found in (before, after)] == [1, 2]


def test_a_part_of_the_data_is_laid_beside_a_map_and_its_numbers_open_its_customers(
    shop: Workspace, anna: Actor
) -> None:
    map_id = drawn(shop, anna)
    callers = Terms(Only(passed=(("call",),)))
    found = alignments.of_map(shop, anna, map_id, callers)
    assert (found.customers, [one.words for one in found.stories]) == (
        1,
        ["“Pay” failed, then “Call” ad hoc after “Pay”"],
    )
    assert found.definition.endswith("Only customers who came to “Call”.")
    opened = alignments.population(shop, anna, map_id, Page(Counted(of="step", id="pay", what="failed")), callers)
    path = datasets.customer(shop, anna, "shop", opened.rows[0].customer)
    assert (opened.total, "called" in [moment.event for moment in path.moments]) == (1, True)
    without = alignments.of_map(shop, anna, map_id, Terms(Only(without=("call", "event:newsletter"))))
    assert (without.customers, without.ad_hoc) == (16, ())
    with pytest.raises(InvalidQuestion):
        alignments.of_map(shop, anna, map_id, Terms(Only(without=("nowhere",))))
