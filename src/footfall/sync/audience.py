"""Everybody who has one document open here: what happens in its room goes to all of them, in few frames."""

import asyncio
import json
from collections.abc import Callable, Iterable
from contextlib import suppress

from footfall.errors import FootfallError, NotFound
from footfall.journey.changes import Actor, Entry, Records
from footfall.sync.outbox import Outbox
from footfall.sync.protocol import Cell, Failed, People, Person, problem_of
from footfall.sync.room import Room

BATCH_SECONDS = 0.004  # entries of this time share a frame
CROWD_SECONDS = 0.0005  # for each client between two frames to all: what a crowd does comes in fewer frames
PRESENCE_SECONDS = 0.05
PRESENCE_CROWD_SECONDS = 0.004  # the same for who is where: each such frame holds everybody
CATCH_UP = 1000  # entries that a returning client is given one by one; more, and it gets the whole
GONE = 4404  # close code: the document is not here (any more)


class Client:
    """One open line: who is there, how far it has been told, and what waits for it."""

    def __init__(self, id: str, actor: Actor) -> None:
        self.id = id
        self.actor = actor
        self.cell: Cell | None = None
        self.editing = False
        self.seq = 0
        self.outbox = Outbox()

    @property
    def person(self) -> Person:
        """This client as the others see it."""
        return Person(client=self.id, actor=self.actor, cell=self.cell, editing=self.editing)

    def tell(self, entries: list[Entry], frame: Callable[[], str]) -> None:
        """Queue entries of which some may be known already; `frame` holds all of them."""
        if entries[0].seq == self.seq + 1:
            self.outbox.put(frame())
        elif later := [entry for entry in entries if entry.seq > self.seq]:
            self._tell_some(later)
        self.seq = max(self.seq, entries[-1].seq)

    def _tell_some(self, later: list[Entry]) -> None:
        if later[0].seq == self.seq + 1:
            self.outbox.put(entries_frame(later))
        else:
            self.outbox.fall_behind()


class Audience:
    """Listens to a room on whichever thread, speaks to its clients on one event loop."""

    def __init__(self, room: Room, loop: asyncio.AbstractEventLoop) -> None:
        self.room = room
        self._loop = loop
        self._clients: dict[str, Client] = {}
        self._heard: list[Entry] = []
        self._flushing: asyncio.TimerHandle | None = None
        self._announcing: asyncio.TimerHandle | None = None
        self._flushed = -1.0
        self._whole: tuple[int, str] = (-1, "")

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here."""
        return not self._clients

    # The room speaks, on any thread.

    def heard(self, entry: Entry) -> None:
        """Tell everybody within the batch time."""
        self._on_loop(self._collect, entry)

    def failed(self, error: FootfallError) -> None:
        """Tell everybody at once; when the document is gone, close the lines."""
        self._on_loop(self._say_failed, error)

    def recovered(self) -> None:
        """Give everybody the whole; they send again what is pending."""
        self._on_loop(self._give_everybody_the_whole)

    # Clients come, move and go, on the loop.

    def enter(self, client: Client, since: int | None) -> None:
        """Welcome a client, with what it misses after `since`."""
        if self.is_empty:
            self.room.join(self)
        self._clients[client.id] = client
        client.outbox.put(self._welcome(client, since))
        if self.room.problem is not None:
            client.outbox.put(failed_frame(self.room.problem))
        self.announce()

    def leave(self, client: Client) -> None:
        """A client's line is closed."""
        self._clients.pop(client.id, None)
        self.announce()
        if self.is_empty:
            self.room.leave(self)

    def announce(self) -> None:
        """Tell everybody soon who is where."""
        if self._announcing is None:
            wait = max(PRESENCE_SECONDS, PRESENCE_CROWD_SECONDS * len(self._clients))
            self._announcing = self._loop.call_later(wait, self._announce)

    def flush(self) -> None:
        """Send now what was heard and waits for its batch."""
        entries, self._heard = self._heard, []
        if self._flushing is not None:
            self._flushing.cancel()
            self._flushing = None
        if entries:
            self._flushed = self._loop.time()
            frame = _once(lambda: entries_frame(entries))
            for client in self._clients.values():
                client.tell(entries, frame)

    def reset_frame(self, client: Client) -> str:
        """The whole document, for a client that fell behind."""
        client.seq, records = self._records()
        return f'{{"type":"reset","seq":{client.seq},"records":{records}}}'

    def _on_loop(self, say: Callable[..., None], *told: object) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server stops and nobody listens
            self._loop.call_soon_threadsafe(say, *told)

    def _collect(self, entry: Entry) -> None:
        self._heard.append(entry)
        if self._flushing is None:
            pace = self._flushed + CROWD_SECONDS * len(self._clients) - self._loop.time()
            self._flushing = self._loop.call_later(max(BATCH_SECONDS, pace), self.flush)

    def _say_failed(self, error: FootfallError) -> None:
        self.flush()
        for client in self._clients.values():
            client.outbox.put(failed_frame(error))
            if isinstance(error, NotFound):
                client.outbox.close(GONE)

    def _give_everybody_the_whole(self) -> None:
        for client in self._clients.values():
            client.outbox.fall_behind()

    def _announce(self) -> None:
        self._announcing = None
        frame = People(people=self._people()).model_dump_json()
        for client in self._clients.values():
            client.outbox.put(frame)

    def _people(self) -> tuple[Person, ...]:
        return tuple(client.person for client in self._clients.values())

    def _welcome(self, client: Client, since: int | None) -> str:
        missed = self._missed(since)
        if missed is None:
            client.seq, records = self._records()
        else:
            client.seq, records = missed[-1].seq if missed else since or 0, "null"
        people = ",".join(person.model_dump_json() for person in self._people())
        return (
            f'{{"type":"welcome","client":{json.dumps(client.id)},"seq":{client.seq},"records":{records},'
            f'"entries":[{_joined(missed or ())}],"people":[{people}]}}'
        )

    def _missed(self, since: int | None) -> list[Entry] | None:
        """The entries after `since`, or None when the whole is the better answer."""
        if since is None or not 0 <= self.room.seq - since <= CATCH_UP:
            return None
        return self.room.entries_since(since)

    def _records(self) -> tuple[int, str]:
        """The document as JSON; kept until the next entry, for when many come back at once."""
        seq, records = self.room.now()
        if self._whole[0] != seq:
            self._whole = (seq, records_json(records))
        return self._whole


def entries_frame(entries: Iterable[Entry]) -> str:
    """The frame that tells these entries."""
    return f'{{"type":"entries","entries":[{_joined(entries)}]}}'


def failed_frame(error: FootfallError) -> str:
    """The frame that says that nothing is taken."""
    return Failed(problem=problem_of(error)).model_dump_json()


def records_json(records: Records) -> str:
    """Records as they are stored: checked when they were written, not again."""
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def _joined(entries: Iterable[Entry]) -> str:
    return ",".join(entry.model_dump_json() for entry in entries)


def _once(make: Callable[[], str]) -> Callable[[], str]:
    made: list[str] = []

    def frame() -> str:
        if not made:
            made.append(make())
        return made[0]

    return frame
