from itertools import pairwise
from typing import Any

from tests.measures.analyses.oracles.log import Log, Table, as_share, at
from tests.measures.logs import Event

Times = list[tuple[int, float | None, int]]  # customer, hours, hour
UNNAMED = {"channel:", "team:"}


def table(analysis: Any, log: Log) -> Table:
    times: dict[tuple[str, str, str], Times] = {}
    for who, path in log.paths.items():
        for key, hours, hour in happened(analysis, path, log.nodes[analysis.by]):
            times.setdefault(key, []).append((who, hours, hour))
    there = log.first_times(analysis.by)
    return {
        key: _figures(gone, {who: hour for (node, who), hour in there.items() if node == key[1]})
        for key, gone in times.items()
    }


def _figures(gone: Times, there: dict[int, int]) -> dict[str, Any]:
    firsts = {who: hour for who, _, hour in reversed(gone)}
    return {
        "customers": [(who, 1.0, hour) for who, hour in firsts.items()],
        "share": as_share(there, firsts),
        "times": [(who, 1.0, hour) for who, _, hour in gone],
        "median_hours": [(who, hours, hour) for who, hours, hour in gone if hours is not None],
    }


def happened(analysis: Any, path: list[Event], node: Any) -> list[tuple[tuple[str, str, str], float | None, int]]:
    """(behaviour, node, other), hours and the hour of each time that a customer did something of the kind."""
    rows: list[tuple[tuple[str, str, str], float | None, int]] = _returns(path, node)
    if analysis.by in {"channel", "team"}:
        rows += [
            (("hand-over", node(a), node(b)), float(b.hour - a.hour), b.hour)
            for a, b in pairwise(path)
            if node(a) != node(b) and node(b) not in UNNAMED
        ]
    if analysis.ends and not at(analysis.ends)(path[-1]):
        rows.append((("dead-end", node(path[-1]), ""), None, path[-1].hour))
    return [row for row in rows if row[0][1] not in UNNAMED]


def _returns(path: list[Event], node: Any) -> list[tuple[tuple[str, str, str], float | None, int]]:
    """Each time that a node is met again."""
    rows: list[tuple[tuple[str, str, str], float | None, int]] = []
    for index, event in enumerate(path):
        before = [number for number in range(index) if node(path[number]) == node(event)]
        if before:
            left, hours = before[-1], float(event.hour - path[before[-1]].hour)
            rows.append((("loop" if index - left > 1 else "rework", node(event), ""), hours, event.hour))
            if index - left == 2:
                rows.append((("back-and-forth", node(event), node(path[left + 1])), hours, event.hour))
    return rows
