"""Pictures that nobody ever used are removed; all others stay."""

import os
from datetime import UTC, datetime, timedelta

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Drop, Put, Records
from footfall.service import images, library, maps
from footfall.service.workspace import Workspace
from tests.images.files import photo

NOW = datetime.now(UTC)
MAP: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "all": {"type": "stage"},
    "look": {"type": "step", "stage": "all"},
    "seen": {"type": "lane", "kind": "images"},
}


def brought(ws: Workspace, actor: Actor, width: int, days: int) -> str:
    """A picture of its own width that was brought so many days ago; its id."""
    id = images.keep(ws, actor, photo((width, 60))).id
    age(ws, id, days)
    return id


def age(ws: Workspace, id: str, days: int) -> None:
    at = (NOW - timedelta(days=days)).timestamp()
    os.utime(ws.files.folder / id[:2] / id, (at, at))


def here(ws: Workspace, *ids: str) -> list[bool]:
    return [ws.files.read(id) is not None for id in ids]


def test_only_pictures_that_no_journal_names_are_removed(ws: Workspace, anna: Actor) -> None:
    unused, young, erased, deleted, shown = (brought(ws, anna, 61 + one, 20 if one == 1 else 40) for one in range(5))
    card = {"type": "card", "lane": "seen", "step": "look"}
    one = maps.create(ws, anna, MAP | {"card": card | {"image": erased}})
    maps.change(ws, anna, one, Change(id=str(uuid7()), ops=(Drop(id="card"),)))
    maps.delete(ws, anna, maps.create(ws, anna, MAP | {"card": card | {"image": deleted}}))
    noor = Put(id="noor", record={"type": "persona", "name": "Noor", "photo": shown})
    library.change(ws, anna, Change(id=str(uuid7()), ops=(noor,)))
    assert images.tidy(ws, NOW) == [unused]
    assert here(ws, unused, young, erased, deleted, shown) == [False, True, True, True, True]
    assert images.tidy(ws, NOW) == []


def test_a_picture_that_is_brought_again_is_as_young_as_a_new_one(ws: Workspace, anna: Actor) -> None:
    id = brought(ws, anna, 61, 40)
    images.keep(ws, anna, photo((61, 60)))
    assert images.tidy(ws, NOW) == []
    age(ws, id, 40)
    assert images.tidy(ws, NOW) == [id]
    assert brought(ws, anna, 61, 0) == id
    assert here(ws, id) == [True]
