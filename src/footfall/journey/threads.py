"""Threads: the comments of a map, each first one with its answers and with what has become of its target."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.comparing import named
from footfall.journey.document import MapDocument
from footfall.journey.records import Comment


class ThreadState(StrEnum):
    """How a thread stands."""

    OPEN = "open"
    RESOLVED = "resolved"
    ORPHAN = "orphan"  # open, and what it was about is gone


class Thread(BaseModel):
    """One remark and what was answered to it, the oldest first."""

    model_config = ConfigDict(frozen=True)

    id: str
    state: ThreadState
    about: str = Field(description="What its target is called; empty when that is gone.")
    comment: Comment
    answers: dict[str, Comment] = {}


def threads(document: MapDocument) -> list[Thread]:
    """All threads, the oldest first; an answer whose first comment is gone begins a thread of its own."""
    comments = document.comments
    first = {id: comment for id, comment in comments.items() if comment.thread not in comments}
    return [_thread(document, id, comment) for id, comment in first.items()]


def _thread(document: MapDocument, id: str, comment: Comment) -> Thread:
    answers = {key: answer for key, answer in document.comments.items() if answer.thread == id and key != id}
    return Thread(
        id=id, state=state(document, comment), about=about(document, comment), comment=comment, answers=answers
    )


def state(document: MapDocument, comment: Comment) -> ThreadState:
    """How the thread of a first comment stands."""
    if comment.resolved:
        return ThreadState.RESOLVED
    return ThreadState.OPEN if is_anchored(document, comment) else ThreadState.ORPHAN


def is_anchored(document: MapDocument, comment: Comment) -> bool:
    """Whether what a comment is about is still on the map; a card in the tray is."""
    records = document.records
    return comment.target in records and (not comment.step or comment.step in records)


def about(document: MapDocument, comment: Comment) -> str:
    """What the target of a comment is called."""
    if not is_anchored(document, comment):
        return ""
    ids = [id for id in (comment.target, comment.step) if id]
    return ", ".join(named(document.records[id].model_dump(mode="json")) or id for id in ids)
