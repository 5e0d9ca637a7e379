"""Statements about documents and their journals; each works on a connection that somebody else began."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, Text, cast, delete, insert, select, update

from footfall.journey.changes import Actor, Entry, Op, Records
from footfall.journey.standing import HeadMoved, Standing
from footfall.store.tables import Documents, Journal, Snapshots

PROBE = "_probe"
SNAPSHOTS = 2  # kept of each document
READ_AT_ONCE = 200  # entries of which all texts are looked through

_ops: TypeAdapter[tuple[Op, ...]] = TypeAdapter(tuple[Op, ...])


@dataclass(frozen=True)
class DocumentRow:
    """What the store knows about a document without opening it."""

    id: str
    kind: str
    seq: int
    created_at: datetime
    updated_at: datetime
    updated_by: Actor
    summary: dict[str, Any] | None


@dataclass(frozen=True)
class Signature:
    """Under which entry of a journal somebody's name stands."""

    seq: int
    actor: Actor
    at: datetime


def create(connection: Connection, kind: str, entry: Entry) -> None:
    """A new document whose first entry this is; `entry.ops` may be empty, then the document is too."""
    row = {"id": entry.document, "kind": kind, "created_at": entry.at} | _stamp(entry)
    connection.execute(insert(Documents), row)
    if entry.ops:
        connection.execute(insert(Journal), _journal_row(entry))


def create_once(connection: Connection, kind: str, entry: Entry) -> bool:
    """A new document; False when there is, or was, one of that id."""
    known = select(Documents.id).where(Documents.id == entry.document)
    if connection.execute(known).one_or_none() is not None:
        return False
    create(connection, kind, entry)
    return True


def append(connection: Connection, entry: Entry, after: str) -> None:
    """The next entry of a document whose last change was `after`, else HeadMoved.

    Taking the document's row first is what puts writers in order, in every database.
    """
    unmoved = (Documents.id == entry.document, Documents.head == after, Documents.seq == entry.seq - 1)
    stamped = update(Documents).where(*unmoved, Documents.deleted_at.is_(None)).values(**_stamp(entry))
    if connection.execute(stamped).rowcount != 1:
        raise HeadMoved
    connection.execute(insert(Journal), _journal_row(entry))


def find(connection: Connection, id: str) -> DocumentRow | None:
    """The document, or None when it is not here or was deleted."""
    row = connection.execute(_present().where(Documents.id == id)).one_or_none()
    return _document(row) if row else None


def list_kind(connection: Connection, kind: str) -> list[DocumentRow]:
    """All documents of a kind, the last changed first."""
    rows = _present().where(Documents.kind == kind).order_by(Documents.updated_at.desc(), Documents.id)
    return [_document(row) for row in connection.execute(rows)]


def heads(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """How far each of these documents is; deleted ones are absent."""
    found = select(Documents.id, Documents.seq).where(Documents.id.in_(ids), Documents.deleted_at.is_(None))
    return {row.id: row.seq for row in connection.execute(found)}


def remove(connection: Connection, id: str, at: datetime) -> bool:
    """Mark a document as deleted; whether it was there. Its journal stays until it is erased."""
    gone = update(Documents).where(Documents.id == id, Documents.deleted_at.is_(None)).values(deleted_at=at)
    return connection.execute(gone).rowcount == 1


def summarise(connection: Connection, id: str, seq: int, summary: dict[str, Any]) -> None:
    """Keep what a list shows of a document as it was after `seq`."""
    not_older = (Documents.id == id, Documents.summary_seq <= seq)
    connection.execute(update(Documents).where(*not_older).values(summary=summary, summary_seq=seq))


def entries_since(connection: Connection, document: str, seq: int, limit: int | None = None) -> list[Entry]:
    """The journal after `seq`, in order."""
    later = select(Journal).where(Journal.document == document, Journal.seq > seq).order_by(Journal.seq).limit(limit)
    return [_entry(row) for row in connection.execute(later)]


def entry_of_change(connection: Connection, document: str, change: str) -> Entry | None:
    """The entry that a change has made, if it was written before."""
    row = connection.execute(
        select(Journal).where(Journal.document == document, Journal.change == change)
    ).one_or_none()
    return _entry(row) if row else None


def taken(connection: Connection, document: str, limit: int) -> dict[str, int]:
    """The ids and seqs of the last changes that were taken, oldest first."""
    latest = select(Journal.change, Journal.seq).where(Journal.document == document)
    rows = connection.execute(latest.order_by(Journal.seq.desc()).limit(limit)).all()
    return {row.change: row.seq for row in reversed(rows)}


def load(connection: Connection, document: str) -> tuple[Standing, int]:
    """A document from its latest snapshot and the journal after it; and the seq of that snapshot."""
    latest = select(Snapshots).where(Snapshots.document == document).order_by(Snapshots.seq.desc()).limit(1)
    snapshot = connection.execute(latest).one_or_none()
    standing = Standing(snapshot.seq, "", snapshot.records, snapshot.fallen) if snapshot else Standing()
    for entry in entries_since(connection, document, standing.seq):
        standing.take(entry)
    standing.head = connection.execute(select(Documents.head).where(Documents.id == document)).scalar_one()
    return standing, snapshot.seq if snapshot else 0


def records_at(connection: Connection, document: str, seq: int) -> Records:
    """A document as it was after one seq: from the last snapshot before it and the journal between."""
    earlier = select(Snapshots).where(Snapshots.document == document, Snapshots.seq <= seq)
    snapshot = connection.execute(earlier.order_by(Snapshots.seq.desc()).limit(1)).one_or_none()
    standing = Standing(snapshot.seq, "", snapshot.records, snapshot.fallen) if snapshot else Standing()
    for entry in entries_since(connection, document, standing.seq, limit=seq - standing.seq):
        standing.take(entry)
    return standing.records


def signatures(connection: Connection, document: str, limit: int) -> list[Signature]:
    """Who made the last entries, and when; the newest first, without what they did."""
    columns = select(Journal.seq, Journal.actor, Journal.actor_name, Journal.at)
    mine = columns.where(Journal.document == document)
    rows = connection.execute(mine.order_by(Journal.seq.desc()).limit(limit))
    return [Signature(row.seq, Actor(id=row.actor, name=row.actor_name), row.at) for row in rows]


def keep_snapshot(connection: Connection, document: str, standing: Standing) -> None:
    """Write a snapshot and forget the oldest ones."""
    mine = Snapshots.document == document
    connection.execute(delete(Snapshots).where(mine, Snapshots.seq == standing.seq))
    row = {"document": document, "seq": standing.seq, "records": standing.records, "fallen": standing.fallen}
    connection.execute(insert(Snapshots), row)
    newest = select(Snapshots.seq).where(mine).order_by(Snapshots.seq.desc()).limit(SNAPSHOTS)
    kept = connection.execute(newest).scalars().all()
    connection.execute(delete(Snapshots).where(mine, Snapshots.seq < min(kept)))


def named(connection: Connection, ids: Collection[str]) -> set[str]:
    """Which of these ids, each as it stands between quotes, any entry or snapshot holds; of deleted documents too."""
    found: set[str] = set()
    for held in (Journal.ops, Snapshots.records, Snapshots.fallen):
        rows = connection.execute(select(cast(held, Text)).execution_options(yield_per=READ_AT_ONCE))
        for (text,) in rows:
            found |= {id for id in ids if id not in found and f'"{id}"' in text}
    return found


def probe(connection: Connection) -> None:
    """A durable write that leaves everything as it was: it fails as long as writing fails."""
    row = {"document": PROBE, "seq": 0, "records": {"probe": "x" * 8192}, "fallen": {}}
    connection.execute(insert(Documents), _probe_document())
    connection.execute(insert(Snapshots), row)
    connection.execute(delete(Documents).where(Documents.id == PROBE))


def _present() -> Select[Any]:
    return select(Documents).where(Documents.deleted_at.is_(None))


def _probe_document() -> dict[str, Any]:
    now = datetime.now(UTC)
    return {"id": PROBE, "kind": PROBE, "seq": 0, "head": "", "created_at": now, "updated_at": now, "updated_by": {}}


def _document(row: Row[Any]) -> DocumentRow:
    summary = row.summary if row.summary_seq == row.seq else None
    actor = Actor.model_validate(row.updated_by)
    return DocumentRow(row.id, row.kind, row.seq, row.created_at, row.updated_at, actor, summary)


def _stamp(entry: Entry) -> dict[str, Any]:
    by = entry.actor.model_dump()
    return {"seq": entry.seq, "head": entry.id, "updated_at": entry.at, "updated_by": by}


def _journal_row(entry: Entry) -> dict[str, Any]:
    who = {"actor": entry.actor.id, "actor_name": entry.actor.name}
    where = {"document": entry.document, "seq": entry.seq, "change": entry.id, "at": entry.at}
    return where | who | {"ops": _ops.dump_python(entry.ops, mode="json")}


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=row.change,
        document=row.document,
        seq=row.seq,
        actor=Actor(id=row.actor, name=row.actor_name),
        at=row.at,
        ops=_ops.validate_python(row.ops),
    )
