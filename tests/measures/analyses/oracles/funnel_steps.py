from typing import Any

from tests.measures.analyses.oracles.log import Log, Table, as_share, at
from tests.measures.logs import Event

Came = dict[int, tuple[int, float | None, Event | None]]  # customer: hour, hours since the step before, next event


def table(analysis: Any, log: Log) -> Table:
    came = _came(analysis, log)
    found: Table = {}
    for step, here in enumerate(came):
        before = came[step - 1] if step else {}
        left = _left(came, step)
        hours = [(who, waited, hour) for who, (hour, waited, _) in here.items() if waited is not None]
        found[(str(step + 1),)] = {
            "customers": [(who, 1.0, hour) for who, hour in _hours(here).items()],
            "share_of_first": as_share(_hours(came[0]), _hours(here)),
            "share_of_previous": as_share(_hours(before), _hours(here)),
            "median_hours": hours,
            "dropped": [(who, 1.0, hour) for who, hour in _hours(left).items()],
            "dropped_share": as_share(_hours(here), _hours(left)),
        }
    return found


def losses(analysis: Any, log: Log) -> Table:
    came = _came(analysis, log)
    node = log.nodes["event"]
    found: Table = {}
    for step in range(len(came)):
        left = _left(came, step)
        onward = {who: node(event) if event else ":ended" for who, (_, _, event) in left.items()}
        for next in set(onward.values()):
            gone = {who: hour for who, hour in _hours(left).items() if onward[who] == next}
            rows = [(who, 1.0, hour) for who, hour in gone.items()]
            found[str(step + 1), next] = {"customers": rows, "share": as_share(_hours(left), gone)}
    return found


def _came(analysis: Any, log: Log) -> list[Came]:
    """For each step who came there, each step as early as can be."""
    steps: list[Came] = [{} for _ in analysis.places]
    for who, path in log.paths.items():
        index, begun, before = -1, 0, 0
        for step, place in enumerate(analysis.places):
            since = begun if analysis.within == "first" else before
            later = [
                number
                for number, event in enumerate(path)
                if number > index
                and at(place)(event)
                and (not step or analysis.within_hours is None or event.hour - since <= analysis.within_hours)
            ]
            if not later or (analysis.closed and not step and later[0]):
                break
            index, hour = later[0], path[later[0]].hour
            onward = path[index + 1] if index + 1 < len(path) else None
            steps[step][who] = (hour, float(hour - before) if step else None, onward)
            begun, before = (begun if step else hour), hour
    return steps


def _left(came: list[Came], step: int) -> Came:
    """Who came to a step and not to the one after it; at the last step nobody is left behind."""
    if step + 1 == len(came):
        return {}
    return {who: told for who, told in came[step].items() if who not in came[step + 1]}


def _hours(came: Came) -> dict[int, int]:
    return {who: hour for who, (hour, _, _) in came.items()}
