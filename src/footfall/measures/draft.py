"""A first map out of data: an outline and the answers to its questions in, records of a map and a library out. Pure.

Every card that states a number cites it: the dataset, the question that opens the customers, value, interval and n.
The same facts give the same records, ids included. docs/adr/0010 says how and why.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from fractional_indexing import generate_n_keys_between

from footfall.journey.changes import RecordJson, Records
from footfall.journey.questions import Duration, Question, Score
from footfall.journey.records import (
    HEADER_ID,
    Card,
    Channel,
    Evidence,
    Header,
    Lane,
    LaneKind,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from footfall.journey.records.touchpoint import Binding
from footfall.journey.settling import sparse
from footfall.measures.draft_names import icon, slug
from footfall.measures.draft_outline import Moment, Outline, StagePlan
from footfall.measures.draft_pains import AFTERMATH, Pain, StepQuestions, Told, asked, pains, says_something
from footfall.measures.draft_words import hours

LANES = {
    "actions": LaneKind.ACTIONS,
    "touchpoints": LaneKind.TOUCHPOINTS,
    "emotion": LaneKind.EMOTION,
    "pain-points": LaneKind.PAIN_POINTS,
    "measures": LaneKind.MEASURES,
}


@dataclass(frozen=True)
class Dataset:
    """What a draft must know of the dataset: its id for citing, its title for people."""

    id: str
    title: str


@dataclass(frozen=True)
class Draft:
    """Records for a new map, and those that the library lacks for it."""

    map: Records
    library: Records


def questions(outline: Outline) -> tuple[Question, ...]:
    """All that a draft asks, each question once."""
    of_steps = [question for step in asked(outline) for question in (*step.all(), emotion_of(step))]
    of_stages = [stay_in(stage) for stage in outline.stages]
    return tuple(dict.fromkeys([*of_steps, *of_stages]))


def emotion_of(step: StepQuestions) -> Score:
    """What customers score at a step, on the emotion scale."""
    return Score(at=step.step.place, as_emotion=True)


def stay_in(stage: StagePlan) -> Duration:
    """How long customers stay in a stage."""
    return Duration(at=stage.place)


def draft(
    dataset: Dataset, outline: Outline, told: Told, channels: Mapping[str, str], known: Iterable[str] = ()
) -> Draft:
    """The first map of a dataset; `channels` has the ids of known channel names, `known` those of touchpoints."""
    steps = asked(outline)
    hurts = pains(steps, told)
    header = {HEADER_ID: _header(dataset, outline, told, hurts)}
    cards = _Cards(dataset.id, told)
    for step in steps:
        cards.step(step)
    cards.pains(hurts)
    cards.left_out(outline)
    every = {**channels, **_new_channels(outline, channels)}
    skeleton = _stages(outline) | _steps(outline) | _lanes(cards.lanes)
    return Draft(_json(header | skeleton | cards.records(every)), _json(_library(outline, every, channels, known)))


def _header(dataset: Dataset, outline: Outline, told: Told, hurts: list[Pain]) -> Header:
    first, last = outline.moments[0].name, outline.moments[-1].name
    return Header(
        title=f"{dataset.title}: first map from data",
        dataset=dataset.id,
        scenario="\n".join(_findings(outline, told, hurts)),
        scope_begin=first,
        scope_end=last,
        point_of_view="What the data show of all customers; nobody has been asked yet",
    )


def _findings(outline: Outline, told: Told, hurts: list[Pain]) -> Iterator[str]:
    yield f"Drafted from {outline.customers:,} customers in the data; every card cites the number that it stands on."
    slowest = slowest_stage(outline, told)
    if slowest:
        stay = told[stay_in(slowest)]
        yield f"Slowest stage: {slowest.name}, half stay {hours(stay.value or 0)} or longer (n {stay.n:,})."
    if hurts:
        step = next(step for step in outline.steps if step.id == hurts[0].step)
        yield f"Strongest pain: {step.main.name}: {hurts[0].text[:1].lower()}{hurts[0].text[1:]}."
    if outline.left_out:
        yield f"{_rare(outline)} left out."


def slowest_stage(outline: Outline, told: Told) -> StagePlan | None:
    """The stage in which customers stay longest, leaving aside those that come after the journey's goal."""
    known = [stage for stage in outline.stages if says_something(told[stay_in(stage)])]
    on_the_way = [stage for stage in known if not _is_aftermath(stage)]
    return max(on_the_way or known, key=lambda stage: told[stay_in(stage)].value or 0, default=None)


def _is_aftermath(stage: StagePlan) -> bool:
    moments = [moment for step in stage.steps for moment in step.moments]
    return all(moment.theme in AFTERMATH for moment in moments)


def _rare(outline: Outline) -> str:
    count = len(outline.left_out)
    return f"{count} rare event{'s' if count > 1 else ''}"


def _stages(outline: Outline) -> dict[str, Record]:
    keys = _keys(len(outline.stages))
    return {stage.id: Stage(name=stage.name, order=key) for stage, key in zip(outline.stages, keys, strict=True)}


def _steps(outline: Outline) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for stage in outline.stages:
        for step, key in zip(stage.steps, _keys(len(stage.steps)), strict=True):
            found[step.id] = Step(stage=stage.id, name=step.main.name, touchpoint=step.main.id, order=key)
    return found


def _lanes(filled: Set[str]) -> dict[str, Record]:
    """The lanes of a draft; without scores there is no emotion to show, and with nothing left out no list of it."""
    lanes = {f"lane-{id}": Lane(kind=kind) for id, kind in LANES.items() if id in filled or id != "emotion"}
    if "left-out" in filled:
        lanes["lane-left-out"] = Lane(kind=LaneKind.FREE, name="Left out")
    keys = _keys(len(lanes))
    return {id: lane.model_copy(update={"order": key}) for (id, lane), key in zip(lanes.items(), keys, strict=True)}


class _Cards:
    """The cards of a draft as they are written, cell by cell."""

    def __init__(self, dataset: str, told: Told) -> None:
        self._dataset, self._told = dataset, told
        self._cells: dict[tuple[str, str], list[dict[str, Any]]] = {}

    @property
    def lanes(self) -> Set[str]:
        """The lanes that have cards."""
        return {lane for lane, _ in self._cells}

    def step(self, step: StepQuestions) -> None:
        """What one column says: what happens, where, how it feels, how much."""
        id, told = step.step.id, self._told
        for moment in step.step.moments:
            met = self._cite(step.visitors[moment])
            self._add("touchpoints", id, moment=moment, evidence=met)
            self._add("actions", id, text=moment.name, evidence=met)
        emotion = told.get(emotion_of(step))
        if says_something(emotion):
            self._add("emotion", id, score=round(emotion.value or 0, 1), evidence=self._cite(emotion_of(step)))
        for question in _measured(step, told):
            self._add("measures", id, text=_note(question), question=question)

    def pains(self, hurts: list[Pain]) -> None:
        """The pain points; their order keys run over the whole map, so that the strongest is first everywhere."""
        for pain, key in zip(hurts, _keys(len(hurts)), strict=True):
            tags = ("strongest pain",) if pain is hurts[0] else ()
            self._add(
                "pain-points", pain.step, text=pain.text, severity=pain.severity, order=key, tags=tags,
                evidence=self._cite(*pain.cites),
            )  # fmt: skip

    def left_out(self, outline: Outline) -> None:
        """A card that names what the draft does not show."""
        if outline.left_out:
            named = ", ".join(f"{fact.name} ({fact.customers:,})" for fact in outline.left_out[:30])
            self._add("left-out", outline.steps[0].id, text=f"{_rare(outline)} left out, by customers: {named}")

    def _add(self, lane: str, step: str, **fields: Any) -> None:
        self._cells.setdefault((lane, step), []).append(fields)

    def _cite(self, *questions: Question) -> tuple[Evidence, ...]:
        """The answers that say something, as evidence."""
        known = (question for question in questions if says_something(self._told.get(question)))
        return tuple(evidence(self._dataset, self._told, question) for question in known)

    def records(self, channels: Mapping[str, str]) -> dict[str, Record]:
        """All cards by id."""
        return {
            f"{lane}-{step}-{place}": _card(lane, step, key, fields, channels)
            for (lane, step), cell in self._cells.items()
            for place, (fields, key) in enumerate(zip(cell, _keys(len(cell)), strict=True), 1)
        }


def _card(lane: str, step: str, key: str, fields: dict[str, Any], channels: Mapping[str, str]) -> Card:
    moment: Moment | None = fields.pop("moment", None)
    place = {"touchpoint": moment.id, "channels": _ids(moment, channels)} if moment else {}
    return Card(**{"lane": f"lane-{lane}", "step": step, "order": key} | place | fields)


def _measured(step: StepQuestions, told: Told) -> Iterator[Question]:
    """The questions that have something to say at a step."""
    for question in (step.reach, step.onward, step.wait, step.late, step.score):
        if question and says_something(told.get(question)):
            yield question


def evidence(dataset: str, told: Told, question: Question) -> Evidence:
    """A citation of an answer as it is now."""
    measure = told[question]
    return Evidence(
        note=_note(question),
        dataset=dataset,
        question=question,
        value=measure.value,
        low=measure.low,
        high=measure.high,
        unit=measure.unit,
        n=measure.n,
        at=measure.last,
    )


def touchpoints(outline: Outline, channels: Mapping[str, str] = MappingProxyType({})) -> dict[str, Touchpoint]:
    """The draft's moments as touchpoints, each bound to its event; `channels` gives ids of channel names."""
    return {
        moment.id: Touchpoint(
            name=moment.name, channels=_ids(moment, channels), bindings=(Binding(events=(moment.fact.name,)),)
        )
        for moment in outline.moments
    }


NOTES = {
    "reach": "Customers who come here",
    "drop-off": "Go no further",
    "flow": "Time until it goes on",
    "late": "After the promised time",
    "score": "Mean score",
    "score kept": "Mean score when it came in time",
    "score broken": "Mean score when it came late",
}


def _note(question: Question) -> str:
    """What the number is, in few words; its question has the exact definition."""
    return NOTES.get(f"{question.kind} {getattr(question, 'promise', '')}".strip(), question.kind)


def _library(
    outline: Outline, channels: Mapping[str, str], had: Mapping[str, str], known: Iterable[str]
) -> dict[str, Record]:
    new = {id: name for name, id in channels.items() if name not in had}
    left_alone = set(known)
    found: dict[str, Record] = {id: Channel(name=_title(name), icon=icon(name)) for id, name in new.items()}
    bound = touchpoints(outline, channels)
    return found | {id: touchpoint for id, touchpoint in bound.items() if id not in left_alone}


def _new_channels(outline: Outline, had: Mapping[str, str]) -> dict[str, str]:
    """Ids for channel names that have none yet."""
    names = sorted({name for moment in outline.moments for name in moment.fact.channels if name} - had.keys())
    used = {*had.values(), *(moment.id for moment in outline.moments)}
    new: dict[str, str] = {}
    for name in names:
        new[name] = slug(name, used | set(new.values()))
    return new


def _ids(moment: Moment, channels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(channels[name] for name in moment.fact.channels if name in channels)


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _keys(count: int) -> list[str]:
    return list(generate_n_keys_between(None, None, count))


def _json(records: Mapping[str, Record]) -> Records:
    return {id: _sparse(record) for id, record in records.items()}


def _sparse(record: Record) -> RecordJson:
    return {"type": getattr(record, "type", "")} | sparse(record)
