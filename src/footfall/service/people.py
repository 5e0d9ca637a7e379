"""People: who has been here, under which name."""

import builtins
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict

from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace
from footfall.store import people


class SeenPerson(BaseModel):
    """Somebody who has opened something in this workspace."""

    model_config = ConfigDict(frozen=True)

    actor: Actor
    seen_at: datetime


def list(ws: Workspace, actor: Actor) -> builtins.list[SeenPerson]:  # noqa: ARG001 - every verb has an actor
    """Everybody who has been here, the latest first."""
    seen = ws.store.read(people.everybody)
    return [SeenPerson(actor=who, seen_at=at) for who, at in seen]


def remember(ws: Workspace, actor: Actor) -> None:
    """Write down that this actor is here; nobody waits for it."""
    at = datetime.now(UTC)
    ws.store.write(lambda writing: people.remember(writing, actor, at))
