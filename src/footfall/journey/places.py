"""Where the customers of a map meet the organisation: the touchpoints of its steps."""

from collections.abc import Iterable

from footfall.journey.document import MapDocument
from footfall.journey.records import LaneKind

MOST_IN_A_PLACE = 200  # touchpoints, as questions allow

Place = tuple[str, ...]


def places_of_steps(document: MapDocument) -> dict[str, Place]:
    """The touchpoints of each step that has any: its own and those of the cards in its touchpoint lanes."""
    columns = list(document.steps)
    found: dict[str, list[str]] = {id: [step.touchpoint] for id, step in document.steps.items()}
    for card in document.cards.values():
        lane = document.lanes.get(card.lane)
        if lane and lane.kind is LaneKind.TOUCHPOINTS and card.step in found:
            first = columns.index(card.step)
            for column in columns[first : first + card.span]:
                found[column].append(card.touchpoint)
    places = {id: one_place(touchpoints) for id, touchpoints in found.items()}
    return {id: place for id, place in places.items() if place}


def one_place(touchpoints: Iterable[str]) -> Place:
    """Touchpoints as one place of a question, each once, no more than a question takes."""
    return tuple(dict.fromkeys(id for id in touchpoints if id))[:MOST_IN_A_PLACE]
