"""A journey told under headings → map: a heading a stage, a label or heading below it a lane, an item a card."""

import re
from dataclasses import dataclass, field
from typing import Any

from footfall.exchange.cards import card_of, touchpoints_in
from footfall.exchange.feelings import emotions
from footfall.exchange.markdown.blocks import Block, blocks, inline, nested
from footfall.exchange.markdown.heads import Heads
from footfall.exchange.sketch import Sketches
from footfall.exchange.vocabulary import STAGE_WORDS, is_stage, lane_kind, plain

_STAGE = re.compile(r"(?:stage|phase|fase|step|stap)\s*\d*\s*[:.–—-]\s*(.+)", re.IGNORECASE)
_PLAN = re.compile(r"(?:phase|fase)\s+\d", re.IGNORECASE)  # of a roadmap
_TIMED = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_AMOUNT = re.compile(r"~?\s*(\d+(?:\.\d+)?)\s*(minute|hour|day|week|month|minu|uur|dag|weken|maand)\w*", re.IGNORECASE)
HOURS = {"minu": 1 / 60, "hour": 1, "uur": 1, "day": 24, "dag": 24, "week": 168, "weke": 168, "mont": 730, "maan": 730}
# Sections about the map as a whole: words of the heading → the lane, and the tags that the heading gives.
WHOLE = {"pain": "pain-points", "knelpunt": "pain-points", "quick win": "opportunities", "improvement": "opportunities"}
WHOLE |= {"opportunit": "opportunities", "metric": "measures", "kpi": "measures", "quote": "quotes", "citat": "quotes"}
ORDER = ("actions", "thoughts", "questions", "emotion", "touchpoints", "channels", "quotes", "pain-points", "barriers")
LAST = ("opportunities", "ideas", "measures", "time")
PARTS = {2: ("Beginning", "End"), 3: ("Beginning", "Middle", "End")}


def is_document(text: str) -> bool:
    """Whether a text tells of stages under headings, with lanes below them."""
    found = blocks(text)
    has_stage = [block.kind == "heading" and bool(_STAGE.fullmatch(block.text)) for block in found]
    first = has_stage.index(True) if True in has_stage else len(found)
    return any(lane_kind(block.label or block.text) for block in found[first:] if block.kind in ("label", "heading"))


def read_document(text: str, file: Sketches) -> None:
    """Add the map of a document to a file."""
    reading = _Reading(file)
    for block in nested(blocks(text)):
        reading.take(block)
    reading.finish()


@dataclass
class _Here:
    """Where in the document the reader is."""

    section: Block | None = None
    stage_level: int = 0
    lane: str = ""
    whole: str = ""
    fields: dict[str, Any] = field(default_factory=dict)  # what its heading says of each item


@dataclass
class _Stage:
    id: str
    steps: list[str]
    cards: list[str] = field(default_factory=list)


class _Reading:
    """One document on its way to a map."""

    def __init__(self, file: Sketches) -> None:
        self.file, self.map = file, file.begin()
        self.heads = Heads(self.map)
        self.here = _Here()
        self.stage: _Stage | None = None
        self.stages: list[_Stage] = []
        self.whole: list[tuple[str, dict[str, Any]]] = []
        self.unplaced: dict[tuple[str, int], list[str]] = {}

    def take(self, block: Block) -> None:
        if block.kind == "heading":
            self._heading(block)
        elif self.stage and block.kind == "label" and (kind := lane_kind(block.label)):
            self.here.lane = kind
            self._say(block)
        elif not self._placed(block):
            self._leave(block)

    def _placed(self, block: Block) -> bool:
        if block.kind in ("fence", "table"):
            return False
        if self.stage:
            return self._say(block)
        if self.here.whole:
            return self._say_whole(block)
        return self.heads.take(block)

    def _heading(self, block: Block) -> None:
        titled = _STAGE.fullmatch(block.text)
        is_below = self.stage is not None and block.depth > self.here.stage_level
        if titled or (not is_below and self._is_in_stages(block)):
            self._begin_stage(block, titled[1] if titled else block.text)
        elif is_below:
            self.here.lane = lane_kind(block.text) or ""
            if not self.here.lane:
                self._leave(block)
        else:
            self._begin_section(block)

    def _is_in_stages(self, block: Block) -> bool:
        section = self.here.section
        return section is not None and block.depth > section.depth and is_stage(_last_word(section.text))

    def _begin_section(self, block: Block) -> None:
        self.stage = None
        is_plan = bool(_PLAN.match(block.text))
        known = (
            "opportunities" if is_plan else next((to for words, to in WHOLE.items() if words in plain(block.text)), "")
        )
        fields: dict[str, Any] = {"tags": _tags(block.text)} if known == "opportunities" else {}
        fields |= {"status": "planned"} if is_plan else {}
        self.here = _Here(section=block, whole=known if self.stages else "", fields=fields)
        self.heads.begin(block)

    def _begin_stage(self, block: Block, title: str) -> None:
        timed = _TIMED.fullmatch(title)
        name, time = (timed[1], timed[2]) if timed else (title, "")
        id = self.map.stage(name, expected_hours=hours(time))
        self.stage = _Stage(id, [self.map.step(id, name)])
        self.stages.append(self.stage)
        section = self.here.section
        self.here = _Here(section=section, stage_level=block.depth)
        if time:
            self._card("time", {"text": time})

    def _say(self, block: Block) -> bool:
        """A block as cards of the stage; False where no lane is named."""
        kind = "quotes" if block.kind == "quote" and self.here.lane != "thoughts" else self.here.lane
        if not kind:
            return False
        said = f"{block.label}: {block.text}" if block.label and not lane_kind(block.label) else block.text
        if not said.strip():
            return True
        if kind == "emotion":
            self._feel(said)
        elif kind == "touchpoints":
            for name, text in touchpoints_in(inline(said)):
                self._card(kind, {"touchpoint": self.file.shared("touchpoint", name), "text": text})
        else:
            self._card(kind, card_of(kind, inline(said)))
        return True

    def _card(self, kind: str, fields: dict[str, Any], step: int = 0) -> None:
        assert self.stage is not None  # noqa: S101 - callers look
        id = self.map.card(self.map.lane(kind), self.stage.steps[step], **fields)
        if kind != "emotion":
            self.stage.cards.append(id)

    def _feel(self, said: str) -> None:
        """An emotion that turns into another makes two moments of the stage."""
        assert self.stage is not None  # noqa: S101 - callers look
        drawn = emotions(said)
        names = PARTS.get(len(drawn), tuple(f"Part {number}" for number in range(1, len(drawn) + 1)))
        if len(drawn) > 1 and len(self.stage.steps) == 1:
            self.map.records[self.stage.steps[0]]["name"] = names[0]
            self.stage.steps += [self.map.step(self.stage.id, name) for name in names[1:]]
        for place, fields in enumerate(drawn):
            self._card("emotion", fields, min(place, len(self.stage.steps) - 1))

    def _say_whole(self, block: Block) -> bool:
        said = f"{block.label}: {block.text}" if block.label else block.text
        if block.kind == "text":
            return False
        kind = "quotes" if block.kind == "quote" else self.here.whole
        self.whole.append((kind, card_of(kind, inline(said)) | self.here.fields))
        return True

    def _leave(self, block: Block) -> None:
        section = self.here.section or block
        said = inline(f"{block.label}: {block.text}" if block.label else block.text)[:60]
        self.unplaced.setdefault((section.text[:80], section.line), []).append(said or f"a {block.kind}")

    def finish(self) -> None:
        """What is about the whole map spans it; what found no place is told."""
        for stage in self.stages:
            for card in stage.cards:
                self.map.records[card] |= {"span": len(stage.steps)}
        steps = [step for stage in self.stages for step in stage.steps]
        for kind, fields in self.whole:
            self.map.card(self.map.lane(kind), steps[0], span=len(steps), **fields)
        self.map.arrange(ORDER, LAST)
        for (heading, line), said in self.unplaced.items():
            count = "One line has" if len(said) == 1 else f"{len(said)} lines have"
            self.file.note(f"{count} no place in a map: '{heading}', beginning with '{said[0]}'.", line)


def _tags(heading: str) -> list[str]:
    """A heading in its pieces: `Quick wins (high impact, low effort)` gives three."""
    pieces = re.split(r"\s+[-–—]\s+|[(),]", heading)
    return [piece.strip() for piece in pieces if piece.strip()]


def _last_word(text: str) -> str:
    words = plain(text).split()
    return words[-1] if words and words[-1] in STAGE_WORDS else ""


def hours(time: str) -> float | None:
    """How many hours a time in brackets means, where it names exactly one amount; no ranges, no guesses."""
    amounts = _AMOUNT.findall(time)
    if len(amounts) != 1 or re.search(r"\d\s*[-–]\s*\d", time):
        return None
    number, unit = amounts[0]
    return round(float(number) * HOURS[unit.lower()[:4] if unit.lower()[:4] in HOURS else unit.lower()[:3]], 4)
