from itertools import pairwise
from typing import Any

from tests.measures import oracle
from tests.measures.analyses.oracles.log import Is, Log, Row, Table, at

Timed = list[tuple[Row, int]]  # a row, and which event of the path it is about


def table(analysis: Any, log: Log) -> Table:
    if analysis.of == "journey":
        rows = [(who, float(path[-1].hour - path[0].hour), path[0].hour) for who, path in log.paths.items()]
        return {("",): _figures(analysis, [(row, 0) for row in rows], None)} if rows else {}
    found = {}
    for key, (here, before, expected) in _places(analysis, log).items():
        timed = _timed(analysis.of, log, here, before)
        if timed:
            found[(key,)] = _figures(analysis, timed, expected)
    return found


def _places(analysis: Any, log: Log) -> dict[str, tuple[Is, Is | None, float | None]]:
    """What is timed: whether an event is there, whether it is at the place before, and the expected hours."""
    if not analysis.places:
        node = log.nodes[analysis.by]
        return {one: (lambda event, one=one: node(event) == one, None, None) for one in log.order(analysis.by)}
    each = zip(analysis.places, [None, *analysis.places], strict=False)
    return {
        place.id: (at(place.at), at(before.at) if before else None, place.expected_hours)
        for place, before in each
        if before or analysis.of != "between"
    }


def _timed(of: str, log: Log, here: Is, before: Is | None) -> Timed:
    if of == "stay":
        return [(row, 0) for row in oracle._stays(log.paths, here)]
    if of == "wait":
        return [
            ((who, float(b.hour - a.hour), b.hour), number)
            for who, path in log.paths.items()
            for number, (a, b) in enumerate(pairwise(path))
            if here(b)
        ]
    assert before is not None
    depths = {who: oracle._depth(path, [before, here]) for who, path in log.paths.items()}
    return [((who, float(hours[1] - hours[0]), hours[1]), 0) for who, hours in depths.items() if len(hours) == 2]


def _figures(analysis: Any, timed: Timed, expected: float | None) -> dict[str, list[Row]]:
    rows = [row for row, _ in timed]
    counted = "events" if analysis.of == "wait" else "customers"
    told = {counted: rows, "median_hours": rows, "p90_hours": rows, "mean_hours": rows}
    if any(place.expected_hours is not None for place in analysis.places):
        told["over_expected"] = [(who, float(hours > (expected or 0)), hour) for who, hours, hour in rows]
        told["over_expected"] = told["over_expected"] if expected is not None else []
    return told
