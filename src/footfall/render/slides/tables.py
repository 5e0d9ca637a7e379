"""A table as DrawingML: a native one, whose cells can be typed in."""

from collections.abc import Mapping

from footfall.render.slides.deck import Cell, Grid, Row
from footfall.render.slides.lines import PAD
from footfall.render.slides.paragraphs import NAMESPACES, Ink, colour, emu, paragraphs

HAIRLINE = 0.75


def table(grid: Grid, ink: Ink) -> str:
    """The table with its head, so that it is read aloud with the names of its columns and rows."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in grid.widths)
    named = ' firstCol="1"' if grid.named_rows else ""
    rows = "".join(_row(row, ink, last=row is grid.rows[-1]) for row in grid.rows)
    head = _row(grid.head, ink, last=False)
    return f'<a:tbl {NAMESPACES}><a:tblPr firstRow="1"{named}/><a:tblGrid>{columns}</a:tblGrid>{head}{rows}</a:tbl>'


def _row(row: Row, ink: Ink, *, last: bool) -> str:
    cells = "".join(_cells(cell, ink, last=last) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cells(cell: Cell, ink: Ink, *, last: bool) -> str:
    span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    merged = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>' * (cell.span - 1)
    body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.lines, ink)}</a:txBody>"
    return f"<a:tc{span}>{body}{_properties(cell, ink.tokens, last=last)}</a:tc>{merged}"


def _properties(cell: Cell, tokens: Mapping[str, str], *, last: bool) -> str:
    """Room, lines above and below only, and the fill."""
    room = " ".join(f'mar{side}="{emu(PAD)}"' for side in "LRTB")
    none = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    shade = colour("line-2" if last else "line", tokens)
    below = f'<a:lnB w="{emu(HAIRLINE)}">{shade}</a:lnB>'
    fill = colour(cell.fill, tokens) if cell.fill else "<a:noFill/>"
    return f'<a:tcPr {room} anchor="t">{none}{below}{fill}</a:tcPr>'
