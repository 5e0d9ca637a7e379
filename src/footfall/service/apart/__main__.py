"""The reader: waits for one order, does it under its limits, tells how far it is, and ends with its parent."""

import json
import os
import sys
import threading
from typing import Any, BinaryIO

from footfall.service.apart.limits import limit_this_process

LONGEST_TEXT = 1 << 20  # characters in one word


def main() -> None:
    """Do one order; see process.py for the words."""
    # First of all, since allocators that find no limit reserve a gigabyte while they are loaded.
    limit_this_process(int(sys.argv[1]), float(sys.argv[2]))
    from footfall.service.apart import orders

    line = sys.stdin.buffer.readline()
    if not line:  # the parent ended before it had one
        return
    order: dict[str, Any] = json.loads(line)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    voice = _Voice(_only_for_words())
    voice.say(orders.done(order["do"], order["with"], voice))
    os._exit(0)  # nothing is left to tidy, and the thread still waits


class _Voice:
    """Says words to the parent."""

    def __init__(self, said: BinaryIO) -> None:
        self._said = said

    def say(self, word: dict[str, Any]) -> None:
        self._said.write(json.dumps(word).encode() + b"\n")
        self._said.flush()

    def read(self, rows: int, share: float) -> None:
        self.say({"read": [rows, share]})

    def write(self, text: str) -> None:
        for start in range(0, len(text), LONGEST_TEXT):
            self.say({"text": text[start : start + LONGEST_TEXT]})


def _only_for_words() -> BinaryIO:
    """Standard output kept for what is said; what a library prints goes to standard error."""
    said = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return said


def _end_with_the_parent() -> None:
    """The parent never writes twice: what comes is the end of the pipe, when it was killed."""
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
