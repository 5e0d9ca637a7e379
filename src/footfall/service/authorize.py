"""May this actor do this with this document? One answer for routes, sockets and the command line."""

from enum import StrEnum

from footfall.errors import NotFound
from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace
from footfall.store import DocumentRow, journal


class Action(StrEnum):
    """What can be done with a document."""

    READ = "read"
    EDIT = "edit"
    DELETE = "delete"


def authorize(ws: Workspace, actor: Actor, action: Action, document: str, kind: str | None = None) -> DocumentRow:
    """The document, when it is there and the actor may do this; unknown and not allowed look the same: NotFound.

    Without accounts everybody who reaches the server is of the team, so that every action is allowed.
    """
    row = ws.store.read(lambda reading: journal.find(reading, document))
    if row is None or (kind is not None and row.kind != kind) or not may(actor, action, row):
        raise NotFound(
            f"There is no {kind or 'document'} '{document}'.",
            todo="It may have been deleted; the home page lists what is here.",
        )
    return row


def may(actor: Actor, action: Action, row: DocumentRow) -> bool:
    """Whether the actor may do this with a document that is there."""
    return bool(actor.id) and (action is not Action.DELETE or row.kind in ("map", "template"))
