"""A future map beside the current one it grew from."""

import pytest

from footfall.errors import NotFound
from footfall.journey.changes import Actor, Change, Set
from footfall.service import futures, history, maps
from footfall.service.workspace import Workspace

NOW = {
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


def test_only_a_map_that_is_there_grows(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(NotFound):
        futures.grow(ws, anna, "gone")
