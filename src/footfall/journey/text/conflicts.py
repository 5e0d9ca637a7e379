"""Two files that should be one: as a merge leaves them, with the marks that people know from git."""

from collections.abc import Iterator
from difflib import SequenceMatcher


def marked(ours: str, theirs: str) -> str:
    """One text; where the two differ both stand, between marks."""
    return "".join(_marked(ours.splitlines(keepends=True), theirs.splitlines(keepends=True)))


def _marked(ours: list[str], theirs: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ours[a:b]
        else:
            yield "<<<<<<< ours\n"
            yield from ours[a:b]
            yield "=======\n"
            yield from theirs[c:d]
            yield ">>>>>>> theirs\n"
