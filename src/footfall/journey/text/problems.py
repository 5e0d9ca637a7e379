"""What is wrong in a file and on which line; all of it is collected before anything is said."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from footfall.errors import InvalidMapFile, Problem

SHOWN = 5  # problems that the sentence of the error names; the error carries all of them


@dataclass
class Problems:
    """The problems found so far."""

    found: list[Problem]

    def at(self, line: int, says: str) -> None:
        """Note one problem."""
        self.found.append(Problem(line, says))

    def refuse(self) -> None:
        """Raise InvalidMapFile when anything was noted."""
        if self.found:
            raise refusal(sorted(self.found, key=lambda problem: problem.line))


def refusal(found: list[Problem]) -> InvalidMapFile:
    """The error that names the first problems, one a line, and carries all."""
    lines = [str(problem) for problem in found[:SHOWN]]
    more = len(found) - SHOWN
    return InvalidMapFile("\n".join([*lines, f"… and {more} more."] if more > 0 else lines), problems=tuple(found))


def nearest(word: str, known: Collection[str]) -> str:
    """A hint: the known word that looks most like this one, else those that there are."""
    lowered = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(word.lower().strip(), lowered, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{lowered[close[0]]}'?"
    if not known:
        return "There are none."
    listed = sorted(known)
    return f"There are: {', '.join(listed[:12])}{' …' if len(listed) > 12 else ''}."
