"""Rule L8: whatever happens to the lines, all replicas end equal, and every change was taken exactly once."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.journey.changes import Change, Drop, Op, Put, Set
from footfall.journey.document import MapDocument
from footfall.service import maps
from footfall.service.workspace import workspace
from footfall.store import journal
from footfall.sync import audience as audiences
from footfall.sync.audience import Audience
from tests.sync.conftest import MAKER, MAP, Place
from tests.sync.replica import Replica
from tests.sync.wire import Wire

CARDS = [f"card{number}" for number in range(6)]
STEPS = [f"step{number}" for number in range(3)]
START: dict[str, dict[str, Any]] = {
    "map": {"type": "map", "title": "Parcel"},
    "lane": {"type": "lane", "kind": "actions"},
    "stage": {"type": "stage", "name": "Wait"},
    **{step: {"type": "step", "stage": "stage"} for step in STEPS},
    **{card: {"type": "card", "lane": "lane", "step": STEPS[0], "text": f"the text of {card}"} for card in CARDS},
}


class Person:
    """A replica with a bad line and an unsteady hand."""

    def __init__(self, place: Place, name: str, dice: random.Random) -> None:
        self.place, self.dice = place, dice
        self.replica = Replica(name)
        self.wire: Wire | None = None

    async def work(self, edits: int) -> None:
        for _ in range(edits):
            await self.read(self.dice.random() * 0.004)
            frame = self.replica.edit(*self.ops())
            if self.wire is not None:
                for _ in range(self.dice.choice([1, 1, 1, 2])):  # some are sent twice
                    self.wire.say(frame)
            if self.dice.random() < 0.1:
                self.drop_line()
            if self.wire is None and self.dice.random() < 0.5:
                await self.connect()

    async def connect(self) -> None:
        self.wire = self.place.open()
        self.wire.say(self.replica.hello())

    def drop_line(self) -> None:
        """The line breaks: what is on its way is lost, or was taken without a word of it."""
        if self.wire is not None:
            self.wire.cut()
            self.wire = None

    async def read(self, seconds: float) -> None:
        """Wait a little, then take what has come."""
        await asyncio.sleep(seconds)
        while self.wire is not None and (frame := self.wire.came()) is not None:
            for resend in self.replica.take(frame):
                self.wire.say(resend)
        if self.wire is not None and self.wire.is_cut:
            self.wire = None

    async def settle(self, seq: int) -> None:
        """Come back and read until nothing is pending and all was heard."""
        if self.wire is None:
            await self.connect()
        assert self.wire is not None
        while self.replica.pending or (self.replica.seq or 0) < seq:
            frame = await self.wire.hear(20)
            assert frame is not None
            for resend in self.replica.take(frame):
                self.wire.say(resend)

    def ops(self) -> list[Op]:
        return [self.op() for _ in range(self.dice.choice([1, 1, 1, 2, 3]))]

    def op(self) -> Op:
        seen = self.replica.confirmed or START
        card = self.dice.choice(CARDS)
        step, tags = self.dice.choice(STEPS), self.dice.sample("abcdef", 2)
        choices: list[Op] = [
            Drop(id=card),
            Put(id=card, record={"type": "card", "lane": "lane", "step": step, "text": "new"}),
            Set(id=card, field="step", value=step),
            Set(id=card, field="tags", value=list(tags), base=seen.get(card, {}).get("tags")),
            Drop(id=self.dice.choice(STEPS[1:])),
            Put(id=self.dice.choice(STEPS[1:]), record={"type": "step", "stage": "stage"}),
            *[self.typing(card, str(seen.get(card, {}).get("text", "")))] * 2,
        ]
        return self.dice.choice(choices)

    def typing(self, card: str, base: str) -> Op:
        words = base.split(" ")[:12]
        words.insert(self.dice.randrange(len(words) + 1), self.dice.choice(["red", "quick", "late", "📦"]))
        return Set(id=card, field="text", value=" ".join(words), base=base)


@pytest.mark.parametrize("seed", range(12))
async def test_all_replicas_end_equal_whatever_happens_to_their_lines(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print("seed", seed)
    dice = random.Random(seed)
    monkeypatch.setattr(audiences, "CATCH_UP", dice.choice([3, 1000]))  # both ways to come back
    with workspace(tmp_path) as ws:
        maps.create(ws, MAKER, START, id=MAP)
        ws.rooms.watch()
        place = Place(ws, Audience(ws.rooms.room(MAP), asyncio.get_running_loop()))
        people = [Person(place, f"person{n}", random.Random(dice.random())) for n in range(dice.randint(2, 8))]
        for person in people:
            await person.connect()
        await asyncio.gather(*(person.work(dice.randint(10, 25)) for person in people))
        await asyncio.gather(*(person.settle(0) for person in people))
        await asyncio.gather(*(person.settle(place.audience.room.seq) for person in people))

        final = maps.read_records(ws, MAKER, MAP)
        assert [(person.replica.seq, person.replica.confirmed) for person in people] == [
            (final.seq, final.records) for _ in people
        ]
        assert [(person.replica.failures, person.replica.refused) for person in people] == [([], []) for _ in people]
        entries = ws.store.read(lambda reading: journal.entries_since(reading, MAP, 0))
        assert [entry.seq for entry in entries] == list(range(1, final.seq + 1))
        assert max(Counter(entry.id for entry in entries).values()) == 1
        each_card_is_in_one_place(maps.read(ws, MAKER, MAP))
        for task in tuple(place.tasks):
            task.cancel()
        await asyncio.gather(*place.tasks, return_exceptions=True)


def each_card_is_in_one_place(document: MapDocument) -> None:
    placed = [id for lane in document.lanes for step in document.steps for id in document.cards_in(lane, step)]
    assert sorted([*placed, *document.tray]) == sorted(document.cards)


async def test_two_servers_on_one_folder_lead_to_one_document(tmp_path: Path) -> None:
    """The command line beside a server, or two servers by mistake: the journal stays one."""
    with workspace(tmp_path) as here, workspace(tmp_path) as there:
        maps.create(here, MAKER, START, id=MAP)
        dice = random.Random(7)
        rooms = [here.rooms.room(MAP), there.rooms.room(MAP)]
        asked = [
            rooms[dice.randrange(2)].ask(
                MAKER, Change(id=str(uuid7()), ops=(Put(id=f"c{number}", record={"type": "card"}),))
            )
            for number in range(120)
        ]
        receipts = [await asyncio.wrap_future(each) for each in asked]
        assert sorted(receipt.seq for receipt in receipts) == list(range(2, 122))
        assert maps.read_records(here, MAKER, MAP) == maps.read_records(there, MAKER, MAP)
