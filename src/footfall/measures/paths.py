"""One customer's path: events and answers in order."""

from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from footfall.measures.tables import answers, combinations, events, people

COLUMNS = [
    "time",
    "event",
    "channel",
    "due",
    "whole_day",
    "session",
    "score",
    "scale_min",
    "scale_max",
    "question",
    "text",
    "is_answer",
]

NO_EVENT = {"whole_day": ibis.literal(False), "session": ibis.literal(1, "int32")}


@cache
def _theirs() -> Any:
    """(customer, root) of the customer in the table `who`; any id of theirs finds them."""
    identities = ibis.table({"identity": "int64"}, name="who")
    return people.semi_join(identities, "identity").select("customer", "root")


@cache
def root() -> Any:
    """The identity that all ids of the customer in the table `who` come to."""
    return _theirs().select("root")


@cache
def path() -> Any:
    """The events and answers of the customer in the table `who`, in order."""
    one = _theirs()
    names = combinations.select("combination", "event", by="channel")
    did = events.semi_join(one, "customer").join(names, "combination")
    said = answers.semi_join(one, "customer").left_join(names, "combination")
    nothing = {"score": ibis.null("float64"), "scale_min": ibis.null("float64"), "scale_max": ibis.null("float64")}
    happened = did.mutate(channel=did.by, question=ibis.null("string"), text=ibis.null("string"), **nothing)
    answered = said.mutate(due=ibis.null("timestamp(6)"), event=said.event.fill_null(""), is_answer=True, **NO_EVENT)
    rows = ibis.union(
        happened.mutate(is_answer=False).select("position", *COLUMNS),
        answered.mutate(position=ibis.null("int32")).select("position", *COLUMNS),
    )
    return rows.order_by("time", "is_answer", "position").select(*COLUMNS)


def who(identity: int) -> pa.Table:
    """The table `who` with one customer in it."""
    return pa.table({"identity": pa.array([identity], pa.int64())})
