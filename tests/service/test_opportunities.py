"""Where opportunities stand, and who answers for what."""

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Drop, Put, RecordJson, Records
from footfall.service import library, maps, opportunities, owners
from footfall.service.opportunities import OpportunityCard, StandingOnMap
from footfall.service.owners import Owned, OwnedRecord, OwnedStage, Owners
from footfall.service.workspace import Workspace

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
