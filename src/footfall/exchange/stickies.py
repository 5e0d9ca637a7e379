"""Sticky notes as CSV out of a whiteboard (Miro, Lucid and others): where they lay says what they are.

With coordinates, notes above each other are a step and notes beside each other a lane; a column of lane names on
the left and a row of stages on top are taken for these. Without, a frame is a stage and a colour a lane; without
those, all lie in the tray.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from footfall.exchange.feelings import emotions
from footfall.exchange.sketch import Sketch
from footfall.exchange.table import Row, lane_of
from footfall.exchange.vocabulary import lane_kind, plain

TEXT = ("text", "content", "text area", "sticky note", "plain text", "note", "title", "tekst", "inhoud")
LEFT, TOP = ("x", "left", "position x", "x position", "pos x"), ("y", "top", "position y", "y position", "pos y")
COLOUR = ("color", "colour", "fill", "fill color", "background color", "fillcolor", "backgroundcolor", "kleur")
FRAME = ("frame", "contained by", "parent", "container", "section", "parent id", "frame title", "kader")
SORT = ("name", "type", "shape", "item type")
IGNORED = frozenset(("document", "page", "line", "frame", "connector"))
NEAR = 0.6  # of the usual distance: notes closer than this stand in one row or column


@dataclass(frozen=True)
class Sticky:
    """One note."""

    text: str
    line: int
    x: float | None = None
    y: float | None = None
    colour: str = ""
    frame: str = ""


def are_stickies(rows: Sequence[Row]) -> bool:
    """Whether a table has a column of texts beside one of places, colours or frames."""
    heads = [plain(head) for head in rows[0].cells] if rows else []
    return _column(heads, TEXT) is not None and any(
        _column(heads, names) is not None for names in (LEFT, COLOUR, FRAME)
    )


def _column(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((heads.index(name) for name in names if name in heads), None)


def read_stickies(rows: Sequence[Row], map: Sketch) -> None:
    """Add the notes of a table to a map."""
    notes = _notes(rows)
    if any(note.x is not None for note in notes):
        _Laid(map, notes).run()
    elif any(note.frame for note in notes):
        _by_frame(map, notes)
    else:
        for note in notes:
            map.card("", "", text=note.text)
        map.file.note(f"The file says of {len(notes)} notes neither place nor frame; they lie in the tray of the map.")


def _notes(rows: Sequence[Row]) -> list[Sticky]:
    heads = [plain(head) for head in rows[0].cells]
    sorts, frames = _column(heads, SORT), _column(heads, FRAME)
    ids = heads.index("id") if "id" in heads else None
    titles = {row.cell(ids): _text(row, heads) for row in rows[1:]} if ids is not None else {}
    found = []
    for row in rows[1:]:
        text = _text(row, heads)
        if not text or (sorts is not None and plain(row.cell(sorts)) in IGNORED):
            continue
        written = row.cell(frames) if frames is not None else ""
        frame = titles.get(written.split("|")[0], written)
        colour = _column(heads, COLOUR)
        x, y = (_number(row, _column(heads, names)) for names in (LEFT, TOP))
        found.append(Sticky(text, row.line, x, y, row.cell(colour) if colour is not None else "", frame))
    return found


def _text(row: Row, heads: Sequence[str]) -> str:
    """The first text of a row; shapes of Lucid have several."""
    places = (place for place, head in enumerate(heads) if head in TEXT)
    return next((row.cell(place) for place in places if row.cell(place)), "")


def _number(row: Row, column: int | None) -> float | None:
    try:
        return float(row.cell(column).replace(",", ".")) if column is not None else None
    except ValueError:
        return None


def _by_frame(map: Sketch, notes: Sequence[Sticky]) -> None:
    for frame in dict.fromkeys(note.frame for note in notes):
        stage = map.stage(frame or "Without a frame")
        step = map.step(stage, frame or "Without a frame")
        for note in notes:
            if note.frame == frame:
                map.card(map.lane("free", note.colour), step, text=note.text)
    _say_colours(map, notes)


def _say_colours(map: Sketch, notes: Sequence[Sticky]) -> None:
    colours = Counter(note.colour for note in notes if note.colour)
    if colours:
        listed = ", ".join(f"{colour} ({count})" for colour, count in colours.most_common(8))
        map.file.note(f"Each colour became a lane: {listed}. Give the lanes their kind.")


class _Laid:
    """Notes with coordinates."""

    def __init__(self, map: Sketch, notes: Sequence[Sticky]) -> None:
        self.map = map
        self.notes = [note for note in notes if note.x is not None and note.y is not None]
        self.others = [note for note in notes if note.x is None or note.y is None]
        self.rows = _groups(self.notes, lambda note: note.y or 0)
        self.columns = _groups(self.notes, lambda note: note.x or 0)

    def run(self) -> None:
        heads = self._lane_heads()
        top = self._stage_heads(heads)
        columns = [place for place in sorted(set(self.columns.values())) if not (heads and place == 0)]
        steps = self._steps(top, columns)
        for note in self.notes:
            if note in heads or note in top:
                continue
            kind, name = self._lane(note, heads)
            for fields in emotions(note.text) if kind == "emotion" else [{"text": note.text}]:
                self.map.card(self.map.lane(kind, name), steps[self.columns[note]], **fields)
        for note in self.others:
            self.map.card("", "", text=note.text)
        laid = f"{len(self.notes)} notes were laid by their place; {len(columns)} columns became steps"
        self.map.file.note(f"{laid}. Look whether they stand right.")

    def _lane_heads(self) -> list[Sticky]:
        """The leftmost column, if its notes name lanes."""
        left = [note for note in self.notes if self.columns[note] == 0]
        return left if sum(bool(lane_kind(note.text)) for note in left) > 1 else []

    def _stage_heads(self, heads: Sequence[Sticky]) -> list[Sticky]:
        """The topmost row, if lanes are named and none stands beside it, or there only the word for stages."""
        top = [note for note in self.notes if self.rows[note] == 0]
        beside = [note for note in top if note in heads]
        is_head = bool(heads) and not any(lane_kind(note.text) for note in beside)
        return [note for note in top if note not in heads] if is_head else []

    def _steps(self, top: Sequence[Sticky], columns: Sequence[int]) -> dict[int, str]:
        titles = {self.columns[note]: note.text for note in top}
        steps, stage = dict[int, str](), ""
        for number, column in enumerate(columns, start=1):
            if column in titles or not stage:
                stage = self.map.stage(titles.get(column, "Journey"))
            steps[column] = self.map.step(stage, titles.get(column) or f"Step {number}")
        return steps

    def _lane(self, note: Sticky, heads: Sequence[Sticky]) -> tuple[str, str]:
        beside = next((head.text for head in heads if self.rows[head] == self.rows[note]), "")
        if beside:
            return lane_of(beside)
        return "free", note.colour or f"Row {self.rows[note] + 1}"


def _groups(notes: Sequence[Sticky], place: Callable[[Sticky], float]) -> dict[Sticky, int]:
    """The number of the row or column in which each note stands: a new one begins after a gap."""
    ordered = sorted(notes, key=place)
    gaps = [place(right) - place(left) for left, right in pairwise(ordered)]
    wide = [gap for gap in gaps if gap > max(gaps) / 10]
    least = NEAR * median(wide) if wide else 0
    found, number = {ordered[0]: 0}, 0
    for note, gap in zip(ordered[1:], gaps, strict=True):
        number += gap > 0 and gap >= least
        found[note] = number
    return found
