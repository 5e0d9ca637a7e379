"""What the touchpoints of a library take of a dataset's events: taken once, by several, by none, and by which rules."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import Field

from footfall.journey.records import Binding, Touchpoint
from footfall.measures.measure import Told
from footfall.measures.places import Combination, is_within, named

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


class Shares(Told):
    """Events by how many touchpoints take them."""

    events: int = Field(ge=0, description="Events.")
    once: int = Field(ge=0, description="Events that exactly one touchpoint takes.")
    twice: int = Field(ge=0, description="Events that two or more take.")
    unbound: int = Field(ge=0, description="Events that none takes.")
    touchpoints: tuple[TakenBy, ...] = Field(description="The touchpoints that take some, most events first.")


class EventPart(Shares):
    """The events of one name in one channel."""

    channel: str = Field(description="The channel; empty when the data name none.")


class BoundEvent(Shares):
    """One event name: how much of it is bound, by what."""

    event: str = Field(description="The event's name.")
    customers: int = Field(ge=0, description="Customers with such events.")
    parts: tuple[EventPart, ...] = Field(description="By channel, most events first.")

    @property
    def is_open(self) -> bool:
        """Whether some of it is unbound; a name without events is when no touchpoint has it."""
        return self.unbound > 0 or not (self.events or self.touchpoints)


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
    _matched: dict[Binding, list[Combination]] = field(default_factory=dict, init=False)  # each rule is looked at once

    @cached_property
    def takers(self) -> dict[int, list[str]]:
        """For each combination the touchpoints that take it, in the library's order."""
        found: dict[int, list[str]] = {one.number: [] for one in self.combinations}
        for id, touchpoint in self.touchpoints.items():
            for number in {one.number for binding in touchpoint.bindings for one in self.matched(binding)}:
                found[number].append(id)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[Combination]]:
        found: dict[str, list[Combination]] = {}
        for one in self.combinations:
            found.setdefault(one.event, []).append(one)
        return found

    def matched(self, binding: Binding) -> list[Combination]:
        """The combinations of a rule."""
        if binding not in self._matched:
            found = [one for name in named(binding, self._by_name.keys()) for one in self._by_name[name]]
            self._matched[binding] = [one for one in found if is_within(binding, one)]
        return self._matched[binding]

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
        found = [self._name(name, parts, customers.get(name, 0)) for name, parts in self._by_name.items()]
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
        by_channel: dict[str, list[Combination]] = {}
        for one in parts:
            by_channel.setdefault(one.channel, []).append(one)
        told = [EventPart(channel=channel, **self._shares(some)) for channel, some in by_channel.items()]
        told.sort(key=lambda part: (-part.events, part.channel))
        return BoundEvent(event=name, customers=customers, parts=tuple(told), **self._shares(parts))

    def _shares(self, some: Sequence[Combination]) -> dict[str, Any]:
        counts = [(one.events, len(self.takers[one.number])) for one in some]
        return {
            "events": sum(events for events, _ in counts),
            "once": sum(events for events, takers in counts if takers == 1),
            "twice": sum(events for events, takers in counts if takers > 1),
            "unbound": sum(events for events, takers in counts if takers == 0),
            "touchpoints": self._takes(some, self.touchpoints),
        }

    def _takes(self, combinations: Sequence[Combination], ids: Container[str]) -> tuple[TakenBy, ...]:
        taken: dict[str, int] = {}
        for one in combinations:
            for id in self.takers[one.number]:
                if id in ids:
                    taken[id] = taken.get(id, 0) + one.events
        ordered = sorted(taken.items(), key=lambda item: -item[1])
        return tuple(TakenBy(touchpoint=id, events=events) for id, events in ordered)

    def _touchpoint(self, id: str, touchpoint: Touchpoint) -> BoundTouchpoint:
        numbers = {one.number for binding in touchpoint.bindings for one in self.matched(binding)}
        mine = [one for one in self.combinations if one.number in numbers]
        return BoundTouchpoint(
            id=id,
            name=touchpoint.name,
            events=sum(one.events for one in mine),
            rules=tuple(self._rule(binding) for binding in touchpoint.bindings),
            overlaps=self.beside(mine, id),
        )

    def _rule(self, binding: Binding) -> TakenByRule:
        matched = self.matched(binding)
        return TakenByRule(events=sum(one.events for one in matched), names=len({one.event for one in matched}))


def _total(combinations: Sequence[Combination]) -> EventTotal:
    events = sum(one.events for one in combinations)
    return EventTotal(events=events, names=len({one.event for one in combinations}))
