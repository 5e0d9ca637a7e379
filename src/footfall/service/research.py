"""The research plan: what the maps take for granted, the most important first, with questions to ask next."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import QueryLimit
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.places import places_of_steps
from footfall.journey.questions import Reach
from footfall.journey.research import Assumption, assumptions_of, ranked
from footfall.measures.measure import Measure
from footfall.service import library, maps, readings
from footfall.service.workspace import Workspace

MOST = 500  # assumptions of one plan; who has more asks for one map

Reaches = dict[str, Measure]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class PlannedAssumption(Assumption):
    """An assumption with the map that it stands on."""

    map: str = Field(description="The map's id.")
    title: str = Field(description="The map's title.")
    dataset: str = Field("", description="The dataset in which customers were counted at its step, if they were.")
    reach: Measure | None = Field(None, description="How many customers come to its step.")


class ResearchPlan(_Model):
    """What to ask customers next."""

    total: int = Field(description="How many assumptions there are.")
    assumptions: tuple[PlannedAssumption, ...] = Field(description=f"The most important first, at most {MOST}.")
    notes: tuple[str, ...] = Field((), description="Where customers could not be counted, and why.")


def plan(ws: Workspace, actor: Actor, map: str = "", language: str = "en") -> ResearchPlan:
    """The assumptions of one map, or of all that are not archived. Raises NotFound for a map, StorageFailed."""
    shared, notes = library.read(ws, actor), list[str]()
    chosen = [map] if map else [one.id for one in maps.list(ws, actor) if one.status != "archived"]
    found = [one for id in chosen for one in _of_map(ws, actor, id, shared, language, notes)]
    return ResearchPlan(total=len(found), assumptions=ranked(found)[:MOST], notes=tuple(notes))


def _of_map(
    ws: Workspace, actor: Actor, id: str, shared: LibraryDocument, language: str, notes: list[str]
) -> Iterator[PlannedAssumption]:
    document = maps.read(ws, actor, id)
    reaches = _reaches(ws, actor, document, shared, notes)
    shares = {step: one.value for step, one in reaches.items() if one.value is not None}
    for one in assumptions_of(document, shared, shares, language):
        reach = reaches.get(one.step_id)
        dataset = document.header.dataset if reach else ""
        yield PlannedAssumption(**one.model_dump(), map=id, title=document.header.title, dataset=dataset, reach=reach)


def _reaches(ws: Workspace, actor: Actor, document: MapDocument, shared: LibraryDocument, notes: list[str]) -> Reaches:
    """How many customers come to each step that events say something of; a map that cannot be counted is noted."""
    from footfall.service.asking import put_all

    dataset, note = readings.dataset_of(ws, actor, document)
    places = places_of_steps(document)
    if note or not places:
        return {}
    questions = [Reach(at=place) for place in places.values()]
    try:
        counted = put_all(ws, actor, dataset, shared.touchpoints, questions).measures()
    except QueryLimit as error:
        notes.append(f"{document.header.title}: {error}")
        return {}
    return {step: one for step, one in zip(places, counted, strict=True) if one.n and not one.too_few}
