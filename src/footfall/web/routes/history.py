"""The history of a map: sittings, the map as it was, differences, named versions, and back."""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Entry
from footfall.journey.comparing import Difference
from footfall.journey.fields import LINE, PROSE
from footfall.service import history
from footfall.service.history import History
from footfall.web.asking import Acting, Served
from footfall.web.documents import DocumentJson, document_response
from footfall.web.routes.maps import Created

router = APIRouter(prefix="/maps", tags=["history"])

FARTHEST = 2**53  # what a JavaScript number holds exactly
Seq = Annotated[int, Path(ge=0, le=FARTHEST, description="An entry of the journal; 0 is before the first.")]


class NewVersion(BaseModel):
    """A name for a point in the journal."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=LINE, description="What people will call it.")
    note: str = Field("", max_length=PROSE, description="Why it is named.")
    seq: int | None = Field(None, ge=1, le=FARTHEST, description="The last entry that it includes; now without one.")


class Restored(BaseModel):
    """Which point to go back to."""

    model_config = ConfigDict(extra="forbid")

    seq: int = Field(ge=1, le=FARTHEST, description="The entry after which the map was as it shall be again.")


@router.get("/{id}/history")
def read_history(
    ws: Served,
    actor: Acting,
    id: str,
    before: Annotated[int | None, Query(ge=1, le=FARTHEST, description="Only sittings that ended before this seq.")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="Sittings at most.")] = 50,
) -> History:
    """Who worked on the map when, by person and sitting, and its named versions."""
    return history.read(ws, actor, id, before, limit)


@router.get("/{id}/at/{seq}", response_model=DocumentJson)
def read_map_at(ws: Served, actor: Acting, id: str, seq: Seq) -> Response:
    """The map's records as they were after one entry of its journal."""
    return document_response(history.at(ws, actor, id, seq))


@router.get("/{id}/differences")
def read_differences(
    ws: Served,
    actor: Acting,
    id: str,
    since: Annotated[int, Query(ge=0, le=FARTHEST, description="The map after this entry ...")],
    until: Annotated[int | None, Query(ge=0, le=FARTHEST, description="... and after this one; now without.")] = None,
    by: Annotated[str, Query(max_length=64, description="Only what this actor touched.")] = "",
) -> tuple[Difference, ...]:
    """What differs between two points of the map's journal, by stage and lane, as data and in words."""
    return history.differences(ws, actor, id, since, until, by)


@router.get("/{id}/differences/{other}")
def read_differences_between(ws: Served, actor: Acting, id: str, other: str) -> tuple[Difference, ...]:
    """What another map has differently, such as a future map beside its current one."""
    return history.between(ws, actor, id, other)


@router.post("/{id}/versions", status_code=201)
def name_version(ws: Served, actor: Acting, id: str, new: Annotated[NewVersion, Body()]) -> Created:
    """Name a point in the journal."""
    return Created(id=history.name_version(ws, actor, id, new.name, new.seq, new.note))


@router.post("/{id}/restore")
def restore_map(ws: Served, actor: Acting, id: str, to: Annotated[Restored, Body()]) -> Entry:
    """Make the map as it was, by one new change on top; comments and versions stay."""
    return history.restore(ws, actor, id, to.seq)
