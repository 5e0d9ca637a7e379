"""Which engine merges a dataset: a cluster where one is set and there are enough events for it, else DuckDB."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from footfall.engine.limits import Limits
from footfall.engine.merging import Merger, PartFile
from footfall.engine.spark.cluster import At, cluster
from footfall.engine.tables import rows_in

if TYPE_CHECKING:
    from footfall.engine.spark.merging import SparkMerger


def merger_for(
    parts: Mapping[str, tuple[pa.Schema, Sequence[PartFile]]], to: Path, limits: Limits, spark: At | None
) -> "Merger | SparkMerger":
    """What writes the tables of these parts, by name, to a folder. Raises StorageFailed."""
    if spark is None or sum(rows_in(file.path) for file in parts["event_parts"][1]) < spark.from_events:
        return Merger(parts, to, limits)
    from footfall.engine.spark.merging import SparkMerger

    return SparkMerger(parts, to, cluster(spark), limits)
