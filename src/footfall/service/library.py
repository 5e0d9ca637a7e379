"""The library: what all maps of the workspace share."""

from footfall.journey.changes import Actor, Change, Entry
from footfall.journey.document import LibraryDocument
from footfall.service.authorize import Action, authorize
from footfall.service.changing import DocumentState, change_document, state_of
from footfall.service.workspace import LIBRARY_ID, Workspace


def read(ws: Workspace, actor: Actor) -> LibraryDocument:
    """The library with typed records."""
    return LibraryDocument(read_records(ws, actor).records)


def read_records(ws: Workspace, actor: Actor) -> DocumentState:
    """The library as plain JSON records, with its seq."""
    return state_of(ws, authorize(ws, actor, Action.READ, LIBRARY_ID, "library").id)


def change(ws: Workspace, actor: Actor, change: Change) -> Entry:
    """Take a change to the library; returns when it is durable. Raises InvalidChange, StorageFailed."""
    return change_document(ws, actor, authorize(ws, actor, Action.EDIT, LIBRARY_ID, "library").id, change)
