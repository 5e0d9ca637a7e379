"""Every analysis on random logs equals a count in plain Python: each number, and exactly the rows behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from footfall.engine.connecting import Connection
from footfall.engine.tables import OpenTables
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analysing import WAYS, analyse, opening, prepared
from footfall.measures.answering import UNTOLD, Runs, Span
from footfall.measures.measure import TOO_FEW
from footfall.measures.tables import customers
from footfall.measures.ways import PutAnalysis
from tests.measures import oracle
from tests.measures.analyses.asking import ANALYSES, MANY, NODES, populations, put_to
from tests.measures.analyses.held import Held, connection
from tests.measures.analyses.oracles.log import Log, Table
from tests.measures.logs import Answer, Event, known, moment, open_log, paths
from tests.measures.test_questions import ANSWERS, EVENTS, with_events

SPREAD = st.lists(
    st.builds(
        Event,
        st.integers(0, 5),
        st.integers(0, 12) | st.sampled_from([20, 23, 700, 2000, 2183, 2184, 7300]),  # near borders of periods, too
        st.sampled_from(["a", "b", "cc"]),
        st.sampled_from(["", "x", "y"]),
    ),
    min_size=1,
    max_size=40,
)
AGGREGATES = {
    "sum": lambda values: float(sum(values)),
    "count": lambda values: float(len(values)),
    "share": lambda values: oracle.aggregate("mean", values),
}


def test_every_analysis_is_put_to_logs() -> None:
    assert {analysis.analysis for analysis, _ in ANALYSES} == set(WAYS)


@pytest.mark.slow
@settings(max_examples=4, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(events=EVENTS, answers=ANSWERS)
def test_every_analysis_of_an_imported_log_equals_a_count_by_hand(
    events: list[Event], answers: list[Answer], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), events, answers)
    log = Log(paths(events), NODES, with_events(answers, events, assumed=False))
    for analysis, table in ANALYSES:
        # Answers may come before the first event and after the last.
        span = span_of([*events, *answers] if hasattr(analysis, "groups") else events)
        asked = prepared(tables, put_to(known(tables), analysis, span))
        check(tables, asked, table(analysis, with_segments(log, tables, asked)))


@pytest.mark.slow
@settings(max_examples=500, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(events=SPREAD, number=st.integers(0, len(MANY) - 1))
def test_analyses_of_paths_equal_a_count_by_hand_on_many_logs(
    events: list[Event], number: int, duck: Connection
) -> None:
    analysis, table = MANY[number]
    tables = Held(duck, events)
    asked = put_to(tables.known(), analysis, span_of(events))
    check(tables, asked, table(analysis, Log(paths(events), NODES)))


@pytest.fixture(scope="module")
def duck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    one = connection(tmp_path_factory.mktemp("held"))
    yield one
    one.close()


def span_of(events: Sequence[Event | Answer]) -> Span:
    hours = [event.hour for event in events]
    return Span(moment(min(hours)), moment(max(hours))) if hours else UNTOLD


def check(tables: Runs, asked: PutAnalysis, expected: Table) -> None:
    """The numbers equal those of the rows by hand, and each number opens exactly these rows."""
    asked = prepared(tables, asked)
    analysis, result = asked.analysis, analyse(tables, asked)
    assert {tuple(row.key.values()) for row in result.rows} == set(expected), analysis
    for row in result.rows:
        by_hand = expected[tuple(row.key.values())]
        assert row.figures.keys() == by_hand.keys(), analysis
        for name, figure in row.figures.items():
            values = [value for _, value, _ in by_hand[name]]
            customers = len({who for who, _, _ in by_hand[name]})
            place = (analysis, row.key, name)
            few = is_few(asked, customers)
            assert (figure.n, figure.too_few) == (len(values), few), place
            assert figure.customers == customers or (figure.customers is None and customers >= TOO_FEW), place
            assert figure.value == pytest.approx(aggregated(asked, name, values)), place
            assert figure.low is None or figure.low - 1e-9 <= figure.value, place
            assert figure.high is None or figure.value <= figure.high + 1e-9, place
    for name, by_key in populations(tables, asked).items():
        assert by_key.keys() <= expected.keys()
        for key, by_hand in expected.items():
            rows = [(who, value, moment(hour)) for who, value, hour in by_hand[name]]
            assert told(by_key.get(key, [])) == told(rows), (analysis, key, name)


def with_segments(log: Log, tables: Runs, asked: PutAnalysis) -> Log:
    """The log with the segment that the answer puts each customer in."""
    found = asked.tables().get("segments")
    if found is None:
        return log
    who = dict(zip(*(tables.run(customers)[name].to_pylist() for name in ("customer", "identity")), strict=True))
    segments = zip(found["customer"].to_pylist(), found["segment"].to_pylist(), strict=True)
    return replace(log, segments={who[customer] - 1: segment for customer, segment in segments})


def aggregated(asked: Any, name: str, values: Sequence[float]) -> float | None:
    figure = next(one for one in WAYS[asked.analysis.analysis].figures(asked.analysis) if one.name == name)
    how = AGGREGATES.get(figure.aggregate)
    return how(values) if how else oracle.aggregate(figure.aggregate, values)


def is_few(asked: Any, customers: int) -> bool:
    """A list of customers says nothing of others, so that one is not too few."""
    return customers < TOO_FEW and asked.analysis.analysis != "customers"


def told(rows: Sequence[tuple[int, float, Any]]) -> list[Any]:
    return sorted(((who, round(value, 9), at) for who, value, at in rows), key=repr)


SPAN = Span(moment(0), moment(2400))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> OpenTables:
    events = [
        Event(who, who + step, name, "x" if who % 2 else "")
        for who in range(12)
        for step, name in enumerate("abca"[: 4 - who % 3])
    ]
    answers = [
        Answer(who, who + 5, who % 5 + 1, "b", question=question, text="slow", feeling=-0.5)
        for who in range(12)
        for question in "qr"
    ]
    return open_log(tmp_path_factory.mktemp("log"), events, answers)


@pytest.mark.parametrize("number", range(len(ANALYSES)))
def test_every_figure_of_every_row_opens_as_many_rows_as_its_n(number: int, tables: OpenTables) -> None:
    asked = prepared(tables, put_to(known(tables), ANALYSES[number][0], SPAN))
    result = analyse(tables, asked)
    assert result.rows
    for row in result.rows:
        for name, figure in row.figures.items():
            n, customers = opened(tables, asked, result, row.key, name)
            assert (n, customers) == (figure.n, figure.customers or customers), (row.key, name)


def opened(tables: OpenTables, asked: Any, result: AnalysisResult, key: dict[str, str], name: str) -> tuple[int, int]:
    figure = next(one for one in WAYS[result.analysis.analysis].figures(result.analysis) if one.name == name)
    found = opening(asked, key, figure)
    assert found is not None
    rows: list[dict[str, Any]] = tables.run(found[0], **found[1]).to_pylist()
    return len(rows), len({row["customer"] for row in rows})
