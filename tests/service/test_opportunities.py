"""Where opportunities stand, whom they concern, and who answers for what."""

from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Drop, Put, RecordJson, Records, Set
from footfall.journey.questions import Only, Reach
from footfall.service import datasets, library, maps, opportunities, owners, questions
from footfall.service.opportunities import OpportunityCard, StandingOnMap
from footfall.service.owners import Owned, OwnedRecord, OwnedStage, Owners
from footfall.service.workspace import Workspace

EVENTS = Mapping(kind="events", customer="customer", time="time", event="event")
LATE: RecordJson = {"type": "opportunity", "name": "Say when it is late", "teams": ["delivery"]}
SHELF: Records = {
    "late": LATE,
    "lost": {"type": "opportunity", "name": "Find what is lost"},
    "delivery": {"type": "team", "name": "Delivery"},
    "track": {"type": "touchpoint", "name": "Tracking", "owner_team": "delivery", "bindings": [{"events": ["track"]}]},
    "call": {"type": "touchpoint", "name": "Helpline", "team": "Care", "bindings": [{"events": ["call"]}]},
    "mail": {"type": "touchpoint", "name": "Mail", "bindings": [{"events": ["mail"]}]},
}


def fill(ws: Workspace, actor: Actor, records: Records) -> None:
    puts = tuple(Put(id=id, record=record) for id, record in records.items())
    library.change(ws, actor, Change(id=str(uuid7()), ops=puts))


def a_map(dataset: str = "") -> Records:
    return {
        "map": {"type": "map", "title": "Parcel", "dataset": dataset},
        "wait": {"type": "stage", "name": "Wait", "order": "a0"},
        "after": {"type": "stage", "name": "After", "order": "a1"},
        "look": {"type": "step", "stage": "wait", "name": "Look", "touchpoint": "track", "order": "a0"},
        "ask": {"type": "step", "stage": "wait", "name": "Ask", "touchpoint": "call", "order": "a1"},
        "keep": {"type": "step", "stage": "after", "name": "Keep", "order": "a0"},
        "pains": {"type": "lane", "kind": "pain-points", "name": "What hurts", "order": "a0"},
        "p1": {"type": "card", "lane": "pains", "step": "look", "text": "No news", "opportunity": "late"},
        "p2": {"type": "card", "lane": "pains", "step": "gone", "text": "Waits", "opportunity": "late"},
        "p3": {"type": "card", "lane": "pains", "step": "ask", "text": "Calls", "opportunity": "never-was"},
    }


def test_an_opportunity_stands_where_cards_name_it_also_in_the_tray(ws: Workspace, anna: Actor) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map())
    cards = (
        OpportunityCard(id="p1", text="No news", kind="pain-points", lane="What hurts", step="Look", stage="Wait"),
        OpportunityCard(id="p2", text="Waits", lane="What hurts"),
    )
    assert opportunities.standing(ws, anna).standing == {"late": (StandingOnMap(map=id, title="Parcel", cards=cards),)}


def test_an_opportunity_that_is_removed_stands_nowhere_and_its_cards_keep_their_words(
    ws: Workspace, anna: Actor
) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map())
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Drop(id="late"),)))
    assert opportunities.standing(ws, anna).standing == {}
    card = maps.read(ws, anna, id).cards["p1"]
    assert (card.text, card.opportunity) == ("No news", "late")


@pytest.fixture
def dataset(ws: Workspace, anna: Actor, tmp_path: Path) -> str:
    file = tmp_path / "events.csv"
    rows = [f"c{n},2026-01-01T10:{n:02}:00Z,{'track' if n < 9 else 'mail'}" for n in range(30)]
    rows += [f"c{n},2026-01-02T10:{n:02}:00Z,call" for n in (0, 29)]
    file.write_text("customer,time,event\n" + "\n".join(rows) + "\n")
    return datasets.import_file(ws, anna, file, EVENTS, "Shop").dataset


def test_the_customers_of_an_opportunity_are_exactly_those_that_its_number_opens(
    ws: Workspace, anna: Actor, dataset: str
) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map(dataset))
    (found,) = opportunities.concerned(ws, anna).concerned["late"]
    assert (found.dataset, found.name, found.customers, found.reach.n) == (dataset, "Shop", 9, 30)
    assert found.opens == Reach(at=("track",), only=Only(passed=(("track",),)))
    opened = questions.population(ws, anna, dataset, found.opens)
    assert (opened.total, {row.value for row in opened.rows}) == (9, {1.0})

    maps.change(ws, anna, id, Change(id=str(uuid7()), ops=(Set(id="p1", field="span", value=2),)))
    (wider,) = opportunities.concerned(ws, anna).concerned["late"]
    assert (wider.customers, questions.population(ws, anna, dataset, wider.opens).total) == (10, 10)


def test_a_touchpoint_that_is_gone_and_a_dataset_that_is_not_here_concern_nobody(ws: Workspace, anna: Actor) -> None:
    fill(ws, anna, SHELF)
    maps.create(ws, anna, a_map("nowhere"))
    assert opportunities.concerned(ws, anna).concerned == {}


def test_what_nobody_answers_for_is_said_and_a_name_in_words_is_a_team_of_its_own(ws: Workspace, anna: Actor) -> None:
    fill(ws, anna, SHELF)
    id = maps.create(ws, anna, a_map())
    wait = OwnedStage(map=id, title="Parcel", stage="wait", name="Wait")
    assert owners.read(ws, anna) == Owners(
        teams=(
            Owned(
                team="delivery",
                name="Delivery",
                touchpoints=(OwnedRecord(id="track", name="Tracking"),),
                stages=(wait,),
                opportunities=(OwnedRecord(id="late", name="Say when it is late"),),
            ),
            Owned(name="Care", touchpoints=(OwnedRecord(id="call", name="Helpline"),), stages=(wait,)),
        ),
        nobody=Owned(
            touchpoints=(OwnedRecord(id="mail", name="Mail"),),
            stages=(OwnedStage(map=id, title="Parcel", stage="after", name="After"),),
            opportunities=(OwnedRecord(id="lost", name="Find what is lost"),),
        ),
    )
