"""A drawn map compiled to an acceptor: from columns, links and marks of steps to what may follow what.

The order of the columns holds wherever links do not say otherwise:

- A step goes on to the column to its right, unless a `next`, a `hand-over` or a choice of branches leaves it.
- A step that no such link enters is come to from the column to its left.
- Two or more `branch` links from one step are a choice. A single one is a way beside the order of the columns.
- Where a column begins another branch, the order of the columns may also pass it by: the drawing leaves that open.
- `loop` and `two-way` links are ways beside the others; they take none away.
- Steps joined by `parallel` links, up to four, are done in any order, each once, before the journey goes on.
- An optional step may be passed over. A repeatable step, and one with events of several kinds, may have several events
  one after another.
- A step that no event can show is passed over at no cost.

What cannot be reached so is entered from the column to its left; what never comes to an end may end anywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footfall.journey.document import MapDocument
from footfall.journey.records import Link
from footfall.measures.alignment.acceptor import BEGIN, Acceptor, Arc
from footfall.measures.alignment.side_by_side import groups, unfolded

ONWARD = frozenset({"next", "hand-over", "branch"})


@dataclass(frozen=True)
class Compiled:
    """An acceptor, and what a reader must know of how the map was read."""

    acceptor: Acceptor
    unseen: tuple[str, ...]  # steps that no event can show
    entered: tuple[str, ...]  # steps that no way leads to: entered from the column to their left
    ending: tuple[str, ...]  # steps from which no way leads to the end: a journey may end there


def compile_map(document: MapDocument, kinds: Mapping[str, int]) -> Compiled:
    """Compile a map; `kinds` says how many kinds of events show each step, none for those that no event can show."""
    steps = tuple(document.steps)
    arcs = _Arcs(len(steps))
    state = {id: number for number, id in enumerate(steps, 1)}
    drawn = {id: link for id, link in document.links.items() if link.source in state and link.target in state}
    for id, link in drawn.items():
        if link.kind == "parallel":
            continue
        arcs.draw(state[link.source], state[link.target], id)
        if link.kind == "two-way":
            arcs.draw(state[link.target], state[link.source], id)
    _order(arcs, [(state[link.source], state[link.target], link) for link in drawn.values()])
    for id, step in document.steps.items():
        if step.repeatable or kinds.get(id, 0) > 1:
            arcs.add(state[id], state[id])
    entered, ending = arcs.close()
    unseen = tuple(id for id in steps if not kinds.get(id))
    free = tuple(step.optional or id in unseen for id, step in document.steps.items())
    names = dict(enumerate(steps, 1))
    pairs = [(state[one.source], state[one.target], id) for id, one in drawn.items() if one.kind == "parallel"]
    found, copies = unfolded(arcs.found, arcs.end, groups(pairs))
    copied = tuple(steps[one - 1] for one in copies), tuple(free[one - 1] for one in copies)
    told = {arc: tuple(links) for arc, links in sorted(found.items())}
    acceptor = Acceptor(steps + copied[0], free + copied[1], told, copies)
    return Compiled(acceptor, unseen, tuple(names[one] for one in entered), tuple(names[one] for one in ending))


def _order(arcs: "_Arcs", links: Iterable[tuple[int, int, Link]]) -> None:
    """Add the order of the columns, wherever links do not say otherwise."""
    branches: dict[int, set[int]] = {}
    left, entered = set(), set()
    for source, target, link in links:
        if link.kind in ONWARD:
            entered.add(target)
            if link.kind == "branch":
                branches.setdefault(source, set()).add(target)
            else:
                left.add(source)
    forks = {source: targets for source, targets in branches.items() if len(targets) > 1}
    heads = {target for targets in forks.values() for target in targets}
    left |= forks.keys()
    for source in range(arcs.end):
        target = source + 1
        if source in left and target in entered:
            continue
        arcs.add(source, target)
        while source not in left and target in heads:
            target += 1
            arcs.add(source, target)


class _Arcs:
    """The arcs found so far."""

    def __init__(self, steps: int) -> None:
        self.end = steps + 1
        self.found: dict[Arc, list[str]] = {}

    def add(self, source: int, target: int) -> None:
        """Add an arc that no link draws."""
        self.found.setdefault((source, target), [])

    def draw(self, source: int, target: int, link: str) -> None:
        """Add an arc that a link draws."""
        self.found.setdefault((source, target), []).append(link)

    def close(self) -> tuple[list[int], list[int]]:
        """Make every step reachable, and the end from every step; gives the steps for which that was needed."""
        entered, ending = [], []
        reached = _reached(BEGIN, self.found)
        for state in range(1, self.end):
            if state not in reached:
                self.add(state - 1, state)
                entered.append(state)
                reached |= _reached(state, self.found)
        backward = {(target, source) for source, target in self.found}
        closing = _reached(self.end, backward)
        for state in range(1, self.end):
            if state not in closing:
                self.add(state, self.end)
                ending.append(state)
                closing |= _reached(state, backward)
        return entered, ending


def _reached(origin: int, arcs: Iterable[Arc]) -> set[int]:
    onward: dict[int, list[int]] = {}
    for source, target in arcs:
        onward.setdefault(source, []).append(target)
    found, waiting = {origin}, [origin]
    while waiting:
        new = [target for target in onward.get(waiting.pop(), ()) if target not in found]
        found.update(new)
        waiting.extend(new)
    return found
