"""Comments on a map: list the threads, say something, resolve and reopen."""

import builtins
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.journey.changes import Actor, Change, Entry, Put, Set
from footfall.journey.document import MapDocument
from footfall.journey.fields import MANY, PROSE, OptionalId, RecordId
from footfall.journey.records import HEADER_ID, Comment
from footfall.journey.settling import sparse
from footfall.journey.threads import Thread, ThreadState, threads
from footfall.service import maps
from footfall.service.workspace import Workspace


class NewComment(BaseModel):
    """What somebody wants to say."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=PROSE, description="What is said, in light Markdown.")
    target: RecordId = Field(HEADER_ID, description="The record that it is about; the whole map without one.")
    step: OptionalId = Field("", description="With a lane as target: the step, for one cell.")
    thread: OptionalId = Field("", description="The comment that it answers; its target counts then.")
    mentions: tuple[RecordId, ...] = Field((), max_length=MANY, description="The actors who are spoken to.")


def list(ws: Workspace, actor: Actor, id: str, state: ThreadState | None = None) -> builtins.list[Thread]:
    """The threads of a map, the oldest first. Raises NotFound."""
    found = threads(maps.read(ws, actor, id))
    return [thread for thread in found if state in (None, thread.state)]


def say(ws: Workspace, actor: Actor, id: str, new: NewComment) -> str:
    """Put a comment on a map; its id. Raises NotFound when its target or thread is not there."""
    document = maps.read(ws, actor, id)
    target, step = _anchor(document, new)
    comment = Comment(
        target=target,
        step=step,
        thread=new.thread,
        text=new.text,
        author=actor.id,
        author_name=actor.name,
        at=datetime.now(UTC),
        mentions=new.mentions,
    )
    made = f"c{uuid7().hex}"
    _change(ws, actor, id, Put(id=made, record={"type": "comment"} | sparse(comment)))
    return made


def resolve(ws: Workspace, actor: Actor, id: str, comment: str, resolved: bool = True) -> Entry:
    """Say that a thread is done with, or reopen it. Raises NotFound."""
    if comment not in maps.read(ws, actor, id).comments:
        raise NotFound(f"The map has no comment '{comment}'.")
    return _change(ws, actor, id, Set(id=comment, field="resolved", value=resolved))


def _anchor(document: MapDocument, new: NewComment) -> tuple[str, str]:
    """What the comment is about: for an answer, what its thread is about."""
    if new.thread:
        first = document.comments.get(new.thread)
        if first is None or first.thread:
            raise NotFound(f"No thread begins with a comment '{new.thread}'.", todo="Answer the first of a thread.")
        return first.target, first.step
    for id in (new.target, new.step):
        if id and id not in document.records:
            raise NotFound(f"The map has nothing under the id '{id}' to comment on.")
    return new.target, new.step


def _change(ws: Workspace, actor: Actor, id: str, op: Put | Set) -> Entry:
    return maps.change(ws, actor, id, Change(id=str(uuid7()), ops=(op,)))
