import json
from collections import Counter
from itertools import pairwise
from typing import Any

from tests.measures.analyses.oracles.log import Log, Row, Table, as_share, at
from tests.measures.logs import Event

Way = list[tuple[str, int | None, float | None]]  # node, hour, hours since the step nearer to the root


def table(analysis: Any, log: Log) -> Table:
    roots: dict[int, int] = {}
    ways: dict[int, Way] = {}
    for who, path in log.paths.items():
        near, root = _near(analysis, path)
        if root is not None:
            ways[who], roots[who] = _way(analysis, near, log), root
    sizes = Counter(_nodes(way, step) for way in ways.values() for step in range(1, len(way) + 1))
    found: dict[tuple[str, ...], dict[int, tuple[int | None, float | None]]] = {}
    for who, way in ways.items():
        for step, (_, hour, hours) in enumerate(way, 1):
            is_rare = sizes[_nodes(way, step)] < analysis.least_share * len(ways)
            shown = (*_nodes(way, step - 1), ":rest") if is_rare else _nodes(way, step)
            found.setdefault(shown, {})[who] = hour, hours
            if is_rare:
                break
    return {(json.dumps(shown, ensure_ascii=False),): _figures(gone, roots) for shown, gone in found.items()}


def _figures(gone: dict[int, tuple[int | None, float | None]], roots: dict[int, int]) -> dict[str, list[Row]]:
    return {
        "customers": [(who, 1.0, hour) for who, (hour, _) in gone.items()],
        "share": as_share(roots, {who: hour for who, (hour, _) in gone.items()}),
        "median_hours": [(who, hours, hour) for who, (hour, hours) in gone.items() if hours is not None],
    }


def _nodes(way: Way, steps: int) -> tuple[str, ...]:
    return tuple(node for node, _, _ in way[:steps])


def _near(analysis: Any, path: list[Event]) -> tuple[list[Event | None], int | None]:
    """The root and what follows it, as the tree goes; and the hour at which a customer counts."""
    if not analysis.root:
        return [None, *(reversed(path) if analysis.backwards else path)], (
            path[-1] if analysis.backwards else path[0]
        ).hour
    first = next((index for index, event in enumerate(path) if at(analysis.root)(event)), None)
    if first is None:
        return [], None
    return list(reversed(path[: first + 1]) if analysis.backwards else path[first:]), path[first].hour


def _way(analysis: Any, near: list[Event | None], log: Log) -> Way:
    way: Way = []
    for before, event in pairwise(near[: analysis.depth + 1]):
        assert event is not None
        hours = None if before is None else float(abs(event.hour - before.hour))
        way.append((log.nodes[analysis.by](event), event.hour, hours))
    return way if len(way) == analysis.depth else [*way, (":ended", None, None)]
