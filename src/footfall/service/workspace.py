"""A workspace: one folder with everything in it, and the rooms that are open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Entry
from footfall.store import Store, StoredJournals, journal
from footfall.sync import Rooms

LIBRARY_ID = "library"
FOOTFALL = Actor(id="footfall", name="Footfall")  # who makes what nobody asked for, such as the empty library


@dataclass(frozen=True)
class Workspace:
    """Where everything is: the folder, the store in it, and the rooms, which are the only door for edits."""

    folder: Path
    store: Store
    rooms: Rooms

    def close(self) -> None:
        """Write what is queued and let go of the files."""
        self.rooms.close()
        self.store.close()


def open_workspace(folder: Path) -> Workspace:
    """Open a data folder; made, with an empty library, when absent. Raises StorageFailed."""
    store = Store.in_folder(folder)
    if store.read(lambda reading: journal.find(reading, LIBRARY_ID)) is None:
        _make_library(store)
    return Workspace(folder, store, Rooms(StoredJournals(store)))


@contextmanager
def workspace(folder: Path) -> Iterator[Workspace]:
    """A workspace for the length of a command."""
    opened = open_workspace(folder)
    try:
        yield opened
    finally:
        opened.close()


def new_entry(document: str, actor: Actor, ops: tuple[object, ...] = (), seq: int = 0) -> Entry:
    """An entry made by the server itself, now."""
    return Entry.model_validate(
        {"id": str(uuid7()), "document": document, "seq": seq, "actor": actor, "at": datetime.now(UTC), "ops": ops}
    )


def _make_library(store: Store) -> None:
    entry = new_entry(LIBRARY_ID, FOOTFALL)
    store.write(lambda writing: journal.create_once(writing, "library", entry)).result()
