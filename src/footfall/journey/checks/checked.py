"""What checks look at: a map, the library beside it, and what only others know: the day and the customer data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from footfall.journey.checks.finding import Hit, Level
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Card, LaneKind

Found = Iterator[Hit]


@dataclass(frozen=True)
class Facts:
    """What is known beside the documents; a check whose facts are absent finds nothing."""

    today: date | None = None
    datasets: frozenset[str] | None = None  # those of the workspace
    channels: frozenset[str] | None = None  # the channels of the map's dataset, as the data write them
    loops: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # step → the titles round which it goes
    left_out: Mapping[str, int] = field(default_factory=dict)  # card → answers on other scales than it reads
    felt: Mapping[str, tuple[float, float]] = field(default_factory=dict)  # step → interval of the measured emotion


@dataclass(frozen=True)
class Checked:
    """One map under the eyes of the checks."""

    map: MapDocument
    library: LibraryDocument
    facts: Facts = Facts()

    @cached_property
    def places(self) -> dict[str, int]:
        """The steps with their places from left to right."""
        return {id: place for place, id in enumerate(self.map.steps)}

    def cards(self, *kinds: LaneKind) -> Iterator[tuple[str, Card]]:
        """The placed cards in lanes of these kinds, lane by lane, from left to right."""
        lanes = {id for id, lane in self.map.lanes.items() if lane.kind in kinds}
        found = [(id, card) for id, card in self.map.cards.items() if card.lane in lanes and card.step in self.places]
        order = {lane: place for place, lane in enumerate(self.map.lanes)}
        yield from sorted(found, key=lambda one: (order[one[1].lane], self.places[one[1].step]))

    def cards_of(self, stage: str, *kinds: LaneKind) -> list[tuple[str, Card]]:
        """The cards in lanes of these kinds that stand in a stage or reach into it."""
        steps = {self.places[id] for id in self.map.steps_of(stage)}
        return [(id, card) for id, card in self.cards(*kinds) if steps & self._covered(card)]

    def all_of(self, stage: str) -> list[tuple[str, Card]]:
        """All cards that stand in a stage or reach into it."""
        return self.cards_of(stage, *LaneKind)

    def spot(self, card: Card) -> dict[str, str | int]:
        """A card's words and its step's name, for a sentence."""
        step = self.map.steps.get(card.step)
        return {"text": card.text or card.feeling, "step": step.name if step is not None else ""}

    def _covered(self, card: Card) -> set[int]:
        first = self.places[card.step]
        return set(range(first, first + card.span))


@dataclass(frozen=True)
class Check:
    """How seriously a check is taken where no rule says otherwise, and who looks."""

    level: Level
    look: Callable[[Checked], Found]
    takes_words: bool = False  # whether a rule gives it words to look for
