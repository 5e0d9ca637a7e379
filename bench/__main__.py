"""`python -m bench [events]`: Footfall beside DuckDB on the log as it came, and beside numpy on sorted arrays.

All three are measured in one run on one machine, and their answers are compared first; only the ratios mean something.
"""

import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import duckdb
import numpy as np
import pyarrow.parquet as pq

from bench.log import write_log
from bench.questions import QUESTIONS, A, Asked, B, C, Sorted
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.journey.records import Binding, Touchpoint
from footfall.measures.answering import answer
from footfall.service import asking, datasets
from footfall.service.workspace import Workspace, workspace

ACTOR = Actor(id="bench")
TOUCHPOINTS = {
    id: Touchpoint(name=name, bindings=(Binding(events=(name,)),)) for id, name in zip("abc", (A, B, C), strict=True)
}
MAPPING = Mapping(customer="customer", time="time", event="event", channel="channel")
ROUNDS = 5
T = TypeVar("T")


def main() -> None:
    """Make a log, import it, ask every question in three ways, print the table."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.parquet"
        write_log(log, events)
        with workspace(Path(folder) / "data") as ws:
            seconds = bring_in(ws, log)
            kernel_seconds, arrays = sort_once(log)
            print(f"{events:,} events of {arrays.customers:,} customers; seconds, medians of {ROUNDS}\n")
            print(f"{'':18}{'Footfall':>10}{'unsorted':>10}{'numpy':>10}{'gain':>9}{'to limit':>10}")
            print(f"{'import':18}{seconds:10.3f}{'':10}{kernel_seconds:10.3f}{'':9}{seconds / kernel_seconds:10.1f}")
            for asked in QUESTIONS:
                print(line(asked, ws, log, arrays))


def bring_in(ws: Workspace, log: Path) -> float:
    """Import the log as a user does; gives the seconds."""
    begin = time.perf_counter()
    datasets.import_file(ws, ACTOR, log, MAPPING, "bench")
    return time.perf_counter() - begin


def sort_once(log: Path) -> tuple[float, Sorted]:
    """Read and sort the log with nothing around it: the limit of an import; gives the seconds and the arrays."""
    begin = time.perf_counter()
    table = pq.read_table(log)
    code = table["event"].combine_chunks().dictionary_encode()
    names = np.argsort(np.argsort(np.array(code.dictionary.to_pylist())))
    _, customer = np.unique(table["customer"].to_numpy(), return_inverse=True)
    at = table["time"].to_numpy().astype(np.int64)
    order = np.lexsort((at, customer))
    customer, at, codes = customer[order], at[order], names[code.indices.to_numpy()][order]
    last = np.append(customer[1:] != customer[:-1], True)
    following = np.where(last, -1, np.append(codes[1:], -1))
    arrays = Sorted(customer, codes, following, at, np.append(at[1:], 0), int(customer[-1]) + 1)
    return time.perf_counter() - begin, arrays


def line(asked: Asked, ws: Workspace, log: Path, arrays: Sorted) -> str:
    """Ask one question in three ways; the answers must agree, then the times are worth a comparison."""
    put = asking.put_all(ws, ACTOR, "bench", TOUCHPOINTS, [asked.question])
    plain = duckdb.connect()
    plain.execute(f"CREATE VIEW log AS FROM read_parquet('{log}')")
    ways: list[Callable[[], float | None]] = [
        lambda: answer(put.tables, put.puts, put.span)[0].value,
        lambda: float(plain.sql(asked.sql).fetchall()[0][0]),
        lambda: asked.limit(arrays),
    ]
    answers, (ours, theirs, limit) = zip(*(timed(way) for way in ways), strict=True)
    if any(found is None or not math.isclose(found, answers[2], rel_tol=1e-6) for found in answers):
        raise SystemExit(f"{asked.name}: the answers differ: {answers}")
    return f"{asked.name:18}{ours:10.3f}{theirs:10.3f}{limit:10.3f}{theirs / ours:8.1f}x{ours / limit:10.1f}"


def timed(way: Callable[[], T]) -> tuple[T, float]:
    """Run once to warm up, then a few times; gives the answer and the median of the seconds."""
    result, seconds = way(), []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        result = way()
        seconds.append(time.perf_counter() - begin)
    return result, median(seconds)


if __name__ == "__main__":
    main()
