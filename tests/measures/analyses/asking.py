"""Every analysis that tests put to logs, with its oracle; whoever adds one adds it here."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from footfall.journey.analyses import (
    CustomersAnalysis,
    EndsAnalysis,
    FlowAnalysis,
    JourneysAnalysis,
    NamedPlace,
    ReachAnalysis,
    ScoresAnalysis,
    SegmentsAnalysis,
    ThemesAnalysis,
    TrendAnalysis,
    VariantsAnalysis,
)
from footfall.journey.questions import Score
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analyses import said
from footfall.measures.analyses.said import Counted
from footfall.measures.analysing import WAYS, opening, put, write
from footfall.measures.answering import UNTOLD, Runs, Span
from footfall.measures.places import Combination
from footfall.measures.tables import customers as all_customers
from footfall.measures.tabulating import Figured, rows_of
from footfall.measures.ways import PutAnalysis
from tests.measures.analyses.of_paths import OF_PATHS
from tests.measures.analyses.oracles import customers, ends, flow, reach, scores, segments, themes, trend, variants
from tests.measures.analyses.oracles.log import Log, Row, Table
from tests.measures.logs import touchpoint
from tests.measures.test_questions import FEELS

# "a in x" is taken twice and stands at the first; of "b" nothing is bound.
TOUCHPOINTS = {
    "a": touchpoint("a").model_copy(update={"team": "shop"}),
    "a-in-x": touchpoint("a", channels=["x"]),
    "c": touchpoint("c*").model_copy(update={"team": "care"}),
    "nothing": touchpoint("z"),
}
NODES: dict[str, Callable[[Any], str]] = {
    "touchpoint": lambda event: {"a": "a", "cc": "c", "z": "nothing"}.get(event.name, f"event:{event.name}"),
    "event": lambda event: f"event:{event.name}",
    "channel": lambda event: f"channel:{event.channel}",
    "team": lambda event: {"a": "team:shop", "cc": "team:care"}.get(event.name, "team:"),
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

Analysed = tuple[Any, Callable[[Any, Log], Table]]  # with its oracle

# Those that are put to many small logs, too.
MANY: list[Analysed] = [
    (ReachAnalysis(), reach.table),
    (ReachAnalysis(by="channel"), reach.table),
    (FlowAnalysis(), flow.table),
    (FlowAnalysis(by="event", per="event"), flow.table),
    (FlowAnalysis(by="channel", per="event", times=False), flow.table),
    (EndsAnalysis(), ends.table),
    (VariantsAnalysis(), variants.table),
    (JourneysAnalysis(by="event", limit=5, alike=0.5), variants.journeys),
    *OF_PATHS,
]
# Those that need answers, or what only an import tells.
SAID: list[Analysed] = [
    (ScoresAnalysis(), scores.table),
    (ScoresAnalysis(groups=(), survey_question="r"), scores.table),
    (ScoresAnalysis(groups=("place", "period"), places=STAGES, every="day", zone="America/New_York"), scores.table),
    (ThemesAnalysis(by="event"), themes.table),
    (ThemesAnalysis(groups=("place", "period"), places=STAGES, every="week", zone="Asia/Tokyo"), themes.table),
    (TrendAnalysis(question=Score(at=("a",)), every="day"), trend.table),
    (CustomersAnalysis(), customers.table),
    (SegmentsAnalysis(most=3), segments.table),
]
ANALYSES = [*SAID, *MANY]


def put_to(combinations: Sequence[Combination], analysis: Any, span: Span = UNTOLD) -> PutAnalysis:
    return put(analysis, TOUCHPOINTS, combinations, span, COUNTED)


def populations(
    tables: Runs, asked: PutAnalysis, answered: AnalysisResult
) -> dict[str, dict[tuple[str, ...], list[Row]]]:
    """The rows behind each figure of an answer, by the key as the answer has it."""
    if not answered.rows:
        return {}
    kinds = WAYS[asked.analysis.analysis].keys_of(asked.analysis)
    found: dict[str, dict[tuple[str, ...], list[Row]]] = {}
    for figure in WAYS[asked.analysis.analysis].figures(asked.analysis):
        by_key: dict[tuple[str, ...], list[Row]] = {}
        wanted = pa.concat_tables(_key(asked, row.key, figure) for row in answered.rows)
        opened = tables.run(_opened(figure, tuple(kinds)), **asked.tables(), key=wanted)
        for row in opened.to_pylist():
            key = tuple(write(kinds, [row[name] for name in kinds], asked).values())
            by_key.setdefault(key, []).append((row["who"] - 1, row["value"], row["at"]))
        found[figure.name] = by_key
    return found


def _key(asked: PutAnalysis, key: dict[str, str], figure: Figured) -> pa.Table:
    """What tells the engine which row is opened."""
    found = opening(asked, key, figure)
    assert found is not None, key
    return found[1]["key"]


@cache
def _opened(figure: Figured, keys: tuple[str, ...]) -> Any:
    rows = figure.rows()
    key = ibis.table({name: rows[name].type() for name in keys}, name="key")
    return rows_of(figure, keys, key).join(all_customers.select("customer", who="identity"), "customer")
