"""Sittings: the entries of a journal, grouped by who worked and for how long without a pause."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor

PAUSE = timedelta(minutes=30)  # a longer one begins a new sitting


class Signed(Protocol):
    """An entry, as far as a sitting needs it."""

    @property
    def seq(self) -> int:
        """Its place in the journal."""

    @property
    def actor(self) -> Actor:
        """Who made it."""

    @property
    def at(self) -> datetime:
        """When it was made."""


class Sitting(BaseModel):
    """What one person did without a pause of more than 30 minutes; others may have worked beside them."""

    model_config = ConfigDict(frozen=True)

    actor: Actor
    first: int = Field(description="The seq of its first entry.")
    last: int = Field(description="The seq of its last entry.")
    begin: datetime
    end: datetime
    changes: int = Field(description="How many entries it has.")


def sittings(entries: Iterable[Signed]) -> list[Sitting]:
    """The sittings of entries that come newest first; the one that ended last stands first."""
    done: list[Sitting] = []
    open_: dict[str, Sitting] = {}
    for entry in entries:
        current = open_.get(entry.actor.id)
        if current is not None and current.begin - entry.at <= PAUSE:
            open_[entry.actor.id] = _longer(current, entry)
            continue
        done += [current] if current else []
        open_[entry.actor.id] = Sitting(
            actor=entry.actor, first=entry.seq, last=entry.seq, begin=entry.at, end=entry.at, changes=1
        )
    return sorted([*done, *open_.values()], key=lambda sitting: -sitting.last)


def _longer(sitting: Sitting, entry: Signed) -> Sitting:
    return sitting.model_copy(update={"first": entry.seq, "begin": entry.at, "changes": sitting.changes + 1})
