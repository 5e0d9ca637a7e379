"""Maps and the changes to them."""

from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Body, File, Form, Query, UploadFile
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest
from footfall.journey.changes import Actor, Change, Entry
from footfall.journey.fields import LINE
from footfall.journey.records import MapRecord
from footfall.service import futures, map_checks, mapfiles, maps, nesting, portfolio_boards, templates
from footfall.service.map_checks import CheckedMap
from footfall.service.futures import CarriedTargets, Roadmap
from footfall.service.mapfiles import TakenIn, Understood
from footfall.service.maps import MapSummary
from footfall.service.nesting import Nesting
from footfall.service.exports import BoardFormat
from footfall.service.workspace import Workspace
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent
from footfall.web.documents import DocumentJson, document_response

router = APIRouter(prefix="/maps", tags=["maps"])


class NewMap(BaseModel):
    """A map to be made: from its records, or from a template; without a header it gets one."""

    model_config = ConfigDict(extra="forbid")

    records: dict[str, MapRecord] = Field({}, description="The map's records by id.")
    template: str = Field("", max_length=64, description="The id of the template that it begins with.")
    language: str = Field("en", max_length=35, description="The language of a shipped template.")
    title: str = Field("", max_length=LINE, description="The map's title, instead of the template's name.")


class Created(BaseModel):
    """What was made."""

    id: str


@router.get("")
def list_maps(ws: Served, actor: Acting) -> list[MapSummary]:
    """All maps, the last changed first, with what a picture of each needs."""
    return maps.list(ws, actor)


@router.post("", status_code=201)
def create_map(ws: Served, actor: Acting, new: Annotated[NewMap, Body()]) -> Created:
    """Make a map, or begin one with a template."""
    if new.template:
        return Created(id=_begun(ws, actor, new))
    records = {id: record.model_dump(mode="json", exclude_unset=True) for id, record in new.records.items()}
    return Created(id=maps.create(ws, actor, records))


def _begun(ws: Workspace, actor: Actor, new: NewMap) -> str:
    if new.records:
        raise InvalidRequest("The map was to have records and a template.", "A map is made from one of the two.")
    return templates.begin(ws, actor, new.template, new.language, new.title)


MapUpload = Annotated[UploadFile, File(description="A map file: *.journey.yaml, or one of another tool.")]
AsFormat = Annotated[str, Form(max_length=40, description="Its format, where its content leaves that open.")]

OverMap = Annotated[str, Form(max_length=64, description="A map that would become what the file says.")]


@router.post("/import/look")
def look_at_map(
    ws: Served, actor: Acting, file: MapUpload, format: AsFormat = "", over: OverMap = ""
) -> Understood:
    """What a map file holds, and what could not be placed; nothing is made."""
    return mapfiles.understand(ws, actor, *_named(file), format, over)


@router.post("/import", status_code=201)
def import_map(ws: Served, actor: Acting, file: MapUpload, format: AsFormat = "") -> TakenIn:
    """Make maps from a file; what the library lacks is added to it."""
    return mapfiles.take_in(ws, actor, *_named(file), format)


@router.post("/{id}/import")
def import_over_map(ws: Served, actor: Acting, id: str, file: MapUpload, format: AsFormat = "") -> TakenIn:
    """Make a map what a file says, in one change; comments and versions stay, and its history has what it was."""
    return mapfiles.bring_back(ws, actor, id, mapfiles.brought(*_named(file), format))


def _named(file: UploadFile) -> tuple[str, bytes]:
    return PurePath(file.filename or "map").name, file.file.read()


class NewCopy(BaseModel):
    """A copy of a map to be made."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field("", max_length=LINE, description="The copy's title, instead of the map's own.")


@router.post("/{id}/copy", status_code=201)
def copy_map(ws: Served, actor: Acting, id: str, new: Annotated[NewCopy, Body()]) -> Created:
    """Make a map with all that this one holds but its comments and versions."""
    return Created(id=maps.copy(ws, actor, id, new.title))


@router.get("/{id}", response_model=DocumentJson)
def read_map(ws: Served, actor: Acting, id: str) -> Response:
    """A map's records and how far its journal is."""
    return document_response(maps.read_records(ws, actor, id))


@router.get("/{id}/checks")
def read_checks(ws: Served, actor: Acting, id: str, language: Speaking = "en") -> CheckedMap:
    """What the checks find in the map, under the rules of the workspace."""
    return map_checks.read(ws, actor, id, language)


@router.get("/{id}/nesting")
def read_nesting(ws: Served, actor: Acting, id: str) -> Nesting:
    """What the steps of the map open, with the customers who roll up, and the steps of other maps that open it."""
    return nesting.of_map(ws, actor, id)


@router.post("/{id}/changes")
def change_map(ws: Served, actor: Acting, id: str, change: Change) -> Entry:
    """Change a map; answered when the change is durable. Sent again, it is answered and not taken again."""
    return maps.change(ws, actor, id, change)


@router.post("/{id}/future", status_code=201)
def grow_future_map(ws: Served, actor: Acting, id: str) -> Created:
    """Begin a future map as this map is now; records keep their ids, so that the two can be laid beside each other."""
    return Created(id=futures.grow(ws, actor, id))


@router.post("/{id}/targets")
def carry_targets(ws: Served, actor: Acting, id: str) -> CarriedTargets:
    """Make the targets of a future map those of the current map's measures that ask the same question."""
    return futures.carry_targets(ws, actor, id)


@router.get("/{id}/roadmap")
def read_roadmap(ws: Served, actor: Acting, id: str) -> Roadmap:
    """The opportunities that this map or the one it grew from names, by when they are taken up."""
    return futures.roadmap(ws, actor, id)


@router.get("/{id}/roadmap/export", response_class=Response)
def export_roadmap(
    ws: Served,
    actor: Acting,
    id: str,
    format: Annotated[BoardFormat, Query(description="As what.")] = BoardFormat.PDF,
    language: Speaking = "en",
) -> Response:
    """The roadmap as PDF, SVG, PNG or CSV."""
    return sent(portfolio_boards.export_roadmap(ws, actor, id, format, language))


@router.delete("/{id}", status_code=204)
def delete_map(ws: Served, actor: Acting, id: str) -> None:
    """Take a map away."""
    maps.delete(ws, actor, id)
