"""Checks: what a map lacks before others can trust it, each with a stable code and a plain sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from footfall.journey.changes import RecordJson
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.fields import Record, refers_to
from footfall.journey.records import HEADER_ID, Card, LaneKind, Stage, Step


@dataclass(frozen=True)
class Finding:
    """One thing that a check found, at one record."""

    code: str
    record: str
    sentence: str


@dataclass(frozen=True)
class Checked:
    """What a check looks at: the map, and the library that it refers to."""

    map: MapDocument
    library: LibraryDocument

    def cards(self, kind: LaneKind) -> Iterator[tuple[str, Card]]:
        """The placed cards in lanes of a kind."""
        for id, card in self.map.cards.items():
            lane = self.map.lanes.get(card.lane)
            if lane is not None and lane.kind is kind and id not in self.map.tray:
                yield id, card

    def place(self, card: Card) -> str:
        """Where a card stands, in words."""
        step = self.map.steps.get(card.step)
        return f"at '{step.name}'" if step is not None and step.name else "in a step without a name"


Found = Iterator[tuple[str, str]]  # record ids with sentences


def check(records: Mapping[str, RecordJson], library: Mapping[str, RecordJson]) -> tuple[Finding, ...]:
    """All findings of all checks, in the order of CHECKS and of the map."""
    checked = Checked(MapDocument(records), LibraryDocument(library))
    return tuple(Finding(code, *found) for code, (_, look) in CHECKS.items() for found in look(checked))


def _no_persona(checked: Checked) -> Found:
    if not checked.map.header.personas:
        yield HEADER_ID, "The map names no persona: say through whose eyes the journey is seen."


def _no_stage(checked: Checked) -> Found:
    if not checked.map.stages:
        yield HEADER_ID, "The map has no stages: name the phases of the journey."


def _empty_stage(checked: Checked) -> Found:
    for id, stage in checked.map.stages.items():
        if not checked.map.steps_of(id):
            yield id, f"The stage '{stage.name}' has no steps: add what customers do in it, or delete it."


def _no_name(checked: Checked) -> Found:
    named: dict[str, Stage | Step] = {**checked.map.stages, **checked.map.steps}
    for id, record in named.items():
        if not record.name.strip():
            yield id, f"A {record.type} has no name: others cannot refer to it."


def _no_severity(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.PAIN_POINTS):
        if not card.severity:
            yield id, f"The pain {_quoted(card)} {checked.place(card)} has no severity: minor, moderate or severe?"


def _no_score(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.EMOTION):
        if card.score is None:
            yield id, f"The emotion {_quoted(card)} {checked.place(card)} has no score: draw it between -2 and +2."


def _no_source(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.QUOTES):
        if not (card.source or card.evidence):
            yield id, f"The quote {_quoted(card)} {checked.place(card)} names no source: who said it, and where?"


def _no_alt(checked: Checked) -> Found:
    for id, card in checked.map.cards.items():
        if card.image and not (card.alt or card.text):
            yield id, f"A picture {checked.place(card)} has no words for who does not see it: say what it shows."


def _no_question(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.MEASURES):
        if card.question is None:
            yield id, f"The measure {_quoted(card)} {checked.place(card)} asks no question: its number cannot live."


def _no_dataset(checked: Checked) -> Found:
    asks = any(card.question for card in checked.map.cards.values())
    if asks and not checked.map.header.dataset:
        yield HEADER_ID, "The map asks questions but names no dataset that could answer them."


def _no_binding(checked: Checked) -> Found:
    """Only where the map is read beside a dataset: there a touchpoint without events counts nobody."""
    if not checked.map.header.dataset:
        return
    for id, step in checked.map.steps.items():
        touchpoint = checked.library.touchpoints.get(step.touchpoint)
        if touchpoint is not None and not touchpoint.bindings:
            yield id, f"The touchpoint '{touchpoint.name}' of the step '{step.name}' is bound to no events."


def _gone(checked: Checked) -> Found:
    present = checked.map.records.keys() | checked.library.records.keys()
    for id, record in (checked.map.records | checked.library.records).items():
        for field, target in _references(record):
            if target not in present:
                yield id, f"'{field}' of a {getattr(record, 'type', 'record')} refers to '{target}', which is gone."


def _in_tray(checked: Checked) -> Found:
    for id, card in checked.map.tray.items():
        yield id, f"The card {_quoted(card)} lies in the tray: place it in a lane and a step, or delete it."


def _references(record: Record) -> Iterator[tuple[str, str]]:
    """The references of a record that a check can follow; a base map is another document."""
    placed = ("lane", "step") if isinstance(record, Card) else ()
    for field in type(record).model_fields:
        if field in placed or refers_to(type(record), field) in (None, "map"):
            continue
        value = getattr(record, field)
        yield from ((field, target) for target in ([value] if isinstance(value, str) else value) if target)


def _quoted(card: Card) -> str:
    words = " ".join((card.text or card.feeling).split())
    return f"'{words[:40]}{'…' if len(words) > 40 else ''}'" if words else "without words"


# Code → what is wrong then, in the words of the reference, and who looks. A code never changes its meaning.
CHECKS: dict[str, tuple[str, Callable[[Checked], Found]]] = {
    "no-persona": ("The map names no persona.", _no_persona),
    "no-stage": ("The map has no stages.", _no_stage),
    "empty-stage": ("A stage has no steps.", _empty_stage),
    "no-name": ("A stage or a step has no name.", _no_name),
    "no-severity": ("A pain point has no severity.", _no_severity),
    "no-score": ("An emotion has no score.", _no_score),
    "no-source": ("A quote names neither a source nor evidence.", _no_source),
    "no-alt": ("A picture has no words for who does not see it.", _no_alt),
    "no-question": ("A card in a lane of measures asks no question.", _no_question),
    "no-dataset": ("The map asks questions but names no dataset.", _no_dataset),
    "no-binding": ("The map is read beside a dataset, and a step's touchpoint is bound to no events.", _no_binding),
    "gone": ("Something refers to a record that is gone.", _gone),
    "in-tray": ("A card lies in the tray.", _in_tray),
}
