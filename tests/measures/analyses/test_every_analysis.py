"""Every analysis on random logs equals a count in plain Python: each number, and exactly the rows behind it."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from footfall.engine.tables import OpenTables
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analysing import WAYS, analyse, opening
from footfall.measures.answering import Span
from footfall.measures.measure import TOO_FEW
from tests.measures import oracle
from tests.measures.analyses.asking import ANALYSES, NODES, populations, put_to
from tests.measures.analyses.oracles.log import Log, Row
from tests.measures.logs import Answer, Event, moment, open_log, paths
from tests.measures.test_questions import ANSWERS, EVENTS, with_events

AGGREGATES = {"count": lambda values: float(len(values)), "share": lambda values: oracle.aggregate("mean", values)}


def test_every_analysis_is_put_to_logs() -> None:
    assert {analysis.analysis for analysis, _ in ANALYSES} == set(WAYS)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(events=EVENTS, answers=ANSWERS)
def test_every_analysis_equals_a_count_by_hand_and_opens_exactly_these_rows(
    events: list[Event], answers: list[Answer], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), events, answers)
    log = Log(paths(events), NODES, with_events(answers, events, assumed=False))
    for analysis, table in ANALYSES:
        asked = put_to(tables, analysis)
        result, expected = analyse(tables, asked, Span()), table(analysis, log)
        assert {tuple(row.key.values()) for row in result.rows} == set(expected), analysis
        for row in result.rows:
            by_hand = expected[tuple(row.key.values())]
            assert row.figures.keys() == by_hand.keys(), analysis
            for name, figure in row.figures.items():
                values = [value for _, value, _ in by_hand[name]]
                customers = len({who for who, _, _ in by_hand[name]})
                place = (analysis, row.key, name)
                assert (figure.n, figure.customers, figure.too_few) == (len(values), customers, customers < TOO_FEW), (
                    place
                )
                assert figure.value == pytest.approx(aggregated(asked, name, values)), place
                assert None in (figure.low, figure.high) or figure.low - 1e-9 <= figure.value <= figure.high + 1e-9, (
                    place
                )
        for name, by_key in populations(tables, asked).items():
            assert by_key.keys() == {key for key, by_hand in expected.items() if by_hand[name]}, (analysis, name)
            for key, rows in by_key.items():
                assert told(rows) == told([(who, value, moment(hour)) for who, value, hour in expected[key][name]])


def aggregated(asked: Any, name: str, values: Sequence[float]) -> float | None:
    figure = next(one for one in WAYS[asked.analysis.analysis].figures(asked.analysis) if one.name == name)
    how = AGGREGATES.get(figure.aggregate)
    return how(values) if how else oracle.aggregate(figure.aggregate, values)


def told(rows: Sequence[tuple[int, float, Any]]) -> list[Any]:
    return sorted(((who, round(value, 9), at) for who, value, at in rows), key=repr)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> OpenTables:
    events = [
        Event(who, who + step, name, "x" if who % 2 else "") for who in range(12) for step, name in enumerate("abca")
    ]
    answers = [
        Answer(who, who + 5, who % 5 + 1, "b", question=question, text="slow", feeling=-0.5)
        for who in range(12)
        for question in "qr"
    ]
    return open_log(tmp_path_factory.mktemp("log"), events, answers)


@pytest.mark.parametrize("number", range(len(ANALYSES)))
def test_every_figure_of_every_row_opens_as_many_rows_as_its_n(number: int, tables: OpenTables) -> None:
    asked = put_to(tables, ANALYSES[number][0])
    result = analyse(tables, asked, Span())
    assert result.rows
    for row in result.rows:
        for name, figure in row.figures.items():
            assert opened(tables, asked, result, row.key, name) == (figure.n, figure.customers), (row.key, name)


def opened(tables: OpenTables, asked: Any, result: AnalysisResult, key: dict[str, str], name: str) -> tuple[int, int]:
    figure = next(one for one in WAYS[result.analysis.analysis].figures(result.analysis) if one.name == name)
    found = opening(asked, key, figure)
    assert found is not None
    rows: list[Row] = tables.run(found[0], **found[1]).to_pylist()
    return len(rows), len({row["customer"] for row in rows})
