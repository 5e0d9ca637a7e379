"""Opportunities: where they stand on maps, and which customers they concern."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.document import MapDocument
from footfall.journey.places import MOST_IN_A_PLACE, Place, places_of_steps
from footfall.journey.questions import Only, Question, Reach
from footfall.journey.records import Card, LaneKind, Opportunity
from footfall.measures.measure import Measure
from footfall.service import datasets, library, maps, readings
from footfall.service.workspace import Workspace


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class OpportunityCard(_Model):
    """A card that names an opportunity, and the cell in which it stands."""

    id: str
    text: str = ""
    kind: LaneKind | None = Field(None, description="The kind of its lane; none for a card that waits in the tray.")
    lane: str = Field("", description="The name of its lane, where it has one of its own.")
    step: str = Field("", description="The name of its first step.")
    stage: str = Field("", description="The name of that step's stage.")


class StandingOnMap(_Model):
    """The cards of one map that name an opportunity."""

    map: str
    title: str
    cards: tuple[OpportunityCard, ...]


class Standing(_Model):
    """Where opportunities stand."""

    standing: dict[str, tuple[StandingOnMap, ...]] = Field(
        description="By the id of an opportunity, the maps with cards that name it; one that none names is absent."
    )


class Concerned(_Model):
    """The customers of one dataset who came to what an opportunity is about."""

    dataset: str
    name: str = Field(description="The name of the dataset.")
    customers: int = Field(description="How many customers came there.")
    reach: Measure = Field(description="Which share of all customers that is, with its interval.")
    opens: Question = Field(description="The question whose population is exactly these customers.")


class AllConcerned(_Model):
    """Whom opportunities concern."""

    concerned: dict[str, tuple[Concerned, ...]] = Field(
        description="By the id of an opportunity, one entry a dataset; absent where no step of it is bound to events."
    )


def standing(ws: Workspace, actor: Actor) -> Standing:
    """The cards that name each opportunity, over the maps that the actor may read."""
    found: dict[str, list[StandingOnMap]] = {}
    for named in _named(ws, actor):
        seen = tuple(_told(named.document, id) for id in named.cards)
        on_map = StandingOnMap(map=named.map, title=named.document.header.title, cards=seen)
        found.setdefault(named.opportunity, []).append(on_map)
    return Standing(standing={id: tuple(places) for id, places in found.items()})


def concerned(ws: Workspace, actor: Actor) -> AllConcerned:
    """The customers who came to the touchpoints of the steps in which an opportunity's cards stand.

    A card that names a touchpoint itself stands for that one alone. Raises QueryLimit, StorageFailed.
    """
    found: dict[str, list[Concerned]] = {}
    for dataset, places in _places_by_dataset(ws, actor).items():
        for id, one in _concerned_in(ws, actor, dataset, places).items():
            found.setdefault(id, []).append(one)
    return AllConcerned(concerned={id: tuple(each) for id, each in found.items()})


def concerns(at: Place) -> Question:
    """The question whose population is exactly those who came to a place."""
    return Reach(at=at, only=Only(passed=(at,)))


@dataclass(frozen=True)
class _Named:
    """The cards of one map that name one opportunity."""

    opportunity: str
    map: str
    document: MapDocument
    cards: dict[str, Card]


def _named(ws: Workspace, actor: Actor) -> Iterator[_Named]:
    known = library.read(ws, actor).opportunities
    for using in maps.using(ws, actor):
        if known.keys().isdisjoint(using.uses):
            continue
        document = maps.read(ws, actor, using.id)
        for id, cards in _cards_by_opportunity(document, known).items():
            yield _Named(id, using.id, document, cards)


def _cards_by_opportunity(document: MapDocument, known: Mapping[str, Opportunity]) -> dict[str, dict[str, Card]]:
    found: dict[str, dict[str, Card]] = {}
    for id, card in document.cards.items():
        if card.opportunity in known:
            found.setdefault(card.opportunity, {})[id] = card
    return found


def _told(document: MapDocument, id: str) -> OpportunityCard:
    card = document.cards[id]
    lane, step = document.lanes.get(card.lane), document.steps.get(card.step)
    stage = document.stages.get(step.stage) if step else None
    return OpportunityCard(
        id=id,
        text=card.text,
        kind=lane.kind if lane and step else None,
        lane=lane.name if lane else "",
        step=step.name if step else "",
        stage=stage.name if stage else "",
    )


def _places_by_dataset(ws: Workspace, actor: Actor) -> dict[str, dict[str, Place]]:
    """For each dataset that is here, the touchpoints of each opportunity on the maps that name that dataset."""
    found: dict[str, dict[str, Place]] = {}
    known = library.read(ws, actor).touchpoints
    for named in _named(ws, actor):
        dataset, note = readings.dataset_of(ws, actor, named.document)
        at = tuple(id for id in _place(named) if id in known)
        if at and not note:
            places = found.setdefault(dataset, {})
            places[named.opportunity] = _joined(places.get(named.opportunity, ()), at)
    return found


def _place(named: _Named) -> Iterator[str]:
    columns, steps = list(named.document.steps), places_of_steps(named.document)
    for card in named.cards.values():
        if card.touchpoint:
            yield card.touchpoint
        elif card.step in columns:
            first = columns.index(card.step)
            for step in columns[first : first + card.span]:
                yield from steps.get(step, ())


def _joined(one: Place, other: Place) -> Place:
    return tuple(dict.fromkeys((*one, *other)))[:MOST_IN_A_PLACE]


def _concerned_in(ws: Workspace, actor: Actor, dataset: str, places: Mapping[str, Place]) -> dict[str, Concerned]:
    from footfall.service.asking import put_all

    _, manifest = datasets.find(ws, actor, dataset)
    questions = [Reach(at=at) for at in places.values()]
    measures = put_all(ws, actor, dataset, library.read(ws, actor).touchpoints, questions).measures()
    found = {}
    for (id, at), reach in zip(places.items(), measures, strict=True):
        customers = round((reach.value or 0) * reach.n)  # the mean of 0 and 1 over all customers
        found[id] = Concerned(dataset=dataset, name=manifest.name, customers=customers, reach=reach, opens=concerns(at))
    return found
