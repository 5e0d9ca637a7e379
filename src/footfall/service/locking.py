"""One change of a dataset at a time, in this process and among processes."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from footfall.errors import StorageFailed
from footfall.events.dataset import DatasetFolder

_locks: dict[Path, threading.Lock] = {}
_guard = threading.Lock()


@contextmanager
def alone(dataset: DatasetFolder) -> Iterator[None]:
    """Wait until nobody else changes the dataset, and keep all others from it."""
    with _lock_of(dataset):
        while True:
            with _opened(lock_file(dataset)) as file:
                _take(file, wait=True)
                if _is_at(file, lock_file(dataset)):  # else who held it has removed it
                    yield
                    return


@contextmanager
def alone_at_once(dataset: DatasetFolder) -> Iterator[bool]:
    """Keep all others from the dataset, or give False where somebody changes it just now."""
    lock = _lock_of(dataset)
    if not lock.acquire(blocking=False):
        yield False
        return
    try:
        with _opened(lock_file(dataset)) as file:
            yield _take(file, wait=False) and _is_at(file, lock_file(dataset))
    finally:
        lock.release()


def _lock_of(dataset: DatasetFolder) -> threading.Lock:
    with _guard:
        return _locks.setdefault(dataset.folder, threading.Lock())


def lock_file(dataset: DatasetFolder) -> Path:
    """The file beside a dataset's folder that is locked while it changes."""
    return dataset.folder.parent / f".{dataset.folder.name}.lock"


def _take(file: IO[str], *, wait: bool) -> bool:
    """Lock a file among processes, where the system can; it lets go of it when a process dies. Whether it is held."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        return wait
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _is_at(file: IO[str], path: Path) -> bool:
    return path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w")
    except OSError as error:
        raise StorageFailed(
            f"The file {path} cannot be written: {error.strerror}.",
            todo="Give this user permission to write in its folder.",
        ) from error
