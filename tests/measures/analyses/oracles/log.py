"""A log as oracles see it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.measures.logs import Answer, Event

Row = tuple[int, float, int | None]
Table = dict[tuple[str, ...], dict[str, list[Row]]]


@dataclass(frozen=True)
class Log:
    """The customers' paths, which node an event is by each way to see it, and answers with what they are about."""

    paths: dict[int, list[Event]]
    nodes: dict[str, Callable[[Event], str]]
    answers: Sequence[tuple[Answer, Event | None]] = ()

    def first_times(self, by: str) -> dict[tuple[str, int], int]:
        """When each customer was first at each node."""
        found: dict[tuple[str, int], int] = {}
        for who, path in self.paths.items():
            for event in path:
                found.setdefault((self.nodes[by](event), who), event.hour)
        return found


def as_share(among: dict[int, int], hits: dict[int, int]) -> list[Row]:
    """A row for each customer among whom: 1 and when for those who are in it, else 0."""
    return [(who, float(who in hits), hits.get(who, hour)) for who, hour in among.items()]
