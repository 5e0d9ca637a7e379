"""`python -m bench.alignment [cases]`: paths aligned to drawn maps, beside pm4py's optimal alignments.

First the costs of many random small cases are compared, then the seconds on a log where pm4py ends; last stand the
seconds of Footfall alone for a million events. pm4py runs in a Python of its own (`.make/loaders`).
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from uuid_utils import uuid7

from bench.paths import CUSTOMERS, LENGTH, STEPS, write_paths
from bench.peers import running
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.document import MapDocument
from footfall.journey.questions import Reach
from footfall.measures.alignment.acceptor import Acceptor
from footfall.measures.alignment.aligning import Paths, align
from footfall.measures.alignment.compiling import compile_map
from footfall.service import alignments, datasets, library, maps, questions
from footfall.service.workspace import workspace

CASES = 2_000
PATHS = 3  # in a case
DEFAULT, QUICKEST = "VERSION_STATE_EQUATION_A_STAR", "VERSION_DIJKSTRA_LESS_MEMORY"  # as pm4py calls its ways
ACTOR = Actor(id="bench")
MAPPING = Mapping(customer="customer", time="time", event="event")
KINDS = ("next", "branch", "loop", "two-way", "hand-over")


@dataclass(frozen=True)
class Case:
    """An acceptor, what each symbol shows, and paths of symbols."""

    acceptor: Acceptor
    shows: Sequence[Sequence[int]]
    paths: Sequence[Sequence[int]]

    def costs(self) -> list[int]:
        """What the paths cost, as Footfall reckons."""
        starts = np.cumsum([0, *(len(path) for path in self.paths)])
        symbols = np.array([symbol for path in self.paths for symbol in path], np.int32)
        found: list[int] = align(self.acceptor, self.shows, Paths(symbols, starts)).costs.tolist()
        return found

    def as_net(self) -> dict[str, Any]:
        """The case as arcs with names: a transition for each symbol that shows a step, a silent one to pass it over."""
        arcs: list[tuple[int, int, str | None]] = []
        for source, target in self.acceptor.arcs:
            arcs += [(source, target, name(symbol)) for symbol, states in enumerate(self.shows) if target in states]
            if target == self.acceptor.end or self.acceptor.free[target - 1]:
                arcs.append((source, target, None))
            elif not any(target in states for states in self.shows):
                arcs.append((source, target, "nothing"))
        return {"arcs": arcs, "end": self.acceptor.end, "paths": [[name(one) for one in path] for path in self.paths]}


def name(symbol: int) -> str:
    """A symbol as pm4py has it."""
    return f"e{symbol}"


def random_map(dice: random.Random, steps: int, links: int) -> Acceptor:
    """The acceptor of a random map; a step in six can be seen by no event."""
    names = [f"s{number}" for number in range(steps)]
    records: dict[str, Any] = {"g": {"type": "stage", "name": "g", "order": "a0"}}
    for number, id in enumerate(names):
        marks = {"optional": dice.random() < 0.25, "repeatable": dice.random() < 0.2}
        records[id] = {"type": "step", "name": id, "stage": "g", "order": f"a{number:03}z", **marks}
    for number in range(links):
        ends = {"source": dice.choice(names), "target": dice.choice(names)}
        records[f"l{number}"] = {"type": "link", "kind": dice.choice(KINDS), **ends}
    return compile_map(MapDocument(records), {id: int(dice.random() < 5 / 6) for id in names}).acceptor


def random_case(dice: random.Random) -> Case:
    """A small map with links of all kinds; a symbol shows up to two steps, and paths are walks with mistakes."""
    acceptor = random_map(dice, dice.randint(1, 6), dice.randint(0, 5))
    shows = [[state] for state in range(1, acceptor.end)] + [[]]
    shows += [sorted(dice.sample(range(1, acceptor.end), min(2, acceptor.end - 1)))]
    return Case(acceptor, shows, [walk(acceptor, dice, len(shows)) for _ in range(PATHS)])


def walk(acceptor: Acceptor, dice: random.Random, symbols: int, longest: int = 10) -> list[int]:
    """A way through a map as the symbols of its steps, some left out, some others between."""
    state, path = 0, list[int]()
    while state != acceptor.end and len(path) < longest:
        if state and dice.random() < 0.85:
            path.append(state - 1)
        if dice.random() < 0.15:
            path.append(dice.randrange(symbols))
        state = dice.choice([target for source, target in sorted(acceptor.arcs) if source == state])
    return path


def by_pm4py(cases: Sequence[Case], way: str = DEFAULT) -> tuple[list[list[int]], float]:
    """What pm4py reckons: the costs, and the seconds of the processor that aligning alone took."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cases.json"
        file.write_text(json.dumps([case.as_net() for case in cases]))
        command, environment = running("aligners.py", str(file), way)
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    found = json.loads(told.splitlines()[0])
    return found["costs"], found["seconds"]


def by_footfall(cases: Sequence[Case]) -> tuple[list[list[int]], float]:
    """What Footfall reckons, and the seconds of the processor."""
    begin = time.process_time()
    costs = [case.costs() for case in cases]
    return costs, time.process_time() - begin


def differing(cases: Sequence[Case]) -> list[tuple[Case, list[int], list[int]]]:
    """The cases in which the two reckon another cost."""
    ours, theirs = by_footfall(cases)[0], by_pm4py(cases)[0]
    return [one for one in zip(cases, ours, theirs, strict=True) if one[1] != one[2]]


def main() -> None:
    """Compare costs, then seconds."""
    count, dice = int(sys.argv[1]) if len(sys.argv) > 1 else CASES, random.Random(1)
    cases = [random_case(dice) for _ in range(count)]
    if found := differing(cases):
        raise SystemExit(f"{len(found)} cases differ, the first: {found[0]}")
    print(f"{count:,} random maps, {count * PATHS:,} paths: the costs equal pm4py's optimal alignments")
    race(dice, 3_000, QUICKEST)
    race(dice, 200, DEFAULT)
    whole()


def race(dice: random.Random, paths: int, way: str) -> None:
    """Align the paths of a map of 12 steps in both ways."""
    acceptor = random_map(random.Random(7), 12, 3)
    shows = [[state] for state in range(1, acceptor.end)] + [[]]
    log = [Case(acceptor, shows, [walk(acceptor, dice, len(shows), 30) for _ in range(paths)])]
    (ours, seconds), (theirs, peers) = by_footfall(log), by_pm4py(log, way)
    if ours != theirs:
        raise SystemExit(f"The costs of the log differ from those of {way}.")
    print(f"{paths:,} paths, 12 steps: {seconds:.4f} s, pm4py {peers:.2f} s by {way}, {peers / seconds:,.0f} times")


def whole() -> None:
    """Say how long the product takes for a million events, from grouping paths to the last story."""
    with tempfile.TemporaryDirectory() as folder, workspace(Path(folder) / "data") as ws:
        write_paths(Path(folder) / "log.parquet")
        datasets.import_file(ws, ACTOR, Path(folder) / "log.parquet", MAPPING, "log")
        touchpoints = [{"type": "touchpoint", "name": step, "bindings": [{"events": [step]}]} for step in STEPS]
        puts = [Put(id=f"t{number}", record=record) for number, record in enumerate(touchpoints)]
        library.change(ws, ACTOR, Change(id=str(uuid7()), ops=tuple(puts)))
        map_id = maps.create(ws, ACTOR, drawn_map())
        questions.ask(ws, ACTOR, "log", Reach(at=("t0",)))  # a dataset that is open, as after a first look at the map
        begin = time.perf_counter()
        found = alignments.of_map(ws, ACTOR, map_id)
        seconds = time.perf_counter() - begin
    events = CUSTOMERS * LENGTH
    print(f"{events:,} events, {found.customers:,} customers, {found.variants:,} variants, 20 steps: {seconds:.2f} s")


def drawn_map() -> dict[str, Any]:
    """The records of a map of twenty steps."""
    records: dict[str, Any] = {"map": {"type": "map", "title": "Twenty", "dataset": "log"}}
    records["g"] = {"type": "stage", "name": "All", "order": "a0"}
    for number, step in enumerate(STEPS):
        order = {"stage": "g", "order": f"a{number:02}z"}
        records[f"s{number}"] = {"type": "step", "name": step, "touchpoint": f"t{number}", **order}
    return records


if __name__ == "__main__":
    main()
