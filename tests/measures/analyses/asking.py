"""Every analysis that tests put to logs, with its oracle; whoever adds one adds it here."""

from collections.abc import Callable
from typing import Any

from footfall.engine.tables import OpenTables
from footfall.journey.analyses import FlowAnalysis, ReachAnalysis
from footfall.measures.analysing import WAYS, put, write
from footfall.measures.tables import customers
from footfall.measures.tabulating import rows_of
from footfall.measures.ways import PutAnalysis
from tests.measures.analyses.oracles import flow, reach
from tests.measures.analyses.oracles.log import Log, Row, Table
from tests.measures.logs import known, touchpoint

# "a in x" is taken twice and stands at the first; of "b" nothing is bound.
TOUCHPOINTS = {
    "a": touchpoint("a"),
    "a-in-x": touchpoint("a", channels=["x"]),
    "c": touchpoint("c*"),
    "nothing": touchpoint("z"),
}
NODES: dict[str, Callable[[Any], str]] = {
    "touchpoint": lambda event: {"a": "a", "cc": "c"}.get(event.name, f"event:{event.name}"),
    "event": lambda event: f"event:{event.name}",
    "channel": lambda event: f"channel:{event.channel}",
}

ANALYSES: list[tuple[Any, Callable[[Any, Log], Table]]] = [
    (ReachAnalysis(), reach.table),
    (ReachAnalysis(by="channel"), reach.table),
    (FlowAnalysis(), flow.table),
    (FlowAnalysis(by="event", per="event"), flow.table),
    (FlowAnalysis(by="channel", per="event", times=False), flow.table),
]


def put_to(tables: OpenTables, analysis: Any) -> PutAnalysis:
    return put(analysis, TOUCHPOINTS, known(tables))


def populations(tables: OpenTables, asked: PutAnalysis) -> dict[str, dict[tuple[str, ...], list[Row]]]:
    """The rows behind each figure, by the key as the tables have it."""
    way = WAYS[asked.analysis.analysis]
    keys = tuple(way.keys)
    found: dict[str, dict[tuple[str, ...], list[Row]]] = {}
    for figure in way.figures(asked.analysis):
        everything = figure.rows().select(*keys).distinct()
        rows = rows_of(figure, keys, everything).join(customers.select("customer", "identity"), "customer")
        by_key: dict[tuple[str, ...], list[Row]] = {}
        for row in tables.run(rows, **asked.tables()).to_pylist():
            key = tuple(write(way.keys, [row[name] for name in keys], asked).values())
            by_key.setdefault(key, []).append((row["identity"] - 1, row["value"], row["at"]))
        found[figure.name] = by_key
    return found
