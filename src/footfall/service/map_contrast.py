"""Contrast on a map: at each step what two groups of customers do, take and say differently.

Each number is the one that the map shows at the step, asked of each group alone; all are corrected together for their
number. A step by which the groups are told apart differs by itself, and is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidQuestion
from footfall.journey.analyses import Group, named_places
from footfall.journey.changes import Actor
from footfall.journey.document import MapDocument
from footfall.journey.places import places_of_steps
from footfall.journey.questions import Duration, Question
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.measure import TOO_FEW, Measure
from footfall.service import datasets, maps
from footfall.service.datasets import DatasetSummary
from footfall.service.questions import touchpoints_for
from footfall.service.readings import questions_of_steps
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.measures.contrasting import How, Pair
    from footfall.service.asking import Asked

What = Literal["reach", "drop-off", "stay", "emotion", "late"]

HOW: "Mapping[str, How]" = {
    "reach": "share",
    "drop-off": "share",
    "late": "share",
    "stay": "median",
    "emotion": "mean",
}
WORDS = {
    "reach": "{first} of {a} come to {step}, {second} of {b}",
    "drop-off": "{first} of {a} stop at {step}, {second} of {b}",
    "late": "At {step} {first} of the promises to {a} are broken, {second} of those to {b}",
    "stay": "{a} stay at {step} for {first}, {b} for {second}",
    "emotion": "At {step} {a} score {first} (from \u22122 to +2), {b} {second}",
}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class StepContrast(_Model):
    """One number of a step, of both groups."""

    what: What = Field(description="Who comes, who stops, how long they stay, how they score, which promises break.")
    first: Measure
    second: Measure
    difference: Figure = Field(description="The first group less the second.")
    contrast: Contrasted


class ContrastedGroup(_Model):
    """One of the two groups."""

    name: str
    customers: int = Field(description="Customers with events.")


class MapContrast(_Model):
    """What two groups do differently at the steps of a map."""

    dataset: DatasetSummary
    groups: tuple[ContrastedGroup, ContrastedGroup]
    note: str = Field("", description="What else a reader must know.")
    steps: dict[str, tuple[StepContrast, ...]] = Field(
        {}, description="By the step's id: its numbers, those that differ first."
    )


Key = tuple[str, What]


@dataclass(frozen=True)
class _Side:
    """All numbers of one group."""

    name: str
    asked: "Asked"
    keys: tuple[Key, ...]

    @cached_property
    def measures(self) -> dict[Key, Measure]:
        """The answers."""
        return dict(zip(self.keys, self.asked.measures(), strict=True))

    @property
    def customers(self) -> int:
        """Customers with events: those among whom is said who comes."""
        return next((one.n for key, one in self.measures.items() if key[1] == "reach"), 0)

    def spread(self, keys: Sequence[Key]) -> Any:
        """How often each value is among those of some numbers."""
        return self.asked.spread([self.keys.index(key) for key in keys])


def of_map(ws: Workspace, actor: Actor, map_id: str, groups: tuple[Group, Group]) -> MapContrast:
    """Contrast two groups at the steps of a map. Raises NotFound, InvalidQuestion, QueryLimit."""
    from footfall.measures.contrasting import compare

    document = maps.read(ws, actor, map_id)
    dataset = document.header.dataset
    if not dataset:
        raise InvalidQuestion("This map names no dataset.", "Choose the data that it is read beside.")
    folder, manifest = datasets.find(ws, actor, dataset)
    wanted = _questions(document, groups)
    first, second = sides = [_side(ws, actor, dataset, wanted, group) for group in groups]
    pairs = _pairs(first, second)
    keys = list(pairs)

    def sentence(place: int, says: Contrasted) -> str:
        return _sentence(document, keys[place], pairs[keys[place]], groups, says)

    steps: dict[str, tuple[StepContrast, ...]] = {}
    for place, one in compare(list(pairs.values()), sentence):
        step, what = keys[place]
        a, b = (side.measures[keys[place]] for side in sides)
        told = StepContrast(what=what, first=a, second=b, difference=one.difference, contrast=one.contrasted)
        steps[step] = (*steps.get(step, ()), told)
    return MapContrast(
        dataset=datasets.summary(folder, manifest),
        groups=(_group(first), _group(second)),
        note=" ".join(_notes(document, groups, sides, manifest.caution)),
        steps=steps,
    )


def _group(side: _Side) -> ContrastedGroup:
    return ContrastedGroup(name=side.name, customers=side.customers)


def _questions(document: MapDocument, groups: tuple[Group, Group]) -> dict[Key, Question]:
    """The numbers of the steps, but of those by which the groups are told apart."""
    apart = _apart(groups)
    places = places_of_steps(document)
    asked: dict[Key, Question] = {}
    for (_kind, id, what), question in questions_of_steps(places).items():
        if not apart & set(places[id]):
            asked[id, what] = question  # type: ignore[index]
    for id, at in places.items():
        if not apart & set(at):
            asked[id, "stay"] = Duration(at=at)
    return asked


def _apart(groups: tuple[Group, Group]) -> set[str]:
    return {item for group in groups for place in named_places(group.only) for item in place}


def _side(ws: Workspace, actor: Actor, dataset: str, asked: Mapping[Key, Question], group: Group) -> _Side:
    from footfall.service.asking import put_all

    touchpoints = touchpoints_for(ws, actor, named_places(group.only))
    questions = [question.model_copy(update={"only": group.only}) for question in asked.values()]
    return _Side(group.name, put_all(ws, actor, dataset, touchpoints, questions), tuple(asked))


def _pairs(first: _Side, second: _Side) -> "dict[Key, Pair]":
    from footfall.measures.contrasting import Pair, orders
    from footfall.measures.tabulating import figure

    pairs: dict[Key, Pair] = {}
    for what, how in HOW.items():
        told = [key for key in first.keys if key[1] == what]
        keys = [key for key in told if _is_one_scale(first.measures[key], second.measures[key])]
        ranked = orders(first.spread(keys), second.spread(keys), ("ask",)) if how != "share" and keys else {}
        for place, key in enumerate(keys):
            a, b = first.measures[key], second.measures[key]
            sides = [figure(one.unit, one.value, one.n, one.customers, (one.low, one.high)) for one in (a, b)]
            pairs[key] = Pair(how, a.unit, sides[0], sides[1], ranked.get((place,)))
    return pairs


def _is_one_scale(first: Measure, second: Measure) -> bool:
    """Whether both groups answered, and on the same question and scale most often."""
    names = ("survey_question", "survey_scale")
    return bool(first.n and second.n) and [first.details.get(name) for name in names] == [
        second.details.get(name) for name in names
    ]


def _notes(document: MapDocument, groups: tuple[Group, Group], sides: Sequence[_Side], caution: str) -> Iterator[str]:
    for side in sides:
        if side.customers < TOO_FEW:
            yield f"“{side.name}” has {side.customers} customers: too few to say."
    apart, places = _apart(groups), places_of_steps(document)
    if left := [f"“{document.steps[id].name}”" for id, at in places.items() if apart & set(at)]:
        yield f"Left out, as the groups are told apart by it: {', '.join(left)}."
    if caution:
        yield caution


def _sentence(document: MapDocument, key: Key, pair: "Pair", groups: tuple[Group, Group], says: Contrasted) -> str:
    from footfall.render.formats import Format

    if pair.is_too_few or pair.first.value is None or pair.second.value is None:
        return "Too few to say."
    writing = Format("en")
    said = WORDS[key[1]].format(
        step=f"“{document.steps[key[0]].name}”",
        a=f"“{groups[0].name}”",
        b=f"“{groups[1].name}”",
        first=writing.measure(pair.first.value, pair.unit),
        second=writing.measure(pair.second.value, pair.unit),
    )
    return f"{said}." if says.differs else f"{said}; chance may show as much."
