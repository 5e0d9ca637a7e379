"""A workspace with one map, and people who open it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from footfall.journey.changes import Actor
from footfall.service import maps
from footfall.service.workspace import Workspace, workspace
from footfall.sync.audience import Audience
from footfall.sync.session import serve
from tests.sync.replica import Replica
from tests.sync.wire import Wire

MAKER = Actor(id="maker", name="Maker")
MAP = "parcel"
RECORDS = {
    "map": {"type": "map", "title": "Parcel"},
    "card1": {"type": "card", "text": "opens the link"},
}


@dataclass
class Place:
    """A room with its audience, and the lines that were opened to it."""

    ws: Workspace
    audience: Audience
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def open(self) -> Wire:
        """A new line, served."""
        wire = Wire()
        task = asyncio.create_task(serve(wire, lambda _hello: self.audience))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return wire

    async def welcome(self, replica: Replica) -> Wire:
        """Open a line for a replica and read until it is welcome; its pending changes are sent again."""
        wire = self.open()
        wire.say(replica.hello())
        frame = await wire.hear()
        assert frame is not None
        for resend in replica.take(frame):
            wire.say(resend)
        return wire


async def follow(wire: Wire, replica: Replica, until_seq: int | None = None) -> None:
    """Read until nothing is pending and, if asked for, the replica has come to a seq."""
    while replica.pending or (until_seq is not None and (replica.seq or 0) < until_seq):
        frame = await wire.hear()
        assert frame is not None, "the line closed"
        for resend in replica.take(frame):
            wire.say(resend)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path / "data") as opened:
        maps.create(opened, MAKER, RECORDS, id=MAP)
        yield opened


@pytest.fixture
async def place(ws: Workspace) -> AsyncIterator[Place]:
    opened = Place(ws, Audience(ws.rooms.room(MAP), asyncio.get_running_loop()))
    ws.rooms.watch()
    yield opened
    for task in tuple(opened.tasks):
        task.cancel()
    await asyncio.gather(*opened.tasks, return_exceptions=True)
