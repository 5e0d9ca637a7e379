import json

from footfall.journey.analyses import JourneysAnalysis, VariantsAnalysis
from tests.measures.analyses.oracles.log import Log, Row, Table, as_share

Path = tuple[str, ...]


def table(analysis: VariantsAnalysis, log: Log) -> Table:
    return _figures(log, {path: path for path in _paths(log, analysis.by).values()}, analysis.by)


def journeys(analysis: JourneysAnalysis, log: Log) -> Table:
    """Variants one by one, the commonest first; each joins the first of the leaders that it is most like."""
    paths = _paths(log, analysis.by)
    counts = {path: list(paths.values()).count(path) for path in paths.values()}
    order = _order(log, analysis.by)
    leaders: list[Path] = []
    stands: dict[Path, Path] = {}
    for path in sorted(counts, key=lambda path: (-counts[path], [order[node] for node in path])):
        likest = sorted(leaders, key=lambda one: -_likeness(path, one))[:1]
        if likest and _likeness(path, likest[0]) >= analysis.alike:
            stands[path] = likest[0]
        elif len(leaders) < analysis.limit:
            leaders.append(path)
            stands[path] = path
    return _figures(log, stands, analysis.by)


def _order(log: Log, by: str) -> dict[str, int]:
    """The nodes as they come with the combinations, which stand in the order of event and channel."""
    events = {(event.name, event.channel): log.nodes[by](event) for path in log.paths.values() for event in path}
    return {node: number for number, node in enumerate(dict.fromkeys(events[key] for key in sorted(events)))}


def _paths(log: Log, by: str) -> dict[int, Path]:
    return {who: tuple(log.nodes[by](event) for event in path) for who, path in log.paths.items()}


def _figures(log: Log, stands: dict[Path, Path], by: str) -> Table:
    begun = {who: path[0].hour for who, path in log.paths.items()}
    rows: dict[Path, list[Row]] = {}
    for who, path in _paths(log, by).items():
        if path in stands:
            hours = log.paths[who][-1].hour - log.paths[who][0].hour
            rows.setdefault(stands[path], []).append((who, float(hours), begun[who]))
    return {
        (json.dumps(list(path), ensure_ascii=False),): {
            "customers": theirs,
            "share": as_share(begun, {who: begun[who] for who, _, _ in theirs}),
            "median_hours": theirs,
            "p90_hours": theirs,
        }
        for path, theirs in rows.items()
    }


def _likeness(one: Path, other: Path) -> float:
    return 1 - _edits(one, other) / max(len(one), len(other))


def _edits(one: Path, other: Path) -> int:
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return _edits(one[1:], other[1:])
    return 1 + min(_edits(one[1:], other), _edits(one, other[1:]), _edits(one[1:], other[1:]))
