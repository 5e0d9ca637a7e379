"""A map → a file of another tool."""

from collections.abc import Callable

from footfall.exchange.brought import Origin, Written
from footfall.exchange.cjml import write_cjml
from footfall.exchange.formats import Format
from footfall.exchange.markdown.writing import write_markdown
from footfall.exchange.mermaid import write_mermaid
from footfall.exchange.ojf import write_ojf
from footfall.exchange.sheets.writing import write_csv, write_workbook
from footfall.exchange.whole import write_whole
from footfall.journey.changes import Records

WRITERS: dict[Format, Callable[[Records, Records], Written]] = {
    Format.MERMAID: write_mermaid,
    Format.MARKDOWN: write_markdown,
    Format.CSV: write_csv,
    Format.JSON: write_whole,
    Format.OJF: write_ojf,
    Format.CJML: write_cjml,
}


def write(format: Format, records: Records, library: Records, origin: Origin | None = None) -> Written:
    """A map and the part of the library that it uses, in a format; a workbook says where it comes from.

    What the format has no place for is named.
    """
    if format is Format.XLSX:
        return write_workbook(records, library, origin)
    return WRITERS[format](records, library)
