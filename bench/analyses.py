"""`python -m bench.analyses [events]`: what Footfall answers of a log, beside pm4py and retentioneering.

One seeded log of customers in two segments. Each takes it in by its own call, then answers by its own calls, in a
process of its own and none beside another; the answers are proven equal before anything is told of seconds. Footfall
remembers what it answered: that is forgotten before each round, and each round filters a little differently.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import pyarrow.parquet as pq

from bench import racing
from bench.log import CHANNELS, write_log, write_segments
from bench.peers import ROOT, running
from bench.racing import CHANNEL, ROUNDS, SEGMENTS, SLOW, STEPS, Answer, Task, timed
from footfall.engine.once import Once
from footfall.events.columns import Attribute
from footfall.events.mapping import Mapping
from footfall.journey.analyses import (
    Analysis,
    EndsAnalysis,
    FlowAnalysis,
    FunnelStepsAnalysis,
    ReachAnalysis,
    VariantsAnalysis,
)
from footfall.journey.changes import Actor
from footfall.journey.questions import EVENT, Only, Segment
from footfall.measures.analysed import AnalysisResult
from footfall.service import analyses, datasets
from footfall.service.workspace import Workspace, open_workspace

ACTOR = Actor(id="bench")
EVENTS = Mapping(customer="customer", time="time", event="event", channel="channel")
FACTS = Mapping(kind="customers", customer="customer", attributes=(Attribute(column="segment"),))
DATASET = "bench"
MOST = 10_000  # rows of an answer
HOUR = 3600  # seconds
SCAN = "a bare scan and group of the two columns by DuckDB (flow counts take x as long)"

FOOTFALL, POLARS = "Footfall", "pm4py on polars"
PEERS = (POLARS, "pm4py on pandas", "retentioneering")

TOTAL = ("all variants",)  # the key under which Footfall says how many there are; it lists the commonest
TOLERANCE = {POLARS: 1.0, "retentioneering": 1.0}  # seconds: they cut times to whole ones


@dataclass(frozen=True)
class Aim:
    """How many times as fast Footfall should be."""

    than_polars: float = 0
    than_others: float = 0

    def than(self, peer: str) -> float:
        """The aim beside one peer; 0 for none."""
        return self.than_polars if peer == POLARS else self.than_others


AIMS = {
    racing.IMPORT: Aim(1.5, 3),
    racing.FLOW: Aim(40, 250),
    racing.TIMES: Aim(15, 50),
    racing.VARIANTS: Aim(60, 60),
    racing.ENDS: Aim(),
    racing.CONTRAST: Aim(20, 150),
    racing.DROPPED: Aim(8, 40),
    racing.FUNNEL: Aim(0, 5),
    racing.CUSTOMERS: Aim(2, 0),
}
SCANS = 3  # flow counts take at most so many bare scans
MEMORY = 4  # times as much memory as Footfall takes pm4py at least


@dataclass(frozen=True)
class Told:
    """What one process said of itself."""

    tasks: dict[str, dict[str, float]]
    peak: int  # MB
    versions: str

    def seconds(self, task: str) -> float | None:
        """The median of the seconds; nothing where it cannot do that."""
        return self.tasks[task]["seconds"] if task in self.tasks else None


def main() -> None:
    """Write the log, let each answer, compare, print the table."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        log, segments = folder / "log.parquet", folder / "segments.parquet"
        write_log(log, events)
        write_segments(segments, log, SEGMENTS)
        told = {way: raced(way, log, segments, folder / way) for way in (FOOTFALL, *PEERS)}
        for peer in PEERS:
            prove_equal(folder, peer, [task for task in told[peer].tasks if task != racing.IMPORT])
        print("\n".join(table(events, pq.read_metadata(segments).num_rows, told, scan(folder / FOOTFALL))))


def raced(way: str, log: Path, segments: Path, folder: Path) -> Told:
    """Let one answer everything in a process of its own."""
    folder.mkdir()
    arguments = (str(log), str(segments), str(folder))
    command, environment = running("analysts.py", way, *arguments)
    if way == FOOTFALL:
        command = [sys.executable, "-m", "bench.analyses", FOOTFALL, *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment | {"PYTHONPATH": str(ROOT)}
    )
    if done.returncode:
        raise SystemExit(f"{way} did not answer:\n{done.stderr}")
    return Told(**json.loads(done.stdout.splitlines()[-1]))


def scan(folder: Path) -> float:
    """The limit: DuckDB groups what the import wrote by the two columns of a flow, which it holds in memory."""
    plain = duckdb.connect(config={"threads": 2})
    (written,) = folder.glob("0/datasets/*/*/events.parquet")
    plain.execute(f"CREATE TABLE two AS SELECT combination, next_combination FROM read_parquet('{written}')")
    task = Task(plain.sql("SELECT combination, next_combination, count(*) FROM two GROUP BY ALL").fetchall)
    return median(timed(task)[1])


def prove_equal(folder: Path, peer: str, tasks: list[str]) -> None:
    """End with an error where an answer of Footfall is not that of the peer."""
    for task in tasks:
        ours, theirs = racing.found(folder / FOOTFALL, task), racing.found(folder / peer, task)
        if task == racing.VARIANTS:
            theirs = _commonest(theirs, ours)
        tolerance = TOLERANCE.get(peer, 1e-5) if task == racing.TIMES else 0
        if wrong := differing(ours, theirs, tolerance):
            shown = [(key, ours.get(key), theirs.get(key)) for key in wrong[:3]]
            raise SystemExit(f"{task}: {len(wrong):,} numbers differ from {peer}, such as {shown}")


def differing(ours: Answer, theirs: Answer, tolerance: float = 0) -> list[tuple[str, ...]]:
    """The keys that one lacks, or of which the two say different things."""
    either = ours.keys() ^ theirs.keys()
    return [*either, *(key for key in ours.keys() & theirs.keys() if not abs(ours[key] - theirs[key]) <= tolerance)]


def _commonest(all: Answer, ours: Answer) -> Answer:
    """How many variants there are, and the commonest: as many as Footfall lists, of equal ones those that it lists."""
    least = sorted(all.values(), reverse=True)[: len(ours) - 1][-1]
    listed = {path: often for path, often in all.items() if often > least or (often == least and path in ours)}
    return listed | {TOTAL: len(all)}


# What Footfall does


def by_footfall(log: Path, segments: Path, folder: Path) -> dict[str, Task]:
    """The tasks by the calls of the product, on the workspace of the last import."""
    folders = count()
    held: dict[str, Workspace] = {}

    def bring_in() -> Workspace:
        held["ws"] = open_workspace(folder / str(next(folders)))
        datasets.import_file(held["ws"], ACTOR, log, EVENTS, DATASET)
        return held["ws"]

    def facts(ws: Workspace) -> Answer:
        datasets.import_file(ws, ACTOR, segments, FACTS, DATASET)
        return {}

    def forget() -> None:
        found, manifest = datasets.find(held["ws"], ACTOR, DATASET)
        held["ws"].engine.tables(found.tables(manifest)).found = Once()

    def ask(*asked: Analysis) -> list[AnalysisResult]:
        return [analyses.run(held["ws"], ACTOR, DATASET, one) for one in asked]

    def task(asked: Callable[[int], list[Analysis]], read: Callable[..., Answer]) -> Task:
        rounds = count()
        return Task(lambda: ask(*asked(next(rounds))), lambda results: read(*results), forget)

    asking = {name: task(asked, read) for name, (asked, read) in ASKED.items()}
    return {racing.IMPORT: Task(bring_in, facts), **asking}


def flow(only: Only | None = None, times: bool = False) -> FlowAnalysis:
    """How often each event follows straight on each other."""
    return FlowAnalysis(by="event", per="event", times=times, limit=MOST, only=only or Only())


def contrast(turn: int) -> list[Analysis]:
    """The flow of each segment; a value that nobody has makes a filter that was never asked before."""
    return [flow(Only(segment=(Segment(attribute="segment", values=(one, f"{turn}")),))) for one in SEGMENTS]


def dropped(turn: int) -> list[Analysis]:
    """The flow without one channel, as if it had never been."""
    left = [f"channel {number}" for number in range(CHANNELS)]
    return [flow(Only(channels=(*(one for one in left if one != CHANNEL), f"{turn}")))]


def funnel(_: int) -> list[Analysis]:
    """Who came to each step in order."""
    return [FunnelStepsAnalysis(places=tuple((f"{EVENT}{step}",) for step in STEPS))]


def read(figure: str, *keys: str, scale: float = 1) -> Callable[[AnalysisResult], Answer]:
    """One figure by some keys, nodes named as the log names them."""

    def answer(result: AnalysisResult) -> Answer:
        rows = (
            (tuple(row.key[key].removeprefix(EVENT) for key in keys), row.figures[figure].value) for row in result.rows
        )
        return {key: value * scale for key, value in rows if value is not None}

    return answer


def of_both(*results: AnalysisResult) -> Answer:
    """The counts of both segments."""
    told = zip(SEGMENTS, map(read("transitions", "source", "target"), results), strict=True)
    return {(segment, *way): often for segment, answer in told for way, often in answer.items()}


def of_paths(result: AnalysisResult) -> Answer:
    """The commonest variants, and how many there are."""
    listed = {_names(path): often for (path,), often in read("customers", "path")(result).items()}
    return listed | {TOTAL: len(result.rows) + result.more}


def _names(path: str) -> tuple[str, ...]:
    return tuple(one.removeprefix(EVENT) for one in json.loads(path))


ASKED: dict[str, tuple[Callable[[int], list[Any]], Callable[..., Answer]]] = {
    racing.FLOW: (lambda _: [flow()], read("transitions", "source", "target")),
    racing.TIMES: (lambda _: [flow(times=True)], read("median_hours", "source", "target", scale=HOUR)),
    racing.VARIANTS: (lambda _: [VariantsAnalysis(by="event")], of_paths),
    racing.ENDS: (lambda _: [EndsAnalysis(by="event")], read("customers", "end", "node")),
    racing.CONTRAST: (contrast, of_both),
    racing.DROPPED: (dropped, read("transitions", "source", "target")),
    racing.FUNNEL: (funnel, read("customers", "step")),
    racing.CUSTOMERS: (lambda _: [ReachAnalysis(by="event")], read("customers", "node")),
}


# What is printed


def table(events: int, customers: int, told: dict[str, Told], scanned: float) -> Iterator[str]:
    """The page: machine, versions and command, then a row for each task."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 10**9
    yield f"`python -m bench.analyses {events}`: {events:,} events of {customers:,} customers. {os.cpu_count()} cores,"
    yield f"{memory} GB, {platform.platform()}. {'; '.join(one.versions for one in told.values())}."
    yield f"Seconds, medians of {ROUNDS} rounds; with *, what took longer than {SLOW:g}, once. All answers are equal."
    yield ""
    yield f"| | {FOOTFALL} | {' | '.join(PEERS)} | aim | reached |"
    yield "| --- " * (len(PEERS) + 4) + "|"
    for task in AIMS:
        yield _row(task, told)
    flows = told[FOOTFALL].seconds(racing.FLOW) or 0
    yield f"| {SCAN} | {scanned:.3f} ({flows / scanned:.1f} x) | | | | {SCANS} x | {_said(flows <= SCANS * scanned)} |"
    yield _memory(told)


def _row(task: str, told: dict[str, Told]) -> str:
    ours, aim = told[FOOTFALL].seconds(task) or 0, AIMS[task]
    ratios = {peer: theirs / ours for peer in PEERS if (theirs := told[peer].seconds(task))}
    cells = [f"{_seconds(told[peer], task)} ({ratios[peer]:.1f} x)" if peer in ratios else "" for peer in PEERS]
    aims = {peer: aim.than(peer) for peer in ratios if aim.than(peer)}
    wanted = ", ".join(dict.fromkeys(f"{times:g} x" for times in aims.values()))
    reached = ", ".join(_said(ratios[peer] >= times) for peer, times in aims.items())
    return f"| {task} | {_seconds(told[FOOTFALL], task)} | {' | '.join(cells)} | {wanted} | {reached} |"


def _seconds(told: Told, task: str) -> str:
    once = "*" if told.tasks[task]["rounds"] == 1 else ""
    return f"{told.tasks[task]['seconds']:.3f}{once}"


def _memory(told: dict[str, Told]) -> str:
    ours = told[FOOTFALL].peak
    ratios = {peer: told[peer].peak / ours for peer in PEERS}
    cells = " | ".join(f"{told[peer].peak:,} ({ratio:.1f} x)" for peer, ratio in ratios.items())
    reached = ", ".join(_said(ratio >= MEMORY) for peer, ratio in ratios.items() if peer.startswith("pm4py"))
    return f"| peak of memory, MB | {ours:,} | {cells} | {MEMORY} x | {reached} |"


def _said(reached: bool) -> str:
    return "yes" if reached else "no"


if __name__ == "__main__":
    if sys.argv[1:2] == [FOOTFALL]:
        log, segments, folder = map(Path, sys.argv[2:])
        racing.run(
            by_footfall(log, segments, folder), folder, f"Footfall {version('footfall')}, DuckDB {version('duckdb')}"
        )
    else:
        main()
