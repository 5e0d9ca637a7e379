"""The rooms that are open in this process, and the watch over them."""

from collections.abc import Mapping
from threading import Event, Lock, Thread

from footfall.errors import FootfallError, NotFound, StorageFailed
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.settling import DocumentRules
from footfall.sync.journals import Journals
from footfall.sync.room import Room

RULES: Mapping[str, DocumentRules] = {"map": MAP_RULES, "template": MAP_RULES, "library": LIBRARY_RULES}
OPEN = 200  # rooms that stay open although nobody is in them
WATCH_SECONDS = 0.5


class Rooms:
    """Opens each document once. While watched, rooms hear what other processes write and recover after failures."""

    def __init__(self, journals: Journals) -> None:
        self._journals = journals
        self._open: dict[str, Room] = {}
        self._lock = Lock()
        self._closing = Event()
        self._watch: Thread | None = None

    def room(self, document: str) -> Room:
        """The room of a document; the last used stand last. Raises NotFound, StorageFailed."""
        with self._lock:
            room = self._open.pop(document, None) or self._load(document)
            self._open[document] = room
            self._close_idle()
            return room

    def gone(self, document: str) -> None:
        """Close the room of a document that was deleted."""
        with self._lock:
            room = self._open.pop(document, None)
        if room is not None:
            room.close(NotFound(f"The document '{document}' was deleted."))

    def watch(self) -> None:
        """Start watching, on a thread of its own; for servers."""
        if self._watch is None:
            self._watch = Thread(target=self._keep_watch, name="footfall-watch", daemon=True)
            self._watch.start()

    def close(self) -> None:
        """Stop watching."""
        self._closing.set()
        if self._watch is not None:
            self._watch.join()

    def _load(self, document: str) -> Room:
        kind = self._journals.kind_of(document)
        if kind is None:
            raise NotFound(f"There is no document '{document}'.")
        return Room(document, RULES[kind], self._journals)

    def _close_idle(self) -> None:
        idle = [id for id, room in self._open.items() if room.is_idle][: max(0, len(self._open) - OPEN)]
        for id in idle:
            del self._open[id]

    def _keep_watch(self) -> None:
        while not self._closing.wait(WATCH_SECONDS):
            try:
                self._look_around()
            except StorageFailed:
                continue  # a store that cannot be read either: look again

    def _look_around(self) -> None:
        with self._lock:
            rooms = dict(self._open)
        if not rooms:
            return
        self._recover([room for room in rooms.values() if isinstance(room.problem, StorageFailed)])
        heads = self._journals.heads(list(rooms))
        for id, room in rooms.items():
            if id not in heads:
                self.gone(id)
            elif heads[id] > room.seq:
                room.catch_up()

    def _recover(self, failed: list[Room]) -> None:
        """Try a write that changes nothing; when it gets through, the rooms go on."""
        if not failed or self._write_fails():
            return
        for room in failed:
            room.recover()

    def _write_fails(self) -> bool:
        try:
            self._journals.probe().result()
        except FootfallError:
            return True
        return False
