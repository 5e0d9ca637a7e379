"""Events as nodes of a picture, and what came after them where that is known."""

from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.nodes import ENDED, UNKNOWN, events_as_nodes, nodes
from footfall.measures.tables import events


def number(node: int) -> Any:
    """A node as tables have it."""
    return ibis.literal(node, "int32")


@cache
def following() -> Any:
    """All events with their node and `next_node`: the node that came next, ENDED, or UNKNOWN."""
    after = nodes().rename(next_combination="combination", follows="node")
    there = events_as_nodes().left_join(after, "next_combination").drop("next_combination_right")
    return there.mutate(next_node=_.next_unknown.ifelse(number(UNKNOWN), _.follows.fill_null(number(ENDED)))).drop(
        "follows"
    )


@cache
def unplaced() -> Any:
    """(customer, position) of events that may have had another place in the path: they share a day without times."""
    later = events.filter(events.earliest < events.position)
    both = ibis.union(later.select("customer", "position"), later.select("customer", position="earliest"))
    return both.distinct().mutate(placed=False)
