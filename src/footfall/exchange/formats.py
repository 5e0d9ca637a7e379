"""The formats that are exchanged: their names, the endings of their files, and what says which one a file is."""

from dataclasses import dataclass
from enum import StrEnum

from footfall.errors import InvalidMapFile
from footfall.exchange.cjml import is_cjml
from footfall.exchange.markdown.reading import is_markdown_map
from footfall.exchange.mermaid import journeys_in
from footfall.exchange.ojf import is_ojf, parsed
from footfall.exchange.sheets.plain import is_csv_map
from footfall.exchange.whole import is_whole


class Format(StrEnum):
    """A format of another tool, or of a table."""

    MERMAID = "mermaid"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    OJF = "ojf"
    CJML = "cjml"


@dataclass(frozen=True)
class Kind:
    """How files of a format are called and served."""

    ending: str  # what its files are written with
    media_type: str
    endings: tuple[str, ...] = ()  # what its files may be called beside that


KINDS = {
    Format.MERMAID: Kind("mmd", "text/vnd.mermaid", ("mermaid",)),
    Format.MARKDOWN: Kind("md", "text/markdown", ("markdown",)),
    Format.XLSX: Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Format.CSV: Kind("csv", "text/csv"),
    Format.JSON: Kind("json", "application/json"),
    Format.OJF: Kind("ojf", "application/json"),
    Format.CJML: Kind("cjml", "application/xml", ("xml",)),
}
ENDINGS = {ending: format for format, kind in KINDS.items() for ending in (kind.ending, *kind.endings)}


OWN_ENDINGS = (".journey.yaml", ".journey.yml")
MAP_ENDINGS = (
    *OWN_ENDINGS,
    ".mmd",
    ".mermaid",
    ".md",
    ".markdown",
    ".ojf",
    ".cjml",
)  # what nothing but a map is called


def names_a_map(name: str) -> bool:
    """Whether a file's name says that it is a map."""
    return name.lower().endswith(MAP_ENDINGS)


def recognise(name: str, text: str) -> Format | None:
    """The format that a text is written in, by what stands in it and by its name where that leaves it open."""
    if is_cjml(text):
        return Format.CJML
    if text.lstrip().startswith("{"):
        return _json(text)
    if journeys_in(text):
        return Format.MERMAID
    if is_markdown_map(text):
        return Format.MARKDOWN
    is_table = name.lower().endswith((".csv", ".tsv", ".txt"))
    return Format.CSV if is_table and is_csv_map(text) else None


def _json(text: str) -> Format | None:
    try:
        content = parsed(text)
    except InvalidMapFile:
        return None
    return Format.OJF if is_ojf(content) else Format.JSON if is_whole(content) else None


def is_workbook(content: bytes) -> bool:
    """Whether bytes begin as a workbook does: as a zip archive, or as Excel of before 2007."""
    return content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
