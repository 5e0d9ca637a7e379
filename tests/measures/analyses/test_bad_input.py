"""Analyses of data that say little or nothing: what cannot be told is empty, and what rests on few says so."""

import json
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from footfall.engine.tables import OpenTables
from footfall.journey.analyses import ScoresAnalysis, SegmentsAnalysis, ThemesAnalysis, TrendAnalysis
from footfall.journey.questions import Only, Score
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analyses import segments
from footfall.measures.analysing import analyse, prepared
from footfall.measures.answering import Span, answer
from footfall.measures.kinds import kind_of
from footfall.measures.putting import put
from footfall.service.asking import scope
from tests.measures.analyses.asking import ANALYSES, TOUCHPOINTS, put_to
from tests.measures.logs import LIMITS, START, Event, known, moment, open_log
from tests.measures.test_questions import QUESTIONS

SPAN = Span(START.replace(tzinfo=UTC), (START + timedelta(days=3)).replace(tzinfo=UTC))
EACH = {analysis.analysis: analysis for analysis, _ in reversed(ANALYSES)}.values()  # the first of each kind
OF_ANSWERS = ("score", "survey", "sentiment")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve customers, of whom three go on to the end; nobody was asked anything."""
    events = [
        Event(who, who + step, name, "x" if who % 2 else "")
        for who in range(12)
        for step, name in enumerate(["a", "b", "cc", "a"] if who < 3 else ["a", "b"])
    ]
    open_log(folder := tmp_path_factory.mktemp("log"), events)
    return folder


@pytest.fixture
def silent(folder: Path) -> OpenTables:
    """Opened anew, so that its first filter has the names for which expressions are compiled already."""
    return OpenTables(folder / "tables", folder / "spill", LIMITS)


def asked(tables: OpenTables, analysis: Any) -> AnalysisResult:
    given = put_to(known(tables), analysis, SPAN)
    under = scope(tables, given.within)
    result = analyse(under, prepared(under, given))
    json.dumps(result.model_dump(mode="json"), allow_nan=False)  # no number is a NaN or infinite
    return result


def figures(result: AnalysisResult) -> list[Any]:
    return [figure for row in result.rows for figure in row.figures.values()]


def test_scores_and_themes_of_a_dataset_without_answers_are_empty(silent: OpenTables) -> None:
    for analysis in (ScoresAnalysis(), ScoresAnalysis(groups=()), ThemesAnalysis()):
        assert asked(silent, analysis).rows == ()
    trend = asked(silent, TrendAnalysis(question=Score(at=("a",)), every="day"))
    assert {(figure.value, figure.low, figure.high, figure.n) for figure in figures(trend)} <= {(None, None, None, 0)}
    proposed = asked(silent, SegmentsAnalysis(most=3)).details["segments"]
    assert isinstance(proposed, list)
    assert [segment["score"] for segment in proposed if isinstance(segment, dict)] == [None] * len(proposed)


def test_questions_about_answers_to_a_dataset_without_any_have_no_value_and_say_so(silent: OpenTables) -> None:
    about = [question for question in QUESTIONS if kind_of(question).name.startswith(OF_ANSWERS)]
    puts = [put(question, TOUCHPOINTS, known(silent)) for question in about]
    told = answer(silent, puts, SPAN)
    assert len(told) > len(OF_ANSWERS)
    assert {(one.value, one.low, one.high, one.n, one.too_few, bool(one.note)) for one in told} == {
        (None, None, None, 0, True, True)
    }


def test_no_analysis_of_an_empty_period_tells_a_number(silent: OpenTables) -> None:
    for analysis in EACH:
        result = asked(silent, analysis.model_copy(update={"only": Only(since=moment(500))}))
        told = {(figure.value or 0, figure.low, figure.high, figure.n, figure.too_few) for figure in figures(result)}
        assert (result.customers, told <= {(0, None, None, 0, True)}) == (0, True), (analysis, told)


def test_all_that_three_customers_did_is_too_few_to_say(silent: OpenTables) -> None:
    for analysis in EACH:
        result = asked(silent, analysis.model_copy(update={"only": Only(passed=(("c",),))}))
        assert result.customers == 3, analysis
        if analysis.analysis != "customers":  # a list of them, and nothing that is said of others
            assert all(figure.too_few for figure in figures(result)), analysis


def test_segments_are_compared_at_the_places_where_most_came_and_say_so(
    silent: OpenTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "MOST_COMPARED", 2)
    result = asked(silent, SegmentsAnalysis(by="event", most=3))
    assert {row.key["node"] for row in result.rows} == {"event:a", "event:b"}
    assert "at the 2 places of 3 where most customers came" in result.note
