"""Statements about the words of sources: their transcripts and excerpts; each works on a connection that is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, tuple_, update

from footfall.journey.changes import Actor
from footfall.store.tables import Excerpts, Transcripts


@dataclass(frozen=True)
class TranscriptRow:
    """The words of a source, as JSON, with who brought them and when."""

    source: str
    name: str
    content: dict[str, Any]
    at: datetime
    by: Actor


@dataclass(frozen=True)
class ExcerptRow:
    """One excerpt; `place` says, as JSON, where in the source it stands."""

    source: str
    id: str
    kind: str
    text: str
    place: dict[str, Any]
    at: datetime
    by: Actor


def keep_transcript(connection: Connection, row: TranscriptRow) -> None:
    """Write the words of a source, in the place of those that it had."""
    connection.execute(delete(Transcripts).where(Transcripts.source == row.source))
    values = {"source": row.source, "name": row.name, "content": row.content}
    connection.execute(insert(Transcripts), values | {"brought_at": row.at, "brought_by": row.by.model_dump()})


def transcript(connection: Connection, source: str) -> TranscriptRow | None:
    """The words of a source; None where none were brought."""
    row = connection.execute(select(Transcripts).where(Transcripts.source == source)).one_or_none()
    if row is None:
        return None
    return TranscriptRow(row.source, row.name, row.content, row.brought_at, Actor.model_validate(row.brought_by))


def transcript_names(connection: Connection) -> dict[str, str]:
    """By source, the name of the file whose words it has."""
    return {row.source: row.name for row in connection.execute(select(Transcripts.source, Transcripts.name))}


def mark(connection: Connection, row: ExcerptRow) -> ExcerptRow:
    """Write an excerpt and give it; one that is there under this id already is given as it is."""
    if known := find_excerpt(connection, row.source, row.id):
        return known
    values = {"source": row.source, "id": row.id, "kind": row.kind, "text": row.text, "place": row.place}
    connection.execute(insert(Excerpts), values | {"marked_at": row.at, "marked_by": row.by.model_dump()})
    return row


def edit_excerpt(connection: Connection, source: str, id: str, kind: str, text: str) -> ExcerptRow | None:
    """Give an excerpt another kind and other words; None where it is gone."""
    one = (Excerpts.source == source, Excerpts.id == id)
    connection.execute(update(Excerpts).where(*one).values(kind=kind, text=text))
    return find_excerpt(connection, source, id)


def remove_excerpt(connection: Connection, source: str, id: str) -> bool:
    """Take an excerpt away; whether it was there."""
    return connection.execute(delete(Excerpts).where(Excerpts.source == source, Excerpts.id == id)).rowcount == 1


def find_excerpt(connection: Connection, source: str, id: str) -> ExcerptRow | None:
    """One excerpt; None where it is not here."""
    row = connection.execute(select(Excerpts).where(Excerpts.source == source, Excerpts.id == id)).one_or_none()
    return _excerpt(row) if row else None


def excerpts(connection: Connection, sources: Iterable[str]) -> list[ExcerptRow]:
    """All excerpts of these sources, the first marked first."""
    found = select(Excerpts).where(Excerpts.source.in_(sources)).order_by(Excerpts.marked_at, Excerpts.id)
    return [_excerpt(row) for row in connection.execute(found)]


def excerpts_by_id(connection: Connection, ids: Iterable[tuple[str, str]]) -> list[ExcerptRow]:
    """Those of these excerpts that are here, each named by its source and its id."""
    found = select(Excerpts).where(tuple_(Excerpts.source, Excerpts.id).in_(list(ids)))
    return [_excerpt(row) for row in connection.execute(found)]


def excerpt_counts(connection: Connection) -> dict[str, int]:
    """By source, how many excerpts it has."""
    counted = select(Excerpts.source, func.count()).group_by(Excerpts.source)
    return {source: count for source, count in connection.execute(counted)}  # noqa: C416 - rows are typed, pairs are not


def erase(connection: Connection, source: str) -> int:
    """Take the transcript and all excerpts of a source away for good; how many excerpts these were."""
    connection.execute(delete(Transcripts).where(Transcripts.source == source))
    return connection.execute(delete(Excerpts).where(Excerpts.source == source)).rowcount


def _excerpt(row: Row[Any]) -> ExcerptRow:
    by = Actor.model_validate(row.marked_by)
    return ExcerptRow(row.source, row.id, row.kind, row.text, row.place, row.marked_at, by)
