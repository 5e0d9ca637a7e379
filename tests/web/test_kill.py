"""Rules L1 and L2: a server killed at any moment loses no acknowledged change and doubles none."""

import asyncio
import os
import random
from collections import Counter
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from footfall.journey.changes import Actor, Put, Records, Set, apply
from footfall.service import maps
from footfall.service.workspace import workspace
from footfall.store import journal
from tests.sync.replica import Replica
from tests.web.real import PATIENCE, Running, start

MAKER = Actor(id="maker", name="Maker")
MAP = "parcel"
KILLS = 30
CLIENTS = 4
START: Records = {
    "map": {"type": "map", "title": "Parcel"},
    **{f"shared{n}": {"type": "card", "text": "shared"} for n in range(3)},
}


class Typist:
    """Edits without a pause; whenever the server dies, connects to the next one and sends again what is pending."""

    def __init__(self, name: str, seed: int) -> None:
        self.replica = Replica(name)
        self.dice = random.Random(seed)
        self.made = 0
        self.ending = False

    async def work(self, address: "asyncio.Queue[str]") -> None:
        while True:
            try:
                async with connect(await address.get(), compression=None, max_size=None) as line:
                    if await self.visit(line):
                        return
            except (ConnectionClosed, InvalidHandshake, OSError):
                continue

    async def visit(self, line: ClientConnection) -> bool:
        """Edit until the line breaks; whether everything is done."""
        await line.send(self.replica.hello())
        while True:
            while self.replica.seq is not None and not self.ending and len(self.replica.pending) < 10:
                await line.send(self.edit())
            try:
                async with asyncio.timeout(self.dice.random() * 0.006):
                    frame = str(await line.recv())
            except TimeoutError:
                if self.ending and not self.replica.pending:
                    return True
                continue
            for resend in self.replica.take(frame):
                await line.send(resend)

    def edit(self) -> str:
        self.made += 1
        mark = f"{self.replica.actor.id}-{self.made}"
        if self.dice.random() < 0.5:
            return self.replica.edit(Put(id=mark, record={"type": "card", "text": mark}))
        card = f"shared{self.dice.randrange(3)}"
        base = str(self.replica.confirmed[card].get("text", ""))
        return self.replica.edit(Set(id=card, field="text", value=f"{base[-60:]} {mark}", base=base))


@pytest.mark.slow
async def test_thirty_kills_at_random_moments_lose_no_acknowledged_change_and_double_none(tmp_path: Path) -> None:
    seed = int(os.environ.get("FOOTFALL_SEED", random.randrange(10**9)))
    print("seed", seed)
    dice = random.Random(seed)
    with workspace(tmp_path) as ws:
        maps.create(ws, MAKER, START, id=MAP)
    typists = [Typist(f"typist{n}", dice.randrange(10**9)) for n in range(CLIENTS)]
    addresses: list[asyncio.Queue[str]] = [asyncio.Queue() for _ in typists]
    working = [asyncio.create_task(who.work(at)) for who, at in zip(typists, addresses, strict=True)]
    for _ in range(KILLS):
        running = await begin(tmp_path, addresses)
        await editing(typists)
        await asyncio.sleep(dice.random() * 0.5)
        await asyncio.to_thread(running.kill)
    last = await begin(tmp_path, addresses)
    for who in typists:
        who.ending = True
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*working)
    await asyncio.to_thread(last.kill)
    agree(tmp_path, typists)


async def editing(typists: list[Typist]) -> None:
    """Wait until this server has acknowledged changes, however busy the machine is."""
    before = acknowledged_by(typists)
    async with asyncio.timeout(PATIENCE):
        while acknowledged_by(typists) < before + 4:
            await asyncio.sleep(0.005)


def acknowledged_by(typists: list[Typist]) -> int:
    return sum(len(who.replica.acknowledged) for who in typists)


async def begin(folder: Path, addresses: "list[asyncio.Queue[str]]") -> Running:
    """Start a server and tell everybody where."""
    running = await asyncio.to_thread(start, folder)
    for queue in addresses:
        while not queue.empty():
            queue.get_nowait()
        for _ in range(3):  # a line may be refused while the server is being killed
            queue.put_nowait(f"{running.socket}/{MAP}/live")
    return running


def agree(folder: Path, typists: list[Typist]) -> None:
    """Compare the journal on the disk with what each client was told."""
    with workspace(folder) as ws:
        entries = ws.store.read(lambda reading: journal.entries_since(reading, MAP, 0))
        final = maps.read_records(ws, MAKER, MAP).records
    acknowledged = [change for who in typists for change in who.replica.acknowledged]
    times_taken = Counter(entry.id for entry in entries)
    print(len(acknowledged), "changes acknowledged over", KILLS, "kills;", len(entries), "entries in the journal")
    assert len(acknowledged) == sum(who.made for who in typists) > 3 * KILLS
    assert {change: times_taken[change] for change in acknowledged if times_taken[change] != 1} == {}
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert all(who.replica.refused == [] for who in typists)
    replayed: Records = {}
    for entry in entries:
        replayed = apply(replayed, entry.ops)
    assert replayed == final
    for who in typists:
        behind = [entry for entry in entries if entry.seq > (who.replica.seq or 0)]
        caught_up = who.replica.confirmed
        for entry in behind:
            caught_up = apply(caught_up, entry.ops)
        assert caught_up == final
