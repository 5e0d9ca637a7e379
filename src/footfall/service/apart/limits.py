"""What the reader of a file may use, set on the process that reads."""

import math
import os
from contextlib import suppress
from types import ModuleType

OPEN_FILES = 256
NICENESS = 5  # the server answers others first
MEGABYTE = 1_000_000


def limit_this_process(megabytes: int, seconds: float) -> None:
    """Bound this process for as long as it lives.

    The limit is on private writable memory (RLIMIT_DATA). One on the address space would have to be three times as
    large, since allocators reserve gigabytes that they never touch.
    """
    try:
        import resource
    except ImportError:  # Windows has none of these; the parent's limit of time holds there, too
        return
    _set(resource, "RLIMIT_DATA", megabytes * MEGABYTE)
    _set(resource, "RLIMIT_CPU", math.ceil(seconds * 2))  # a backstop: two threads for all of the time
    _set(resource, "RLIMIT_CORE", 0)
    _set(resource, "RLIMIT_NOFILE", OPEN_FILES)
    with suppress(OSError):
        os.nice(NICENESS)


def _set(resource: ModuleType, name: str, most: int) -> None:
    known = getattr(resource, name, None)
    if known is not None:
        with suppress(ValueError, OSError):  # a system may allow less already
            resource.setrlimit(known, (most, most))
