"""What maps and the library have in common: a state, and a door for changes."""

from dataclasses import dataclass
from datetime import UTC, datetime

from footfall.journey.changes import Actor, Change, Entry, Records
from footfall.service.workspace import Workspace
from footfall.store import journal
from footfall.sync import Receipt


@dataclass(frozen=True)
class DocumentState:
    """A document as plain JSON records, durable as of `seq`. The records are not to be altered in place."""

    id: str
    seq: int
    records: Records


def state_of(ws: Workspace, document: str) -> DocumentState:
    """The durable state of a document, from its room. Raises NotFound, StorageFailed."""
    room = ws.rooms.room(document)
    room.catch_up()
    return DocumentState(document, *room.now())


def change_document(ws: Workspace, actor: Actor, document: str, change: Change) -> Entry:
    """Take a change and wait until it is durable; the entry has no ops when the change had no effect."""
    receipt = ws.rooms.room(document).change(actor, change)
    return receipt.entry or _earlier(ws, document, receipt) or _nothing(actor, document, receipt)


def _earlier(ws: Workspace, document: str, receipt: Receipt) -> Entry | None:
    """The entry that the change made when it was taken before."""
    return ws.store.read(lambda reading: journal.entry_of_change(reading, document, receipt.change))


def _nothing(actor: Actor, document: str, receipt: Receipt) -> Entry:
    return Entry(id=receipt.change, document=document, seq=receipt.seq, actor=actor, at=datetime.now(UTC), ops=())
