from footfall.journey.analyses import SegmentsAnalysis
from tests.measures.analyses.oracles.log import Log, Table, as_share


def table(analysis: SegmentsAnalysis, log: Log) -> Table:
    """Each segment beside all others; who is in which is as the answer has it: clusters have their own tests."""
    firsts = log.first_times(analysis.by)
    begun = {who: path[0].hour for who, path in log.paths.items()}
    found: Table = {}
    for segment in set(log.segments.values()):
        for node in {node for node, _ in firsts}:
            there = {who: hour for (where, who), hour in firsts.items() if where == node}
            inside = {who: hour for who, hour in begun.items() if log.segments[who] == segment}
            outside = {who: hour for who, hour in begun.items() if log.segments[who] != segment}
            found[str(segment), node] = {"share": as_share(inside, there), "others": as_share(outside, there)}
    return found
