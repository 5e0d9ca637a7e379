"""Step by step: at which node the customers were at each place of their paths, and where they went from there."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.journey.analyses import StepLinksAnalysis, StepsAnalysis
from footfall.measures.analyses.reach import everybody
from footfall.measures.analyses.walking import number, unplaced
from footfall.measures.nodes import ENDED, REST, UNKNOWN, events_as_nodes
from footfall.measures.tables import events
from footfall.measures.tabulating import Figured, rows_with
from footfall.measures.ways import Way


@cache
def at_steps(length: int, most: int) -> Any:
    """(step, node, customer, value, at): where each customer was at each step from 1 on, or ENDED once the path was.

    Beyond the `most` nodes that the most customers met within these steps, all are REST. Where only days are known and
    the place is not, the node is UNKNOWN.
    """
    rows = _placed(length)
    told = rows.mutate(node=_.placed.ifelse(_.node, number(UNKNOWN))).left_join(_common(length, most), "node")
    is_told = told.is_common.fill_null(False) | (told.node == UNKNOWN)
    named = told.mutate(node=is_told.ifelse(told.node, number(REST)))
    return ibis.union(named.select("step", "node", "customer", "at"), _ended(length)).mutate(value=1)


@cache
def links(length: int, most: int) -> Any:
    """(step, node, next, customer, value, at): who was at one node at a step and at another at the next one."""
    here = at_steps(length, most)
    there = here.select("customer", next="node", step=(_.step - 1).cast("int32"))
    on = here.filter(_.node != ENDED).join(there, ["customer", "step"])
    return on.select("step", "node", "next", "customer", "value", "at")


@cache
def _placed(length: int) -> Any:
    """The events of these steps; `placed` says whether it is known that they had this place."""
    rows = events_as_nodes().filter(_.position < length).left_join(unplaced(), ["customer", "position"])
    step = (_.position + 1).cast("int32")
    return rows.select("customer", "node", step=step, at=_.time, placed=_.placed.fill_null(True))


@cache
def _common(length: int, most: int) -> Any:
    """(node, is_common): the nodes that the most customers met within these steps."""
    met = _placed(length).filter(_.placed).group_by("node").agg(customers=_.customer.nunique())
    ranked = met.mutate(rank=ibis.row_number().over(order_by=[ibis.desc("customers"), "node"]))
    return ranked.select("node", is_common=ranked["rank"] < most)


@cache
def _ended(length: int) -> Any:
    """Those whose path was over at a step."""
    last = events.group_by("customer").agg(last=_.position.max(), at=_.time.max())
    steps = ibis.range(1, length + 1).unnest().name("step").as_table().select(step=_.step.cast("int32"))
    over = last.filter(_.last < length - 1).cross_join(steps).filter(_.step > _.last + 1)
    return over.select("step", "customer", "at", node=number(ENDED)).select("step", "node", "customer", "at")


def figures(analysis: StepsAnalysis) -> Sequence[Figured]:
    """How many customers, and which share of them all."""
    rows = rows_with(at_steps, analysis.length, analysis.most)
    return (
        Figured("customers", "customers", "count", "Customers who were here at this step.", rows),
        Figured("share", "share", "share", "Of all customers, the share who were here at this step.", rows, everybody),
    )


def link_figures(analysis: StepLinksAnalysis) -> Sequence[Figured]:
    """How many customers, and which share of those who were at the node."""
    asked = analysis.length, analysis.most
    rows, here = rows_with(links, *asked), rows_with(at_steps, *asked)
    return (
        Figured("customers", "customers", "count", "Customers who were here at this step and there at the next.", rows),
        Figured(
            "share", "share", "share", "Of the customers who were here at this step, the share.", rows, here,
            ("step", "node"),
        ),
    )  # fmt: skip


def words(analysis: StepsAnalysis) -> str:
    """What is counted."""
    return (
        f"Customers by where the first {analysis.length} events of their paths were, each once at each step; a path "
        f"that is over stays at the end. The {analysis.most} nodes that the most customers met are told apart."
    )


WAY = Way({"step": "number", "node": "node"}, figures, words)
LINKS = Way({"step": "number", "node": "node", "next": "node"}, link_figures, words)
