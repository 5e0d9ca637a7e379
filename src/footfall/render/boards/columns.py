"""Columns of notes on paper: a board by status, groups of excerpts, a roadmap."""

from collections.abc import Iterable, Sequence
from typing import Literal

from footfall.render.boards.head import Head
from footfall.render.markdown import literal, one_line, right_to_left
from footfall.render.picture import Part, Sheet, Text, Tone

WIDTH, GAP = 232.0, 14.0  # points, of a column and between two
ACROSS = 6  # columns beside one another; more go on below


class Note(Part):
    """A note: its words, and small lines below them."""

    text: str
    lines: tuple[str, ...] = ()
    tone: Tone = "ink"


class Group(Part):
    """A column by its name, with a detail such as how many notes it has."""

    name: str
    detail: str = ""
    notes: tuple[Note, ...] = ()


class Painted(Part):
    """A note in runs of text, as the template paints it."""

    text: Text
    lines: tuple[str, ...]
    tone: Tone
    rtl: bool


class Stack(Part):
    """A column as the template paints it."""

    name: Text
    detail: str
    notes: tuple[Painted, ...]


class Columns(Sheet):
    """A board that is columns of notes."""

    layout: Literal["board-columns"] = "board-columns"
    groups: tuple[Stack, ...]
    across: int
    gap: float = GAP
    empty: str = ""

    @property
    def cards(self) -> int:
        """How many notes are painted."""
        return sum(len(group.notes) for group in self.groups)


def columns(head: Head, groups: Sequence[Group]) -> Columns:
    """A board of these columns, at most six beside one another."""
    across = min(max(len(groups), 1), ACROSS)
    return Columns(
        **head.framed(),
        groups=tuple(_stack(group) for group in groups),
        across=across,
        width=max(480.0, across * WIDTH + (across - 1) * GAP),
    )


def _stack(group: Group) -> Stack:
    return Stack(
        name=literal(one_line(group.name), bold=True), detail=one_line(group.detail), notes=tuple(_notes(group.notes))
    )


def _notes(notes: Iterable[Note]) -> Iterable[Painted]:
    for note in notes:
        yield Painted(
            text=literal(note.text),
            lines=tuple(map(one_line, note.lines)),
            tone=note.tone,
            rtl=right_to_left(note.text),
        )
