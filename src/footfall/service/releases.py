"""Releases: what somebody, or a webhook, announces that changed for customers, so that older evidence may be stale."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import InvalidRequest
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.document import LibraryDocument
from footfall.journey.fields import LINE, PROSE, URL, RecordId
from footfall.journey.records.release import Release
from footfall.service import library
from footfall.service.workspace import Workspace


class NewRelease(BaseModel):
    """What is announced."""

    model_config = ConfigDict(extra="forbid")

    id: RecordId = Field(description="Its id, such as a tag or a commit; announced again under it, nothing changes.")
    name: str = Field(min_length=1, max_length=LINE, description="What was released.")
    text: str = Field("", max_length=PROSE, description="What changed for customers.")
    at: date | None = Field(None, description="The day of it; today when empty.")
    touchpoints: tuple[str, ...] = Field(
        (), max_length=200, description="What it changed: ids or names of touchpoints of the library; none means all."
    )
    url: str = Field("", pattern=URL, max_length=2_000, description="Its notes: https, http or mailto.")


class Announced(BaseModel):
    """A release as the library holds it."""

    model_config = ConfigDict(frozen=True)

    id: str
    is_new: bool = Field(description="Whether it was not there before.")
    release: Release


def announce(ws: Workspace, actor: Actor, new: NewRelease, today: date) -> Announced:
    """Put a release into the library; one that is there under its id stays as it is.

    Raises InvalidRequest for touchpoints that the library does not have, StorageFailed.
    """
    held = library.read(ws, actor)
    if new.id in held.releases:
        return Announced(id=new.id, is_new=False, release=held.releases[new.id])
    if new.id in library.read_records(ws, actor).records:
        raise InvalidRequest(f"'{new.id}' is the id of something else in the library.", "A release has its own.")
    fields = new.model_dump(mode="json", exclude={"id"}) | {"at": (new.at or today).isoformat()}
    record = {"type": "release"} | fields | {"touchpoints": [_touchpoint(held, one) for one in new.touchpoints]}
    library.change(ws, actor, Change(id=str(uuid7()), ops=(Put(id=new.id, record=record),)))
    return Announced(id=new.id, is_new=True, release=Release.model_validate(record))


def _touchpoint(held: LibraryDocument, named: str) -> str:
    """The id of a touchpoint that is named by its id or by its name."""
    names = {one.name.casefold(): id for id, one in held.touchpoints.items()}
    id = named if named in held.touchpoints else names.get(named.strip().casefold())
    if id is None:
        known = ", ".join(one.name for one in list(held.touchpoints.values())[:10])
        raise InvalidRequest(f"The library has no touchpoint '{named}'.", f"It has: {known or 'none yet'}.")
    return id
