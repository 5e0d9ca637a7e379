"""`python -m bench.spark [events ...]`: a Spark cluster on this machine beside DuckDB, over the same files.

One master and two workers with a core each, from the pip package; after `make test-spark`, which installs it. Small
logs tell what a question costs at least on a cluster, larger ones how that grows.
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
from footfall.service import asking, datasets
from footfall.service.workspace import workspace
from tests.engines.cluster import HOST, Standalone, standalone

SIZES = (100_000, 1_000_000)
HERE = (("spark.driver.host", HOST), ("spark.driver.bindAddress", HOST), ("spark.sql.shuffle.partitions", "4"))


def main() -> None:
    """Start the cluster, ask it and DuckDB about logs of each size, print the tables."""
    os.environ["SPARK_LOCAL_IP"] = HOST
    sizes = [int(events) for events in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder, standalone(Path(folder)) as running:
        for events in sizes:
            compare(Path(folder) / str(events), events, running)


def compare(folder: Path, events: int, running: Standalone) -> None:
    folder.mkdir()
    write_log(folder / "log.parquet", events)
    client = Cluster(At(running.address, memory_megabytes=600, more=HERE))
    with workspace(folder / "data") as ws:
        bring_in(ws, folder / "log.parquet")
        opened = asking.open_dataset(ws, ACTOR, "bench")
        dataset, manifest = datasets.find(ws, ACTOR, "bench")
        spark = SparkTables(dataset.tables(manifest), client, Limits(seconds=600))
        ours, theirs = asked(opened.tables, opened.span), asked(spark, opened.span)
    client.close()
    print(f"{events:,} events; seconds{'DuckDB':>12}{'Spark':>10}{'times':>8}")
    for name, seconds in ours.items():
        print(f"{name:24}{seconds:12.3f}{theirs[name]:10.3f}{theirs[name] / seconds:8.1f}", flush=True)


if __name__ == "__main__":
    main()
