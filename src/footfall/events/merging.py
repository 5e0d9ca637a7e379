"""Parts merged into a dataset: sorted once by (customer, time, part, arrival), with what comes next beside each event.

Each function gives an Ibis expression over the tables of layout.py; the engine writes them in the order of STEPS.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.events.derived import GAPS, WAY, gaps_in_order, placed_gaps, ways
from footfall.events.placing import PLACED, placed
from footfall.events.tables import SCHEMAS, table

COMBINED = ["event", "channel", "attributes"]


def people() -> Any:
    """Every id once, with the customer whom it stands for: a dense number, and the id that all of theirs come to."""
    acting = [parts.select(identity="customer") for parts in (_event_parts(), _answer_parts())]
    others = [table("aliases").select("identity"), table("aliases").select(identity="root")]
    roots = _rooted(ibis.union(*acting, distinct=True)).select("root").distinct()
    numbered = roots.mutate(customer=ibis.row_number().over(order_by=_.root).cast("int32"))
    rooted = _rooted(ibis.union(*acting, *others, distinct=True))
    return rooted.join(numbered, "root").order_by("identity").select(*SCHEMAS["people"])


def _rooted(ids: Any) -> Any:
    joined = ids.left_join(table("aliases"), "identity").select("identity", "root")
    return joined.mutate(root=_.root.fill_null(_.identity))


def combinations() -> Any:
    """Every (event, channel, attributes) once, numbered; those that only answers name have no events."""
    happened = _event_parts().select(*COMBINED, happened=True)
    answers = _answer_parts().filter(_.about.notnull())
    named = answers.select(event="about", channel=ibis.literal(""), attributes=ibis.literal(""), happened=False)
    counted = ibis.union(happened, named).group_by(*COMBINED).agg(events=_.happened.count(where=_.happened))
    numbered = counted.mutate(combination=ibis.row_number().over(order_by=COMBINED).cast("int32"))
    return numbered.order_by("combination").select(*SCHEMAS["combinations"])


def repeated_events() -> Any:
    """(part, arrival) of events whose row came before, in the same part or an earlier one."""
    return _came_before("event_parts", "event")


def repeated_answers() -> Any:
    """(part, arrival) of answers whose row came before, in the same part or an earlier one."""
    return _came_before("answer_parts", "question")


def _came_before(parts: str, says: str) -> Any:
    first = ibis.window(group_by=["row", says], order_by=["part", "arrival"])
    identified = table(parts).filter(_.row.notnull()).mutate(place=ibis.row_number().over(first))
    return identified.filter(_.place > 0).select(*SCHEMAS["repeated_events"])


def _event_parts() -> Any:
    """The parts of events, each row once; those from before there were attributes have none."""
    once = table("event_parts").anti_join(table("repeated_events"), ["part", "arrival"])
    return once.mutate(attributes=_.attributes.fill_null(""))


def _answer_parts() -> Any:
    """The parts of answers, each row once."""
    return table("answer_parts").anti_join(table("repeated_answers"), ["part", "arrival"])


def sorted_events() -> Any:
    """All events in order, as `placing` takes them."""
    who = table("people").select("identity", "customer")
    what = table("combinations").select("combination", *COMBINED)
    coded = _event_parts().rename(identity="customer").join(who, "identity").join(what, COMBINED)
    told = coded.mutate(late=_.broken.fill_null(_late()), is_day=_.until.notnull())
    # Of events that begin together, those of which only the day is known come first: they may be earlier.
    in_order = told.order_by("customer", "time", ibis.desc("is_day"), "part", "arrival")
    return in_order.select("customer", "time", "until", "due", "late", "combination", "session_gap")


def _late() -> Any:
    """Whether an event came after its time; unknown where that lies within the day of the event."""
    within = _.until.notnull() & (_.time <= _.due) & (_.due + ibis.interval(microseconds=1) < _.until)
    return within.ifelse(ibis.null("boolean"), _.time > _.due)


def answers() -> Any:
    """All answers in order, each with the event that it is about."""
    asked = _numbered_answers()
    candidates = _candidates(asked)
    named = _nearest(candidates.rename(name="event"), asked.filter(_.about.notnull()).rename(name="about"), ["name"])
    before = _nearest(candidates, asked, [])
    placed = asked.left_join(named.select("answer", found=ibis.coalesce(_.before, _.after)), "answer")
    placed = placed.select(*asked.columns, "found").left_join(before.select("answer", last=_.before), "answer")
    may_fall_back = placed.about.isnull() | placed.assumed
    placed = placed.mutate(position=placed.found.fill_null(may_fall_back.ifelse(placed.last, None)))
    return _with_event(placed.select(*asked.columns, "position"))


def _numbered_answers() -> Any:
    who = table("people").select("identity", "customer")
    parts = _answer_parts().mutate(instrument=_.instrument.fill_null(""), better=_.better.fill_null(_older()))
    coded = parts.rename(identity="customer").join(who, "identity")
    arrived = ibis.window(order_by=["customer", "time", "part", "arrival"])
    return coded.mutate(answer=ibis.row_number().over(arrived))


def _older() -> Any:
    """In parts from before a score had a direction, the high end was the good one."""
    return _.score.notnull().ifelse("high", "")


def _candidates(asked: Any) -> Any:
    """The events of customers who answered, with their names."""
    named = table("events").join(table("combinations").select("combination", "event"), "combination")
    return named.semi_join(asked, "customer").select("customer", "time", "position", "event")


def _nearest(events: Any, answers: Any, keys: list[str]) -> Any:
    """For each answer the last event's position before it and the first after it, of one customer (and key).

    A running maximum over both kinds in order of time: no join that grows with customers who did a lot.
    """
    marks = ibis.union(
        events.select("customer", *keys, "time", "position", answer=ibis.null("int64"), kind=ibis.literal(0, "int8")),
        answers.select(
            "customer", *keys, "time", position=ibis.null("int32"), answer="answer", kind=ibis.literal(1, "int8")
        ),
    )
    order = {"group_by": ["customer", *keys], "order_by": ["time", "kind", "position", "answer"]}
    near = marks.mutate(
        before=_.position.max().over(ibis.window(**order, preceding=None, following=0)),
        after=_.position.min().over(ibis.window(**order, preceding=0, following=None)),
    )
    return near.filter(_.answer.notnull()).select("answer", "before", "after")


def _with_event(placed: Any) -> Any:
    """Bring the event's combination and whether it was late; an answer about a name that never happened keeps it."""
    theirs = table("events").semi_join(placed, "customer")
    happened = theirs.select("customer", "position", "combination", "late")
    named = (
        table("combinations").filter(_.channel == "", _.attributes == "").select(by_name=_.combination, about=_.event)
    )
    joined = placed.left_join(happened, ["customer", "position"]).select(*placed.columns, "combination", "late")
    joined = joined.left_join(named, "about").select(*joined.columns, "by_name")
    unmatched = joined.assumed.ifelse(ibis.null("int32"), joined.by_name)
    told = joined.mutate(combination=joined.combination.fill_null(unmatched))
    return told.order_by("answer").select(*SCHEMAS["answers"])


def customers() -> Any:
    """Every customer with the span and the number of events and answers."""
    who = table("people").select("customer", identity="root").distinct()
    did = table("events").select("customer", "time", did=True)
    said = table("answers").select("customer", "time", did=False)
    counted = ibis.union(did, said).group_by("customer")
    facts = counted.agg(
        first=_.time.min(), last=_.time.max(), events=_.did.count(where=_.did), answers=_.did.count(where=~_.did)
    )
    return who.join(facts, "customer").order_by("customer").select(*SCHEMAS["customers"])


def attributes() -> Any:
    """The facts of customers who did or said something; of several values of one attribute the last one."""
    coded = table("fact_parts").rename(identity="customer").join(table("people"), "identity")
    last = ibis.window(group_by=["customer", "attribute"], order_by=[ibis.desc("part"), ibis.desc("arrival")])
    ranked = coded.mutate(place=ibis.row_number().over(last)).filter(_.place == 0)
    return ranked.order_by("customer", "attribute").select(*SCHEMAS["attributes"])


def ways_in_order() -> Any:
    """How often each combination followed each other."""
    return ways().order_by(*WAY).select(*SCHEMAS["ways"])


@dataclass(frozen=True)
class Step:
    """A table as it is written: the rows of an expression, as they come or as `arranged` makes them.

    Without parts of the kind that it is `of` it has no rows, whatever else there is.
    """

    rows: Callable[[], Any]
    arranged: Callable[[Iterable[pa.RecordBatch]], Iterator[pa.Table]] | None = None
    schema: pa.Schema | None = None  # of what is arranged
    of: str = ""


# By name, in the order in which they are written: each may read those before it.
STEPS = {
    "repeated_events": Step(repeated_events),
    "repeated_answers": Step(repeated_answers),
    "people": Step(people),
    "combinations": Step(combinations),
    "events": Step(sorted_events, placed, PLACED),
    "ways": Step(ways_in_order),
    "gaps": Step(gaps_in_order, placed_gaps, GAPS),
    "answers": Step(answers, of="answer_parts"),
    "customers": Step(customers),
    "attributes": Step(attributes),
}
