from itertools import pairwise

from footfall.journey.analyses import FlowAnalysis
from tests.measures.analyses.oracles.log import Log, Row, Table, as_share
from tests.measures.logs import Event

Step = tuple[Event, Event]


def table(analysis: FlowAnalysis, log: Log) -> Table:
    node = log.nodes[analysis.by]
    steps: dict[tuple[str, str], list[tuple[int, Step]]] = {}
    for who, path in log.paths.items():
        for before, after in pairwise(path):
            steps.setdefault((node(before), node(after)), []).append((who, (before, after)))
    return {key: _figures(analysis, log, key[0], gone) for key, gone in steps.items()}


def _figures(analysis: FlowAnalysis, log: Log, source: str, gone: list[tuple[int, Step]]) -> dict[str, list[Row]]:
    if analysis.per == "event":
        return _each_time(analysis, log, source, gone)
    first: dict[int, Step] = {}
    for who, step in gone:
        first.setdefault(who, step)
    rows = [_row(who, step) for who, step in first.items()]
    there = {who: hour for (where, who), hour in log.first_times(analysis.by).items() if where == source}
    share = as_share(there, {who: step[0].hour for who, step in first.items()})
    return {"customers": rows, "share": share} | _times(analysis, rows)


def _each_time(analysis: FlowAnalysis, log: Log, source: str, gone: list[tuple[int, Step]]) -> dict[str, list[Row]]:
    rows = [_row(who, step) for who, step in gone]
    went = {id(step[0]) for _, step in gone}
    share = [
        (who, float(id(event) in went), event.hour)
        for who, path in log.paths.items()
        for event in path
        if log.nodes[analysis.by](event) == source
    ]
    return {"transitions": rows, "share": share} | _times(analysis, rows)


def _times(analysis: FlowAnalysis, rows: list[Row]) -> dict[str, list[Row]]:
    return {"median_hours": rows, "p90_hours": rows} if analysis.times else {}


def _row(who: int, step: Step) -> Row:
    return who, float(step[1].hour - step[0].hour), step[0].hour
