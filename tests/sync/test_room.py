"""Rooms without a network: order, failure, recovery and other processes (rules R1 to R5 of footfall.sync.room)."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.errors import FootfallError, InvalidChange, NotFound, StorageFailed
from footfall.journey.changes import Change, Drop, Entry, Op, Put, Records, Set, apply
from footfall.service import maps
from footfall.service.workspace import Workspace, workspace
from footfall.sync import room as rooms_file
from footfall.sync.room import Receipt, Room
from tests.sync.conftest import MAKER, MAP, RECORDS

SEEN_WITHIN = 5  # seconds, rule L5 of what must not break


class Ear:
    """A listener that writes down what it hears."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.errors: list[FootfallError] = []
        self.recoveries = 0

    def heard(self, entry: Entry) -> None:
        self.entries.append(entry)

    def failed(self, error: FootfallError) -> None:
        self.errors.append(error)

    def recovered(self) -> None:
        self.recoveries += 1

    def document(self) -> Records:
        """The document as it follows from what was heard."""
        records: Records = dict(RECORDS)
        for entry in self.entries:
            records = apply(records, entry.ops)
        return records


@pytest.fixture
def room(ws: Workspace) -> Room:
    return ws.rooms.room(MAP)


@pytest.fixture
def ear(room: Room) -> Iterator[Ear]:
    listening = Ear()
    room.join(listening)
    yield listening
    room.leave(listening)


def change(*ops: Op) -> Change:
    return Change(id=str(uuid7()), ops=ops)


def titled(title: str) -> Change:
    return change(Set(id="map", field="title", value=title))


def waits_until(true: Callable[[], object], seconds: float = SEEN_WITHIN) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return bool(true())


def disk(ws: Workspace, pages: int) -> None:
    """Let SQLite itself say that the disk is full beyond so many pages."""
    ws.store.write(lambda writing: writing.exec_driver_sql(f"PRAGMA max_page_count = {pages}").scalar_one()).result()


def fill(ws: Workspace) -> None:
    disk(ws, 1)  # SQLite takes the present size where this is less


def test_r1_changes_that_wait_together_are_settled_one_after_another(ws: Workspace, room: Room) -> None:
    base = "opens the link"
    texts = ["now opens the link", "opens the link twice", "opens the red link"]
    asked = [room.ask(MAKER, change(Set(id="card1", field="text", value=text, base=base))) for text in texts]
    assert [each.result().seq for each in asked] == [2, 3, 4]
    assert room.now()[1]["card1"]["text"] == "now opens the red link twice"
    assert maps.read_records(ws, MAKER, MAP).seq == 4


def test_r2_what_is_heard_is_durable_and_in_order(ws: Workspace, room: Room, ear: Ear) -> None:
    asked = [room.ask(MAKER, titled(str(number))) for number in range(200)]
    entries = [each.result().entry for each in asked]
    assert ear.entries == entries
    assert [entry.seq for entry in ear.entries] == list(range(2, 202))
    with workspace(ws.folder) as other:
        assert maps.read_records(other, MAKER, MAP).records == ear.document()


def test_r2_threads_that_ask_at_once_get_one_order(room: Room, ear: Ear) -> None:
    def put(number: int) -> int:
        return room.change(MAKER, change(Put(id=f"c{number}", record={"type": "card", "text": str(number)}))).seq

    with ThreadPoolExecutor(8) as people:
        seqs = sorted(people.map(put, range(200)))
    assert seqs == list(range(2, 202)) == [entry.seq for entry in ear.entries]
    assert room.now() == (201, ear.document())


def test_r3_an_old_change_is_known_after_a_restart(ws: Workspace, room: Room) -> None:
    once = titled("once")
    room.change(MAKER, once)
    room.change(MAKER, titled("later"))
    with workspace(ws.folder) as again:
        assert again.rooms.room(MAP).change(MAKER, once) == Receipt(once.id, 2)
        assert maps.read_records(again, MAKER, MAP).seq == 3


def test_r3_an_old_change_is_known_even_when_it_is_no_longer_remembered(
    ws: Workspace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_file, "RECENT", 2)
    once = titled("once")
    room.change(MAKER, once)
    for number in range(5):
        room.change(MAKER, titled(str(number)))
    assert room.change(MAKER, once) == Receipt(once.id, 2)
    with workspace(ws.folder) as again:
        assert again.rooms.room(MAP).change(MAKER, once) == Receipt(once.id, 2)


def test_r3_a_late_copy_of_a_change_without_effect_takes_no_effect_either(ws: Workspace, room: Room) -> None:
    """A line may break after the first copy was answered, and bring the second when others have moved on."""
    put = change(Put(id="card1", record=RECORDS["card1"]))
    first = room.change(MAKER, put)
    room.change(MAKER, change(Drop(id="card1")))
    assert room.change(MAKER, put) == first == Receipt(put.id, 1)
    assert "card1" not in maps.read_records(ws, MAKER, MAP).records


def test_r4_a_full_disk_is_heard_within_five_seconds_and_nothing_is_taken(ws: Workspace, room: Room, ear: Ear) -> None:
    fill(ws)
    began = time.monotonic()
    asked = [room.ask(MAKER, change(Put(id="big", record={"type": "card", "text": "x" * 19_000}))) for _ in range(2)]
    assert [type(each.exception()) for each in asked] == [StorageFailed, StorageFailed]
    assert time.monotonic() - began < SEEN_WITHIN
    assert ([type(error) for error in ear.errors], ear.entries) == ([StorageFailed], [])
    with pytest.raises(StorageFailed):
        room.ask(MAKER, titled("refused"))
    assert room.now() == (1, RECORDS)


def test_r4_the_room_goes_on_when_the_disk_does_and_the_change_can_be_sent_again(
    ws: Workspace, room: Room, ear: Ear
) -> None:
    ws.rooms.watch()
    fill(ws)
    big = change(Put(id="big", record={"type": "card", "text": "x" * 19_000}))
    with pytest.raises(StorageFailed):
        room.change(MAKER, big)
    time.sleep(1.2)  # the watch looks around twice: a disk that stays full must not look recovered
    assert ear.recoveries == 0
    disk(ws, 1_000_000)
    assert waits_until(lambda: ear.recoveries)
    assert room.change(MAKER, big).seq == 2
    assert [entry.id for entry in ear.entries] == [big.id]


def test_r4_a_store_that_another_program_holds_is_heard_within_five_seconds(
    ws: Workspace, room: Room, ear: Ear
) -> None:
    ws.rooms.watch()
    holder = sqlite3.connect(ws.folder / "footfall.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert isinstance(room.ask(MAKER, titled("held up")).exception(), StorageFailed)
    assert time.monotonic() - began < SEEN_WITHIN
    assert [type(error) for error in ear.errors] == [StorageFailed]
    holder.execute("ROLLBACK")
    holder.close()
    assert waits_until(lambda: ear.recoveries)
    assert room.change(MAKER, titled("let go")).seq == 2


def test_r5_an_entry_of_another_process_is_heard_first_and_ours_is_settled_after_it(
    ws: Workspace, room: Room, ear: Ear
) -> None:
    with workspace(ws.folder) as other:
        theirs = maps.change(other, MAKER, MAP, change(Set(id="card1", field="text", value="opens the blue link")))
    mine = [change(Set(id="card1", field="text", value="opens the link twice", base="opens the link")), titled("mine")]
    receipts = [each.result() for each in [room.ask(MAKER, one) for one in mine]]
    assert [receipt.seq for receipt in receipts] == [3, 4]
    assert ear.entries[0] == theirs
    assert room.now()[1]["card1"]["text"] == "opens the blue link twice"


def test_r5_a_change_that_the_others_made_impossible_is_refused_alone(ws: Workspace, room: Room) -> None:
    with workspace(ws.folder) as other:
        maps.change(other, MAKER, MAP, change(Drop(id="card1"), Put(id="card1", record={"type": "stage"})))
    wrong = room.ask(MAKER, change(Set(id="card1", field="text", value="a stage has no text")))
    right = room.ask(MAKER, titled("fine"))
    assert isinstance(wrong.exception(), InvalidChange)
    assert right.result().seq == 3


def test_l3_what_another_process_wrote_is_heard_by_those_who_only_listen(ws: Workspace, ear: Ear) -> None:
    ws.rooms.watch()
    with workspace(ws.folder) as other:
        theirs = maps.change(other, MAKER, MAP, titled("theirs"))
    assert waits_until(lambda: ear.entries == [theirs])


def test_a_map_deleted_by_another_process_is_heard_and_takes_nothing(ws: Workspace, room: Room, ear: Ear) -> None:
    with workspace(ws.folder) as other:
        maps.delete(other, MAKER, MAP)
    assert isinstance(room.ask(MAKER, titled("late")).exception(), NotFound)
    assert [type(error) for error in ear.errors] == [NotFound]


def test_a_refused_change_leaves_no_trace(room: Room, ear: Ear) -> None:
    with pytest.raises(InvalidChange):
        room.ask(MAKER, change(Set(id="map", field="title", value="x"), Put(id="c", record={"type": "persona"})))
    assert (room.now(), ear.entries) == ((1, RECORDS), [])


def test_a_long_journal_is_opened_from_a_snapshot(
    ws: Workspace, room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rooms_file, "SNAPSHOT_AFTER", 10)
    for number in range(25):
        room.change(MAKER, titled(str(number)))
    with workspace(ws.folder) as again:
        standing, snapshot = again.rooms._journals.load(MAP)
    assert (snapshot, standing.seq, standing.records["map"]["title"]) == (20, 26, "24")


def test_typing_into_a_card_that_fell_before_the_snapshot_brings_it_back(
    ws: Workspace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_file, "SNAPSHOT_AFTER", 2)
    room.change(MAKER, change(Drop(id="card1")))
    for number in range(4):
        room.change(MAKER, titled(str(number)))
    with workspace(ws.folder) as again:
        typed = Set(id="card1", field="text", value="opens the link twice", base="opens the link")
        maps.change(again, MAKER, MAP, change(typed))
        assert maps.read_records(again, MAKER, MAP).records["card1"]["text"] == "opens the link twice"
