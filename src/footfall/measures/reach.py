"""Reach: which share of all customers came to a place at least once."""

from functools import cache
from typing import Any

from ibis import _

from footfall.measures.tables import asks, customers, events_at, population


@cache
def reached() -> Any:
    """All customers with events; 1 for those who came, at their first time there."""
    came = events_at(0).filter(_.visit == 1).group_by("ask", "customer").agg(at=_.time.min())
    everybody = customers.filter(_.events > 0).select("customer").cross_join(asks().select("ask"))
    rows = everybody.left_join(came, ["ask", "customer"]).select("ask", "customer", "at")
    return population(rows.mutate(value=rows.at.notnull()))
