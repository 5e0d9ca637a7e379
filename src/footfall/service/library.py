"""The library: what all maps of the workspace share."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor, Change, Entry
from footfall.journey.document import LibraryDocument
from footfall.journey.uses import Uses
from footfall.service import datasets, maps
from footfall.service.authorize import Action, authorize
from footfall.service.changing import DocumentState, change_document, state_of
from footfall.service.workspace import LIBRARY_ID, Workspace


class MapUses(Uses):
    """How often one map names the record, and which map that is."""

    map: str = Field(description="The id of the map.")
    title: str = Field(description="Its title.")


class LibraryUsage(BaseModel):
    """Where the maps use what the library holds."""

    model_config = ConfigDict(frozen=True)

    uses: dict[str, tuple[MapUses, ...]] = Field(
        description="By the id of a record of the library, the maps that name it; a record that none names is absent."
    )


def read(ws: Workspace, actor: Actor) -> LibraryDocument:
    """The library with typed records."""
    return LibraryDocument(read_records(ws, actor).records, datasets.ids(ws))


def read_records(ws: Workspace, actor: Actor) -> DocumentState:
    """The library as plain JSON records, with its seq."""
    return state_of(ws, authorize(ws, actor, Action.READ, LIBRARY_ID, "library").id)


def change(ws: Workspace, actor: Actor, change: Change) -> Entry:
    """Take a change to the library; returns when it is durable. Raises InvalidChange, StorageFailed."""
    return change_document(ws, actor, authorize(ws, actor, Action.EDIT, LIBRARY_ID, "library").id, change)


def usage(ws: Workspace, actor: Actor) -> LibraryUsage:
    """Which maps name which records of the library, counted over the maps that the actor may read."""
    authorize(ws, actor, Action.READ, LIBRARY_ID, "library")
    found: dict[str, list[MapUses]] = {}
    for using in maps.using(ws, actor):
        for id, uses in using.uses.items():
            found.setdefault(id, []).append(MapUses(map=using.id, title=using.title, **uses.model_dump()))
    return LibraryUsage(uses={id: tuple(uses) for id, uses in found.items()})
