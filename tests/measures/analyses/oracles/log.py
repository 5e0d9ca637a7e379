"""A log as oracles see it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.measures.logs import Answer, Event

Is = Callable[[Event], bool]
Row = tuple[int, float, int | None]
Table = dict[tuple[str, ...], dict[str, list[Row]]]


@dataclass(frozen=True)
class Log:
    """The customers' paths, which node an event is by each way to see it, and answers with what they are about."""

    paths: dict[int, list[Event]]
    nodes: dict[str, Callable[[Event], str]]
    answers: Sequence[tuple[Answer, Event | None]] = ()
    segments: Mapping[int, int] = field(default_factory=dict)

    def order(self, by: str) -> list[str]:
        """All nodes in the order of the (event, channel) that first is one."""
        events = [event for path in self.paths.values() for event in path]
        return list(dict.fromkeys(self.nodes[by](event) for event in sorted(events, key=_as_combination)))

    def first_times(self, by: str) -> dict[tuple[str, int], int]:
        """When each customer was first at each node."""
        found: dict[tuple[str, int], int] = {}
        for who, path in self.paths.items():
            for event in path:
                found.setdefault((self.nodes[by](event), who), event.hour)
        return found


def _as_combination(event: Event) -> tuple[str, str]:
    return event.name, event.channel


TOUCHPOINTS: dict[str, Is] = {
    "a": lambda event: event.name == "a",
    "a-in-x": lambda event: (event.name, event.channel) == ("a", "x"),
    "c": lambda event: event.name == "cc",
    "nothing": lambda event: event.name == "z",
}


def at(place: Sequence[str]) -> Is:
    """Whether an event is at a place of touchpoints and events by name."""
    return lambda event: any(
        event.name == item[6:] if item.startswith("event:") else TOUCHPOINTS[item](event) for item in place
    )


def as_share(among: Mapping[int, int], hits: Mapping[int, int | None]) -> list[Row]:
    """A row for each customer among whom: 1 and when for those who are in it, else 0."""
    return [(who, float(who in hits), hour if hits.get(who) is None else hits[who]) for who, hour in among.items()]
