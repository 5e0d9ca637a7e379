"""A workspace: one folder with everything in it, and the rooms that are open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Entry
from footfall.settings import settings
from footfall.store import Files, Store, StoredJournals, journal
from footfall.sync import Rooms

if TYPE_CHECKING:
    from footfall.engine.limits import Limits
    from footfall.engine.spark.cluster import At
    from footfall.engine.tables import Engine
    from footfall.service.imports import Imports
    from footfall.service.uploads import Uploads

LIBRARY_ID = "library"
FOOTFALL = Actor(id="footfall", name="Footfall")  # who makes what nobody asked for, such as the empty library


@dataclass(frozen=True)
class Workspace:
    """Where everything is: the folder, the store in it, and the rooms, which are the only door for edits."""

    folder: Path
    store: Store
    rooms: Rooms

    @cached_property
    def engine(self) -> "Engine":
        """What answers questions; opened by the first, since opening a map needs none of its libraries."""
        from footfall.engine.tables import Engine

        return Engine(self.folder / "spill", query_limits(), cluster())

    @cached_property
    def uploads(self) -> "Uploads":
        """The files that were brought and not imported yet."""
        from footfall.service.uploads import Uploads

        return Uploads(settings().upload_folder)

    @cached_property
    def imports(self) -> "Imports":
        """The imports that run or ran since this server began."""
        from footfall.service.imports import Imports

        return Imports()

    @property
    def files(self) -> Files:
        """The pictures that documents cite."""
        return Files(self.folder / "files")

    def interrupt(self) -> None:
        """End the questions that run."""
        if "engine" in vars(self):
            self.engine.interrupt()

    def close(self) -> None:
        """Write what is queued and let go of the files; imports that run are ended."""
        if "imports" in vars(self):
            self.imports.close()
        if "uploads" in vars(self):
            self.uploads.close()
        self.rooms.close()
        self.store.close()
        if "engine" in vars(self):
            self.engine.close()


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


def query_limits() -> "Limits":
    """What a question may use, as the settings say."""
    from footfall.engine.limits import Limits

    told = settings()
    return Limits(
        memory=f"{told.query_memory_megabytes}MB",
        spill=f"{told.query_disk_megabytes}MB",
        seconds=told.query_seconds,
    )


def cluster() -> "At | None":
    """Where large datasets are asked, as the settings say."""
    from footfall.engine.spark.cluster import At

    told = settings()
    return At(told.spark, told.spark_events, told.spark_memory_megabytes) if told.spark else None


def import_limits() -> "Limits":
    """What the merge of an import may use: the memory of a question, and the time of an import."""
    return replace(query_limits(), seconds=settings().import_seconds, doing="The import")


def _make_library(store: Store) -> None:
    entry = new_entry(LIBRARY_ID, FOOTFALL)
    store.write(lambda writing: journal.create_once(writing, "library", entry)).result()
