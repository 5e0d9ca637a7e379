"""Python's search for garbage, put off while an answer of thousands of figures is made: none of these is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Search for no garbage while the block lasts: going through all objects takes longer than making thousands.

    For blocks that ask the engine nothing. Of several threads the first one in goes back to searching.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
