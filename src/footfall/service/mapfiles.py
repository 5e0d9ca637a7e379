"""A map file taken into a workspace: its map becomes a new map, what its library lacks is added to the library."""

from uuid_utils import uuid7

from footfall.journey import text
from footfall.journey.changes import Actor, Change, Op, Put, Records
from footfall.service import library, maps
from footfall.service.workspace import Workspace


def take_in(ws: Workspace, actor: Actor, content: str) -> str:
    """A new map from the text of a `*.journey.yaml`; its id. Raises InvalidMapFile.

    A record that the library already has under the same id stays as it is: other maps stand on it.
    """
    file = text.read(content)
    _add_to_library(ws, actor, file.library)
    return maps.create(ws, actor, file.records)


def _add_to_library(ws: Workspace, actor: Actor, records: Records) -> None:
    known = library.read_records(ws, actor).records
    puts: tuple[Op, ...] = tuple(Put(id=id, record=record) for id, record in records.items() if id not in known)
    if puts:
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
