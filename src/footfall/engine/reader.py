"""Whoever waits for an answer may go away: what runs for them alone is ended then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from footfall.engine.ending import Ending
from footfall.errors import QueryLimit


class ReaderLeft(QueryLimit):
    """A question that was stopped since nobody waits for its answer any more."""

    def __init__(self) -> None:
        super().__init__("The question was stopped, since nobody waits for its answer.", todo="Ask again.")


class Reader:
    """One who waits; `leave` may come from any thread."""

    def __init__(self) -> None:
        self._ending = Ending(ReaderLeft)

    def leave(self) -> None:
        """End what runs for this reader, and refuse what comes."""
        self._ending.end()

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[None]:
        """While the block runs, `leave` calls `end`; whatever the block then raises is ReaderLeft."""
        with self._ending.during(end):
            yield


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
