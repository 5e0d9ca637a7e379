"""The service blueprint: what customers do over what they see, over what they do not see, over what holds it up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from footfall.journey.document import MapDocument
from footfall.journey.records import LaneKind
from footfall.render.composing import compose
from footfall.render.layouts.framing import framed
from footfall.render.markdown import one_line
from footfall.render.picture import Frame, Lane, Part, Sheet, Stage, Step, Words
from footfall.render.story import Story

LINES: tuple[Literal["interaction", "visibility", "internal"], ...] = ("interaction", "visibility", "internal")
ZONES: tuple[tuple[str, tuple[LaneKind, ...]], ...] = (
    ("customer", (LaneKind.PHYSICAL_EVIDENCE, LaneKind.ACTIONS)),
    ("front", (LaneKind.TOUCHPOINTS, LaneKind.CHANNELS, LaneKind.FRONTSTAGE, LaneKind.ROLE)),
    ("back", (LaneKind.BACKSTAGE, LaneKind.RESPONSIBLE)),
    ("support", (LaneKind.SUPPORT, LaneKind.SYSTEMS, LaneKind.DOCUMENTS, LaneKind.POLICIES)),
)
SIDE = 34.0  # points, of the column with the names of the zones


class Line(Part):
    """The line below a zone; `crossings` are the columns in which something stands on both sides of it."""

    kind: Literal["interaction", "visibility", "internal"]
    word: str
    crossings: tuple[int, ...] = ()


class Zone(Part):
    """Lanes between two lines; without any, `empty` says what would stand here."""

    name: str
    fill: str
    lanes: tuple[Lane, ...] = ()
    empty: str = ""
    line: Line | None = None


class Blueprint(Sheet):
    """A service blueprint."""

    layout: Literal["blueprint"] = "blueprint"
    frame: Frame
    side: float = SIDE
    stages: tuple[Stage, ...] = ()
    steps: tuple[Step | None, ...] = ()
    zones: tuple[Zone, ...] = ()
    words: Words

    @property
    def cards(self) -> int:
        """How many cards are painted."""
        lanes = (lane for zone in self.zones for lane in zone.lanes)
        return sum(len(cell.cards) for lane in lanes for band in lane.bands for cell in band)


@dataclass(frozen=True)
class _Chosen:
    """The lanes of each zone, by id, and the names of those that a blueprint does not show."""

    zones: tuple[tuple[str, ...], ...]
    left_out: tuple[str, ...]


def blueprint(story: Story) -> Blueprint:
    """The blueprint of a map."""
    chosen = _choose(story)
    painted = compose(_only(story.map, chosen), story.library, story.readings, images=story.images, on=story.on)
    remarks = [story.say("blueprint.left-out", lanes=", ".join(chosen.left_out))] if chosen.left_out else []
    return Blueprint(
        **framed(story, "blueprint", stale=painted.footer.stale),
        width=painted.width + SIDE,
        remarks=tuple(one_line(remark) for remark in remarks),
        frame=painted.frame,
        stages=painted.stages,
        steps=painted.steps,
        zones=tuple(_zones(story, chosen, painted.lanes)),
        words=painted.words,
    )


def _choose(story: Story) -> _Chosen:
    shown = {id: lane for id, lane in story.map.lanes.items() if not lane.hidden}
    zones: tuple[list[str], ...] = ([], [], [], [])
    for id, lane in shown.items():
        place = next((number for number, (_, kinds) in enumerate(ZONES) if lane.kind in kinds), None)
        if place is not None:
            zones[place].append(id)
    zones[0].sort(key=lambda lane: shown[lane].kind != LaneKind.PHYSICAL_EVIDENCE)  # evidence stands on top by custom
    chosen = {id for zone in zones for id in zone}
    names = [lane.name or story.say(f"lane.{lane.kind.value}") for id, lane in shown.items() if id not in chosen]
    return _Chosen(tuple(tuple(zone) for zone in zones), tuple(dict.fromkeys(names)))


def _only(map: MapDocument, chosen: _Chosen) -> MapDocument:
    """The map with the lanes of the blueprint alone, in its order."""
    order = {id: f"a{place:05}" for place, id in enumerate(id for zone in chosen.zones for id in zone)}
    kept = MapDocument({})
    for id, record in map.records.items():
        changed = {"order": order.get(id, ""), "hidden": id not in order, "line_below": ""}
        kept.records[id] = record.model_copy(update=changed) if id in map.lanes else record
    return kept


def _zones(story: Story, chosen: _Chosen, lanes: Sequence[Lane]) -> Iterator[Zone]:
    at, parts = 0, []
    for zone in chosen.zones:
        parts.append(lanes[at : at + len(zone)])
        at += len(zone)
    for number, (name, _) in enumerate(ZONES):
        yield Zone(
            name=story.say(f"blueprint.{name}"),
            fill="sunken" if number % 2 else "surface",
            lanes=tuple(parts[number]),
            empty="" if parts[number] else story.say(f"blueprint.{name}.none"),
            line=_line(story, parts, number) if number < len(LINES) else None,
        )


def _line(story: Story, parts: Sequence[Sequence[Lane]], number: int) -> Line:
    crossings = _covered(parts[number]) & _covered(parts[number + 1])
    kind = LINES[number]
    return Line(kind=kind, word=story.say(f"line.{kind}"), crossings=tuple(sorted(crossings)))


def _covered(lanes: Sequence[Lane]) -> set[int]:
    """The columns in which a card stands."""
    cells = (cell for lane in lanes for band in lane.bands for cell in band if cell.cards)
    return {column for cell in cells for column in range(cell.start, cell.start + cell.span)}
