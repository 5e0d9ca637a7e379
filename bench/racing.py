"""What all share who answer in `bench.analyses`: what they are asked, how it is timed, how answers are handed over.

It runs in the Python of the peers too, so it needs pyarrow and nothing of Footfall.
"""

import json
import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

IMPORT, FLOW, TIMES, VARIANTS = "import", "flow counts", "flow with exact median times", "variants"
ENDS, CONTRAST, DROPPED = "start and end", "contrast of two segments", "one channel dropped, neighbours found anew"
FUNNEL, CUSTOMERS = "funnel of four steps", "unique customers per touchpoint"

STEPS = ("event 00", "event 05", "event 12", "event 21")  # of the funnel
CHANNEL = "channel 3"  # the one that is dropped
SEGMENTS = ("new", "regular")

ROUNDS = 5
SLOW = 10.0  # seconds; what takes longer is done once

Answer = dict[tuple[str, ...], float]


@dataclass(frozen=True)
class Task:
    """How one thing is asked, and how the answer is read once the clock has stopped."""

    ask: Callable[[], Any]
    read: Callable[[Any], Answer] = dict
    before: Callable[[], object] = lambda: None  # each round, ahead of the clock


def run(tasks: Mapping[str, Task], folder: Path, versions: str) -> None:
    """Do all tasks, leave each answer in the folder, and say the seconds and the peak of memory."""
    told = {}
    for name, task in tasks.items():
        found, seconds = timed(task)
        told[name] = {"seconds": median(seconds), "rounds": len(seconds)}
        leave(folder, name, task.read(found))
    print(json.dumps({"tasks": told, "peak": peak(), "versions": versions}), flush=True)


def timed(task: Task) -> tuple[Any, list[float]]:
    """Do it in several rounds, or once where that is slow; gives the last answer and the seconds of each."""
    found, seconds = None, list[float]()
    while len(seconds) < ROUNDS and (not seconds or seconds[0] < SLOW):
        task.before()
        found = None  # the answer before goes first, so that two are never held
        begin = time.perf_counter()
        found = task.ask()
        seconds.append(time.perf_counter() - begin)
    return found, seconds


def peak() -> int:
    """The most memory in MB of this process and, were it at the same time, of the largest that it started."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1000


def leave(folder: Path, name: str, answer: Answer) -> None:
    """Write an answer for those who compare it."""
    keys = pa.array(["\n".join(key) for key in answer], pa.string())
    pq.write_table(
        pa.table({"key": keys, "value": pa.array(answer.values(), pa.float64())}), folder / f"{name}.parquet"
    )


def found(folder: Path, name: str) -> Answer:
    """Read an answer that somebody left."""
    table = pq.read_table(folder / f"{name}.parquet")
    keys = (tuple(key.split("\n")) for key in table["key"].to_pylist())
    return dict(zip(keys, table["value"].to_pylist(), strict=True))
