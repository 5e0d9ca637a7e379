"""A Markdown file → maps or personas: Mermaid in it, a document under headings, or tables."""

from footfall.exchange.brought import Brought, refused
from footfall.exchange.markdown.blocks import Block, blocks
from footfall.exchange.markdown.documents import is_document, read_document
from footfall.exchange.markdown.personas import is_persona, read_persona
from footfall.exchange.sketch import Sketches
from footfall.exchange.table import Row, is_map_table, read_table


def read_markdown(text: str, name: str) -> Brought:
    """The maps and personas of a Markdown file. Raises InvalidMapFile."""
    file = Sketches("markdown", name)
    if is_document(text):
        read_document(text, file)
    elif is_persona(text):
        read_persona(text, file)
    elif tables := map_tables(text):
        _read_tables(text, tables, file)
    else:
        expected = "Expected are stages under headings, a table with stages, or a persona under headings."
        raise refused("Nothing in it looks like a journey.", expected=expected)
    return file.done()


def is_markdown_map(text: str) -> bool:
    """Whether a text is Markdown that holds a map or a persona."""
    return is_document(text) or is_persona(text) or bool(map_tables(text))


def map_tables(text: str) -> list[Block]:
    """The tables of a text that are maps."""
    return [block for block in blocks(text) if block.kind == "table" and is_map_table(rows_of(block))]


def rows_of(block: Block) -> list[Row]:
    """A table's rows with their lines; the divider is between the first and the second."""
    return [Row(block.line + place + (place > 0), cells) for place, cells in enumerate(block.rows)]


def _read_tables(text: str, tables: list[Block], file: Sketches) -> None:
    headings = [block for block in blocks(text) if block.kind == "heading"]
    for table in tables:
        above = [heading for heading in headings if heading.line < table.line]
        read_table(rows_of(table), file.begin(above[-1].text if above else ""))
