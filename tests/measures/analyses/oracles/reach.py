from footfall.journey.analyses import ReachAnalysis
from tests.measures.analyses.oracles.log import Log, Table, as_share


def table(analysis: ReachAnalysis, log: Log) -> Table:
    firsts = log.first_times(analysis.by)
    begun = {who: path[0].hour for who, path in log.paths.items()}
    found: Table = {}
    for node in {node for node, _ in firsts}:
        there = {who: hour for (where, who), hour in firsts.items() if where == node}
        found[(node,)] = {
            "customers": [(who, 1.0, hour) for who, hour in there.items()],
            "share": as_share(begun, there),
            "events": [
                (who, 1.0, event.hour)
                for who, path in log.paths.items()
                for event in path
                if log.nodes[analysis.by](event) == node
            ],
        }
    return found
