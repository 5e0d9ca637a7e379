"""Reckoned once: what is known is remembered, and who asks for what is being reckoned waits for it."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from footfall.engine.reader import ReaderLeft

MOST = 20_000  # remembered; forgotten all at once when there is more

K = TypeVar("K")
V = TypeVar("V")


class Once(Generic[K, V]):
    """Values of things that never change. Safe for threads; nobody waits for another who waits for them."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: dict[K, V] = {}
        self._coming: dict[K, Future[V]] = {}
        self._lock = Lock()

    def all(self, keys: Sequence[K], reckon: Callable[[Sequence[K]], Sequence[V]]) -> list[V]:
        """The value of each key; `reckon` gives those that nobody knows. What it raises, all who wait for it get.

        Only where it was stopped since its reader left, those who wait reckon themselves.
        """
        found, mine, theirs = self._sorted_out(keys)
        if mine:
            found |= self._reckoned(mine, reckon)
        try:
            found |= {key: future.result() for key, future in theirs.items()}
        except ReaderLeft:
            return self.all(keys, reckon)
        return [found[key] for key in keys]

    def _sorted_out(self, keys: Sequence[K]) -> tuple[dict[K, V], dict[K, Future[V]], dict[K, Future[V]]]:
        """What is known, what is to be reckoned here, and what somebody else reckons just now."""
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
            theirs = {key: self._coming[key] for key in keys if key in self._coming}
            mine: dict[K, Future[V]] = {key: Future() for key in keys if key not in found and key not in theirs}
            self._coming |= mine
        return found, mine, theirs

    def _reckoned(self, mine: dict[K, Future[V]], reckon: Callable[[Sequence[K]], Sequence[V]]) -> dict[K, V]:
        try:
            found = dict(zip(mine, reckon(list(mine)), strict=True))
        except BaseException as error:
            self._let_go(mine, {})
            for future in mine.values():
                future.set_exception(error)
            raise
        self._let_go(mine, found)
        for key, value in found.items():
            mine[key].set_result(value)
        return found

    def _let_go(self, mine: dict[K, Future[V]], found: dict[K, V]) -> None:
        with self._lock:
            if len(self._known) + len(found) > self._most:
                self._known.clear()
            self._known |= found
            for key in mine:
                del self._coming[key]
