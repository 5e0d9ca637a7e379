"""The history of a map, out of its journal: who did what when, the map as it was, what differs, and back to it."""

from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.journey.changes import Actor, Change, Entry, Op, Put, diff
from footfall.journey.comparing import Difference, compare, content
from footfall.journey.document import MapDocument
from footfall.journey.records import Version
from footfall.journey.settling import sparse
from footfall.journey.sittings import Sitting, sittings
from footfall.service import library, maps
from footfall.service.changing import DocumentState
from footfall.service.workspace import Workspace
from footfall.store import journal

FARTHEST = 200_000  # entries that the list of sittings looks back on


class History(BaseModel):
    """One page of a map's history, the newest first."""

    model_config = ConfigDict(frozen=True)

    seq: int = Field(description="How far the journal is.")
    sittings: tuple[Sitting, ...]
    earlier: int | None = Field(None, description="Ask with this as `before` for the page that follows.")
    versions: dict[str, Version] = Field(description="The named versions by id, the latest first.")


def read(ws: Workspace, actor: Actor, id: str, before: int | None = None, limit: int = 50) -> History:
    """Who worked on a map when, grouped by person and sitting. Raises NotFound."""
    state = maps.read_records(ws, actor, id)
    signed = ws.store.read(lambda reading: journal.signatures(reading, id, FARTHEST))
    found = [sitting for sitting in sittings(signed) if before is None or sitting.last < before]
    page = tuple(found[:limit])
    earlier = page[-1].last if len(found) > limit else None
    return History(seq=state.seq, sittings=page, earlier=earlier, versions=MapDocument(state.records).versions)


def at(ws: Workspace, actor: Actor, id: str, seq: int) -> DocumentState:
    """A map as it was after one entry of its journal; 0 is before the first. Raises NotFound."""
    now = maps.read_records(ws, actor, id)
    if not 0 <= seq <= now.seq:
        raise NotFound(f"The journal of this map has no entry {seq}.", f"Its entries are 1 to {now.seq}.")
    if seq == now.seq:
        return now
    return DocumentState(id, seq, ws.store.read(lambda reading: journal.records_at(reading, id, seq)))


def differences(
    ws: Workspace, actor: Actor, id: str, since: int, until: int | None = None, by: str = ""
) -> tuple[Difference, ...]:
    """What differs between two points of a journal; with `by`, only in what that actor touched. Raises NotFound."""
    before = at(ws, actor, id, since)
    after = at(ws, actor, id, until) if until is not None else maps.read_records(ws, actor, id)
    found = compare(before.records, after.records, library.read_records(ws, actor).records)
    touched = _touched(ws, id, before.seq, after.seq, by) if by else None
    return tuple(one for one in found if touched is None or one.id in touched)


def between(ws: Workspace, actor: Actor, id: str, other: str) -> tuple[Difference, ...]:
    """What another map has differently, such as a future map beside the current one. Raises NotFound."""
    before, after = maps.read_records(ws, actor, id), maps.read_records(ws, actor, other)
    return compare(before.records, after.records, library.read_records(ws, actor).records)


def name_version(ws: Workspace, actor: Actor, id: str, name: str, seq: int | None = None, note: str = "") -> str:
    """Name a point of the journal, by default the map as it is now; the id of the version. Raises NotFound."""
    point = at(ws, actor, id, seq) if seq is not None else maps.read_records(ws, actor, id)
    version = Version(
        seq=max(point.seq, 1), name=name, note=note, author=actor.id, author_name=actor.name, at=datetime.now(UTC)
    )
    made = f"v{uuid7().hex}"
    _change(ws, actor, id, (Put(id=made, record={"type": "version"} | sparse(version)),))
    return made


def restore(ws: Workspace, actor: Actor, id: str, seq: int) -> Entry:
    """Make a map as it was, by one new change on top; comments and versions stay. Raises NotFound, InvalidChange."""
    then, now = at(ws, actor, id, seq), maps.read_records(ws, actor, id)
    ops = diff(content(now.records), content(then.records))
    if ops:
        return _change(ws, actor, id, ops)
    return Entry(id=str(uuid7()), document=id, seq=now.seq, actor=actor, at=datetime.now(UTC), ops=())


def _change(ws: Workspace, actor: Actor, id: str, ops: tuple[Op, ...]) -> Entry:
    return maps.change(ws, actor, id, Change(id=str(uuid7()), ops=ops))


def _touched(ws: Workspace, id: str, since: int, until: int, by: str) -> set[str]:
    """The records that one actor changed between two points."""
    entries = ws.store.read(lambda reading: journal.entries_since(reading, id, since, limit=max(until - since, 0)))
    return {op.id for entry in entries if entry.actor.id == by for op in entry.ops}
