"""`python -m bench.spark [events ...]`: a Spark cluster on this machine beside DuckDB, over the same files.

One master with one worker and then with two, of a core each, from the pip package; after `make test-spark`, which
installs it. Small logs tell what a question costs at least on a cluster, larger ones how that grows. Each question is
asked three times, and the median told.
"""

import os
import sys
import tempfile
from pathlib import Path

from bench.__main__ import ACTOR, bring_in
from bench.growth import asked
from bench.log import write_log
from footfall.engine.limits import Limits
from footfall.engine.spark.cluster import At, Cluster
from footfall.engine.spark.tables import SparkTables
from footfall.measures.answering import Span
from footfall.service import asking, datasets
from footfall.service.workspace import workspace
from tests.engines.cluster import HOST, standalone

SIZES = (100_000, 1_000_000)
HERE = (("spark.driver.host", HOST), ("spark.driver.bindAddress", HOST), ("spark.sql.shuffle.partitions", "4"))


WORKERS = (1, 2)


def main() -> None:
    """Ask clusters of each number of workers and DuckDB about logs of each size, print the tables."""
    os.environ["SPARK_LOCAL_IP"] = HOST
    sizes = [int(events) for events in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for events in sizes:
            compare(Path(folder) / str(events), events)


def compare(folder: Path, events: int) -> None:
    """One log, and the seconds of each question by each engine."""
    folder.mkdir()
    write_log(folder / "log.parquet", events)
    with workspace(folder / "data") as ws:
        bring_in(ws, folder / "log.parquet")
        opened = asking.open_dataset(ws, ACTOR, "bench")
        dataset, manifest = datasets.find(ws, ACTOR, "bench")
        ours = asked(opened.tables, opened.span)
        theirs = [on_spark(folder, workers, dataset.tables(manifest), opened.span) for workers in WORKERS]
    heads = "".join(f"{f'Spark, {workers}':>12}" for workers in WORKERS)
    print(f"{f'{events:,} events; seconds':26}{'DuckDB':>10}{heads}")
    for name, seconds in ours.items():
        print(f"{name:26}{seconds:10.3f}{''.join(f'{told[name]:12.2f}' for told in theirs)}", flush=True)


def on_spark(folder: Path, workers: int, tables: Path, span: Span) -> dict[str, float]:
    """The seconds of each question on a cluster of so many workers, which ends with it."""
    place = folder / f"of-{workers}"
    place.mkdir()
    with standalone(place, workers) as running:
        client = Cluster(At(running.address, memory_megabytes=600, more=HERE))
        found = asked(SparkTables(tables, client, Limits(seconds=600)), span)
        client.close()
    return found


if __name__ == "__main__":
    main()
