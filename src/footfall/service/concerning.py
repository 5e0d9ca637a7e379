"""Whom opportunities concern: the customers of the number that one was made from, else those who come to its steps."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidQuestion, NotFound
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument
from footfall.journey.evidence import asked_by
from footfall.journey.places import MOST_IN_A_PLACE, Place, places_of_steps
from footfall.journey.questions import Question, Reach
from footfall.journey.records import Evidence, Opportunity
from footfall.journey.records.evidence import Deviated
from footfall.measures.measure import TOO_FEW, Measure, Opened, Unit
from footfall.service import alignments, datasets, library, maps, readings
from footfall.service.opportunities import Named, named
from footfall.service.questions import check_page
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.service.asking import Asked

Basis = Literal["number", "deviation", "steps"]
Gone = Literal["dataset", "touchpoint", "map", "step"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Concerned(_Model):
    """The customers of one dataset whom an opportunity concerns, and the number that says so."""

    dataset: str
    name: str = Field(description="The name of the dataset.")
    customers: int = Field(description="How many customers.")
    basis: Basis = Field(
        description="Who they are. number: those whom the number counts that it cites, of a share those who make it up."
        " deviation: those who deviate from a map as it cites. steps: those who came to the steps of its cards."
    )
    definition: str = Field(description="In plain words: what the number counts, among whom.")
    value: float | None = Field(description="The number as the data say it today.")
    unit: Unit = "share"
    low: float | None = Field(None, description="Lower bound of its 95 % interval.")
    high: float | None = Field(None, description="Upper bound of its 95 % interval.")
    n: int = Field(ge=0, description="What the number stands on: customers, answers or events.")
    too_few: bool = Field(False, description=f"Fewer than {TOO_FEW} customers: too few to say.")
    note: str = Field("", description="What else a reader must know.")


class AllConcerned(_Model):
    """Whom opportunities concern."""

    concerned: dict[str, tuple[Concerned, ...]] = Field(
        description="By the id of an opportunity, one entry a dataset; absent where nobody knows."
    )
    gone: dict[str, Gone] = Field(
        {},
        description="By the id of an opportunity, why the number that it cites cannot be counted any more: its dataset,"
        " its touchpoint, its map or its step is gone. Its customers are then those who come to its steps.",
    )


def concerned(ws: Workspace, actor: Actor) -> AllConcerned:
    """Whom each opportunity concerns. Raises QueryLimit, StorageFailed.

    The customers are those of the first number that it cites with its question or deviation. Without one they are those
    who came to the touchpoints of the steps in which its cards stand; a card that names a touchpoint itself stands for
    that one alone.
    """
    shared = library.read(ws, actor)
    found: dict[str, tuple[Concerned, ...]] = {}
    gone: dict[str, Gone] = {}
    for id, cited in _all_cited(shared.opportunities):
        if lost := _gone(ws, actor, shared, cited):
            gone[id] = lost
        else:
            found[id] = (_by_number(ws, actor, shared, cited),)
    return AllConcerned(concerned=_by_steps(ws, actor, shared, found.keys()) | found, gone=gone)


def customers(ws: Workspace, actor: Actor, id: str, dataset: str, offset: int = 0, limit: int = 100) -> Opened:
    """A page of exactly the customers of one dataset whom an opportunity concerns, each once.

    Raises NotFound, InvalidQuestion, QueryLimit, StorageFailed.
    """
    check_page(offset, limit)
    shared = library.read(ws, actor)
    opportunity = shared.opportunities.get(id)
    if opportunity is None:
        raise NotFound(f"The library has no opportunity '{id}'.", todo="Its page lists those that there are.")
    cited = cited_number(opportunity)
    if cited is None or _gone(ws, actor, shared, cited):
        at = _places_by_dataset(ws, actor, shared).get(dataset, {}).get(id)
        question: Question | None = Reach(at=at) if at else None
    elif cited.deviation:
        return _deviating(ws, actor, cited.deviation, offset, limit)
    else:
        question = cited.question if cited.dataset == dataset else None
    if question is None:
        raise InvalidQuestion("The opportunity concerns nobody there.", "Choose a dataset that its page names.")
    return _put(ws, actor, shared, dataset, question).people(offset, limit)


def cited_number(opportunity: Opportunity) -> Evidence | None:
    """The first number that it cites with what opens its customers."""
    return next((one for one in opportunity.evidence if one.deviation or (one.question and one.dataset)), None)


def _all_cited(all: Mapping[str, Opportunity]) -> Iterator[tuple[str, Evidence]]:
    for id, one in all.items():
        if cited := cited_number(one):
            yield id, cited


def _gone(ws: Workspace, actor: Actor, shared: LibraryDocument, cited: Evidence) -> Gone | None:
    """What a number asks about and is not here any more."""
    if cited.deviation:
        return _deviation_gone(ws, actor, cited.deviation, cited.dataset)
    if not shared.ground.bears(dataset=cited.dataset):
        return "dataset"
    return None if shared.ground.bears(asked=asked_by(cited.question)) else "touchpoint"


def _deviation_gone(ws: Workspace, actor: Actor, cited: Deviated, dataset: str) -> Gone | None:
    try:
        document = maps.read(ws, actor, cited.map)
    except NotFound:
        return "map"
    now, note = readings.dataset_of(ws, actor, document)
    if note or (dataset and dataset != now):
        return "dataset"
    return None if cited.step in document.steps else "step"


def _by_number(ws: Workspace, actor: Actor, shared: LibraryDocument, cited: Evidence) -> Concerned:
    if cited.deviation:
        return _by_deviation(ws, actor, cited.deviation)
    question: Any = cited.question
    asked = _put(ws, actor, shared, cited.dataset, question)
    (measure,), (people,) = asked.measures(), asked.counted_people()
    return _told(ws, actor, cited.dataset, "number", people, measure)


def _by_deviation(ws: Workspace, actor: Actor, cited: Deviated) -> Concerned:
    from footfall.measures.statistics import share_interval

    alignment = alignments.of_map(ws, actor, cited.map, alignments.Terms(unmapped=cited.unmapped))
    deviating = _deviating(ws, actor, cited, 0, 1)
    low, high = share_interval(deviating.total, alignment.customers)
    _, manifest = datasets.find(ws, actor, alignment.dataset)
    return Concerned(
        dataset=alignment.dataset,
        name=manifest.name,
        customers=deviating.total,
        basis="deviation",
        definition=deviating.definition,
        value=deviating.total / alignment.customers if alignment.customers else None,
        low=low,
        high=high,
        n=alignment.customers,
        too_few=alignment.customers < TOO_FEW,
    )


def _deviating(ws: Workspace, actor: Actor, cited: Deviated, offset: int, limit: int) -> Opened:
    from footfall.measures.alignment.told import Counted

    page = alignments.Page(Counted(of="step", id=cited.step, what=cited.what), offset, limit)
    return alignments.population(ws, actor, cited.map, page, alignments.Terms(unmapped=cited.unmapped))


def _told(ws: Workspace, actor: Actor, dataset: str, basis: Basis, people: int, measure: Measure) -> Concerned:
    _, manifest = datasets.find(ws, actor, dataset)
    same = ("definition", "value", "unit", "low", "high", "n", "too_few", "note")
    number: dict[str, Any] = {name: getattr(measure, name) for name in same}
    return Concerned(dataset=dataset, name=manifest.name, customers=people, basis=basis, **number)


def _put(ws: Workspace, actor: Actor, shared: LibraryDocument, dataset: str, *questions: Question) -> "Asked":
    from footfall.service.asking import put_all

    return put_all(ws, actor, dataset, shared.touchpoints, questions)


def _by_steps(
    ws: Workspace, actor: Actor, shared: LibraryDocument, known: Collection[str]
) -> dict[str, tuple[Concerned, ...]]:
    """By opportunity those who came to its steps, of each that is not known otherwise."""
    found: dict[str, tuple[Concerned, ...]] = {}
    for dataset, places in _places_by_dataset(ws, actor, shared).items():
        wanted = {id: Reach(at=at) for id, at in places.items() if id not in known}
        asked = _put(ws, actor, shared, dataset, *wanted.values())
        for id, people, measure in zip(wanted, asked.counted_people(), asked.measures(), strict=True):
            found[id] = (*found.get(id, ()), _told(ws, actor, dataset, "steps", people, measure))
    return found


def _places_by_dataset(ws: Workspace, actor: Actor, shared: LibraryDocument) -> dict[str, dict[str, Place]]:
    """For each dataset that is here, the touchpoints of each opportunity on the maps that name that dataset."""
    found: dict[str, dict[str, Place]] = {}
    for one in named(ws, actor):
        dataset, note = readings.dataset_of(ws, actor, one.document)
        at = tuple(id for id in _place(one) if id in shared.touchpoints)
        if at and not note:
            places = found.setdefault(dataset, {})
            places[one.opportunity] = _joined(places.get(one.opportunity, ()), at)
    return found


def _place(one: Named) -> Iterator[str]:
    columns, steps = list(one.document.steps), places_of_steps(one.document)
    for card in one.cards.values():
        if card.touchpoint:
            yield card.touchpoint
        elif card.step in columns:
            first = columns.index(card.step)
            for step in columns[first : first + card.span]:
                yield from steps.get(step, ())


def _joined(one: Place, other: Place) -> Place:
    return tuple(dict.fromkeys((*one, *other)))[:MOST_IN_A_PLACE]
