"""Things that take time to make, kept while they are asked for: the least recently asked goes first."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from footfall.engine.reader import ReaderLeft

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Safe for threads: who asks for one that is being made waits for it, and nobody waits for another one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[K, Future[V]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What is known by this key, made where nothing is. What that raises, all who wait for it get.

        Only where it was stopped since its reader left, those who wait make it themselves.
        """
        with self._lock:
            known = self._known.get(key)
            future = known or self._known.setdefault(key, Future())
            self._known.move_to_end(key)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        if known is None:
            self._make(key, future, make)
        try:
            return future.result()
        except ReaderLeft:
            return self.get(key, make)

    def _make(self, key: K, future: Future[V], make: Callable[[], V]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:
            self.drop(lambda other: other == key)
            future.set_exception(error)
            raise

    def drop(self, which: Callable[[K], bool]) -> None:
        """Let go of those whose keys are chosen."""
        with self._lock:
            for key in [key for key in self._known if which(key)]:
                del self._known[key]

    def made(self) -> list[V]:
        """What is there by now."""
        with self._lock:
            futures = list(self._known.values())
        return [one.result() for one in futures if one.done() and one.exception() is None]
