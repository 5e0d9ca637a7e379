"""The library and where maps use it."""

import pytest
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Put, RecordJson, Records, Set
from footfall.service import library, maps
from footfall.service.authorize import Action
from footfall.service.library import LibraryUsage, MapUses
from footfall.service.workspace import Workspace
from footfall.store import DocumentRow

PERSONA = {"type": "persona", "name": "Noor"}


def a_map(title: str, *personas: str) -> Records:
    card: RecordJson = {"type": "card", "text": "waits", "persona": "noor"}
    return {"map": {"type": "map", "title": title, "personas": list(personas)}, "waits": card}


def test_one_persona_in_two_maps_is_counted_in_both(ws: Workspace, anna: Actor) -> None:
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Put(id="noor", record=PERSONA),)))
    first = maps.create(ws, anna, a_map("Parcel", "noor"))
    second = maps.create(ws, anna, a_map("Return"))
    uses = library.usage(ws, anna).uses
    assert sorted(uses["noor"], key=lambda use: use.title) == [
        MapUses(map=first, title="Parcel", cards=1, of_map=True, first="waits"),
        MapUses(map=second, title="Return", cards=1, first="waits"),
    ]


def test_uses_follow_what_the_map_says_now(ws: Workspace, anna: Actor) -> None:
    id = maps.create(ws, anna, a_map("Parcel"))
    assert list(library.usage(ws, anna).uses) == ["noor"]
    maps.change(ws, anna, id, Change(id=str(uuid7()), ops=(Set(id="waits", field="persona", value=None),)))
    assert library.usage(ws, anna) == LibraryUsage(uses={})


def test_a_deleted_map_uses_nothing(ws: Workspace, anna: Actor) -> None:
    maps.delete(ws, anna, maps.create(ws, anna, a_map("Parcel")))
    assert library.usage(ws, anna) == LibraryUsage(uses={})


def test_a_map_that_the_actor_may_not_read_is_not_counted(
    ws: Workspace, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = maps.create(ws, anna, a_map("Secret"))
    seen = maps.create(ws, anna, a_map("Open"))

    def may(actor: Actor, action: Action, row: DocumentRow) -> bool:
        return row.id != hidden

    monkeypatch.setattr(maps, "may", may)
    assert [use.map for use in library.usage(ws, anna).uses["noor"]] == [seen]
