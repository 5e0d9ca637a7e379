from footfall.journey.analyses import EndsAnalysis
from tests.measures.analyses.oracles.log import Log, Table, as_share


def table(analysis: EndsAnalysis, log: Log) -> Table:
    begun = {who: path[0].hour for who, path in log.paths.items()}
    found: Table = {}
    for end, place in (("start", 0), ("end", -1)):
        at = {who: path[place] for who, path in log.paths.items()}
        for node in {log.nodes[analysis.by](event) for event in at.values()}:
            here = {who: event.hour for who, event in at.items() if log.nodes[analysis.by](event) == node}
            rows = [(who, 1.0, hour) for who, hour in here.items()]
            found[end, node] = {"customers": rows, "share": as_share(begun, here)}
    return found
