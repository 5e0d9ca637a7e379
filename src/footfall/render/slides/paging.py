"""Rows of a table over as many slides as they need."""

from collections.abc import Iterator, Sequence

from footfall.render.slides.deck import Cell, Line, Row
from footfall.render.slides.lines import PAD, cell_height, height, scaled

LEAST = 18.0  # the height of a row
WORTH_BEGINNING = 0.45  # of a slide: a row is cut only where more than this is left, or where it fits on no slide


SHARES = (0.55, 0.65, 0.75, 0.85)  # of a slide that is filled, where that needs no slide more
SCALES = (1.35, 1.2, 1.1, 1.0, 0.92, 0.86)  # of letters, to fill one slide


def laid(
    head: Sequence[Cell], rows: Sequence[Sequence[Cell]], widths: Sequence[float], room: float
) -> tuple[Row, list[tuple[Row, ...]]]:
    """A table's head and its rows on one slide, in the largest letters that allow it; else on several."""
    first, usual = row(head, widths), [row(cells, widths) for cells in rows]
    need = sum(one.height for one in usual)
    for scale in (scale for scale in SCALES if need * min(scale, scale**2) <= room):
        larger = [_larger(cells, widths, scale) for cells in rows]
        top = _larger(head, widths, scale)
        if sum(one.height for one in larger) <= room - top.height:
            return top, [tuple(larger)]
    return first, _even(usual, widths, room - first.height)


def _even(rows: Sequence[Row], widths: Sequence[float], room: float) -> list[tuple[Row, ...]]:
    """The rows on as few slides as they need, none of which is left nearly empty."""
    found = list(pages(rows, widths, room))
    for share in SHARES:
        lower = list(pages(rows, widths, room * share))
        if len(lower) == len(found):
            return lower
    return found


def _larger(cells: Sequence[Cell], widths: Sequence[float], scale: float) -> Row:
    return row([cell.model_copy(update={"lines": scaled(cell.lines, scale)}) for cell in cells], widths)


def row(cells: Sequence[Cell], widths: Sequence[float]) -> Row:
    """A row as high as its highest cell."""
    return Row(cells=tuple(cells), height=max(LEAST, *(_height(cells, widths))))


def pages(rows: Sequence[Row], widths: Sequence[float], room: float) -> Iterator[tuple[Row, ...]]:
    """The rows in groups that are at most `room` high; a row that is higher goes on in the next group."""
    page: list[Row] = []
    left = room
    waiting = [*reversed(rows)]
    while waiting:
        one = waiting.pop()
        if one.height <= left:
            page.append(one)
            left -= one.height
            continue
        if page and left < WORTH_BEGINNING * room:
            waiting.append(one)
        else:
            part, rest = _parted(one, widths, left)
            page.append(part)
            waiting += [rest] if rest is not None else []
        yield tuple(page)
        page, left = [], room
    if page:
        yield tuple(page)


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> list[float]:
    return [cell_height(cell, width) for cell, width in zip(cells, _widths(cells, widths), strict=True)]


def _widths(cells: Sequence[Cell], widths: Sequence[float]) -> Iterator[float]:
    column = 0
    for cell in cells:
        yield sum(widths[column : column + cell.span])
        column += cell.span


def _parted(one: Row, widths: Sequence[float], room: float) -> tuple[Row, Row | None]:
    """What of a row fits in a height, and the rest; a first cell of one line is said again."""
    firsts: list[Cell] = []
    rests: list[Cell] = []
    for cell, width in zip(one.cells, _widths(one.cells, widths), strict=True):
        count = _fitting(cell.lines, width - 2 * PAD, room - 2 * PAD)
        firsts.append(cell.model_copy(update={"lines": cell.lines[:count]}))
        rests.append(cell.model_copy(update={"lines": cell.lines[count:]}))
    if not any(cell.lines for cell in rests):
        return one.model_copy(update={"height": min(one.height, room)}), None
    rests[0] = one.cells[0] if not rests[0].lines else rests[0]
    return row(firsts, widths), row(rests, widths)


def _fitting(lines: Sequence[Line], width: float, room: float) -> int:
    """How many lines fit; at least one, so that every slide says something."""
    used, count = 0.0, 0
    for one in lines:
        used += height([one], width)
        if used > room and count:
            break
        count += 1
    return count
