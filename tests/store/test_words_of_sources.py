"""Transcripts and excerpts in a database, each kind of which keeps the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from footfall.journey.changes import Actor
from footfall.store import Store, sources
from footfall.store.sources import ExcerptRow, TranscriptRow
from footfall.store.tables import Table

ANNA = Actor(id="anna", name="Anna")
NOW = datetime(2026, 5, 3, 10, 0, 0, 123456, tzinfo=UTC)
TALK = TranscriptRow("talk", "talk.md", {"blocks": [{"start": 0, "text": "Paket 📦 \u202e"}]}, NOW, ANNA)
FIRST = ExcerptRow("talk", "e1", "quote", "Paket 📦", {"start": 0, "end": 7, "seconds": 1.5}, NOW, ANNA)
SECOND = ExcerptRow("talk", "e2", "observation", "Waits", {"start": None}, NOW + timedelta(seconds=1), ANNA)
OTHER = ExcerptRow("survey", "e1", "quote", "Fine", {}, NOW + timedelta(seconds=2), ANNA)


def marked(store: Store, *rows: ExcerptRow) -> list[ExcerptRow]:
    return [store.write(lambda writing, row=row: sources.mark(writing, row)).result() for row in rows]


def test_migrations_make_the_tables_that_the_models_are(on_each: Store) -> None:
    def differences(connection):
        return compare_metadata(MigrationContext.configure(connection), Table.metadata)

    assert on_each.read(differences) == []


def test_a_transcript_takes_the_place_of_the_one_before(on_each: Store) -> None:
    newer = replace(TALK, name="talk-2.md", at=NOW + timedelta(days=1))
    for row in (TALK, newer):
        on_each.write(lambda writing, row=row: sources.keep_transcript(writing, row)).result()
    assert on_each.read(lambda reading: sources.transcript(reading, "talk")) == newer
    assert on_each.read(lambda reading: sources.transcript(reading, "survey")) is None
    assert on_each.read(sources.transcript_names) == {"talk": "talk-2.md"}


def test_excerpts_come_back_as_they_were_marked_the_first_first_and_once(on_each: Store) -> None:
    again = replace(FIRST, text="Sent twice")
    assert marked(on_each, SECOND, FIRST, OTHER, again) == [SECOND, FIRST, OTHER, FIRST]
    assert on_each.read(lambda reading: sources.excerpts(reading, ["talk", "survey"])) == [FIRST, SECOND, OTHER]
    named = [("talk", "e2"), ("survey", "e1"), ("survey", "e2")]
    found = on_each.read(lambda reading: sources.excerpts_by_id(reading, named))
    assert sorted(found, key=lambda row: row.source) == [OTHER, SECOND]
    assert on_each.read(lambda reading: sources.excerpts_by_id(reading, [])) == []
    assert on_each.read(sources.excerpt_counts) == {"talk": 2, "survey": 1}


def test_an_excerpt_is_edited_removed_and_erased_with_its_source(on_each: Store) -> None:
    marked(on_each, FIRST, SECOND, OTHER)
    edited = on_each.write(lambda writing: sources.edit_excerpt(writing, "talk", "e1", "observation", "New")).result()
    assert edited == replace(FIRST, kind="observation", text="New")
    removed = [on_each.write(lambda writing: sources.remove_excerpt(writing, "talk", "e2")).result() for _ in range(2)]
    assert removed == [True, False]
    assert on_each.write(lambda writing: sources.erase(writing, "talk")).result() == 1
    assert on_each.read(sources.excerpt_counts) == {"survey": 1}
