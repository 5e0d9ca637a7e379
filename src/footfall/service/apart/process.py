"""A reader seen from its parent: a spare one waits with its libraries loaded, each does one order and is gone.

The parent writes one line of JSON {do, with} and keeps the pipe open for as long as it lives. The reader
answers lines {read: [rows, share]} and {text}, then one of {done} and {refused: {code, says}}.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import structlog

from footfall.errors import FootfallError, InvalidData, QueryLimit, StorageFailed
from footfall.service.watching import Watch

SOURCES = Path(__file__).parents[3]
LONGEST_WORD = 64 << 20  # bytes of one line that a reader may say
SPARED = 600.0  # seconds that a spare one waits
AT_ONCE = threading.BoundedSemaphore(4)
ERRORS: dict[str, type[FootfallError]] = {each.code: each for each in (InvalidData, QueryLimit, StorageFailed)}
# Measured: with the system's allocator the limit is on what is used, not on what PyArrow's own sets aside.
QUIET = {"ARROW_DEFAULT_MEMORY_POOL": "system", "OPENBLAS_NUM_THREADS": "1"}
MEMORY = "memory"  # as in orders.py, which is not imported here since it loads the libraries
OUT_OF_MEMORY = (b"bad_alloc", b"memory allocation", b"MemoryError", b"annot allocate", b"ut of memory")


@dataclass(frozen=True)
class Bounds:
    """What a reader may use: memory in megabytes, seconds of CPU in all, and seconds until it has answered."""

    megabytes: int
    cpu: float
    seconds: float


def ask(do: str, told: dict[str, Any], name: str, bounds: Bounds, watch: Watch | None = None) -> Any:
    """Have a reader do an order on the file of this name; `watch` hears of rows and may stop it.

    Raises InvalidData, QueryLimit, StorageFailed, Stopped.
    """
    watch = watch or Watch()
    with (
        AT_ONCE,
        closing(_spares.take() or _Reader(bounds)) as reader,
        watch.ending(reader.kill),
        reader.ended_after(bounds.seconds),
    ):
        return reader.work(do, told, name, bounds, watch)


def warm(bounds: Bounds) -> None:
    """Have a spare reader load its libraries, since somebody is about to need one."""
    _spares.warm(bounds)


class _Reader:
    """One child process."""

    def __init__(self, bounds: Bounds) -> None:
        self._is_late = False
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed with this; a pipe could fill
        self._child = _started(bounds, self._complaints)
        self._input, self._output = cast("IO[bytes]", self._child.stdin), cast("IO[bytes]", self._child.stdout)

    @property
    def is_alive(self) -> bool:
        return self._child.poll() is None

    def work(self, do: str, told: dict[str, Any], name: str, bounds: Bounds, watch: Watch) -> Any:
        """Do one order and give what came of it."""
        order = {"do": do, "with": told}
        try:
            self._input.write(json.dumps(order).encode() + b"\n")
            self._input.flush()
        except BrokenPipeError:
            raise self._ended(name, bounds) from None
        while line := self._output.readline(LONGEST_WORD):
            word = json.loads(line)
            if "read" in word:
                watch.read(*word["read"])
            elif "text" in word:
                watch.write(word["text"])
            elif "done" in word:
                return word["done"]
            else:
                raise _refusal(word["refused"], name, bounds)
        raise self._ended(name, bounds)

    def kill(self) -> None:
        """End it at once."""
        self._child.kill()

    def close(self) -> None:
        """End it and let go of its pipes."""
        self.kill()
        self._child.wait()
        for pipe in (self._input, self._output, self._complaints):
            with suppress(BrokenPipeError):
                pipe.close()

    @contextmanager
    def ended_after(self, seconds: float) -> Iterator[None]:
        """End it when the block takes longer."""

        def end() -> None:
            self._is_late = True
            self.kill()

        late = threading.Timer(seconds, end)
        late.daemon = True
        late.start()
        try:
            yield
        finally:
            late.cancel()

    def _ended(self, name: str, bounds: Bounds) -> FootfallError:
        """Why it ended without a word, as well as that can be told from outside."""
        code = self._child.wait()
        self._complaints.seek(0)
        complaint = self._complaints.read(LONGEST_WORD)
        if self._is_late or code == -getattr(signal, "SIGXCPU", 0):
            return _too_slow(name, bounds)
        if code == -getattr(signal, "SIGKILL", 0) or any(word in complaint for word in OUT_OF_MEMORY):
            return _too_large(name, bounds)
        structlog.get_logger().error(
            "reader ended", file=name, code=code, said=complaint[-4000:].decode("utf-8", "replace")
        )
        return InvalidData(
            f"{name} made its reader stop: it is damaged, or not what its name says.",
            todo="Export it again; if that does not help, report it.",
        )


def _refusal(refused: dict[str, Any], name: str, bounds: Bounds) -> FootfallError:
    if refused["code"] == MEMORY:
        return _too_large(name, bounds)
    return ERRORS.get(refused["code"], InvalidData)(*map(str, refused["says"][:3]))


def _too_large(name: str, bounds: Bounds) -> QueryLimit:
    return QueryLimit(
        f"{name} needs more memory than the {bounds.megabytes:,} MB that a file may use while it is read.",
        todo="Import it in smaller pieces, or as Parquet; or allow more with FOOTFALL_IMPORT_MEMORY_MEGABYTES.",
    )


def _too_slow(name: str, bounds: Bounds) -> QueryLimit:
    return QueryLimit(
        f"{name} was not read within {bounds.seconds:,g} seconds.",
        todo="Import it in smaller pieces, or allow more with FOOTFALL_IMPORT_SECONDS.",
    )


class _Spares:
    """At most one reader that waits; it ends when nobody needs it for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reader: _Reader | None = None
        self._timer: threading.Timer | None = None

    def warm(self, bounds: Bounds) -> None:
        """Start one, unless one waits."""
        with self._lock:
            if self._reader and self._reader.is_alive:
                return
            self._reader = _Reader(bounds)
            self._timer = threading.Timer(SPARED, self.end)
            self._timer.daemon = True
            self._timer.start()

    def take(self) -> "_Reader | None":
        """The one that waits, if there is one."""
        with self._lock:
            reader, self._reader = self._reader, None
            if self._timer:
                self._timer.cancel()
        if reader and not reader.is_alive:
            reader.close()
            return None
        return reader

    def end(self) -> None:
        """End the one that waits."""
        if reader := self.take():
            reader.close()


def _started(bounds: Bounds, complaints: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - this very interpreter, this very package, two numbers
        [sys.executable, "-m", "footfall.service.apart", str(bounds.megabytes), str(bounds.cpu)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=_environment(),
        start_new_session=True,  # Ctrl+C is for the parent, which ends it
    )


_spares = _Spares()
atexit.register(_spares.end)


def _environment() -> dict[str, str]:
    """The child finds this very package, wherever it was imported from, and makes no threads that it has no use for."""
    places = [str(SOURCES), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), **QUIET}
