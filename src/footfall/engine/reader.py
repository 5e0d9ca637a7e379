"""Whoever waits for an answer may go away: what runs for them alone is ended then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from footfall.errors import QueryLimit


class ReaderLeft(QueryLimit):
    """A question that was stopped since nobody waits for its answer any more."""

    def __init__(self) -> None:
        super().__init__("The question was stopped, since nobody waits for its answer.", todo="Ask again.")


class Reader:
    """One who waits; `leave` may come from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ends: list[Callable[[], object]] = []
        self._is_gone = False

    def leave(self) -> None:
        """End what runs for this reader, and refuse what comes."""
        with self._lock:
            self._is_gone = True
            ends = tuple(self._ends)
        for end in ends:
            end()

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[None]:
        """While the block runs, `leave` calls `end`; whatever the block then raises is ReaderLeft."""
        with self._lock:
            self._refuse_gone()
            self._ends.append(end)
        try:
            yield
        except Exception:
            self._refuse_gone()
            raise
        finally:
            with self._lock:
                self._ends.remove(end)

    def _refuse_gone(self) -> None:
        if self._is_gone:
            raise ReaderLeft


_reader: ContextVar[Reader | None] = ContextVar("reader", default=None)


@contextmanager
def waiting(reader: Reader) -> Iterator[None]:
    """What is asked in this block, and in threads that take its context over, is asked for this reader."""
    token = _reader.set(reader)
    try:
        yield
    finally:
        _reader.reset(token)


@contextmanager
def ended_with_reader(end: Callable[[], object]) -> Iterator[None]:
    """Call `end` when the reader goes away for whom the block runs, if it runs for one. Raises ReaderLeft."""
    reader = _reader.get()
    if reader is None:
        yield
    else:
        with reader.ending(end):
            yield
