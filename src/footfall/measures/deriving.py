"""How much touchpoints matter, derived: how strongly what happened there goes with the overall rating of a customer.

What happened is a rating that customers gave about the touchpoint to another question than the overall one, the good
end high; or, where something was promised there, whether the promise was kept (1) or broken (0). Each customer counts
once, with the means of what they said and met: an overall rating comes at another moment than what it is about. The
measure and its interval are those of importance.py. Of a promise this is the point-biserial correlation, which is the
smaller the rarer promises are broken: it weighs how much it hurts by how often it happens.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.importance import Going, Weighting, going_of, on_main_scales, summed
from footfall.measures.moments import Met
from footfall.measures.score import on_one_scale
from footfall.measures.tables import at_place, customers, events_at


@dataclass(frozen=True)
class Derived:
    """How much a touchpoint matters, and which question its own rating answers; none for a promise."""

    going: Going
    question: str = ""


@cache
def _rated(overall: str) -> Any:
    """(ask, question, customer, x, value, at): what each customer rated at a place, on the scale used most there."""
    given = on_main_scales().filter(_.question != overall).join(at_place(0), "combination")
    rows = on_one_scale(given)
    good = (rows.better == "low").ifelse(-rows.score, rows.score)
    return (
        rows.mutate(good=good)
        .group_by("ask", "question", "customer")
        .agg(x=_.good.mean(), value=_.score.mean(), at=_.time.min())
    )


@cache
def _kept() -> Any:
    """(ask, question, customer, x, value, at): the share of promises that was kept to each customer at a place."""
    rows = events_at(0).filter(_.late.notnull())
    kept = rows.mutate(kept=rows.late.ifelse(0.0, 1.0), question=ibis.literal(""))
    return kept.group_by("ask", "question", "customer").agg(x=_.kept.mean(), value=_.kept.mean(), at=_.time.min())


@cache
def _overall(overall: str, by: Weighting) -> Any:
    """(customer, y, w): the overall rating of each customer, the good end high, and whom it stands for."""
    rows = on_main_scales().filter(_.question == overall)
    rows = rows.filter(rows.weight.notnull()) if by == "people" else rows
    good = (rows.better == "low").ifelse(-rows.score, rows.score)
    weight = rows.weight if by == "people" else ibis.literal(1.0)
    return rows.mutate(good=good, people=weight).group_by("customer").agg(y=_.good.mean(), w=_.people.mean())


@cache
def pairs(met: Met, overall: str, by: Weighting) -> Any:
    """(ask, question, customer, x, value, at, y, w): what happened beside the overall rating of the same customer."""
    rows = _rated(overall) if met == "rating" else _kept()
    return rows.join(_overall(overall, by), "customer")


@cache
def sums(met: Met, overall: str, by: Weighting) -> Any:
    """Of each place the counts and sums from which its correlation follows."""
    return summed(pairs(met, overall, by), "ask", "question")


@cache
def members(met: Met, overall: str, by: Weighting) -> Any:
    """What was rated or kept at one place beside an overall rating, with whom, in the order of pages."""
    named = pairs(met, overall, by).join(customers.select("customer", "identity"), "customer")
    return named.order_by(_.customer).select("identity", "value", "at")


def derived(rows: Iterable[Mapping[str, Any]]) -> dict[int, Derived]:
    """By the number of a place how much it matters, out of the rows of `sums`."""
    return {row["ask"]: Derived(going_of(row), row["question"]) for row in rows}
