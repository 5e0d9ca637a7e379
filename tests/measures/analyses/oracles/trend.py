from collections.abc import Callable
from typing import Any

from footfall.journey.questions import Score
from tests.measures import oracle
from tests.measures.analyses.oracles.log import Log, Table, at
from tests.measures.analyses.oracles.retention import after, name_of, period_of
from tests.measures.logs import moment


def table(analysis: Any, log: Log) -> Table:
    events = [event for path in log.paths.values() for event in path]
    if not events:
        return {}
    happened = {period_of(moment(event.hour), analysis) for event in events}
    found: Table = {}
    period = min(happened)
    while period <= max(happened):
        found[(name_of(period, analysis),)] = {"value": _rows(analysis, log, period)}
        period = after(period, 1, analysis)
    return found


def _rows(analysis: Any, log: Log, period: Any) -> Any:
    return rows_in(analysis.question, log, lambda hour: period_of(moment(hour), analysis) == period)


def rows_in(question: Any, log: Log, is_in: Callable[[int], bool]) -> Any:
    """The population of a question that is asked of some hours by themselves."""
    places = [at(place) for place in _places(question)]
    if isinstance(question, Score):  # on the scale that was answered most in all periods
        rows = oracle.population(question, places, [], log.answers)
        return [row for row in rows if is_in(row[2])]
    events = [event for path in log.paths.values() for event in path if is_in(event.hour)]
    return oracle.population(question, places, events, [])


def _places(question: Any) -> Any:
    if question.kind == "flow":
        return question.source, question.target
    return question.places if question.kind == "funnel" else (question.at,)
