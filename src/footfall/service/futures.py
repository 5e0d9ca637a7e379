"""Grow a future map out of a current one."""

from footfall.journey.changes import Actor
from footfall.journey.futures import grown
from footfall.service import maps
from footfall.service.workspace import Workspace


def grow(ws: Workspace, actor: Actor, id: str) -> str:
    """A new future map that begins as a map is now, with the same ids; its id. Raises NotFound."""
    return maps.create(ws, actor, grown(maps.read_records(ws, actor, id).records, id))
