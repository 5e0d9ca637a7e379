"""Two files that should be one: as a merge leaves them, with the marks that people know from git."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from footfall.errors import Problem

BEGIN, MIDDLE, END = "<<<<<<<", "=======", ">>>>>>>"


def conflicts(text: str) -> Iterator[Problem]:
    """The conflicts that a merge left in a text, each by the line of its first mark."""
    begun = 0
    for number, line in enumerate(text.split("\n") if BEGIN in text else [], 1):
        if line.startswith(BEGIN):
            begun = number
        elif begun and line.startswith(END):
            yield Problem(
                begun,
                f"begins a conflict that a merge left, down to line {number}: two versions stand there. "
                f"Keep what is right of both, and delete the lines with {BEGIN}, {MIDDLE} and {END}.",
            )
            begun = 0


def marked(ours: str, theirs: str) -> str:
    """One text; where the two differ both stand, between marks."""
    return "".join(_marked(ours.splitlines(keepends=True), theirs.splitlines(keepends=True)))


def _marked(ours: list[str], theirs: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ours[a:b]
        else:
            yield f"{BEGIN} ours\n"
            yield from ours[a:b]
            yield f"{MIDDLE}\n"
            yield from theirs[c:d]
            yield f"{END} theirs\n"
