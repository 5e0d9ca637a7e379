"""Every analysis that tests put to logs, with its oracle; whoever adds one adds it here."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa

from footfall.engine.tables import OpenTables
from footfall.journey.analyses import FlowAnalysis, NamedPlace, ReachAnalysis, ScoresAnalysis, ThemesAnalysis
from footfall.measures.analyses import said
from footfall.measures.analyses.said import Counted
from footfall.measures.analysing import WAYS, put, write
from footfall.measures.tables import customers
from footfall.measures.tabulating import rows_of
from footfall.measures.ways import PutAnalysis
from tests.measures.analyses.oracles import flow, reach, scores, themes
from tests.measures.analyses.oracles.log import Log, Row, Table
from tests.measures.logs import known, touchpoint
from tests.measures.test_questions import FEELS

# "a in x" is taken twice and stands at the first; of "b" nothing is bound.
TOUCHPOINTS = {
    "a": touchpoint("a"),
    "a-in-x": touchpoint("a", channels=["x"]),
    "c": touchpoint("c*"),
    "nothing": touchpoint("z"),
}
NODES: dict[str, Callable[[Any], str]] = {
    "touchpoint": lambda event: {"a": "a", "cc": "c", "z": "nothing"}.get(event.name, f"event:{event.name}"),
    "event": lambda event: f"event:{event.name}",
    "channel": lambda event: f"channel:{event.channel}",
}

STAGES = (
    NamedPlace(id="begin", name="Begin", at=("a", "event:b")),
    NamedPlace(id="end", name="End", at=("c", "a-in-x")),
    NamedPlace(id="later", name="Later", at=("nothing",)),
)
# What counts of comments: two excerpts are overruled, and "slow" and "kind" are themes.
EXCERPTS = [(f"{who}-{question}-{text}", text) for who in range(12) for question in "qr" for text in FEELS if text]
FELT = {"0-q-slow": 0.75, "1-r-slow": None, "2-q-doof": 0.5}
THEMES = [(excerpt, theme) for excerpt, text in EXCERPTS for theme in ("slow", "kind") if theme in text]
COUNTED = Counted(
    "1",
    {
        "overruled": pa.table([list(FELT), pa.array(FELT.values(), pa.float64())], said.OVERRULED),
        "themes": pa.table(list(zip(*THEMES, strict=True)), said.THEMES),
    },
)

ANALYSES: list[tuple[Any, Callable[[Any, Log], Table]]] = [
    (ReachAnalysis(), reach.table),
    (ReachAnalysis(by="channel"), reach.table),
    (FlowAnalysis(), flow.table),
    (FlowAnalysis(by="event", per="event"), flow.table),
    (FlowAnalysis(by="channel", per="event", times=False), flow.table),
    (ScoresAnalysis(), scores.table),
    (ScoresAnalysis(groups=(), survey_question="r"), scores.table),
    (ScoresAnalysis(groups=("place", "period"), places=STAGES, every="day"), scores.table),
    (ThemesAnalysis(by="event"), themes.table),
    (ThemesAnalysis(groups=("place",), places=STAGES), themes.table),
]


def put_to(tables: OpenTables, analysis: Any) -> PutAnalysis:
    return put(analysis, TOUCHPOINTS, known(tables), COUNTED)


def populations(tables: OpenTables, asked: PutAnalysis) -> dict[str, dict[tuple[str, ...], list[Row]]]:
    """The rows behind each figure, by the key as the tables have it."""
    way = WAYS[asked.analysis.analysis]
    kinds = way.keys_of(asked.analysis)
    keys = tuple(kinds)
    found: dict[str, dict[tuple[str, ...], list[Row]]] = {}
    for figure in way.figures(asked.analysis):
        everything = figure.rows().select(*keys).distinct()
        rows = rows_of(figure, keys, everything).join(customers.select("customer", "identity"), "customer")
        by_key: dict[tuple[str, ...], list[Row]] = {}
        for row in tables.run(rows, **asked.tables()).to_pylist():
            key = tuple(write(kinds, [row[name] for name in keys], asked).values())
            by_key.setdefault(key, []).append((row["identity"] - 1, row["value"], row["at"]))
        found[figure.name] = by_key
    return found
