"""What the drawn map allows: in which order its steps may be done, and what it costs to pass over some of them.

State 0 is the beginning, state i that step i (from 1, in the order of the columns) was done last; steps side by side
have copies behind all these, which say what else was done; and one more is the end. Passing over a step without its
event is a *model move*: it costs 1, or nothing where the step is optional or no event can show it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

BEGIN = 0
FAR = 1_000_000_000  # more than any way through a map and any path cost

Arc = tuple[int, int]


@dataclass(frozen=True)
class Ways:
    """The best ways from one state: of those at the least cost the ones that pass the fewest steps, then the leftmost.

    `costs[q]` is what the steps passed over on the way to q cost, FAR where there is no way.
    """

    source: int
    costs: tuple[int, ...]
    last: Mapping[int, int]  # for each state the one from which it is entered
    before: Mapping[int, int]  # for each step passed over, where the way to it comes from

    def to(self, target: int) -> tuple[int, ...]:
        """The steps passed over on the way to a state."""
        found, state = [], self.last[target]
        while state != self.source:
            found.append(state)
            state = self.before[state]
        return tuple(reversed(found))


@dataclass(frozen=True)
class Acceptor:
    """The steps of a map and the arcs between them; the end is reached from every state, and every state is reached."""

    steps: tuple[str, ...]  # their ids; copies have those of what they copy
    free: tuple[bool, ...]  # whether passing over them costs nothing
    arcs: Mapping[Arc, tuple[str, ...]]  # the links that draw an arc; none: the order of the columns does
    copies: tuple[int, ...] = ()  # of each copy which state it copies

    @property
    def end(self) -> int:
        """The state behind the last step."""
        return len(self.steps) + 1

    @property
    def own(self) -> tuple[str, ...]:
        """The ids of the steps, each once."""
        return self.steps[: len(self.steps) - len(self.copies)]

    @cached_property
    def origins(self) -> tuple[int, ...]:
        """For each state that of the step itself; the beginning and the end are their own."""
        return (*range(len(self.own) + 1), *self.copies, self.end)

    @cached_property
    def ways(self) -> tuple[Ways, ...]:
        """The ways from each state but the end."""
        onward: list[list[int]] = [[] for _ in range(self.end)]
        for source, target in sorted(self.arcs):
            onward[source].append(target)
        return tuple(self._ways(state, onward) for state in range(self.end))

    @property
    def shortest(self) -> int:
        """What it costs to do nothing at all: the required steps of the shortest way."""
        return self.ways[BEGIN].costs[self.end]

    def _ways(self, source: int, onward: list[list[int]]) -> Ways:
        """Dijkstra's algorithm over the steps passed over."""
        before: dict[int, int] = {}
        last: dict[int, int] = {}
        costs = [FAR] * (self.end + 1)
        done: set[int] = set()
        waiting = [(0, 0, source, source)]  # cost, steps passed, whence, where
        while waiting:
            cost, passed, whence, state = heappop(waiting)
            if state in done:
                continue
            done.add(state)
            before[state] = whence
            for target in onward[state]:
                if target not in last:  # states come in order of preference
                    last[target], costs[target] = state, cost
                if target != self.end and target not in done:
                    passing = 0 if self.free[target - 1] else 1
                    heappush(waiting, (cost + passing, passed + 1, state, target))
        return Ways(source, tuple(costs), last, before)
