"""What people wrote: all excerpts of a dataset with their customer, moment and event."""

from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.tables import answers, combinations, customers


@cache
def excerpts() -> Any:
    """All answers with a text, the latest first."""
    written = answers.filter(_.text.notnull())
    known = written.join(customers.select("customer", "identity"), "customer")
    named = known.left_join(combinations.select("combination", "event"), "combination")
    columns = ("excerpt", "identity", "time", "question", "event", "channel", "text", "language", "feeling", "marks")
    return named.order_by(ibis.desc("time"), _.identity, _.question, _.excerpt).select(*columns)
