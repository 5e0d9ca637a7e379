"""A file of another tool → maps and library: the format is told by the content, or said by the person."""

from collections.abc import Callable

from footfall.errors import InvalidMapFile
from footfall.exchange.brought import Brought
from footfall.exchange.cjml import read_cjml
from footfall.exchange.decoding import decoded
from footfall.exchange.formats import Format, recognise
from footfall.exchange.markdown.reading import read_markdown
from footfall.exchange.mermaid import read_mermaid
from footfall.exchange.ojf import read_ojf
from footfall.exchange.sheets.plain import read_csv, read_workbook
from footfall.exchange.sheets.reading import Sheets
from footfall.exchange.whole import read_whole

READERS: dict[Format, Callable[[str, str], Brought]] = {
    Format.MERMAID: read_mermaid,
    Format.MARKDOWN: read_markdown,
    Format.CSV: read_csv,
    Format.JSON: read_whole,
    Format.OJF: read_ojf,
    Format.CJML: read_cjml,
}


def read(name: str, content: bytes, format: Format | None = None) -> Brought:
    """What a file holds. Raises InvalidMapFile, which names the line where it can."""
    text = decoded(content)
    found = format or recognise(name, text)
    if found is None or found not in READERS:
        raise InvalidMapFile(
            f"{name} is no map that Footfall knows.",
            f"It reads {', '.join(Format)} and *.journey.yaml.",
            "If it is one of these, say which.",
        )
    return READERS[found](text, title_of(name))


def read_sheets(name: str, sheets: Sheets) -> Brought:
    """What the worksheets of a workbook hold: by name, the rows with their numbers. Raises InvalidMapFile."""
    return read_workbook(sheets, title_of(name))


def title_of(name: str) -> str:
    """A title out of a file's name."""
    stem = name.replace("\\", "/").rpartition("/")[2].split(".")[0]
    return stem.replace("_", " ").replace("-", " ").strip()[:200].capitalize() or "Imported map"
