"""Bars and tables for notebooks: some numbers, each with its name and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from footfall.render.tokens import LIGHT

ROW, NAME, BAR, GAP = 22, 260, 240, 8  # pixels
LONGEST = 40  # characters of a name


@dataclass(frozen=True)
class Bar:
    """One number: its name, its value, and how it is told."""

    name: str
    value: float
    told: str


def bars(rows: Sequence[Bar]) -> str:
    """An SVG of them, one above the other; the longest bar fills the width. It is told by the table beside it too."""
    most = max((abs(row.value) for row in rows), default=0) or 1
    drawn = "".join(_bar(row, number, abs(row.value) / most) for number, row in enumerate(rows))
    width, height = NAME + BAR + 200, ROW * len(rows)
    title = escape("; ".join(f"{row.name}: {row.told}" for row in rows))
    style = f'font-family="sans-serif" font-size="12" fill="currentColor" role="img" aria-label="{title}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" {style}>{drawn}</svg>'


def html_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in which nothing is markup."""
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _bar(row: Bar, number: int, share: float) -> str:
    top, base = number * ROW, number * ROW + ROW - 7
    name = row.name if len(row.name) <= LONGEST else f"{row.name[: LONGEST - 1]}…"
    end = NAME + GAP + share * BAR
    return (
        f'<text x="{NAME}" y="{base}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{NAME + GAP}" y="{top + 4}" width="{share * BAR:.1f}" height="{ROW - 8}" fill="{LIGHT["accent"]}"/>'
        f'<text x="{end + 6:.1f}" y="{base}">{escape(row.told)}</text>'
    )
