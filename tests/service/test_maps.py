"""The verbs of maps and the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidChange, NotFound
from footfall.journey.changes import Actor, Change, Op, Put, Set
from footfall.service import library, maps
from footfall.service.maps import StageGlance
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
RECORDS = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait", "order": "a2"},
    "order": {"type": "stage", "name": "Order", "order": "a1", "colour": 2},
    "pay": {"type": "step", "stage": "order", "name": "Pay"},
    "feel": {"type": "lane", "kind": "emotion"},
    "glad": {"type": "card", "lane": "feel", "step": "pay", "score": 1.5},
}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path / "data") as opened:
        yield opened


def change(*ops: Op) -> Change:
    return Change(id=str(uuid7()), ops=ops)


def test_a_created_map_is_read_back_as_it_was_given(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, RECORDS)
    assert maps.read_records(ws, ANNA, id).records == RECORDS
    assert list(maps.read(ws, ANNA, id).stages) == ["order", "wait"]


def test_a_map_without_a_header_gets_one(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, {})
    assert maps.read_records(ws, ANNA, id).records == {"map": {"type": "map", "title": "Untitled map"}}


def test_a_map_with_an_invalid_record_is_not_made(ws: Workspace) -> None:
    with pytest.raises(InvalidChange):
        maps.create(ws, ANNA, {"c": {"type": "card", "score": 9}})
    assert maps.list(ws, ANNA) == []


def test_an_id_is_given_once_only(ws: Workspace) -> None:
    maps.create(ws, ANNA, {}, id="demo")
    with pytest.raises(InvalidChange):
        maps.create(ws, ANNA, {}, id="demo")


def test_the_list_shows_what_a_picture_of_each_map_needs(ws: Workspace) -> None:
    maps.create(ws, ANNA, RECORDS)
    (summary,) = maps.list(ws, ANNA)
    assert summary.title == "Parcel"
    assert summary.stages == (StageGlance(name="Order", colour=2, steps=1), StageGlance(name="Wait", steps=0))
    assert (summary.steps, summary.emotion, summary.counts) == (("pay",), (1.5,), {"emotion": 1})
    assert summary.updated_by == ANNA


def test_the_list_follows_changes_and_starts_with_the_last_changed(ws: Workspace) -> None:
    first, second = maps.create(ws, ANNA, {}), maps.create(ws, ANNA, {})
    assert [seen.id for seen in maps.list(ws, ANNA)] == [second, first]
    maps.change(ws, ANNA, first, change(Set(id="map", field="title", value="Renamed")))
    assert [(seen.id, seen.title) for seen in maps.list(ws, ANNA)] == [(first, "Renamed"), (second, "Untitled map")]


def test_a_change_sent_twice_is_taken_once_and_answered_the_same(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, RECORDS)
    twice = change(Put(id="lane2", record={"type": "lane", "kind": "goals"}))
    first = maps.change(ws, ANNA, id, twice)
    assert (first.seq, maps.change(ws, ANNA, id, twice)) == (2, first)
    assert maps.read_records(ws, ANNA, id).seq == 2


def test_a_change_without_effect_is_answered_without_ops(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, RECORDS)
    entry = maps.change(ws, ANNA, id, change(Set(id="map", field="title", value="Parcel")))
    assert (entry.seq, entry.ops) == (1, ())


def test_a_deleted_map_is_not_found(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, RECORDS)
    maps.delete(ws, ANNA, id)
    for verb in (maps.read, maps.delete):
        with pytest.raises(NotFound):
            verb(ws, ANNA, id)
    with pytest.raises(NotFound):
        maps.change(ws, ANNA, id, change(Set(id="map", field="title", value="late")))


def test_the_library_is_no_map(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        maps.read(ws, ANNA, "library")


def test_the_library_takes_its_own_records(ws: Workspace) -> None:
    library.change(ws, ANNA, change(Put(id="web", record={"type": "channel", "name": "Web"})))
    assert [channel.name for channel in library.read(ws, ANNA).channels.values()] == ["Web"]


def test_everything_is_there_after_opening_the_folder_again(tmp_path: Path) -> None:
    with workspace(tmp_path) as first:
        id = maps.create(first, ANNA, RECORDS)
    with workspace(tmp_path) as again:
        assert maps.read_records(again, ANNA, id).records == RECORDS


def test_two_processes_in_one_folder_take_turns(tmp_path: Path) -> None:
    with workspace(tmp_path) as here, workspace(tmp_path) as there:
        id = maps.create(here, ANNA, RECORDS)
        for number in range(10):
            ws = (here, there)[number % 2]
            maps.change(ws, ANNA, id, change(Put(id=f"c{number}", record={"type": "card"})))
        assert maps.read_records(here, ANNA, id) == maps.read_records(there, ANNA, id)
        assert maps.read_records(here, ANNA, id).seq == 11
