"""`python bench/analysts.py WAY LOG SEGMENTS FOLDER`: what pm4py and retentioneering answer, in a process of its own.

Run by the Python of `.make/loaders`, which has the peers and nothing of Footfall. Each answers by its own calls: pm4py
on polars by the quickest that it has, pm4py on pandas by those that its manual names.
"""

import importlib
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import racing
from bench.racing import CHANNEL, SEGMENTS, STEPS, Answer, Task, run

CASE, EVENT, TIME = "case:concept:name", "concept:name", "time:timestamp"
NAMED = {"case_id": "customer", "activity_key": "event", "timestamp_key": "time"}


def only(pm4py: Any, log: Any, column: str, *values: str, retain: bool = True) -> Any:
    """The events of a log that have one of these values, or the others."""
    return pm4py.filter_event_attribute_values(log, column, list(values), level="event", retain=retain)


def by_polars(log: Path, segments: Path) -> dict[str, Task]:
    """pm4py on lazy frames of polars, which hold the log in memory."""
    pm4py, polars = importlib.import_module("pm4py"), importlib.import_module("polars")
    graphs = importlib.import_module("pm4py.algo.discovery.dfg.adapters.polars.df_statistics")
    held: dict[str, Any] = {}

    def load() -> Any:
        held["log"] = pm4py.format_dataframe(polars.scan_parquet(log), **NAMED)
        return held["log"]

    def loaded(frame: Any) -> Answer:
        held["log"] = frame.join(polars.scan_parquet(segments), on="customer").sort(CASE, TIME).collect().lazy()
        return {}

    def flow(frame: Any) -> Any:
        return graphs.get_dfg_graph(frame)

    def times() -> Any:
        return graphs.get_dfg_graph(held["log"], measure="performance", perf_aggregation_key="median")

    def customers() -> Any:
        return held["log"].group_by(EVENT).agg(polars.col(CASE).n_unique()).collect()

    return {
        racing.IMPORT: Task(load, loaded),
        **_by_pm4py(pm4py, held, flow),
        racing.TIMES: Task(times),
        racing.CUSTOMERS: Task(customers, lambda frame: {(name,): count for name, count in frame.iter_rows()}),
    }


def by_pandas(log: Path, segments: Path) -> dict[str, Task]:
    """pm4py on frames of pandas."""
    pm4py, pandas = importlib.import_module("pm4py"), importlib.import_module("pandas")
    held: dict[str, Any] = {}

    def load() -> Any:
        held.clear()
        held["log"] = pm4py.format_dataframe(pandas.read_parquet(log), **NAMED)
        return held["log"]

    def loaded(frame: Any) -> Answer:
        frame["segment"] = frame["customer"].map(pandas.read_parquet(segments).set_index("customer")["segment"])
        return {}

    def flow(frame: Any) -> Any:
        return pm4py.discover_dfg(frame)[0]

    def times() -> Any:
        return pm4py.discover_performance_dfg(held["log"], perf_aggregation_key="median")[0]

    def customers() -> Any:
        return held["log"].groupby(EVENT)[CASE].nunique()

    return {
        racing.IMPORT: Task(load, loaded),
        **_by_pm4py(pm4py, held, flow),
        racing.TIMES: Task(times),
        racing.CUSTOMERS: Task(customers, lambda counts: {(name,): count for name, count in counts.items()}),
    }


def _by_pm4py(pm4py: Any, held: Mapping[str, Any], flow: Any) -> dict[str, Task]:
    """What pm4py does alike on both kinds of frames."""

    def ends() -> Any:
        return pm4py.get_start_activities(held["log"]), pm4py.get_end_activities(held["log"])

    def contrast() -> Any:
        return [flow(only(pm4py, held["log"], "segment", segment)) for segment in SEGMENTS]

    def dropped() -> Any:
        return flow(only(pm4py, held["log"], "channel", CHANNEL, retain=False))

    return {
        racing.FLOW: Task(lambda: flow(held["log"])),
        racing.VARIANTS: Task(lambda: pm4py.get_variants(held["log"])),
        racing.ENDS: Task(ends, _ends),
        racing.CONTRAST: Task(contrast, _contrast),
        racing.DROPPED: Task(dropped),
    }


def _ends(both: Any) -> Answer:
    return {
        (end, event): count
        for end, counts in zip(("start", "end"), both, strict=True)
        for event, count in counts.items()
    }


def _contrast(flows: Any) -> Answer:
    return {
        (segment, *way): count for segment, flow in zip(SEGMENTS, flows, strict=True) for way, count in flow.items()
    }


def by_retentioneering(log: Path, segments: Path) -> dict[str, Task]:
    """retentioneering's stream of events."""
    retentioneering, pandas = importlib.import_module("retentioneering"), importlib.import_module("pandas")
    columns = {"path_cols": ["customer"], "event_col": "event", "timestamp_col": "time"}
    held: dict[str, Any] = {}

    def load() -> Any:
        held.clear()
        held["log"] = retentioneering.Eventstream(pandas.read_parquet(log), columns)
        return held["log"]

    def loaded(_: Any) -> Answer:
        frame = pandas.read_parquet(log)
        frame["segment"] = frame["customer"].map(pandas.read_parquet(segments).set_index("customer")["segment"])
        held["log"] = retentioneering.Eventstream(frame, columns | {"segment_cols": ["segment"]})
        return {}

    def flow(weight: str = "count") -> Any:
        return held["log"].transition_graph_data(edge_weight=weight)

    def contrast() -> Any:
        return held["log"].transition_graph_data(edge_weight="count", diff=("segment", *SEGMENTS))[1:]

    def dropped() -> Any:
        left = held["log"].filter_events(drop={"channel": [CHANNEL]})
        return left.transition_graph_data(edge_weight="count")

    return {
        racing.IMPORT: Task(load, loaded),
        racing.FLOW: Task(flow, _counts),
        racing.TIMES: Task(lambda: flow("time_median"), lambda matrix: _cells(matrix / pandas.Timedelta(seconds=1))),
        racing.CONTRAST: Task(contrast, lambda both: _contrast(map(_counts, both))),
        racing.DROPPED: Task(dropped, _counts),
        racing.FUNNEL: Task(lambda: held["log"].funnel_data(steps=list(STEPS)), _funnel),
    }


def _cells(matrix: Any) -> Answer:
    """The cells of a matrix that are no ends of paths and not empty."""
    inside = [name for name in matrix.index if not str(name).startswith("path_")]
    cells = matrix.loc[inside, inside].stack().dropna()
    return {way: float(value) for way, value in cells.items()}


def _counts(matrix: Any) -> Answer:
    return {way: count for way, count in _cells(matrix).items() if count}


def _funnel(funnel: Any) -> Answer:
    return {(str(number),): step["unique_paths"] for number, step in enumerate(funnel["steps"], 1)}


WAYS = {"pm4py on polars": by_polars, "pm4py on pandas": by_pandas, "retentioneering": by_retentioneering}
PACKAGES = {
    "pm4py on polars": ("pm4py", "polars"),
    "pm4py on pandas": ("pm4py", "pandas"),
    "retentioneering": ("retentioneering",),
}


def main() -> None:
    """Answer all, in one way."""
    way, log, segments, folder = sys.argv[1:]
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES[way])
    run(WAYS[way](Path(log), Path(segments)), Path(folder), versions)


if __name__ == "__main__":
    main()
