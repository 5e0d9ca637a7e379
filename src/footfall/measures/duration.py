"""Duration: how long customers stayed at a place the first time."""

from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.tables import at_place, events, hours_between, population


@cache
def stays() -> Any:
    """The stays at the place of each question."""
    return population(stays_at(at_place(0)))


def stays_at(places: Any) -> Any:
    """(ask, customer, value, at): hours from customers' first event at a place until their next event elsewhere.

    Where nothing follows elsewhere, until their last event there; who then has but one event there has no stay. Nor has
    who left on a day of which it is not known what came first.
    """
    inside = places.select("ask", next_combination="combination", inside=True)
    here = (
        events.join(places, "combination")
        .left_join(inside, ["ask", "next_combination"])
        .select("ask", "customer", "position", "time", "next_time", "next_unknown", "inside")
    )
    leaves = here.inside.isnull()
    per_customer = here.group_by("ask", "customer").agg(
        at=here.time.min(),
        until=here.next_time.argmin(here.position, where=leaves),
        left=here.position.min(where=leaves & here.next_time.notnull()),
        unknown=here.position.min(where=here.next_unknown),
        last=here.time.max(),
        events=here.count(),
    )
    ended = per_customer.mutate(end=_.until.fill_null((_.events > 1).ifelse(_.last, ibis.null("timestamp(6)"))))
    is_known = _.unknown.isnull() | (_.left < _.unknown).fill_null(False)
    kept = ended.filter(_.end.notnull() & is_known)
    return kept.mutate(value=hours_between(kept.at, kept.end)).select("ask", "customer", "value", "at")
