"""A future map beside the current one it grew from."""

from datetime import UTC, datetime, timedelta

import pytest

from footfall.errors import InvalidChange, NotFound
from footfall.journey.changes import Actor, Change, Drop, Put, Records, Set
from footfall.journey.futures import Carried
from footfall.service import futures, history, library, maps
from footfall.service.workspace import Workspace

NOW: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "feel": {"type": "lane", "kind": "emotion"},
    "sad": {"type": "card", "lane": "feel", "step": "track", "score": -1},
}


def test_what_changes_in_a_future_map_is_its_difference_to_the_current_one(ws: Workspace, anna: Actor) -> None:
    now = maps.create(ws, anna, NOW)
    future = futures.grow(ws, anna, now)
    changed = Change(id="019b0000-0000-7000-8000-000000000000", ops=(Set(id="sad", field="score", value=1),))
    maps.change(ws, anna, future, changed)
    found = history.between(ws, anna, now, future)
    assert [(one.what, one.id) for one in found] == [("changed", "map"), ("changed", "sad")]
    assert [(one.id, one.base_map) for one in maps.list(ws, anna)] == [(future, now), (now, "")]


def test_a_future_map_outlives_the_map_it_grew_from(ws: Workspace, anna: Actor) -> None:
    now = maps.create(ws, anna, NOW)
    future = futures.grow(ws, anna, now)
    before = maps.read_records(ws, anna, future)
    maps.delete(ws, anna, now)
    assert maps.read_records(ws, anna, future) == before
    with pytest.raises(NotFound):
        history.between(ws, anna, now, future)


ASKS = {"kind": "reach", "at": ["app"]}
MEASURES: Records = NOW | {
    "says": {"type": "lane", "kind": "measures"},
    "come": {"type": "card", "lane": "says", "step": "track", "text": "Come", "question": ASKS},
    "other": {
        "type": "card",
        "lane": "says",
        "step": "track",
        "question": {"kind": "late", "at": ["app"]},
        "target": 0.1,
    },
}


def test_targets_of_a_future_map_become_those_of_the_same_questions_today(ws: Workspace, anna: Actor) -> None:
    now = maps.create(ws, anna, MEASURES)
    future = futures.grow(ws, anna, now)
    aims = (Set(id="come", field="target", value=0.8), Drop(id="other"))
    maps.change(ws, anna, future, Change(id="019b0000-0000-7000-8000-000000000001", ops=aims))
    carried = futures.carry_targets(ws, anna, future)
    assert carried.carried == (Carried(card="come", text="Come", field="target", after=0.8),)
    cards = maps.read(ws, anna, now).cards
    assert (cards["come"].target, cards["other"].target) == (0.8, 0.1)
    assert (futures.carry_targets(ws, anna, future).carried, maps.read_records(ws, anna, now).seq) == ((), 2)


def test_a_map_that_grew_from_none_has_no_targets_to_give(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(InvalidChange, match="grew from no other"):
        futures.carry_targets(ws, anna, maps.create(ws, anna, NOW))


def test_a_roadmap_has_the_opportunities_of_both_maps_by_when_they_are_taken_up(ws: Workspace, anna: Actor) -> None:
    day = datetime.now(UTC).date()
    due = {"soon": 10, "gone-by": -5, "far": 400, "half": 200}
    made = {id: {"type": "opportunity", "name": id, "due": str(day + timedelta(days=days))} for id, days in due.items()}
    made |= {id: {"type": "opportunity", "name": id, "status": id} for id in ("doing", "planned", "shipped")}
    puts = (*(Put(id=id, record=one) for id, one in made.items()), Put(id="no", record=made["far"]))
    library.change(ws, anna, Change(id="019b0000-0000-7000-8000-000000000002", ops=puts))
    cards: Records = {f"c-{id}": {"type": "card", "opportunity": id} for id in made}
    now = maps.create(ws, anna, NOW | cards)
    found = futures.roadmap(ws, anna, futures.grow(ws, anna, now))
    assert {one.horizon: [(each.id, each.late) for each in one.planned] for one in found.stretches} == {
        "now": [("gone-by", True), ("soon", False), ("doing", False)],
        "next": [("half", False), ("planned", False)],
        "later": [("far", False)],
    }
    assert (found.shipped, found.dropped) == (1, 0)


def test_only_a_map_that_is_there_grows(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(NotFound):
        futures.grow(ws, anna, "gone")
