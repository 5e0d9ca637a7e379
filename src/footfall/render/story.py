"""What every layout is told from: the documents, the living numbers, and what stands where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import mean

from footfall.journey.ageing import Stale, stale_cards
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.opportunities import said
from footfall.journey.records import Card, LaneKind
from footfall.render.cards import Desk
from footfall.render.formats import Format
from footfall.render.markdown import cleaned, plain, read_markdown
from footfall.render.picture import Image
from footfall.render.readings import Reading, Readings

NO_IMAGES: Mapping[str, Image] = {}


@dataclass(frozen=True, kw_only=True)
class Story(Desk):
    """A map with its library, pictures and numbers, and the questions that layouts ask of it."""

    map: MapDocument
    readings: Readings | None = None
    on: date | None = None
    version: str = ""

    @cached_property
    def stale(self) -> Mapping[str, Stale]:
        """The cards whose evidence is too old on the day of the picture, by id; none where no day is said."""
        return stale_cards(self.map, self.library, self.on) if self.on is not None else {}

    @cached_property
    def across(self) -> tuple[tuple[str, str | None], ...]:
        """Stage and step of each column from left to right; a stage without steps has one column."""
        found: list[tuple[str, str | None]] = []
        for stage in self.map.stages:
            steps = self.map.steps_of(stage)
            found += [(stage, step) for step in steps] if steps else [(stage, None)]
        return tuple(found)

    @property
    def spans(self) -> tuple[tuple[str, int, int], ...]:
        """Each stage with its first column and how many it has."""
        count = [stage for stage, _ in self.across]
        return tuple((stage, count.index(stage), count.count(stage)) for stage in self.map.stages)

    def step_name(self, id: str) -> str:
        """The name of a step: its own, else its touchpoint's."""
        step = self.map.steps[id]
        touchpoint = self.library.touchpoints.get(step.touchpoint)
        return step.name or (touchpoint.name if touchpoint is not None else "") or self.say("unnamed")

    def stage_name(self, id: str) -> str:
        """The name of a stage."""
        return self.map.stages[id].name or self.say("unnamed")

    def column_name(self, column: int) -> str:
        """The name of a column: its step's, else its stage's."""
        stage, step = self.across[column]
        return self.stage_name(stage) if step is None else self.step_name(step)

    def has(self, *kinds: LaneKind) -> bool:
        """Tell whether a lane of these kinds is shown and has a card."""
        return any(True for _ in self.cards_of(*kinds))

    def cards_of(self, *kinds: LaneKind) -> Iterator[tuple[str, Card]]:
        """The cards of all shown lanes of these kinds, column by column."""
        for column in range(len(self.across)):
            yield from self.cards_at(column, *kinds)

    def cards_at(self, column: int, *kinds: LaneKind) -> Iterator[tuple[str, Card]]:
        """The cards that begin in a column, in lanes of these kinds, from top to bottom."""
        step = self.across[column][1]
        if step is None:
            return
        for lane in self._lanes_of(kinds):
            yield from self.map.cards_in(lane, step).items()

    def _lanes_of(self, kinds: Sequence[LaneKind]) -> list[str]:
        return [id for id, lane in self.map.lanes.items() if lane.kind in kinds and not lane.hidden]

    @cached_property
    def _mood(self) -> dict[str, list[Card]]:
        """The drawn emotions by step: those of the first curve of the first emotion lane."""
        for lane in self._lanes_of([LaneKind.EMOTION]):
            cards = [card for card in self.map.cards.values() if card.lane == lane and card.score is not None]
            drawn = [card for card in cards if card.basis == "assumed"] or cards
            if drawn:
                found: dict[str, list[Card]] = {}
                for card in (one for one in drawn if one.persona == drawn[0].persona):
                    found.setdefault(card.step, []).append(card)
                return found
        return {}

    def drawn(self, column: int) -> float | None:
        """The emotion as drawn in a column, -2 to +2; the mean where there are several."""
        cards = self._mood.get(self.across[column][1] or "", [])
        return mean(card.score or 0.0 for card in cards) if cards else None

    def feeling(self, column: int) -> str:
        """The words for it."""
        cards = self._mood.get(self.across[column][1] or "", [])
        return self.writing.listed(cleaned(card.feeling) for card in cards if card.feeling)

    def felt(self, column: int) -> Reading | None:
        """The emotion as measured in a column."""
        step = self.across[column][1]
        numbers = None if self.readings is None or step is None else self.readings.steps.get(step)
        return None if numbers is None else numbers.emotion

    def card_name(self, card: Card) -> str:
        """What a card is called: its touchpoint, else its text, on one line."""
        touchpoint = self.library.touchpoints.get(card.touchpoint)
        text = touchpoint.name if touchpoint is not None and not card.text else plain(read_markdown(card.text))
        return " ".join(text.split()) or (touchpoint.name if touchpoint is not None else self.say("unnamed"))


def tell(
    map: MapDocument,
    library: LibraryDocument,
    readings: Readings | None = None,
    *,
    images: Mapping[str, Image] = NO_IMAGES,
    on: date | None = None,
    version: str = "",
) -> Story:
    """The story of a map; the words are those of `compose`."""
    writing = Format(map.header.language)
    return Story(
        library=library,
        writing=writing,
        images=images,
        map=said(map, library.opportunities),
        readings=readings,
        on=on,
        version=version,
    )


def says(reading: Reading | None) -> bool:
    """Tell whether a reading has a value that stands on enough answers."""
    return reading is not None and reading.value is not None and not reading.too_few
