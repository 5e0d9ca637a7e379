"""Holds an analysis of a log against a count in plain Python: each number, and exactly the rows behind it."""

from collections.abc import Sequence
from typing import Any

import pytest

from footfall.measures.analysed import AnalysisResult
from footfall.measures.analysing import WAYS, analyse, prepared
from footfall.measures.answering import UNTOLD, Runs, Span
from footfall.measures.measure import TOO_FEW
from footfall.measures.ways import PutAnalysis
from tests.measures import oracle
from tests.measures.analyses.asking import populations
from tests.measures.analyses.oracles.log import Table
from tests.measures.logs import Answer, Event, moment

AGGREGATES = {
    "sum": lambda values: float(sum(values)),
    "count": lambda values: float(len(values)),
    "share": lambda values: oracle.aggregate("mean", values),
}


def span_of(events: Sequence[Event | Answer]) -> Span:
    hours = [event.hour for event in events]
    return Span(moment(min(hours)), moment(max(hours))) if hours else UNTOLD


def check(tables: Runs, asked: PutAnalysis, expected: Table) -> AnalysisResult:
    """The numbers equal those of the rows by hand, and each number opens exactly these rows; gives the answer."""
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
    for name, by_key in populations(tables, asked, result).items():
        assert by_key.keys() <= expected.keys()
        for key, by_hand in expected.items():
            rows = [(who, value, moment(hour)) for who, value, hour in by_hand[name]]
            assert told(by_key.get(key, [])) == told(rows), (analysis, key, name)
    return result


def aggregated(asked: Any, name: str, values: Sequence[float]) -> float | None:
    figure = next(one for one in WAYS[asked.analysis.analysis].figures(asked.analysis) if one.name == name)
    how = AGGREGATES.get(figure.aggregate)
    return how(values) if how else oracle.aggregate(figure.aggregate, values)


def is_few(asked: Any, customers: int) -> bool:
    """A list of customers says nothing of others, so that one is not too few."""
    return customers < TOO_FEW and asked.analysis.analysis != "customers"


def told(rows: Sequence[tuple[int, float, Any]]) -> list[Any]:
    return sorted(((who, round(value, 9), at) for who, value, at in rows), key=repr)
