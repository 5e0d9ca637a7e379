"""What the touchpoints of a library take of a dataset's events: taken once, by several, by none, and by which rules."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from footfall.journey.records import Binding, Touchpoint
from footfall.measures.measure import Told
from footfall.measures.places import Combination, fits

SHOWN = 2_000  # event names that an answer lists; all of them count in its totals


class EventTotal(Told):
    """How many events, of how many names."""

    events: int = Field(ge=0, description="Events; answers where the dataset has no events at all.")
    names: int = Field(ge=0, description="Event names with such events; one taken in part counts in several totals.")


class EventTotals(Told):
    """All events by how many touchpoints take them; once, twice and unbound together are all."""

    all: EventTotal
    once: EventTotal = Field(description="TakenBy by exactly one touchpoint.")
    twice: EventTotal = Field(description="TakenBy by two or more touchpoints.")
    unbound: EventTotal = Field(description="TakenBy by none.")


class TakenBy(Told):
    """How many events a touchpoint takes of something."""

    touchpoint: str = Field(description="The touchpoint's id.")
    events: int = Field(ge=0, description="Events.")


class EventPart(Told):
    """The events of one name in one channel with the same attributes."""

    channel: str = Field(description="The channel; empty when the data name none.")
    attributes: dict[str, str] = Field(
        {}, description="Attribute → value; an attribute that the events lack is absent."
    )
    events: int = Field(ge=0, description="Events.")
    touchpoints: tuple[str, ...] = Field(
        description="The ids of the touchpoints that take them, by the library's order."
    )


class BoundEvent(Told):
    """One event name: how much of it is bound, by what."""

    event: str = Field(description="The event's name.")
    events: int = Field(ge=0, description="Events of this name.")
    customers: int = Field(ge=0, description="Customers with such events.")
    once: int = Field(ge=0, description="Events that exactly one touchpoint takes.")
    twice: int = Field(ge=0, description="Events that two or more take.")
    unbound: int = Field(ge=0, description="Events that none takes.")
    touchpoints: tuple[TakenBy, ...] = Field(description="The touchpoints that take some, most events first.")
    parts: tuple[EventPart, ...] = Field(description="By channel and attributes, most events first.")


class TakenByRule(Told):
    """What one rule of a touchpoint matches."""

    events: int = Field(ge=0, description="Events.")
    names: int = Field(ge=0, description="Event names.")


class BoundTouchpoint(Told):
    """One touchpoint with bindings: what it takes, by which rule, and what it takes beside others."""

    id: str = Field(description="The touchpoint's id.")
    name: str = Field(description="Its name.")
    events: int = Field(ge=0, description="Events that it takes; none: its rules match nothing in this dataset.")
    rules: tuple[TakenByRule, ...] = Field(description="What each of its rules matches, in their order.")
    overlaps: tuple[TakenBy, ...] = Field(description="Other touchpoints that take some of the same events.")

    @property
    def is_idle(self) -> bool:
        """Whether its rules match nothing here, not even what only answers name."""
        return not any(rule.names for rule in self.rules)


@dataclass(frozen=True)
class Cover:
    """Which touchpoints take which combinations of a dataset."""

    combinations: Sequence[Combination]
    touchpoints: Mapping[str, Touchpoint]

    @cached_property
    def takers(self) -> dict[int, tuple[str, ...]]:
        """For each combination the touchpoints that take it, in the library's order."""
        return {one.number: self._takers(one) for one in self.combinations}

    def _takers(self, one: Combination) -> tuple[str, ...]:
        found = self.touchpoints.items()
        return tuple(id for id, touchpoint in found if any(fits(binding, one) for binding in touchpoint.bindings))

    def totals(self) -> EventTotals:
        """Events by how many touchpoints take them."""
        return EventTotals(
            all=_total(self.combinations),
            once=_total(self._taken_by(1)),
            twice=_total([one for one in self.combinations if len(self.takers[one.number]) > 1]),
            unbound=_total(self._taken_by(0)),
        )

    def names(self, customers: Mapping[str, int]) -> tuple[BoundEvent, ...]:
        """Every event name, the most frequent first."""
        by_name: dict[str, list[Combination]] = {}
        for one in self.combinations:
            by_name.setdefault(one.event, []).append(one)
        found = [self._name(name, parts, customers.get(name, 0)) for name, parts in by_name.items()]
        return tuple(sorted(found, key=lambda one: (-one.events, one.event)))

    def bound(self) -> tuple[BoundTouchpoint, ...]:
        """Every touchpoint that has bindings, in the library's order."""
        return tuple(self._touchpoint(id, one) for id, one in self.touchpoints.items() if one.bindings)

    def beside(self, matched: Sequence[Combination], but: str) -> tuple[TakenBy, ...]:
        """What touchpoints other than this one take of some combinations, most events first."""
        return self._takes(matched, {id for id in self.touchpoints if id != but})

    def _taken_by(self, count: int) -> list[Combination]:
        return [one for one in self.combinations if len(self.takers[one.number]) == count]

    def _name(self, name: str, parts: list[Combination], customers: int) -> BoundEvent:
        ordered = sorted(parts, key=lambda one: (-one.events, one.channel, one.attributes))
        counts = [(one.events, len(self.takers[one.number])) for one in parts]
        return BoundEvent(
            event=name,
            events=sum(events for events, _ in counts),
            customers=customers,
            once=sum(events for events, takers in counts if takers == 1),
            twice=sum(events for events, takers in counts if takers > 1),
            unbound=sum(events for events, takers in counts if takers == 0),
            touchpoints=self._takes(parts, self.touchpoints),
            parts=tuple(self._part(one) for one in ordered),
        )

    def _part(self, one: Combination) -> EventPart:
        return EventPart(
            channel=one.channel,
            attributes=dict(one.attributes),
            events=one.events,
            touchpoints=self.takers[one.number],
        )

    def _takes(self, combinations: Sequence[Combination], ids: Container[str]) -> tuple[TakenBy, ...]:
        taken: dict[str, int] = {}
        for one in combinations:
            for id in self.takers[one.number]:
                if id in ids:
                    taken[id] = taken.get(id, 0) + one.events
        ordered = sorted(taken.items(), key=lambda item: -item[1])
        return tuple(TakenBy(touchpoint=id, events=events) for id, events in ordered)

    def _touchpoint(self, id: str, touchpoint: Touchpoint) -> BoundTouchpoint:
        mine = [one for one in self.combinations if id in self.takers[one.number]]
        return BoundTouchpoint(
            id=id,
            name=touchpoint.name,
            events=sum(one.events for one in mine),
            rules=tuple(self._rule(binding) for binding in touchpoint.bindings),
            overlaps=self.beside(mine, id),
        )

    def _rule(self, binding: Binding) -> TakenByRule:
        matched = [one for one in self.combinations if fits(binding, one)]
        return TakenByRule(events=sum(one.events for one in matched), names=len({one.event for one in matched}))


def _total(combinations: Sequence[Combination]) -> EventTotal:
    events = sum(one.events for one in combinations)
    return EventTotal(events=events, names=len({one.event for one in combinations}))
