from collections import Counter
from typing import Any

from tests.measures.analyses.oracles.log import Log, Table, as_share

There = dict[tuple[int, str], dict[int, int]]  # at a step and a node: customers and their hours


def table(analysis: Any, log: Log) -> Table:
    begun = {who: path[0].hour for who, path in log.paths.items()}
    return {
        (str(step), node): {
            "customers": [(who, 1.0, hour) for who, hour in there.items()],
            "share": as_share(begun, there),
        }
        for (step, node), there in _there(analysis, log).items()
    }


def links(analysis: Any, log: Log) -> Table:
    there = _there(analysis, log)
    found: Table = {}
    for (step, node), here in there.items():
        for (later, next), who_came in there.items():
            gone = {who: hour for who, hour in here.items() if who in who_came}
            if later == step + 1 and node != ":ended" and gone:
                rows = [(who, 1.0, hour) for who, hour in gone.items()]
                found[str(step), node, next] = {"customers": rows, "share": as_share(here, gone)}
    return found


def _there(analysis: Any, log: Log) -> There:
    node, length = log.nodes[analysis.by], analysis.length
    met = Counter(name for path in log.paths.values() for name in {node(event) for event in path[:length]})
    ranked = sorted(met, key=lambda name: (-met[name], log.order(analysis.by).index(name)))
    common = ranked[: analysis.most]
    found: There = {}
    for who, path in log.paths.items():
        for step in range(length):
            name, hour = ":ended", path[-1].hour
            if step < len(path):
                name, hour = node(path[step]), path[step].hour
                name = name if name in common else ":rest"
            found.setdefault((step + 1, name), {})[who] = hour
    return found
