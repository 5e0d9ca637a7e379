"""Paper: how a picture stands on a sheet, whole or in tiles that are glued together."""

import math
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from footfall.errors import RenderFailed

Label = Callable[..., str]
PaperName = Literal["content", "a0", "a1", "a2", "a3", "a4", "letter", "legal", "tabloid"]

POINTS_PER_MM = 72 / 25.4
SIZES: dict[str, tuple[float, float]] = {  # upright, in mm; ISO 216 and ANSI/ASME Y14.1
    "a0": (841, 1189),
    "a1": (594, 841),
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
EDGE = 12 * POINTS_PER_MM  # that printers leave white
OVERLAP = 10 * POINTS_PER_MM  # that neighbouring tiles share
MOST_TILES = 100
LEGIBLE = 5.0  # points of the smallest letters, below which nobody reads them on paper
SMALLEST = 11.0  # points of the smallest letters of a picture at its own size


@dataclass(frozen=True)
class Paper:
    """What somebody wants to print on: `content` is a page as large as the picture."""

    size: PaperName = "content"
    tiled: bool = False  # at its own size over several sheets, instead of whole on one


CONTENT = Paper()  # none: a page as large as the picture


@dataclass(frozen=True)
class Tile:
    """A part of the picture on a sheet of its own; x and y are in the picture at its own size."""

    name: str
    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """A picture on sheets; the first one shows it whole at `fit` times its size, the others are tiles at `scale`."""

    width: float
    height: float
    margin: float
    tall: float  # the picture at its own size
    fit: float
    left: float
    top: float
    scale: float = 1.0
    tiles: tuple[Tile, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """What the templates are given."""
        return asdict(self)

    @property
    def smallest(self) -> float:
        """Points of the smallest letters where the picture is printed."""
        return SMALLEST * (self.scale if self.tiles else self.fit)


def lay(paper: Paper, width: float, height: float, label: Label) -> Layout:
    """A picture of a size on this paper, upright or across, whichever fits better. Raises RenderFailed.

    `label` says which tile one is, from its name, row, rows, column and columns.
    """
    upright = tuple(side * POINTS_PER_MM for side in SIZES[paper.size])
    sheets = [_whole(sides, width, height) for sides in (upright, upright[::-1])]
    if not paper.tiled:
        return max(sheets, key=lambda sheet: sheet.fit)
    tiled = [_tiled(sheet, width, height, label) for sheet in sheets]
    best = min(tiled, key=lambda sheet: (len(sheet.tiles), -sheet.fit))
    if len(best.tiles) > MOST_TILES:
        raise RenderFailed(
            f"The picture would take {len(best.tiles)} sheets of {paper.size.upper()}.",
            f"At most {MOST_TILES} are printed.",
            "Take larger paper, or have it on one sheet.",
        )
    return best if len(best.tiles) > 1 else max(sheets, key=lambda sheet: sheet.fit)


def _whole(sides: tuple[float, ...], width: float, height: float) -> Layout:
    across, down = sides
    fit = min((across - 2 * EDGE) / width, (down - 2 * EDGE) / height)
    return Layout(
        width=across,
        height=down,
        margin=EDGE,
        tall=height,
        fit=fit,
        left=(across - fit * width) / 2,
        top=max(EDGE, (down - fit * height) / 2) if across > down else EDGE,
    )


def _tiled(sheet: Layout, width: float, height: float, label: Label) -> Layout:
    wide, high = sheet.width - 2 * EDGE, sheet.height - 2 * EDGE
    columns, rows = _count(width, wide), _count(height, high)
    if columns * rows > MOST_TILES:  # not worth counting out, it is refused or the other way round is better
        tiles = tuple(Tile("", "", 0, 0, wide, high) for _ in range(columns * rows))
    else:
        tiles = tuple(_tiles(rows, columns, wide, high, label))
    return Layout(**{**asdict(sheet), "tiles": tiles})


def _count(length: float, of_sheet: float) -> int:
    return max(1, math.ceil((length - OVERLAP) / (of_sheet - OVERLAP)))


def _tiles(rows: int, columns: int, wide: float, high: float, label: Label) -> Iterator[Tile]:
    for row in range(rows):
        for column in range(columns):
            name = f"{_letters(row)}{column + 1}"
            words = label(name=name, row=row + 1, rows=rows, column=column + 1, columns=columns)
            yield Tile(name, words, column * (wide - OVERLAP), row * (high - OVERLAP), wide, high)


def _letters(row: int) -> str:
    """A, B … Z, AA, AB …, as columns of a spreadsheet are called."""
    return (_letters(row // 26 - 1) if row >= 26 else "") + chr(ord("A") + row % 26)
