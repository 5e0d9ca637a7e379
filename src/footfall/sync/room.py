"""A room: the one door through which a document changes.

It knows no network and no event loop, so that routes, sockets and the command line share it. Its rules:

R1  a change is settled against everything that came before it, durable or still on its way to the disk.
R2  the store commits, then listeners hear the entry, then the asker's future ends: in this order, in the order of seq.
R3  a change that was answered before is answered with the same seq and not taken again, with an effect or without one.
R4  when the store fails, nothing that waits is taken, everybody hears it, and the room refuses until it recovers.
R5  when another process wrote first, its entries are heard first and what waits is settled again after them.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import RLock
from typing import Protocol

from footfall.errors import FootfallError, NotFound, StorageFailed
from footfall.journey.changes import Actor, Change, Entry, Records
from footfall.journey.settling import DocumentRules, settle
from footfall.journey.standing import HeadMoved
from footfall.sync.journals import Journals

SNAPSHOT_AFTER = 500  # entries
RECENT = 50_000  # change ids that are remembered without asking the store
RECENT_WITHOUT_EFFECT = 1_000  # the same for changes that the store knows nothing of


class Listener(Protocol):
    """Who hears what happens in a room; called in order on whichever thread it happens, and must not block."""

    def heard(self, entry: Entry) -> None:
        """An entry is durable."""

    def failed(self, error: FootfallError) -> None:
        """The room takes no changes for now, or (NotFound) for ever."""

    def recovered(self) -> None:
        """The room takes changes again; what was pending must be asked again."""


@dataclass(frozen=True)
class Receipt:
    """What became of a change: its entry, or None when it had no effect (any more); durable as of `seq`."""

    change: str
    seq: int
    entry: Entry | None = None


@dataclass(eq=False)
class _Asked:
    """A change on its way to the disk; `entry` is None when there is nothing to write for it."""

    actor: Actor
    change: Change
    done: Future[Receipt] = field(default_factory=Future)
    entry: Entry | None = None
    seq: int = 0
    attempt: int = 0


class Room:
    """One open document: as it is on the disk, and as it will be when what waits has been written."""

    def __init__(self, document: str, rules: DocumentRules, journals: Journals) -> None:
        self.document = document
        self._rules = rules
        self._journals = journals
        self._lock = RLock()
        self._durable, self._snapshot_seq = journals.load(document)
        self._ahead = self._durable.copy()
        self._waiting: deque[_Asked] = deque()
        self._attempt = 0
        self._recent = journals.taken(document, RECENT)
        self._without_effect: dict[str, int] = {}
        self._listeners: set[Listener] = set()
        self._problem: FootfallError | None = None

    @property
    def problem(self) -> FootfallError | None:
        """Why the room takes no changes now, or None."""
        return self._problem

    @property
    def seq(self) -> int:
        """How far the durable document is."""
        return self._durable.seq

    @property
    def is_idle(self) -> bool:
        """Whether nobody listens and nothing waits."""
        return not self._listeners and not self._waiting

    def now(self) -> tuple[int, Records]:
        """The durable document: its seq and its records (a dict of one's own; the records are not to be altered)."""
        with self._lock:
            return self._durable.seq, dict(self._durable.records)

    def entries_since(self, seq: int) -> list[Entry]:
        """The durable entries after `seq`."""
        return self._journals.entries_since(self.document, seq)

    def join(self, listener: Listener) -> tuple[int, Records]:
        """The document now; everything after this seq will be heard."""
        with self._lock:
            self._listeners.add(listener)
            return self._durable.seq, dict(self._durable.records)

    def leave(self, listener: Listener) -> None:
        """Hear no more."""
        with self._lock:
            self._listeners.discard(listener)

    def change(self, actor: Actor, change: Change) -> Receipt:
        """Take a change and wait until it is durable. Raises InvalidChange, StorageFailed, NotFound."""
        return self.ask(actor, change).result()

    def ask(self, actor: Actor, change: Change) -> Future[Receipt]:
        """Take a change; the future ends when it is durable and has been heard. Raises like `change`."""
        asked = _Asked(actor, change)
        with self._lock:
            if self._problem is not None:
                raise self._problem
            self._settle(asked)
            self._waiting.append(asked)
            self._send(asked)
        return asked.done

    def close(self, error: FootfallError) -> None:
        """Take no more changes, and tell everybody why."""
        with self._lock:
            self._stop(error)

    def catch_up(self) -> None:
        """Hear what other processes wrote, unless something of ours is on its way (then rule R5 does it)."""
        with self._lock:
            if not self._waiting and self._problem is None:
                self._hear_others()

    def recover(self) -> None:
        """Go on after the store failed: call it when the store takes writes again."""
        with self._lock:
            if not isinstance(self._problem, StorageFailed):
                return
            self._hear_others()
            self._problem = None
            self._tell(lambda listener: listener.recovered())

    # What follows runs with the lock held.

    def _settle(self, asked: _Asked) -> None:
        asked.attempt, asked.entry, asked.seq = self._attempt, None, self._ahead.seq
        taken = self._seq_of(asked.change.id)
        if taken is not None:
            asked.seq = taken
            return
        ops = settle(self._rules, self._ahead.records, self._ahead.fallen, asked.change.ops)
        if ops:
            asked.seq = self._ahead.seq + 1
            asked.entry = Entry(
                id=asked.change.id,
                document=self.document,
                seq=asked.seq,
                actor=asked.actor,
                at=datetime.now(UTC),
                ops=ops,
            )

    def _seq_of(self, change: str) -> int | None:
        """Where a change was answered before (rule R3)."""
        if change in self._without_effect:
            return self._without_effect[change]
        if change in self._recent or len(self._recent) >= self._ahead.seq:
            return self._recent.get(change)
        entry = self._journals.entry_of_change(self.document, change)
        return entry.seq if entry else None

    def _send(self, asked: _Asked) -> None:
        """Hand it to the writer; a change without effect goes the same way, so that its answer keeps its turn."""
        attempt, entry, after = asked.attempt, asked.entry, self._ahead.head
        if entry is not None:
            self._ahead.take(entry)
            self._remember(entry)
        else:
            _keep(self._without_effect, asked.change.id, asked.seq, RECENT_WITHOUT_EFFECT)
        written = self._journals.append(entry, after)
        written.add_done_callback(lambda result: self._written(asked, attempt, result.exception()))

    def _remember(self, entry: Entry) -> None:
        _keep(self._recent, entry.id, entry.seq, RECENT)

    def _forget_waiting(self) -> None:
        for asked in self._waiting:
            self._without_effect.pop(asked.change.id, None)
            if asked.entry is not None:
                self._recent.pop(asked.change.id, None)

    def _tell(self, say: Callable[[Listener], None]) -> None:
        for listener in tuple(self._listeners):
            say(listener)

    def _hear(self, entry: Entry) -> None:
        self._durable.take(entry)
        self._remember(entry)
        self._tell(lambda listener: listener.heard(entry))
        if entry.seq - self._snapshot_seq >= SNAPSHOT_AFTER:
            self._keep_snapshot()

    def _hear_others(self) -> None:
        for entry in self._journals.entries_since(self.document, self._durable.seq):
            self._hear(entry)
        self._ahead = self._durable.copy()

    def _keep_snapshot(self) -> None:
        copy = self._durable.copy()
        self._snapshot_seq = copy.seq
        self._journals.keep_snapshot(self.document, copy)

    def _stop(self, error: FootfallError) -> None:
        self._attempt += 1
        self._problem = error
        self._forget_waiting()
        self._ahead = self._durable.copy()
        self._tell(lambda listener: listener.failed(error))
        waiting, self._waiting = self._waiting, deque()
        for asked in waiting:
            asked.done.set_exception(error)

    def _settle_again(self) -> None:
        """Rule R5: hear the others, then send what waits once more."""
        self._attempt += 1
        self._forget_waiting()
        self._hear_others()
        waiting, self._waiting = self._waiting, deque()
        for asked in waiting:
            try:
                self._settle(asked)
            except FootfallError as error:
                asked.done.set_exception(error)
            else:
                self._waiting.append(asked)
                self._send(asked)

    def _written(self, asked: _Asked, attempt: int, error: BaseException | None) -> None:
        """What the writer's thread calls, in order, when a change is on the disk or could not get there."""
        with self._lock:
            if attempt != self._attempt:
                return
            try:
                self._conclude(asked, error)
            except StorageFailed as failure:
                self._stop(failure)

    def _conclude(self, asked: _Asked, error: BaseException | None) -> None:
        if error is None:
            self._waiting.popleft()
            if asked.entry is not None:
                self._hear(asked.entry)
            asked.done.set_result(Receipt(asked.change.id, asked.seq, asked.entry))
        elif isinstance(error, HeadMoved) and self._is_gone():
            self._stop(NotFound(f"The document '{self.document}' was deleted."))
        elif isinstance(error, HeadMoved):
            self._settle_again()
        else:
            self._stop(error if isinstance(error, FootfallError) else StorageFailed(str(error)))

    def _is_gone(self) -> bool:
        return self._journals.kind_of(self.document) is None


def _keep(recent: dict[str, int], change: str, seq: int, limit: int) -> None:
    """Remember a change, and forget the one that was remembered first when there are too many."""
    recent[change] = seq
    if len(recent) > limit:
        del recent[next(iter(recent))]
