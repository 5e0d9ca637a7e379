"""Every analysis of an imported log equals a count in plain Python: each number, and exactly the rows behind it."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from footfall.engine.tables import OpenTables
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analysing import WAYS, opening, prepared
from footfall.measures.answering import Runs
from footfall.measures.tables import customers
from footfall.measures.ways import PutAnalysis
from tests.measures.analyses.asking import ANALYSES, NODES, SAID, Analysed, put_to
from tests.measures.analyses.checking import check, span_of
from tests.measures.analyses.oracles.log import Log
from tests.measures.analyses.test_many_logs import PHASES
from tests.measures.logs import Answer, Event, known, open_log, paths
from tests.measures.test_questions import ANSWERS, EVENTS, with_events

Imported = tuple[OpenTables, list[Event], list[Answer]]


def test_every_analysis_is_put_to_logs() -> None:
    assert {analysis.analysis for analysis, _ in ANALYSES} == set(WAYS)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """A log of more customers than are too few, some of whom share moments, over several periods."""
    chance, hours = random.Random(11), [*range(12), 700, 2400]
    events = [
        Event(who, chance.choice(hours), chance.choice(["a", "a", "b", "cc"]), chance.choice(["", "x"]), due)
        for who in range(13)
        for due in chance.choices([None, 6], k=1 + who % 5)
    ]
    answers = [
        Answer(who, who + 5, who % 5 + 1, chance.choice(["a", "b", None]), question, text="slow", feeling=-0.5)
        for who in range(12)
        for question in "qr"
    ]
    return open_log(tmp_path_factory.mktemp("log"), events, answers), events, answers


@pytest.mark.parametrize("number", range(len(ANALYSES)))
def test_every_analysis_of_an_imported_log_equals_a_count_by_hand(number: int, imported: Imported) -> None:
    tables, events, answers = imported
    asked, result = put_and_check(ANALYSES[number], tables, events, answers)
    assert result.rows
    assert opened(tables, asked, result) == {name: one.n for name, one in result.rows[-1].figures.items()}


@pytest.mark.slow
@settings(max_examples=4, deadline=None, derandomize=True, phases=PHASES)
@given(events=EVENTS, answers=ANSWERS)
def test_every_analysis_of_answers_equals_a_count_by_hand_on_random_logs(
    events: list[Event], answers: list[Answer], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), events, answers)
    for one in SAID:
        put_and_check(one, tables, events, answers)


def put_and_check(
    one: Analysed, tables: OpenTables, events: list[Event], answers: list[Answer]
) -> tuple[PutAnalysis, AnalysisResult]:
    analysis, table = one
    # Answers may come before the first event and after the last.
    span = span_of([*events, *answers] if hasattr(analysis, "groups") else events)
    asked = prepared(tables, put_to(known(tables), analysis, span))
    log = Log(paths(events), NODES, with_events(answers, events, assumed=False))
    return asked, check(tables, asked, table(analysis, with_segments(log, tables, asked)))


def with_segments(log: Log, tables: Runs, asked: PutAnalysis) -> Log:
    """The log with the segment that the answer puts each customer in."""
    found = asked.tables().get("segments")
    if found is None:
        return log
    who = dict(zip(*(tables.run(customers)[name].to_pylist() for name in ("customer", "identity")), strict=True))
    segments = zip(found["customer"].to_pylist(), found["segment"].to_pylist(), strict=True)
    return replace(log, segments={who[customer] - 1: segment for customer, segment in segments})


def opened(tables: OpenTables, asked: PutAnalysis, result: AnalysisResult) -> dict[str, int]:
    """How many rows each figure of the last row opens, one at a time as people open them."""
    found = {}
    for figure in WAYS[result.analysis.analysis].figures(result.analysis):
        way = opening(asked, result.rows[-1].key, figure)
        assert way is not None
        found[figure.name] = tables.run(way[0], **way[1]).num_rows
    return found
