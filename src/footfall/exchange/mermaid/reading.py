"""Mermaid → map: sections are stages, tasks are steps with an emotion for each actor, actors are personas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from footfall.exchange.brought import Brought, refused
from footfall.exchange.mermaid.aside import Aside, read_aside
from footfall.exchange.mermaid.spoken import spoken
from footfall.exchange.mermaid.statements import Block, Statement, journeys_in, statements
from footfall.exchange.mermaid.tasks import HIGHEST, LOWEST, NEUTRAL, emotions, feeling_of, is_odd
from footfall.exchange.sketch import Sketches
from footfall.journey.records import HEADER_ID, LIBRARY_TYPES


def read_mermaid(text: str, name: str) -> Brought:
    """The maps of a Mermaid file, or of a Markdown file with Mermaid in it. Raises InvalidMapFile."""
    blocks = journeys_in(text)
    if not blocks:
        raise refused("There is no Mermaid journey in it.", expected="Expected is a line that says 'journey'.")
    file = Sketches("mermaid", name)
    for block in blocks:
        _Reading(file, block).run()
    return file.done()


@dataclass
class _Place:
    """A section or task, and the remarks below it."""

    statement: Statement | None
    asides: list[Aside] = field(default_factory=list)
    tasks: list["_Place"] = field(default_factory=list)

    def own(self, kind: str) -> Aside | None:
        return next((aside for aside in self.asides if aside.record["type"] == kind), None)

    def others(self, kind: str) -> list[Aside]:
        own = self.own(kind)
        return [aside for aside in self.asides if aside is not own]


class _Reading:
    """One diagram on its way to a map."""

    def __init__(self, file: Sketches, block: Block) -> None:
        self.file, self.block = file, block
        self.top = _Place(None)
        self.sections: list[_Place] = []
        self.curve = ""  # the lane of emotions, when it is known
        self.told: dict[str, str] = {}  # title and what is spoken

    def run(self) -> None:
        here = self.top
        for statement in statements(self.block):
            here = self._take(statement, here)
        self.map = self.file.begin(self.told.get("title") or self.told.get("acctitle", ""))
        self.map.reserved = {aside.id for place in self._places() for aside in place.asides}
        self._take_asides(self.top, "map")
        self._head()
        for section in self.sections:
            self._section(section)

    def _places(self) -> list[_Place]:
        return [self.top, *(place for section in self.sections for place in (section, *section.tasks))]

    def _take(self, statement: Statement, here: _Place) -> _Place:
        match statement.kind:
            case "remark":
                if aside := read_aside(statement.text, statement.line, self.file.notes):
                    here.asides.append(aside)
                return here
            case "section":
                self.sections.append(_Place(statement))
                return self.sections[-1]
            case "task":
                if not self.sections:  # tasks before any section are legal
                    self.sections.append(_Place(Statement("section", statement.line, "")))
                self.sections[-1].tasks.append(_Place(statement))
                return self.sections[-1].tasks[-1]
            case _:
                self.told[statement.kind] = statement.text
                return here

    def _take_asides(self, place: _Place, kind: str) -> None:
        """Take what the remarks of a place keep beside the record that the place itself is."""
        for aside in place.others(kind):
            if aside.record["type"] in LIBRARY_TYPES:
                self.file.share(aside.id, aside.record)
            elif aside.id not in self.map.records:
                self.map.take(aside.id, aside.record)

    def _head(self) -> None:
        own = self.top.own("map")
        title = self.map.records[HEADER_ID]["title"]
        if own:
            self.map.records[HEADER_ID] = own.record | ({"title": title} if "title" in self.told else {})
        else:
            self.map.header(description=spoken(self.told, title))
        self.has_own_header = own is not None

    def _section(self, section: _Place) -> None:
        statement, own = section.statement, section.own("stage")
        assert statement is not None  # noqa: S101 - only the top has none
        if own:
            stage = self.map.take(own.id, own.record | _renamed(own, statement.text))
        else:
            stage = self.map.stage(statement.text)
        self._take_asides(section, "stage")
        for task in section.tasks:
            self._task(task, stage)

    def _task(self, task: _Place, stage: str) -> None:
        statement, own = task.statement, task.own("step")
        assert statement is not None  # noqa: S101 - only the top has none
        if own:
            step = self.map.take(own.id, own.record | {"stage": stage} | _renamed(own, statement.text))
        else:
            step = self.map.step(stage, statement.text)
        score = (statement.parts[0] or "0") if statement.parts else ""
        said = own.said if own else None
        is_kept = said is not None and said == said_of(score, statement.actors)
        for aside in task.others("step"):
            if is_kept or not self._is_emotion(aside):
                self._keep(aside, step)
        if not is_kept:
            self._say_odd(statement, score)
            self._draw(step, score, statement.actors)

    def _is_emotion(self, aside: Aside) -> bool:
        lane = self.map.records.get(aside.record.get("lane", ""), {})
        return aside.record["type"] == "card" and lane.get("kind") == "emotion"

    def _keep(self, aside: Aside, step: str) -> None:
        if aside.id in self.map.records:
            return
        is_card = aside.record["type"] == "card"
        self.map.take(aside.id, aside.record | ({"step": step} if is_card else {}))

    def _draw(self, step: str, score: str, actors: Sequence[str]) -> None:
        personas = {actor: self.file.shared("persona", actor) for actor in actors}
        if personas and not self.has_own_header:
            self.map.header(personas=list(personas.values()))
        drawn = emotions(score, actors)
        lane = self._emotion_lane() if drawn else ""
        for fields in drawn:
            self.map.card(lane, step, **fields | {"persona": personas.get(fields.get("persona", ""), "")})

    def _emotion_lane(self) -> str:
        if not self.curve:
            lanes = (id for id, record in self.map.records.items() if record["type"] == "lane")
            drawn = (id for id in lanes if self.map.records[id].get("kind") == "emotion")
            self.curve = next(drawn, "") or self.map.lane("emotion")
        return self.curve

    def _say_odd(self, statement: Statement, score: str) -> None:
        name = statement.text[:60]
        if not statement.parts:
            self.file.note(f"'{name}' has no score; it is a step without an emotion.", statement.line)
        elif is_odd(score):
            drawn = feeling_of(score).get("score")
            seen = "It is drawn as no emotion" if drawn is None else f"It is drawn as {drawn + NEUTRAL:g}"
            self.file.note(
                f"'{name}' has the score {score[:40]} on a scale from {LOWEST} to {HIGHEST}. {seen} and kept as a tag.",
                statement.line,
            )
        for part in statement.parts[2:]:
            self.file.note(
                f"'{name}' goes on with '{part[:60]}', which has no meaning; it is left out.", statement.line
            )


def said_of(score: str, actors: Sequence[str]) -> str:
    """A score and actors in one text, to be compared."""
    return f"{score}: {', '.join(actors)}" if actors else score


def _renamed(own: Aside, shown: str) -> dict[str, Any]:
    """The name of the diagram, unless it only stands for one that a diagram cannot hold."""
    return {} if shown == placeholder(own.record) else {"name": shown}


def placeholder(record: Mapping[str, Any]) -> str:
    """What is shown for a record: its name, or a word for one that has none."""
    return str(record.get("name") or f"({record['type']})")
