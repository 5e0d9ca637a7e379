"""The formats that are exchanged: their names, the endings of their files, and what says which one a file is."""

from dataclasses import dataclass
from enum import StrEnum

from footfall.exchange.markdown.reading import is_markdown_map
from footfall.exchange.mermaid import journeys_in


class Format(StrEnum):
    """A format of another tool, or of a table."""

    MERMAID = "mermaid"
    MARKDOWN = "markdown"


@dataclass(frozen=True)
class Kind:
    """How files of a format are called and served."""

    ending: str  # what its files are written with
    media_type: str
    endings: tuple[str, ...] = ()  # what its files may be called beside that


KINDS = {
    Format.MERMAID: Kind("mmd", "text/vnd.mermaid", ("mermaid",)),
    Format.MARKDOWN: Kind("md", "text/markdown", ("markdown",)),
}
ENDINGS = {ending: format for format, kind in KINDS.items() for ending in (kind.ending, *kind.endings)}


OWN_ENDINGS = (".journey.yaml", ".journey.yml")
MAP_ENDINGS = (*OWN_ENDINGS, ".mmd", ".mermaid", ".md", ".markdown")  # what nothing but a map is called


def names_a_map(name: str) -> bool:
    """Whether a file's name says that it is a map."""
    return name.lower().endswith(MAP_ENDINGS)


def recognise(name: str, text: str) -> Format | None:
    """The format that a text is written in, by what stands in it and by its name where that leaves it open."""
    del name
    if journeys_in(text):
        return Format.MERMAID
    if is_markdown_map(text):
        return Format.MARKDOWN
    return None
