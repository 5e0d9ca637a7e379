"""The workspace as a whole."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from footfall import __version__
from footfall.service import maps, people
from footfall.service.people import SeenPerson
from footfall.sync.protocol import VERSION
from footfall.web.asking import Acting, Served

router = APIRouter(tags=["workspace"])


class WorkspaceInfo(BaseModel):
    """What a client has to know before anything else."""

    model_config = ConfigDict(frozen=True)

    version: str = Field(description="The version of Footfall that serves.")
    protocol: int = Field(description="The version of the WebSocket protocol.")
    maps: int = Field(description="How many maps there are.")


@router.get("/workspace")
def read_workspace(ws: Served, actor: Acting) -> WorkspaceInfo:
    """Which server this is, and how much is in it."""
    return WorkspaceInfo(version=__version__, protocol=VERSION, maps=len(maps.list(ws, actor)))


@router.get("/people")
def list_people(ws: Served, actor: Acting) -> list[SeenPerson]:
    """Everybody who has been here, the latest first."""
    return people.list(ws, actor)
