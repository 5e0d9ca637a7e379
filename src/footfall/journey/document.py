"""Documents as readers see them: typed records, sorted, with what stands where. Lookups, no features."""

from collections.abc import Container, Mapping
from functools import cached_property
from typing import TypeVar

from footfall.journey.changes import RecordJson
from footfall.journey.evidence import Ground
from footfall.journey.fields import Record
from footfall.journey.records import (
    BRAND_ID,
    HEADER_ID,
    LIBRARY_TYPES,
    MAP_TYPES,
    Brand,
    Card,
    Channel,
    Comment,
    Header,
    Idea,
    Insight,
    Lane,
    Link,
    Opportunity,
    Persona,
    Release,
    Rule,
    Source,
    Stage,
    Stakeholder,
    Step,
    Team,
    Touchpoint,
    Version,
    any_record,
)
from footfall.journey.settling import DocumentRules

MAP_RULES = DocumentRules(MAP_TYPES, keeps=HEADER_ID)
LIBRARY_RULES = DocumentRules(LIBRARY_TYPES)

R = TypeVar("R", bound=Record)


class _Document:
    def __init__(self, records: Mapping[str, RecordJson]) -> None:
        self.records: dict[str, Record] = {id: any_record.validate_python(json) for id, json in records.items()}

    def _in_order(self, kind: type[R]) -> dict[str, R]:
        """The records of one type, by id, siblings sorted by (order, id)."""
        found = {id: record for id, record in self.records.items() if isinstance(record, kind)}
        return dict(sorted(found.items(), key=lambda item: (getattr(item[1], "order", ""), item[0])))


class MapDocument(_Document):
    """A map: its header, stages, steps, lanes, cards and links; all dicts are id → record, in order."""

    @cached_property
    def header(self) -> Header:
        """The header, or a bare one for a document that lost it."""
        header = self.records.get(HEADER_ID)
        return header if isinstance(header, Header) else Header(title="Untitled map")

    @cached_property
    def stages(self) -> dict[str, Stage]:
        """The stages from left to right."""
        return self._in_order(Stage)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The columns of the map from left to right: by stage, then by their own order; orphans are absent."""
        place = {id: index for index, id in enumerate(self.stages)}
        placed = {id: step for id, step in self._in_order(Step).items() if step.stage in place}
        return dict(sorted(placed.items(), key=lambda item: place[item[1].stage]))

    @cached_property
    def lanes(self) -> dict[str, Lane]:
        """The lanes from top to bottom."""
        return self._in_order(Lane)

    @cached_property
    def cards(self) -> dict[str, Card]:
        """All cards, also those in the tray."""
        return self._in_order(Card)

    @cached_property
    def links(self) -> dict[str, Link]:
        """All links."""
        return self._in_order(Link)

    @cached_property
    def comments(self) -> dict[str, Comment]:
        """All comments, also those whose target is gone, the oldest first."""
        found = self._in_order(Comment)
        return dict(sorted(found.items(), key=lambda item: (item[1].at.isoformat() if item[1].at else "", item[0])))

    @cached_property
    def versions(self) -> dict[str, Version]:
        """The named versions, the latest first."""
        return dict(sorted(self._in_order(Version).items(), key=lambda item: -item[1].seq))

    def steps_of(self, stage: str) -> dict[str, Step]:
        """The columns below one stage."""
        return {id: step for id, step in self.steps.items() if step.stage == stage}

    def cards_in(self, lane: str, step: str) -> dict[str, Card]:
        """The cards of one cell, from top to bottom; a spanning card stands in its first cell."""
        return {id: self.cards[id] for id in self._cells.get((lane, step), ())}

    @cached_property
    def tray(self) -> dict[str, Card]:
        """Cards whose lane or step is gone: kept in sight until somebody places or deletes them."""
        return {id: card for id, card in self.cards.items() if not self._is_placed(card)}

    @cached_property
    def _cells(self) -> dict[tuple[str, str], list[str]]:
        cells: dict[tuple[str, str], list[str]] = {}
        for id, card in self.cards.items():
            cells.setdefault((card.lane, card.step), []).append(id)
        return cells

    def _is_placed(self, card: Card) -> bool:
        return card.lane in self.lanes and card.step in self.steps


class LibraryDocument(_Document):
    """What maps share: whom they are about, what is known, what is to be improved; dicts are in order.

    `datasets` are those of the workspace; None where nobody can tell.
    """

    def __init__(self, records: Mapping[str, RecordJson], datasets: Container[str] | None = None) -> None:
        super().__init__(records)
        self.datasets = datasets

    @cached_property
    def ground(self) -> Ground:
        """What is there for claims to stand on."""
        return Ground(self.sources, self.datasets, self.touchpoints)

    @cached_property
    def personas(self) -> dict[str, Persona]:
        """The personas."""
        return self._in_order(Persona)

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """The channels."""
        return self._in_order(Channel)

    @cached_property
    def touchpoints(self) -> dict[str, Touchpoint]:
        """The touchpoints."""
        return self._in_order(Touchpoint)

    @cached_property
    def teams(self) -> dict[str, Team]:
        """The teams."""
        return self._in_order(Team)

    @cached_property
    def stakeholders(self) -> dict[str, Stakeholder]:
        """The stakeholders."""
        return self._in_order(Stakeholder)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources that excerpts come from."""
        return self._in_order(Source)

    @cached_property
    def insights(self) -> dict[str, Insight]:
        """The insights, and the groups that are none yet."""
        return self._in_order(Insight)

    @cached_property
    def opportunities(self) -> dict[str, Opportunity]:
        """The opportunities."""
        return self._in_order(Opportunity)

    @cached_property
    def ideas(self) -> dict[str, Idea]:
        """The solution ideas of all opportunities."""
        return self._in_order(Idea)

    @cached_property
    def releases(self) -> dict[str, Release]:
        """The releases, the latest first; one without a day comes last."""
        found = self._in_order(Release)
        return dict(sorted(found.items(), key=lambda item: str(item[1].at or ""), reverse=True))

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """What the workspace says about checks, by their codes."""
        return self._in_order(Rule)

    @cached_property
    def brand(self) -> Brand:
        """The house style, or none."""
        brand = self.records.get(BRAND_ID)
        return brand if isinstance(brand, Brand) else Brand()
