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
    question = analysis.question
    places = [at(place) for place in _places(question)]
    if isinstance(question, Score):  # on the scale that was answered most in all periods
        rows = oracle.population(question, places, [], log.answers)
        return [row for row in rows if period_of(moment(row[2]), analysis) == period]
    events = [
        event for path in log.paths.values() for event in path if period_of(moment(event.hour), analysis) == period
    ]
    return oracle.population(question, places, events, [])


def _places(question: Any) -> Any:
    if question.kind == "flow":
        return question.source, question.target
    return question.places if question.kind == "funnel" else (question.at,)
