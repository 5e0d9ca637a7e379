"""The history of a map: everything of it comes out of the journal."""

import pytest
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.journey.changes import Actor, Change, Drop, Op, Put, Set
from footfall.service import comments, history, maps
from footfall.service.comments import NewComment
from footfall.service.workspace import Workspace
from footfall.store import journal

BEN = Actor(id="ben", name="Ben")
RECORDS = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "feel": {"type": "lane", "kind": "emotion"},
    "sad": {"type": "card", "lane": "feel", "step": "track", "score": -1},
}


def change(ws: Workspace, actor: Actor, id: str, *ops: Op) -> None:
    maps.change(ws, actor, id, Change(id=str(uuid7()), ops=ops))


@pytest.fixture
def id(ws: Workspace, anna: Actor) -> str:
    """Give a map: Anna made it (1), Ben scored (2) and Anna dropped the stage (3)."""
    made = maps.create(ws, anna, RECORDS)
    change(ws, BEN, made, Set(id="sad", field="score", value=1))
    change(ws, anna, made, Drop(id="wait"))
    return made


def test_the_history_lists_who_worked_the_latest_first(ws: Workspace, anna: Actor, id: str) -> None:
    read = history.read(ws, anna, id)
    assert [(one.actor, one.first, one.last, one.changes) for one in read.sittings] == [(anna, 1, 3, 2), (BEN, 2, 2, 1)]
    assert (read.seq, read.earlier, read.versions) == (3, None, {})


def test_a_page_says_where_the_next_one_begins(ws: Workspace, anna: Actor, id: str) -> None:
    first = history.read(ws, anna, id, limit=1)
    assert ([one.last for one in first.sittings], first.earlier) == ([3], 3)
    second = history.read(ws, anna, id, before=first.earlier, limit=1)
    assert ([one.last for one in second.sittings], second.earlier) == ([2], None)


@pytest.mark.parametrize("snapshot", [False, True])
def test_a_map_is_read_as_it_was_after_each_entry(ws: Workspace, anna: Actor, id: str, snapshot: bool) -> None:
    if snapshot:
        standing, _ = ws.store.read(lambda reading: journal.load(reading, id))
        ws.store.write(lambda writing: journal.keep_snapshot(writing, id, standing)).result()
    scored = RECORDS | {"sad": RECORDS["sad"] | {"score": 1}}
    without = {key: record for key, record in scored.items() if key != "wait"}
    assert [history.at(ws, anna, id, seq).records for seq in range(4)] == [{}, RECORDS, scored, without]


@pytest.mark.parametrize("seq", [-1, 4])
def test_an_entry_that_the_journal_does_not_have_is_not_found(ws: Workspace, anna: Actor, id: str, seq: int) -> None:
    with pytest.raises(NotFound):
        history.at(ws, anna, id, seq)


def test_differences_can_be_those_of_one_person(ws: Workspace, anna: Actor, id: str) -> None:
    both = history.differences(ws, anna, id, since=1)
    bens = history.differences(ws, anna, id, since=1, until=3, by="ben")
    assert [(one.what, one.id) for one in both] == [("removed", "wait"), ("changed", "sad")]
    assert [(one.what, one.id) for one in bens] == [("changed", "sad")]


def test_a_restored_map_is_as_it_was_by_one_change_on_top_and_keeps_comments_and_versions(
    ws: Workspace, anna: Actor, id: str
) -> None:
    version = history.name_version(ws, anna, id, "Before the review", seq=1)
    comment = comments.say(ws, BEN, id, NewComment(text="Why?", target="sad"))
    entry = history.restore(ws, anna, id, 1)
    after = maps.read_records(ws, anna, id).records
    assert entry.seq == 6
    assert {key: record for key, record in after.items() if key not in (version, comment)} == RECORDS
    assert {version, comment} <= after.keys()


def test_restoring_what_is_already_so_writes_nothing(ws: Workspace, anna: Actor, id: str) -> None:
    assert (history.restore(ws, anna, id, 3).ops, maps.read_records(ws, anna, id).seq) == ((), 3)


def test_a_version_names_now_or_an_earlier_point(ws: Workspace, anna: Actor, id: str) -> None:
    history.name_version(ws, anna, id, "Now")
    history.name_version(ws, BEN, id, "Then", seq=2, note="for the board")
    named = history.read(ws, anna, id).versions.values()
    assert [(one.name, one.seq, one.author_name, one.note) for one in named] == [
        ("Now", 3, "Anna", ""),
        ("Then", 2, "Ben", "for the board"),
    ]


def test_two_maps_are_compared_by_what_they_hold(ws: Workspace, anna: Actor, id: str) -> None:
    future = maps.create(ws, anna, RECORDS | {"map": {"type": "map", "title": "Parcel, better", "kind": "future"}})
    change(ws, anna, future, Put(id="glad", record={"type": "card", "lane": "feel", "step": "track", "score": 2}))
    told = [one.sentence for one in history.between(ws, anna, id, future)]
    assert told == [
        "Map: kind none → 'future'; title 'Parcel' → 'Parcel, better'.",
        "Stage 'Wait' added.",
        "Card '2' added in 'emotion' at 'Track'.",
        "Card '-1' in 'emotion' at 'Track': score 1 → -1.",
    ]
