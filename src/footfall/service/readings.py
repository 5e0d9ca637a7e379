"""Readings: all living numbers of one map, in one go."""

from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import NotFound
from footfall.journey.changes import Actor
from footfall.journey.document import MapDocument
from footfall.journey.places import Place, one_place, places_of_steps
from footfall.journey.questions import DropOff, Duration, Funnel, Late, Question, Reach, Score
from footfall.measures.measure import Measure
from footfall.service import datasets, library, maps
from footfall.service.datasets import DatasetSummary
from footfall.service.workspace import Workspace


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class StepReading(_Model):
    """What the data say of one step; a step without touchpoints has none."""

    reach: Measure = Field(description="Which share of all customers came here.")
    drop_off: Measure | None = Field(None, description="Which share went to no later step; none for the last step.")
    emotion: Measure | None = Field(None, description="The mean score, -2 to +2; none without answers.")
    late: Measure | None = Field(None, description="Which share came after its promised time; none without promises.")


class StageReading(_Model):
    """What the data say of one stage."""

    reach: Measure = Field(description="Which share of all customers came here.")
    funnel: Measure | None = Field(
        None, description="Of those who passed all stages before, the share who came here; none for the first stage."
    )
    duration: Measure | None = Field(None, description="Median hours in the stage; none when nobody has a stay.")
    long_duration: Measure | None = Field(None, description="90th percentile of the hours in the stage.")


class Readings(_Model):
    """All living numbers of one map, by the ids of what they stand at."""

    dataset: DatasetSummary | None = Field(None, description="The data that were read; none when the map names none.")
    note: str = Field("", description="Why there are no numbers, when there are none.")
    cards: dict[str, Measure] = {}
    steps: dict[str, StepReading] = {}
    stages: dict[str, StageReading] = {}


def of_map(ws: Workspace, actor: Actor, map_id: str) -> Readings:
    """Read a map beside its dataset. Raises NotFound for the map, QueryLimit, StorageFailed."""
    return of_document(ws, actor, maps.read(ws, actor, map_id))


def of_document(ws: Workspace, actor: Actor, document: MapDocument) -> Readings:
    """Read a map that is at hand."""
    dataset, note = dataset_of(ws, actor, document)
    if note:
        return Readings(note=note)
    folder, manifest = datasets.find(ws, actor, dataset)
    from footfall.service.asking import put_all

    plan = _plan(document)
    asked = put_all(ws, actor, dataset, library.read(ws, actor).touchpoints, list(plan.questions.values()))
    answers = dict(zip(plan.questions, asked.measures(), strict=True))
    return Readings(
        dataset=datasets.summary(folder, manifest),
        cards={id: answers["card", id, ""] for id in plan.cards},
        steps={id: _step(answers, id) for id in plan.steps},
        stages={id: _stage(answers, id) for id in plan.stages},
    )


def dataset_of(ws: Workspace, actor: Actor, document: MapDocument) -> tuple[str, str]:
    """The dataset that a map names; and where there is none, why."""
    dataset = document.header.dataset
    if not dataset:
        return "", "This map names no dataset."
    try:
        datasets.find(ws, actor, dataset)
    except NotFound:
        return dataset, f"The dataset '{dataset}' that this map names is not here."
    return dataset, ""


Key = tuple[str, str, str]


@dataclass
class _Plan:
    """The questions of a map, by what they stand at."""

    questions: dict[Key, Question] = field(default_factory=dict)
    cards: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)


def _plan(document: MapDocument) -> _Plan:
    plan, places = _Plan(), places_of_steps(document)
    for id, card in document.cards.items():
        if card.question is not None:
            plan.cards.append(id)
            plan.questions["card", id, ""] = card.question
    plan.steps.extend(places)
    plan.questions |= questions_of_steps(places)
    _plan_stages(document, places, plan)
    return plan


def questions_of_steps(places: dict[str, Place]) -> "dict[Key, Question]":
    """What is asked of each step that has touchpoints."""
    asked: dict[Key, Question] = {}
    for id, place in places.items():
        asked |= _of_step(id, place, _after(id, places))
    return asked


def _after(step: str, places: dict[str, Place]) -> Place:
    columns = list(places)
    later = columns[columns.index(step) + 1 :]
    return one_place(touchpoint for id in later for touchpoint in places[id])


def _of_step(id: str, at: Place, onward: Place) -> dict[Key, Question]:
    asked: dict[Key, Question] = {
        ("step", id, "reach"): Reach(at=at),
        ("step", id, "emotion"): Score(at=at, as_emotion=True),
        ("step", id, "late"): Late(at=at),
    }
    return asked | ({("step", id, "drop-off"): DropOff(at=at, onward=onward)} if onward else {})


def _plan_stages(document: MapDocument, places: dict[str, Place], plan: _Plan) -> None:
    passed: list[Place] = []
    for id in document.stages:
        at = one_place(touchpoint for step in document.steps_of(id) for touchpoint in places.get(step, ()))
        if not at:
            continue
        plan.stages.append(id)
        passed.append(at)
        plan.questions["stage", id, "reach"] = Reach(at=at)
        plan.questions["stage", id, "duration"] = Duration(at=at)
        plan.questions["stage", id, "long"] = Duration(at=at, statistic="p90")
        if 1 < len(passed) <= 50:
            plan.questions["stage", id, "funnel"] = Funnel(places=tuple(passed))


def _step(answers: dict[Key, Measure], id: str) -> StepReading:
    return StepReading(
        reach=answers["step", id, "reach"],
        drop_off=answers.get(("step", id, "drop-off")),
        emotion=_if_any(answers["step", id, "emotion"]),
        late=_if_any(answers["step", id, "late"]),
    )


def _stage(answers: dict[Key, Measure], id: str) -> StageReading:
    return StageReading(
        reach=answers["stage", id, "reach"],
        funnel=answers.get(("stage", id, "funnel")),
        duration=_if_any(answers["stage", id, "duration"]),
        long_duration=_if_any(answers["stage", id, "long"]),
    )


def _if_any(measure: Measure) -> Measure | None:
    return measure if measure.n else None
