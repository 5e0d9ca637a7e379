"""`python -m bench.importing [rows of CSV] [rows of Parquet]`: imports beside DuckDB, which reads and sorts the files.

With numbers once; without, three times, and also beside the loaders of pm4py and retentioneering. All run in turns,
each in a process of its own, whose peak of memory is taken too. DuckDB writes the log sorted by customer and time;
Footfall also makes pseudonyms, counts what it refuses, and writes what comes next beside each event.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import duckdb
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from bench import peers
from bench.log import write_log
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.workspace import workspace

ROUNDS = 3
ROWS = {"csv": 1_000_000, "parquet": 10_000_000}
PROMISED = {"csv": "15 s, 1,000 MB", "parquet": "60 s, 4,000 MB"}
PEERS = ("pm4py", "retentioneering")  # they read no Parquet by themselves
EVENTS_PER_CUSTOMER = 5
MAPPING = Mapping(customer="customer", time="time", event="event", channel="channel")


def main() -> None:
    """Write both files, import each in turns, print the table."""
    given = [int(rows) for rows in sys.argv[1:]]
    rows = dict(zip(ROWS, given or ROWS.values(), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        for kind, count in rows.items():
            file = written(Path(folder), kind, count)
            print(f"{count:,} rows of {kind}; promised for {ROWS[kind]:,}: {PROMISED[kind]}")
            others = PEERS if kind == "csv" and not given else ()  # which come over the network
            tell(runs(file, ["footfall", "duckdb", *others], 1 if given else ROUNDS))


def written(folder: Path, kind: str, rows: int) -> Path:
    """A log of events as a file of this kind."""
    path = folder / "log.parquet"
    write_log(path, rows, customers=max(1, rows // EVENTS_PER_CUSTOMER))
    if kind == "csv":
        arrow_csv.write_csv(pq.read_table(path), path := folder / "log.csv")
    return path


def runs(file: Path, ways: Sequence[str], times: int) -> dict[str, list[tuple[float, int]]]:
    """All ways in turns, so many times."""
    rounds = [{way: measured(way, file) for way in ways} for _ in range(times)]
    return {way: [each[way] for each in rounds] for way in ways}


def tell(found: dict[str, list[tuple[float, int]]]) -> None:
    """Medians of the seconds, the highest peak of memory, and how many times as long Footfall takes."""
    seconds = {way: median(second for second, _ in each) for way, each in found.items()}
    for way, each in found.items():
        ratio = f"{seconds['footfall'] / seconds[way]:.1f}" if way != "footfall" else ""
        print(f"  {way:16}{seconds[way]:>8.1f} s{max(peak for _, peak in each):>8,} MB{ratio:>8}", flush=True)


def measured(way: str, file: Path) -> tuple[float, int]:
    """Run one way in a process of its own; gives its seconds without the start, and its peak of memory in MB."""
    command = [sys.executable, "-m", "bench.importing", way, str(file)]
    environment: dict[str, str] = {**os.environ, "PYTHONPATH": "."}
    if way in PEERS:
        command, environment = peers.loading(way, file)
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return float(seconds), int(peak)


def one() -> None:
    """Do it one way, and say the seconds and the peak: of this process, or of the reader that it started."""
    way, file = WAYS[sys.argv[1]], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        way(file, Path(folder))
        seconds = time.perf_counter() - begin
    each = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(json.dumps([seconds, max(resource.getrusage(who).ru_maxrss for who in each) // 1000]))


def by_footfall(file: Path, folder: Path) -> None:
    """Import as a user does."""
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, Actor(id="bench"), file, MAPPING, "bench")


def by_duckdb(file: Path, folder: Path) -> None:
    """Read and sort with nothing around it, with the threads that an import has."""
    connection = duckdb.connect(config={"threads": 2})
    source = f"read_csv('{file}')" if file.suffix == ".csv" else f"read_parquet('{file}')"
    to = folder / "sorted.parquet"
    connection.execute(f"COPY (FROM {source} ORDER BY customer, time) TO '{to}' (FORMAT parquet, COMPRESSION zstd)")


WAYS: dict[str, Callable[[Path, Path], None]] = {"footfall": by_footfall, "duckdb": by_duckdb}

if __name__ == "__main__":
    one() if sys.argv[1:2] and sys.argv[1] in WAYS else main()
