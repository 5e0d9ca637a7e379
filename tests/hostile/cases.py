"""What a file is made of, and what has to become of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from footfall.events.mapping import Mapping

EVENTS = Mapping(customer="who", time="when", event="what")
ANSWERS = Mapping(kind="answers", customer="who", time="when", score="score", scale_min=0, scale_max=10)
HEADER = "who,when,what\n"
ANN = "ann,2024-01-02 03:04:05,visit\n"
BEN = "ben,2024-01-03 03:04:05,pay\n"
GOOD = HEADER + ANN + BEN


@dataclass(frozen=True)
class Read:
    """The file is taken: how many rows are kept, and on which lines rows are refused for which reason."""

    kept: int
    refused: dict[str, tuple[int, ...]] = field(default_factory=dict)
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """The file is refused in a sentence with these words; a line in it, where a line is at fault."""

    words: str


@dataclass(frozen=True)
class Case:
    """A file by its name, its bytes (or what writes them), and what has to become of it under a mapping."""

    name: str
    file: str
    content: bytes | Callable[[Path], object]
    becomes: Read | Refused
    mapping: Mapping = EVENTS

    def write(self, folder: Path) -> Path:
        """Make the file."""
        path = folder / self.file
        if callable(self.content):
            self.content(path)
        else:
            path.write_bytes(self.content)
        return path


def text(name: str, content: str, becomes: Read | Refused, mapping: Mapping = EVENTS, encoding: str = "utf-8") -> Case:
    """A CSV file of this text."""
    return Case(name, "file.csv", content.encode(encoding), becomes, mapping)
