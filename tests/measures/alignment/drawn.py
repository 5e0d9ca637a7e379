"""Drawn maps in a line of code, and a slow way to align paths to them."""

import heapq
from collections.abc import Iterable, Sequence
from typing import Any

from footfall.journey.document import MapDocument
from footfall.measures.alignment.acceptor import BEGIN, Acceptor
from footfall.measures.alignment.compiling import Compiled, compile_map

Drawn = tuple[str, str, str]  # source, target, kind


def drawn(steps: str, links: Iterable[Drawn] = ()) -> MapDocument:
    """A map with one stage: "A B? C+" are three steps, B optional and C repeatable; links are named 0, 1, 2."""
    records: dict[str, Any] = {"stage": {"type": "stage", "name": "Stage", "order": "a0"}}
    for place, name in enumerate(steps.split()):
        marks = {"optional": "?" in name, "repeatable": "+" in name}
        plain = name.strip("?+")
        order = {"stage": "stage", "order": f"a{place:03}z"}
        records[plain] = {"type": "step", "name": plain, "touchpoint": plain.lower(), **marks, **order}
    for number, (source, target, kind) in enumerate(links):
        records[str(number)] = {"type": "link", "source": source, "target": target, "kind": kind}
    return MapDocument(records)


def compiled(steps: str, links: Iterable[Drawn] = (), unseen: str = "") -> Compiled:
    """A map compiled; every step is shown by one kind of event, those of `unseen` by none."""
    document = drawn(steps, links)
    return compile_map(document, {id: int(id not in unseen) for id in document.steps})


def least_cost(acceptor: Acceptor, shows: Sequence[Sequence[int]], path: Sequence[int]) -> int:
    """The cost of the best alignment by Dijkstra's algorithm over places and states, one move at a time."""
    onward: dict[int, list[int]] = {state: [] for state in range(acceptor.end + 1)}
    for source, target in acceptor.arcs:
        onward[source].append(target)
    waiting, done = [(0, 0, BEGIN)], set()
    while True:
        cost, place, state = heapq.heappop(waiting)
        if (place, state) == (len(path), acceptor.end):
            return cost
        if (place, state) in done:
            continue
        done.add((place, state))
        if place < len(path):
            heapq.heappush(waiting, (cost + 1, place + 1, state))
        for target in onward[state]:
            passing = 0 if target == acceptor.end or acceptor.free[target - 1] else 1
            heapq.heappush(waiting, (cost + passing, place, target))
            if place < len(path) and target in shows[path[place]]:
                heapq.heappush(waiting, (cost, place + 1, target))
