"""Comments on a map."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Entry
from footfall.journey.threads import Thread, ThreadState
from footfall.service import comments
from footfall.service.comments import NewComment
from footfall.web.asking import Acting, Served
from footfall.web.routes.maps import Created

router = APIRouter(prefix="/maps", tags=["comments"])


class Resolved(BaseModel):
    """Whether a thread is done with."""

    model_config = ConfigDict(extra="forbid")

    resolved: bool = Field(description="True to resolve, false to reopen.")


@router.get("/{id}/comments")
def list_comments(
    ws: Served,
    actor: Acting,
    id: str,
    state: Annotated[ThreadState | None, Query(description="Only threads that stand like this.")] = None,
) -> list[Thread]:
    """The threads of a map, the oldest first; those whose target is gone are orphans."""
    return comments.list(ws, actor, id, state)


@router.post("/{id}/comments", status_code=201)
def say_comment(ws: Served, actor: Acting, id: str, new: Annotated[NewComment, Body()]) -> Created:
    """Say something about a map or a part of it, or answer."""
    return Created(id=comments.say(ws, actor, id, new))


@router.put("/{id}/comments/{comment}/resolved")
def resolve_comment(ws: Served, actor: Acting, id: str, comment: str, to: Annotated[Resolved, Body()]) -> Entry:
    """Resolve a thread, or reopen it."""
    return comments.resolve(ws, actor, id, comment, to.resolved)
