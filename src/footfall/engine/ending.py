"""Work that may be ended from another thread: for an import by who watches it, for an answer when its reader leaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Ending:
    """What runs for somebody; `end` may come from any thread, and whatever comes after it is refused."""

    def __init__(self, refusal: Callable[[], Exception]) -> None:
        self._refusal = refusal
        self._lock = Lock()
        self._ends: list[Callable[[], object]] = []
        self._is_over = False

    def end(self) -> None:
        """End what runs, and refuse what comes."""
        with self._lock:
            self._is_over = True
            ends = tuple(self._ends)
        for end in ends:
            end()

    def refuse(self) -> None:
        """Raise the refusal where it was ended."""
        if self._is_over:
            raise self._refusal()

    @contextmanager
    def during(self, end: Callable[[], object]) -> Iterator[None]:
        """While the block runs, `end` calls this; whatever the block then raises is the refusal."""
        with self._lock:
            self.refuse()
            self._ends.append(end)
        try:
            yield
        except Exception:
            self.refuse()
            raise
        finally:
            with self._lock:
                self._ends.remove(end)
