"""Maps inside maps: what the steps of a map open, who opens it, and the numbers that roll up."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey import nesting
from footfall.journey.changes import Actor
from footfall.journey.nesting import Opening, Openings, openings_of
from footfall.journey.places import MOST_IN_A_PLACE, Place
from footfall.journey.questions import Reach
from footfall.measures.measure import Measure
from footfall.service import library, maps
from footfall.service.maps import StockedMap
from footfall.service.readings import dataset_of
from footfall.service.workspace import Workspace

Why = Literal["", "gone", "loop", "no-dataset", "other-dataset", "no-touchpoints", "too-many"]
Maps = Mapping[str, StockedMap]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class NestedStep(_Model):
    """A step that opens a map, and how many customers that map counts."""

    step: str = Field(description="The step's id.")
    map: str = Field(description="The id of the map that it opens.")
    title: str = Field("", description="Its title; empty when it is not here.")
    loop: tuple[str, ...] = Field((), description="The titles round which it would go; such a map is not opened.")
    maps: tuple[str, ...] = Field((), description="The ids of the maps whose steps are counted together.")
    why: Why = Field("", description="Why nothing rolls up, when nothing does.")
    reach: Measure | None = Field(
        None, description="Of all customers, those who met any touchpoint of these maps, each counted once."
    )


class Above(_Model):
    """A step of another map that opens this one."""

    map: str
    title: str
    step: str
    name: str = Field(description="The step's name.")


class Closing(_Model):
    """A map that no step of this one may open, since it contains it."""

    map: str
    loop: tuple[str, ...] = Field(description="The titles round which it would go.")


class Nesting(_Model):
    """What lies inside a map, and what it lies inside of."""

    steps: tuple[NestedStep, ...] = ()
    above: tuple[Above, ...] = ()
    closing: tuple[Closing, ...] = ()


def of_map(ws: Workspace, actor: Actor, id: str) -> Nesting:
    """What lies inside a map as it stands, with numbers. Raises NotFound, QueryLimit, StorageFailed."""
    document = maps.read(ws, actor, id)
    known = maps.stocked(ws, actor)
    openings = {map: one.stock.opens for map, one in known.items()} | {id: openings_of(document)}
    dataset, note = dataset_of(ws, actor, document)
    found = [_told(known, openings, id, "" if note else dataset, one) for one in openings[id]]
    return Nesting(
        steps=tuple(_counted(ws, actor, dataset, known, found)),
        above=_above(known, id),
        closing=tuple(
            Closing(map=map, loop=_titles(known, loop)) for map, loop in nesting.closing(openings, id).items()
        ),
    )


def loops(ws: Workspace, actor: Actor, id: str, own: tuple[Opening, ...]) -> dict[str, tuple[str, ...]]:
    """The steps of a map that open a map which contains it, each with the titles round which it would go."""
    if not own:
        return {}
    known = maps.stocked(ws, actor)
    openings = {map: one.stock.opens for map, one in known.items()} | {id: own}
    found = {one.step: nesting.loop_of(openings, id, one.map) for one in own}
    return {step: _titles(known, loop) for step, loop in found.items() if loop}


def rolled_up(known: Maps, openings: Openings, id: str) -> tuple[tuple[str, ...], Place]:
    """The maps whose steps are counted together for one map, and their touchpoints: those beside the same dataset."""
    same = [map for map, one in known.items() if one.dataset == known[id].dataset]
    within = nesting.inside(openings, id, same)
    return within, tuple(dict.fromkeys(met for map in within for met in known[map].stock.meets))


def _told(known: Maps, openings: Openings, id: str, dataset: str, one: Opening) -> NestedStep:
    """A step without its number, and why it has none."""
    opened = known.get(one.map)
    loop = nesting.loop_of(openings, id, one.map)
    told = NestedStep(step=one.step, map=one.map, title=opened.title if opened else "", loop=_titles(known, loop))
    if opened is None:
        return told.model_copy(update={"why": "gone"})
    if loop:
        return told.model_copy(update={"why": "loop"})
    if not dataset or opened.dataset != dataset:
        return told.model_copy(update={"why": "other-dataset" if dataset else "no-dataset"})
    within, place = rolled_up(known, openings, one.map)
    why = "too-many" if len(place) > MOST_IN_A_PLACE else "" if place else "no-touchpoints"
    return told.model_copy(update={"maps": within, "why": why})


def _counted(ws: Workspace, actor: Actor, dataset: str, known: Maps, steps: list[NestedStep]) -> list[NestedStep]:
    """The steps with their numbers, all asked in one go."""
    asked = {one.step: _place(known, one) for one in steps if not one.why}
    if not asked:
        return steps
    from footfall.service.asking import put_all

    questions = [Reach(at=place) for place in asked.values()]
    answers = put_all(ws, actor, dataset, library.read(ws, actor).touchpoints, questions).measures()
    found = dict(zip(asked, answers, strict=True))
    return [one.model_copy(update={"reach": found.get(one.step)}) for one in steps]


def _place(known: Maps, one: NestedStep) -> Place:
    return tuple(dict.fromkeys(met for map in one.maps for met in known[map].stock.meets))


def _above(known: Maps, id: str) -> tuple[Above, ...]:
    return tuple(
        Above(map=map, title=found.title, step=one.step, name=one.name)
        for map, found in known.items()
        for one in found.stock.opens
        if one.map == id and map != id
    )


def _titles(known: Maps, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(known[id].title if id in known else id for id in ids)
