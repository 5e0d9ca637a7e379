"""What is said of one path, again: one event after another, with lists and dictionaries, no tables."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from footfall.measures.alignment.acceptor import BEGIN, Acceptor
from footfall.measures.alignment.alphabet import FAILED, KIND, Kind

Said = tuple[str, int, str]  # what, the step, the node of an event ad hoc


def taken(acceptor: Acceptor, path: Sequence[Sequence[int]]) -> tuple[int, list[int | None]]:
    """The least cost, and the step that each event is taken for, early events and left steps first."""
    known: dict[tuple[int, int], int] = {}

    def choices(place: int, state: int) -> list[tuple[int, int | None]]:
        ways = acceptor.ways[state].costs
        taking = [(ways[step] + least(place + 1, step), step) for step in sorted(path[place])]
        return [*taking, (1 + least(place + 1, state), None)]

    def least(place: int, state: int) -> int:
        if place == len(path):
            return acceptor.ways[state].costs[acceptor.end]
        if (place, state) not in known:
            known[place, state] = min(cost for cost, _ in choices(place, state))
        return known[place, state]

    state, found = BEGIN, list[int | None]()
    for place in range(len(path)):
        best = least(place, state)
        found.append(next(step for cost, step in choices(place, state) if cost == best))
        state = found[-1] or state
    return least(0, BEGIN), found


def said(acceptor: Acceptor, kinds: Sequence[Kind], path: Sequence[int]) -> tuple[int, Counter[Said]]:
    """The cost of a path of symbols, and all that is said of it."""
    shows = [kinds[symbol // KIND].shows for symbol in path]
    cost, steps = taken(acceptor, shows)
    origins, states = acceptor.origins, steps
    steps = [step and origins[step] for step in states]
    done = [step for step in steps if step]
    found: Counter[Said] = Counter(("followed", step, "") for step in done)
    stops = [BEGIN, *(state for state in states if state), acceptor.end]
    ways = [acceptor.ways[source].to(target) for source, target in pairwise(stops)]
    missing = [origins[step] for way in ways for step in way if not acceptor.free[step - 1]]
    at_last = Counter(origins[step] for step in ways[-1] if not acceptor.free[step - 1])
    absent, last = Counter(missing), BEGIN
    for symbol, step in zip(path, steps, strict=True):
        kind = kinds[symbol // KIND]
        if step is None and not kind.shows:
            found["ad-hoc", last, kind.node] += 1
            continue
        at = step
        if step is None:
            shown = [origins[one] for one in kind.shows]
            at = next((one for one in shown if one in missing), shown[0])
            if absent[at] > 0 or at not in done:
                found["out-of-order", at, ""] += 1
            else:
                found["again", at, ""] += 1
            absent[at] -= absent[at] > 0
        last = step or last
        if symbol & FAILED:
            found["failed", at or 0, ""] += 1
    for step, often in absent.items():  # of those done elsewhere the earliest were taken away
        found["missing", step, ""] += often - min(often, at_last[step])
    if any(min(often, at_last[step]) for step, often in absent.items()):
        found["stopped", origins[stops[-2]], ""] = 1
    return cost, +found
