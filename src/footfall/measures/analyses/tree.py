"""A path tree: what followed a place, or went before it, step by step; each customer counts once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.journey.analyses import TreeAnalysis
from footfall.journey.questions import Place
from footfall.measures.analyses.walking import number, unplaced
from footfall.measures.nodes import ENDED, REST, UNKNOWN, events_as_nodes
from footfall.measures.tables import events, events_at, hours_between
from footfall.measures.tabulating import Figured, rows_with
from footfall.measures.ways import Way

NOTHING = -1  # behind the end of a way


@cache
def branches(depth: int, share: float, back: bool, rooted: bool) -> Any:
    """(path, customer, value, at, hours): one row for each step that a customer made on from the root.

    The root is a customer's first event at place 0; without one (`rooted`) the beginning of the path, or its end when
    the tree goes back. `path` has the nodes up to the step. A way that is over has ENDED; where it is not known what
    came next, UNKNOWN; nothing follows either. Branches with less than this share of all customers are REST, exactly
    counted and not followed further. `hours` lie between a step and the one nearer to the root.
    """
    told = _told(depth, share, back, rooted)
    return ibis.union(*(_level(told, level) for level in range(1, depth + 1)))


@cache
def timed(depth: int, share: float, back: bool, rooted: bool) -> Any:
    """Those steps of which the hours are known."""
    rows = branches(depth, share, back, rooted).filter(_.hours.notnull())
    return rows.mutate(value=rows.hours)


@cache
def rooted_customers(back: bool, rooted: bool) -> Any:
    """(customer, at): all whom the tree counts."""
    return _roots(back, rooted).select("customer", "at")


def _level(told: Any, level: int) -> Any:
    rows = told.filter(told[f"shown_{level}"] != NOTHING)
    path = ibis.array([rows[f"shown_{step}"] for step in range(1, level + 1)])
    return rows.select("customer", path=path, value=1, at=rows[f"at_{level}"], hours=rows[f"hours_{level}"])


@cache
def _told(depth: int, share: float, back: bool, rooted: bool) -> Any:
    """Each customer's way as it is shown: rare branches are REST."""
    ways = _ways(depth, back, rooted)
    names = [f"node_{step}" for step in range(1, depth + 1)]
    shown = _shown(ways.group_by(names).agg(customers=_.count()), names, share)
    told = [f"{what}_{step}" for what in ("shown", "at", "hours") for step in range(1, depth + 1)]
    return ways.join(shown, names).select("customer", *told)


def _shown(ways: Any, names: list[str], share: float) -> Any:
    """Ways with how each of their steps is shown."""
    enough = ways.customers.sum().over() * ibis.literal(share, "float64")
    shown: dict[str, Any] = {}
    was_kept: Any = ibis.literal(True)
    for step, name in enumerate(names, 1):
        size = ways.customers.sum().over(ibis.window(group_by=names[:step]))
        is_kept = size.cast("float64") >= enough
        rare = (was_kept & (ways[name] != NOTHING)).ifelse(number(REST), number(NOTHING))
        shown[f"shown_{step}"] = is_kept.ifelse(ways[name], rare)
        was_kept = is_kept
    return ways.mutate(**shown)


@cache
def _ways(depth: int, back: bool, rooted: bool) -> Any:
    """(customer, node_k, at_k, hours_k): what each customer did at each step from the root."""
    near = _near(depth, back, rooted).group_by("customer").agg(**_met(depth))
    labels: dict[str, Any] = {}
    is_over: Any = ibis.literal(False)
    for step in range(1, depth + 1):
        label = _label(near, step, back, rooted)
        labels[f"node_{step}"] = is_over.ifelse(number(NOTHING), label)
        is_over = is_over | label.isin([ENDED, UNKNOWN])
    ways = near.mutate(**labels)
    return ways.mutate(**{f"hours_{step}": _hours(ways, step, back, rooted) for step in range(1, depth + 1)})


def _met(depth: int) -> dict[str, Any]:
    """What is known of the event at each distance from the root, 0 being the root itself."""
    steps = range(depth + 1)
    met = {f"is_{step}": _.node.max(where=_.far == step) for step in steps}
    met |= {f"at_{step}": _.time.max(where=_.far == step) for step in steps}
    met |= {f"next_unknown_{step}": _.next_unknown.max(where=_.far == step) for step in steps}
    return met | {f"placed_{step}": _.placed.max(where=_.far == step) for step in steps}


def _label(near: Any, step: int, back: bool, rooted: bool) -> Any:
    """The node of a step, given that the one before it is known."""
    node = near[f"is_{step}"]
    if step == 1 and not rooted:
        return near.placed_1.ifelse(node, number(UNKNOWN))
    if not back:
        return near[f"next_unknown_{step - 1}"].ifelse(number(UNKNOWN), node.fill_null(number(ENDED)))
    before = near[f"next_unknown_{step}"].ifelse(number(UNKNOWN), node)
    return node.isnull().ifelse(near[f"placed_{step - 1}"].ifelse(number(ENDED), number(UNKNOWN)), before)


def _hours(ways: Any, step: int, back: bool, rooted: bool) -> Any:
    if step == 1 and not rooted:
        return ibis.null("float64")
    here, nearer = ways[f"at_{step}"], ways[f"at_{step - 1}"]
    hours = hours_between(here, nearer) if back else hours_between(nearer, here)
    return ways[f"node_{step}"].isin([NOTHING, ENDED, UNKNOWN]).ifelse(ibis.null("float64"), hours)


@cache
def _near(depth: int, back: bool, rooted: bool) -> Any:
    """The events within so many steps of the root."""
    rows = events_as_nodes().join(_roots(back, rooted).select("customer", "root"), "customer")
    rows = rows.mutate(far=rows.root - rows.position if back else rows.position - rows.root)
    rows = rows.filter(rows.far.between(0, depth)).left_join(unplaced(), ["customer", "position"])
    return rows.mutate(placed=rows.placed.fill_null(True))


@cache
def _roots(back: bool, rooted: bool) -> Any:
    """(customer, root, at): the place in the path at which each customer's way begins."""
    if rooted:
        return events_at(0).group_by("customer").agg(root=_.position.min(), at=_.time.min())
    paths = events.group_by("customer")
    if back:
        return paths.agg(root=_.position.max() + 1, at=_.time.max())
    return paths.agg(root=ibis.literal(-1, "int32"), at=_.time.min())


def figures(analysis: TreeAnalysis) -> Sequence[Figured]:
    """How many customers went this way, which share of all, and how long the last step of it took."""
    asked = analysis.depth, analysis.least_share, analysis.backwards, bool(analysis.root)
    rows, all = rows_with(branches, *asked), rows_with(rooted_customers, *asked[2:])
    return (
        Figured("customers", "customers", "count", "Customers who went this way.", rows),
        Figured("share", "share", "share", "Of all customers at the root, the share who went this way.", rows, all),
        Figured("median_hours", "hours", "median", "Median hours of the last step.", rows_with(timed, *asked)),
    )


def words(analysis: TreeAnalysis) -> str:
    """What is counted."""
    if analysis.backwards:
        begin = "before their first event at {0}" if analysis.root else "before the end of their paths"
    else:
        begin = "after their first event at {0}" if analysis.root else "from the beginning of their paths"
    rest = f" Ways of less than {analysis.least_share:.1%} are told together." if analysis.least_share else ""
    return f"Customers by the events {begin}, each customer once.{rest}"


def places(analysis: TreeAnalysis) -> tuple[Place, ...]:
    """The root."""
    return (analysis.root,) if analysis.root else ()


WAY = Way({"path": "path"}, figures, words, places)
