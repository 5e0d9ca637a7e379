"""What the store promises: durable in order, once, and clear when it cannot."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from uuid_utils import uuid7

from footfall.errors import StorageFailed
from footfall.journey import standing as standings
from footfall.journey.changes import Actor, Drop, Entry, Op, Put, Set
from footfall.journey.standing import HeadMoved, Standing
from footfall.store import Store, journal, people
from footfall.store.database import NEWEST
from footfall.store.migrations import run
from footfall.store.tables import Table

ANNA = Actor(id="anna", name="Anna")
TITLE = {"type": "map", "title": "Parcel"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.in_folder(tmp_path)
    yield opened
    opened.close()


def entry(seq: int, *ops: Op, document: str = "parcel") -> Entry:
    return Entry(id=str(uuid7()), document=document, seq=seq, actor=ANNA, at=datetime.now(UTC), ops=ops)


def written(store: Store, *entries: Entry) -> None:
    """Create the document with the first entry and append the others."""
    store.write(lambda writing: journal.create(writing, "map", entries[0])).result()
    for before, after in pairwise(entries):
        store.write(lambda writing, a=after, b=before: journal.append(writing, a, b.id)).result()


def test_entries_come_back_as_they_were_written(store: Store) -> None:
    entries = [
        entry(1, Put(id="map", record=TITLE)),
        entry(2, Set(id="map", field="title", value="Paket 📦 \u202e", base="Parcel")),
        entry(3, Drop(id="x")),
    ]
    written(store, *entries)
    assert store.read(lambda reading: journal.entries_since(reading, "parcel", 0)) == entries
    assert store.read(lambda reading: journal.entries_since(reading, "parcel", 2)) == entries[2:]
    assert store.read(lambda reading: journal.entry_of_change(reading, "parcel", entries[1].id)) == entries[1]


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    first = Store.in_folder(tmp_path)
    made = entry(1, Put(id="map", record=TITLE))
    written(first, made)
    first.close()
    again = Store.in_folder(tmp_path)
    standing, _ = again.read(lambda reading: journal.load(reading, "parcel"))
    again.close()
    assert standing == Standing(1, made.id, {"map": TITLE}, {})


def test_an_entry_after_another_head_than_the_documents_is_not_written(store: Store) -> None:
    made = entry(1, Put(id="map", record=TITLE))
    written(store, made)
    late = entry(2, Set(id="map", field="title", value="late"))
    with pytest.raises(HeadMoved):
        store.write(lambda writing: journal.append(writing, late, "another-head")).result()
    assert store.read(lambda reading: journal.entries_since(reading, "parcel", 0)) == [made]


def test_one_job_at_fault_does_not_take_its_group_along(store: Store) -> None:
    made = entry(1, Put(id="map", record=TITLE))
    written(store, made)
    good = entry(2, Set(id="map", field="title", value="good"))
    hold = store.write(lambda writing: writing.exec_driver_sql("SELECT 1") and None)
    wrong = store.write(lambda writing: journal.append(writing, entry(9), "wrong"))
    right = store.write(lambda writing: journal.append(writing, good, made.id))
    hold.result()
    right.result()
    assert isinstance(wrong.exception(), HeadMoved)
    assert store.read(lambda reading: journal.entries_since(reading, "parcel", 1)) == [good]


def test_opening_reads_the_latest_snapshot_and_the_tail_only(store: Store) -> None:
    entries = [entry(1, Put(id="map", record=TITLE)), entry(2, Put(id="c", record={"type": "card", "text": "kept"}))]
    written(store, *entries)
    standing, _ = store.read(lambda reading: journal.load(reading, "parcel"))
    store.write(lambda writing: journal.keep_snapshot(writing, "parcel", standing)).result()
    fell = entry(3, Drop(id="c"))
    store.write(lambda writing: journal.append(writing, fell, entries[-1].id)).result()
    loaded, snapshot = store.read(lambda reading: journal.load(reading, "parcel"))
    assert (snapshot, loaded) == (2, Standing(3, fell.id, {"map": TITLE}, {"c": {"type": "card", "text": "kept"}}))


def test_only_the_newest_snapshots_are_kept(store: Store) -> None:
    written(store, entry(1, Put(id="map", record=TITLE)))
    for seq in (1, 2, 3):
        standing = Standing(seq, "", {"map": TITLE}, {})
        store.write(lambda writing, kept=standing: journal.keep_snapshot(writing, "parcel", kept)).result()
    rows = store.read(lambda reading: reading.exec_driver_sql("SELECT seq FROM snapshots ORDER BY seq").scalars().all())
    assert rows == [2, 3]


def test_fallen_records_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "FALLEN", 2)
    standing = Standing()
    for number, id in enumerate("abc"):
        standing.take(entry(2 * number + 1, Put(id=id, record={"type": "card"})))
        standing.take(entry(2 * number + 2, Drop(id=id)))
    standing.take(entry(7, Put(id="c", record={"type": "card"})))
    assert (list(standing.records), list(standing.fallen)) == (["c"], ["b"])


def test_a_deleted_document_is_nowhere(store: Store) -> None:
    written(store, entry(1, Put(id="map", record=TITLE)))
    at = datetime.now(UTC)
    assert store.write(lambda writing: journal.remove(writing, "parcel", at)).result() is True
    assert store.write(lambda writing: journal.remove(writing, "parcel", at)).result() is False
    assert store.read(lambda reading: journal.find(reading, "parcel")) is None
    assert store.read(lambda reading: journal.list_kind(reading, "map")) == []
    assert store.read(lambda reading: journal.heads(reading, ["parcel"])) == {}


def test_migrations_lead_to_the_tables_of_the_models(store: Store) -> None:
    with store._writing.connect() as connection:  # the comparison needs a connection of Alembic's own kind
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Table.metadata) == []
    assert run.scripts().get_current_head() == NEWEST


def test_a_folder_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store.in_folder(tmp_path).close()
    with sqlite3.connect(tmp_path / "footfall.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageFailed) as refused:
        Store.in_folder(tmp_path)
    assert "later version" in str(refused.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "footfall.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StorageFailed):
        Store.in_folder(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed) as refused:
        Store.in_folder(tmp_path / "file" / "data")
    assert "--data" in str(refused.value)


def test_a_full_disk_fails_the_writers_and_ends_with_the_next_space(store: Store) -> None:
    made = entry(1, Put(id="map", record=TITLE))
    written(store, made)
    pages = store.write(lambda writing: writing.exec_driver_sql("PRAGMA page_count").scalar_one()).result()
    full(store, pages)
    big = entry(2, Put(id="c", record={"type": "card", "text": "x" * 19_000}))
    failed = store.write(lambda writing: journal.append(writing, big, made.id))
    assert isinstance(failed.exception(), StorageFailed)
    assert isinstance(store.write(journal.probe).exception(), StorageFailed)
    full(store, 1_000_000)
    store.write(journal.probe).result()
    store.write(lambda writing: journal.append(writing, big, made.id)).result()
    assert store.read(lambda reading: journal.entries_since(reading, "parcel", 0)) == [made, big]


def full(store: Store, pages: int) -> None:
    """Let SQLite itself say that the disk is full beyond so many pages."""
    store.write(lambda writing: writing.exec_driver_sql(f"PRAGMA max_page_count = {pages}").scalar_one()).result()


def test_people_are_remembered_under_their_last_name(store: Store) -> None:
    at = datetime.now(UTC)
    for name in ("Anna", "Anna B."):
        store.write(lambda writing, n=name: people.remember(writing, Actor(id="anna", name=n), at)).result()
    assert store.read(people.everybody) == [(Actor(id="anna", name="Anna B."), at)]
