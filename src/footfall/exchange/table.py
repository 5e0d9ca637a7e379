"""A plain table → map: a row for each step with a column for each lane, or a column for each stage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from footfall.exchange.cards import card_of, touchpoints_in
from footfall.exchange.feelings import Scale, emotions, scale_of
from footfall.exchange.markdown.blocks import inline, squeezed
from footfall.exchange.sketch import Sketch
from footfall.exchange.vocabulary import is_stage, is_step, lane_kind
from footfall.journey.records import LaneKind

LONGEST_STEP = 60  # characters of an action that may be the name of its step
_BREAKS = re.compile(r"\s*(?:<br\s*/?>|\n)\s*", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+")
_KIND = re.compile(r"(.*?)\s*\(([a-z-]+)\)")


@dataclass(frozen=True)
class Row:
    """The cells of a row, and its line."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text of a column, or nothing."""
        return self.cells[column].strip() if column < len(self.cells) else ""


def lane_of(heading: str) -> tuple[str, str]:
    """The kind of lane and the name that a heading means; what no word is known for is a free lane of that name."""
    bare = inline(heading)
    told = _KIND.fullmatch(bare)
    if told and told[2] in list(LaneKind):
        return told[2], told[1]
    kind = lane_kind(bare)
    return (kind, "") if kind else ("free", bare)


def is_map_table(rows: Sequence[Row]) -> bool:
    """Whether a table is a map of either shape."""
    return is_by_row(rows) or _is_by_column(rows)


def is_by_row(rows: Sequence[Row]) -> bool:
    """Whether a table has a row for each step: a column of stages or steps, and others that are lanes."""
    heads = rows[0].cells if rows else ()
    return any(is_stage(inline(head)) or is_step(inline(head)) for head in heads) and any(map(_kind, heads))


def _is_by_column(rows: Sequence[Row]) -> bool:
    return len(rows) > 1 and sum(bool(_kind(row.cell(0))) for row in rows) > 1


def _kind(heading: str) -> str | None:
    return lane_kind(inline(heading))


def read_table(rows: Sequence[Row], map: Sketch) -> None:
    """Add what a table holds to a map."""
    _ByRow(map, rows).run() if is_by_row(rows) else _ByColumn(map, rows).run()


def parts(cell: str) -> Iterator[str]:
    """The entries of a cell: its lines, without bullets."""
    for part in _BREAKS.split(squeezed(cell)):
        if said := _BULLET.sub("", inline(part), count=1).strip():
            yield said


class _Cards:
    """Puts what stands in a cell of a table into a cell of the map."""

    def __init__(self, map: Sketch) -> None:
        self.map = map
        self.scales: dict[tuple[str, str], Scale | None] = {}

    def learn(self, lane: tuple[str, str], texts: Sequence[str], line: int) -> None:
        """On which scale the emotions of a lane are written."""
        if lane[0] != "emotion":
            return
        self.scales[lane] = scale = scale_of([part for text in texts for part in parts(text)])
        if scale and scale != Scale(-2, 2):
            self.map.file.note(
                f"The numbers of emotions are read on a scale from {scale.low:g} to {scale.high:g}.", line
            )

    def put(self, lane: tuple[str, str], step: str, cell: str) -> None:
        for part in parts(cell):
            for fields in self._fields(lane, part):
                self.map.card(self.map.lane(*lane), step, **fields)

    def _fields(self, lane: tuple[str, str], text: str) -> Iterator[dict[str, Any]]:
        shared = self.map.file.shared
        match lane[0]:
            case "emotion":
                yield from emotions(text, self.scales.get(lane))
            case "touchpoints":
                yield from (
                    {"touchpoint": shared("touchpoint", name), "text": note} for name, note in touchpoints_in(text)
                )
            case "channels":
                yield from ({"channels": [shared("channel", name)]} for name, _ in touchpoints_in(text))
            case kind:
                yield card_of(kind, text)


class _ByRow:
    """One row a step; a stage goes on while its cell is empty or says the same."""

    def __init__(self, map: Sketch, rows: Sequence[Row]) -> None:
        self.map, self.rows, self.cards = map, rows[1:], _Cards(map)
        heads = list(enumerate(map_inline(rows[0].cells)))
        self.stages = [place for place, head in heads if is_stage(head)][:1]
        self.steps = [place for place, head in heads if is_step(head)][:1]
        taken = {*self.stages, *self.steps}
        self.lanes = {place: lane_of(head) for place, head in heads if place not in taken and head}
        for place, lane in self.lanes.items():
            self.cards.learn(lane, [row.cell(place) for row in self.rows], rows[0].line)
            if lane[0] == "free":
                map.file.note(f"The column '{lane[1]}' became a lane of its own.", rows[0].line)

    def run(self) -> None:
        stage, name = "", ""
        for row in self.rows:
            said = inline(row.cell(self.stages[0])) if self.stages else ""
            if not stage or (said and said != name):
                name = said or "Journey"
                stage = self.map.stage(name)
            step = self.map.step(stage, self._step_name(row) or name)
            for place, lane in self.lanes.items():
                self.cards.put(lane, step, row.cell(place))

    def _step_name(self, row: Row) -> str:
        """The step's own column, else what happens in it."""
        told = [
            *self.steps,
            *(place for kind in ("actions", "touchpoints") for place, lane in self.lanes.items() if lane[0] == kind),
        ]
        texts = (next(parts(row.cell(place)), "") for place in told)
        return next((text if len(text) <= LONGEST_STEP else f"{text[:LONGEST_STEP]}…" for text in texts if text), "")


class _ByColumn:
    """A column a stage; where a row names steps, a column a step."""

    def __init__(self, map: Sketch, rows: Sequence[Row]) -> None:
        self.map, self.rows, self.cards = map, rows, _Cards(map)

    def run(self) -> None:
        width = max(len(row.cells) for row in self.rows)
        named = next((row for row in self.rows[1:3] if is_step(inline(row.cell(0)))), None)
        columns: dict[int, str] = {}
        stage, name = "", ""
        for place in range(1, width):
            said = inline(self.rows[0].cell(place))
            if not stage or (said and (said != name or named is None)):
                name = said or f"Stage {place}"
                stage = self.map.stage(name)
            columns[place] = self.map.step(stage, (inline(named.cell(place)) if named else "") or name)
        for row in self.rows[1:]:
            if row is not named:
                self._lane(row, columns)

    def _lane(self, row: Row, columns: dict[int, str]) -> None:
        if not inline(row.cell(0)):
            if any(map(str.strip, row.cells)):
                self.map.file.note("A row without a name in its first cell is left out.", row.line)
            return
        lane = lane_of(row.cell(0))
        self.cards.learn(lane, [row.cell(place) for place in columns], row.line)
        if lane[0] == "free":
            self.map.file.note(f"The row '{lane[1]}' became a lane of its own.", row.line)
        for place, step in columns.items():
            self.cards.put(lane, step, row.cell(place))


def map_inline(cells: Sequence[str]) -> list[str]:
    """Headings without emphasis."""
    return [inline(cell) for cell in cells]
