"""`python -m bench.growth [events] [more events]`: how times grow from ten million events to a hundred million.

Each size is imported and asked in a process of its own, through the product's own call, whose peak of memory is taken
too. The questions go past what a workspace remembers of earlier answers.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import inf
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import TypeAdapter

from bench.__main__ import ACTOR, TOUCHPOINTS, bring_in
from bench.log import write_log
from bench.questions import QUESTIONS
from footfall.engine.opened import Tables
from footfall.errors import QueryLimit
from footfall.journey.analyses import Analysis
from footfall.measures import analysing
from footfall.measures.analysed import AnalysisResult
from footfall.measures.answering import Span, answer
from footfall.measures.putting import put
from footfall.measures.ways import PutAnalysis
from footfall.service import asking
from footfall.service.workspace import workspace

SIZES = (10_000_000, 100_000_000)
ROUNDS = 3
LONG = 20.0  # seconds, after which no further round is made
PROMISED = 12  # times as long for ten times as many events
ANALYSES: Mapping[str, Mapping[str, object]] = {
    "customers per event": {"analysis": "reach", "by": "event"},
    "flow, counted": {"analysis": "flow", "by": "event", "times": False},
    "flow, with times": {"analysis": "flow", "by": "event"},
    "variants": {"analysis": "variants", "by": "event"},
    "step by step": {"analysis": "steps", "by": "event"},
    "retention": {"analysis": "retention"},
}


def main() -> None:
    """Measure each size, print the table."""
    sizes = [int(events) for events in sys.argv[1:]] or list(SIZES)
    small, large = (measured(events) for events in sizes)
    print(f"{'seconds':24}{sizes[0]:>16,}{sizes[1]:>16,}{'times':>8}   promised: at most {PROMISED} times")
    for name, seconds in small.items():
        print(f"{name:24}{seconds:16.3f}{large[name]:16.3f}{large[name] / seconds:8.1f}")


def measured(events: int) -> dict[str, float]:
    """Seconds by what was done, and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        apart("log", folder, str(events))
        found: dict[str, float] = json.loads(apart("one", folder))
    return found


def apart(*arguments: str) -> str:
    """What a process of its own prints."""
    command = [sys.executable, "-m", "bench.growth", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def one(folder: Path) -> dict[str, float]:
    """Import the log in this folder, ask everything; the memory is that of the largest process."""
    with workspace(folder / "data") as ws:
        found = {"import": bring_in(ws, folder / "log.parquet")}
        opened = asking.open_dataset(ws, ACTOR, "bench")
        found |= asked(opened.tables, opened.span)
    peaks = [resource.getrusage(who).ru_maxrss / 1e6 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return found | {"memory, in GB": max(peaks)}


def asked(tables: Tables, span: Span) -> dict[str, float]:
    """The median of the seconds of each question, in the order in which they are listed."""
    found: dict[str, float] = {}
    for name, ask in ways(tables, span):
        found[name] = timed(ask)
        print(f"{name:24}{found[name]:16.3f}", file=sys.stderr, flush=True)
    return found


def ways(tables: Tables, span: Span) -> Iterator[tuple[str, Callable[[], object]]]:
    known = asking.combinations_of(tables)
    for question in QUESTIONS:
        yield question.name, partial(answer, tables, [put(question.question, TOUCHPOINTS, known)], span)
    for name, told in ANALYSES.items():
        analysis: Any = TypeAdapter(Analysis).validate_python(told)
        yield name, partial(analysed, tables, analysing.put(analysis, {}, known, span))


def analysed(tables: Tables, asks: PutAnalysis) -> AnalysisResult:
    return analysing.analyse(tables, analysing.prepared(tables, asks))


def timed(ask: Callable[[], object]) -> float:
    """The median of some rounds, or of one that took long; infinite where the product gives up by its own limits."""
    seconds: list[float] = []
    while len(seconds) < ROUNDS and sum(seconds) < LONG:
        begin = time.perf_counter()
        try:
            ask()
        except QueryLimit as stopped:
            print(stopped, file=sys.stderr)
            return inf
        seconds.append(time.perf_counter() - begin)
    return median(seconds)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["one", folder]:
            print(json.dumps(one(Path(folder))))
        case ["log", folder, events]:
            write_log(Path(folder) / "log.parquet", int(events))
        case _:
            main()
