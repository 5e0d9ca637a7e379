"""Statements about who has been here."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from footfall.journey.changes import Actor
from footfall.store.tables import People


def remember(connection: Connection, actor: Actor, at: datetime) -> None:
    """Write down that this actor is here, under this name."""
    known = update(People).where(People.id == actor.id).values(name=actor.name, seen_at=at)
    if connection.execute(known).rowcount == 0:
        new = {"id": actor.id, "name": actor.name, "first_at": at, "seen_at": at}
        connection.execute(insert(People), new)


def everybody(connection: Connection) -> list[tuple[Actor, datetime]]:
    """All actors and when each was last seen, the latest first."""
    rows = connection.execute(select(People).order_by(People.seen_at.desc(), People.id))
    return [(Actor(id=row.id, name=row.name), row.seen_at) for row in rows]
