"""How many customers went each way, each once: the same numbers as the aggregates of the populations in flow.py.

How many came to each source, of whom these are a share, is known by first visits.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext

from footfall.measures.analysed import Figure
from footfall.measures.analyses import flow_hours, node_counts
from footfall.measures.analyses.flow import HOURS, KEYS, customers_who_went
from footfall.measures.answering import Runs
from footfall.measures.collecting import uncollected
from footfall.measures.spreading import Key, Quantiles, Spread, spread
from footfall.measures.statistics import share_interval
from footfall.measures.tabulating import Found, figure, summary
from footfall.measures.ways import PutAnalysis


def count(dataset: Runs, put: PutAnalysis) -> Found:
    """The ways that the most customers went, each with its share of those at its source."""
    given, times = put.tables(), put.analysis.times
    with dataset.sharing(customers_who_went(), **given) if times else nullcontext(dataset) as ready:
        asked = summary(customers_who_went, KEYS, limit=put.analysis.limit, heads="rows")
        most = ready.run(asked, **given).to_pylist()
        sizes = {(row["source"], row["target"]): row["n"] for row in most}
        all = most[0]["keys"] if most else 0
        wanted = Quantiles(customers_who_went, KEYS, HOURS, are_all=len(most) == all)
        hours = spread(ready, wanted, sizes, given) if times else {}
    came = node_counts.count(dataset, put.nodes)
    with uncollected():
        rows = tuple(_rows(sizes, {node: one.customers for node, one in came.items()}, hours))
    return Found(rows, all - len(rows), customers=sum(one.begun for one in came.values()))


def _rows(
    sizes: Mapping[Key, int], came: Mapping[int, int], hours: Mapping[Key, Spread]
) -> Iterator[tuple[Key, dict[str, Figure]]]:
    """Each way with its figures; `came` says how many came to each source."""
    for key, n in sizes.items():
        all = came[key[0]]
        share = figure("share", n / all, all, all, share_interval(n, all))
        told = {"customers": figure("customers", n, n, n), "share": share}
        yield key, told | flow_hours.figures(hours.get(key, {}), n, n)
