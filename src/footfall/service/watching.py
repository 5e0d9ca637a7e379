"""Watching an import: hear how far it is, and end it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from footfall.engine.ending import Ending

Stage = Literal["reading", "merging"]
READING = 0.7  # of an import's time; the rest is the merge


@dataclass(frozen=True)
class Reached:
    """How far an import is: rows read, and the share of the whole, 0 to 1."""

    stage: Stage
    rows: int
    share: float


class Stopped(Exception):
    """The import was ended by the person who watches it; nothing of it is left."""


class Watch:
    """Hears of one import at a time, on the thread that imports; `stop` may come from any other."""

    def __init__(
        self, hear: Callable[[Reached], None] = lambda _: None, take: Callable[[str], object] = lambda _: None
    ) -> None:
        self._hear, self._take = hear, take
        self._rows = 0
        self._ending = Ending(Stopped)

    def read(self, rows: int, share: float) -> None:
        """Rows were read, and this share of the file. Raises Stopped."""
        self._rows = rows
        self._tell(Reached("reading", rows, READING * min(1.0, share)))

    def write(self, text: str) -> None:
        """This is the next piece of a text that was asked for. Raises Stopped."""
        self._ending.refuse()
        self._take(text)

    def merged(self, share: float) -> None:
        """This share of the tables was merged. Raises Stopped."""
        self._tell(Reached("merging", self._rows, READING + (1 - READING) * share))

    def _tell(self, reached: Reached) -> None:
        self._ending.refuse()
        self._hear(reached)

    def stop(self) -> None:
        """End the import where it is."""
        self._ending.end()

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[None]:
        """While the block runs, `stop` calls `end`; whatever the block then raises is Stopped, and so is its end."""
        with self._ending.during(end):
            yield
        self._ending.refuse()
