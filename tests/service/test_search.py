"""Search over everything that people wrote."""

from datetime import UTC, datetime

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Put, Records, Set
from footfall.service import library, maps
from footfall.service.search import Hit, search
from footfall.service.workspace import Workspace
from footfall.store import sources
from footfall.store.sources import ExcerptRow

MAP: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "does": {"type": "lane", "kind": "actions"},
    "calls": {"type": "card", "lane": "does", "step": "track", "text": "Belt het **café** één keer", "tags": ["Pijn"]},
}


def test_all_words_are_sought_whatever_their_accents_and_capitals(ws: Workspace, anna: Actor) -> None:
    id = maps.create(ws, anna, MAP)
    (group,) = search(ws, anna, "EEN cafe").groups
    assert (group.kind, group.found) == ("card", 1)
    assert group.hits == (Hit(kind="card", id="calls", document=id, title="Parcel", text="Belt het **café** één keer"),)
    assert search(ws, anna, "cafe thee").groups == ()
    assert search(ws, anna, "  ").groups == ()


def test_what_changed_is_found_and_what_is_gone_is_not(ws: Workspace, anna: Actor) -> None:
    id = maps.create(ws, anna, MAP)
    assert search(ws, anna, "track").groups
    maps.change(ws, anna, id, Change(id=str(uuid7()), ops=(Set(id="track", field="name", value="Volgen"),)))
    assert (search(ws, anna, "track").groups, len(search(ws, anna, "volgen").groups)) == ((), 1)
    maps.delete(ws, anna, id)
    assert search(ws, anna, "volgen").groups == ()


def test_the_library_is_found_by_kind(ws: Workspace, anna: Actor) -> None:
    puts = (
        Put(id="noor", record={"type": "persona", "name": "Noor", "goals": ["Op tijd"]}),
        Put(id="late", record={"type": "opportunity", "name": "Op tijd leveren"}),
        Put(id="slot", record={"type": "idea", "name": "Een uur kiezen", "opportunity": "late"}),
    )
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    found = [(group.kind, [hit.id for hit in group.hits]) for group in search(ws, anna, "op tijd").groups]
    assert found == [("persona", ["noor"]), ("opportunity", ["late"])]
    (group,) = search(ws, anna, "kiezen").groups
    assert group.hits == (
        Hit(kind="idea", id="slot", title="Op tijd leveren", text="Een uur kiezen", opportunity="late"),
    )


def test_what_is_found_far_from_the_name_is_told_with_the_name_and_the_words(ws: Workspace, anna: Actor) -> None:
    noor = {"type": "persona", "name": "Noor", "bio": "Lives on the third floor. " * 12 + "Waits for a parcel."}
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Put(id="noor", record=noor),)))
    (group,) = search(ws, anna, "parcel").groups
    assert group.hits[0].text.startswith("Noor · …")
    assert group.hits[0].text.endswith("parcel.")


def test_of_many_the_first_are_told_with_how_many_there_are(ws: Workspace, anna: Actor) -> None:
    cards: Records = {f"c{one}": {"type": "card", "text": f"Parcel {one}" + " and so on" * 40} for one in range(30)}
    maps.create(ws, anna, MAP | cards)
    groups = {group.kind: group for group in search(ws, anna, "parcel").groups}
    assert (groups["map"].found, groups["card"].found, len(groups["card"].hits)) == (1, 30, 20)
    assert all(len(hit.text) < 170 for hit in groups["card"].hits)


def test_excerpts_of_sources_are_found_with_their_source(ws: Workspace, anna: Actor) -> None:
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Put(id="talk", record={"type": "source", "name": "Talk"}),)))
    row = ExcerptRow("talk", "e1", "quote", "Het pakje kwam **te laat**", {}, datetime.now(UTC), anna)
    ws.store.write(lambda writing: sources.mark(writing, row)).result()
    (group,) = search(ws, anna, "te LAAT").groups
    assert group.hits == (Hit(kind="quote", id="e1", document="talk", title="Talk", text="Het pakje kwam **te laat**"),)
