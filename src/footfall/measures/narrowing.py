"""The canonical tables under a filter: the same tables, derived, so that every measure runs on them unchanged.

In the order of `Only`: what happened in the period; then which customers, by all of that; then which of their events.
Where events were left out, places, visits and neighbours are numbered anew. Each step is an expression over the tables
of the dataset and the steps before it.
"""

from collections.abc import Mapping
from typing import Any

import ibis
from ibis import _

from footfall.events.derived import ways
from footfall.events.tables import SCHEMAS
from footfall.journey.questions import Only
from footfall.measures.tables import answers, attributes, combinations, customers, events
from footfall.measures.within import in_utc

STEP = "narrowed_"  # before the name of a table that an earlier step gave

CHOSEN = {"customer": "int32"}
UNITS = {"customer": "int32", "session": "int32", "unit": "int32", "begins": "timestamp(6)", "ends": "timestamp(6)"}


days = ways().agg(days=_.days.sum() > 0)  # whether there is an event of which only the day is known


def steps(only: Only, has_days: bool) -> Mapping[str, Any]:
    """The tables under a filter by name, in the order in which they follow from each other.

    `has_days` says whether the dataset has events of which only the day is known.
    """
    found = {"units": _units(only)} if only.each == "session" else {}
    if _chooses(only):
        found["chosen"] = _chosen(only)
    if is_of_customers(only):
        kept = {"events": events, "answers": answers, "customers": customers}
        found |= {name: table.semi_join(_step("chosen", CHOSEN), "customer") for name, table in kept.items()}
    else:
        found |= {"events": _renumbered(only, has_days), "answers": _answers(only), "customers": _customers(only)}
    return found | {"attributes": _with_attributes(only)}


def is_of_customers(only: Only) -> bool:
    """Whether the filter leaves the paths of those whom it lets in as they are."""
    cuts = (only.since, only.until, only.channels, only.without, only.first)
    return not any(cuts) and only.each == "customer"


def _step(name: str, schema: Mapping[str, str]) -> Any:
    return ibis.table(schema, name=STEP + name)


def _filtered(role: str, number: int = 0) -> Any:
    """The combinations of one place that the filter names."""
    named = ibis.table({"role": "string", "number": "int32", "combination": "int32"}, name=f"{STEP}filtered")
    return named.filter(named.role == role, named.number == number).select("combination")


def _in_period(rows: Any, only: Only) -> Any:
    if only.since:
        rows = rows.filter(rows.time >= ibis.literal(in_utc(only.since), "timestamp(6)"))
    if only.until:
        rows = rows.filter(rows.time < ibis.literal(in_utc(only.until), "timestamp(6)"))
    return rows


def _units(only: Only) -> Any:
    """Each session of each customer as a customer of its own, with the span in which answers belong to it."""
    begun = _in_period(events, only).group_by("customer", "session").agg(begins=_.time.min())
    path = ibis.window(group_by="customer", order_by="session")
    numbered = begun.mutate(
        unit=ibis.row_number().over(order_by=["customer", "session"]).cast("int32"),
        ends=_.begins.lead().over(path),
        begins=(_.session == _.session.min().over(group_by="customer")).ifelse(ibis.null("timestamp(6)"), _.begins),
    )
    return numbered.select(*UNITS)


def _acting(only: Only) -> Any:
    """What happened in the period, by those whom paths are of."""
    happened = _in_period(events, only)
    if only.each == "customer":
        return happened
    units = _step("units", UNITS).select("customer", "session", "unit")
    return happened.join(units, ["customer", "session"]).drop("customer").rename(customer="unit")


def _chosen(only: Only) -> Any:
    """(customer) of those whom the filter lets in."""
    happened, people = _acting(only), _everybody(only)
    for segment in only.segment:
        has = attributes.filter(attributes.attribute == segment.attribute, attributes.value.isin(segment.values))
        people = people.semi_join(has, [(people.person, has.customer)])
    people = people.select("customer")
    for number, _place in enumerate(only.passed):
        people = people.semi_join(happened.semi_join(_filtered("passed", number), "combination"), "customer")
    for number, _place in enumerate(only.never):
        people = people.anti_join(happened.semi_join(_filtered("never", number), "combination"), "customer")
    for number, _place in enumerate(only.repeated):
        there = happened.semi_join(_filtered("repeated", number), "combination")
        often = there.group_by("customer").agg(times=there.count())
        people = people.semi_join(often.filter(often.times >= 2), "customer")
    if only.began_at or only.ended_at:
        people = _by_ends(people, happened, only)
    return people.distinct()


def _everybody(only: Only) -> Any:
    """(customer, person): all whom paths are of, and whose they are."""
    if only.each == "session":
        return _step("units", UNITS).select(person="customer", customer="unit")
    return customers.select("customer", person="customer")


def _by_ends(people: Any, happened: Any, only: Only) -> Any:
    ends = happened.group_by("customer").agg(
        began=happened.combination.argmin(happened.position), ended=happened.combination.argmax(happened.position)
    )
    if only.began_at:
        ends = ends.semi_join(_filtered("began_at"), [("began", "combination")])
    if only.ended_at:
        ends = ends.semi_join(_filtered("ended_at"), [("ended", "combination")])
    return people.semi_join(ends, "customer")


def _combinations(only: Only) -> Any:
    """The combinations that are left."""
    left = combinations
    if only.channels:
        left = left.filter(left.channel.isin(only.channels))
    if only.without:
        left = left.anti_join(_filtered("without"), "combination")
    return left.select("combination")


def _renumbered(only: Only, has_days: bool) -> Any:
    """The events that are left, each with its place in what is left of the path, its visit and what comes next."""
    left = _acting(only)
    if _chooses(only):
        left = left.semi_join(_step("chosen", CHOSEN), "customer")
    if only.channels or only.without:
        left = left.semi_join(_combinations(only), "combination")
    if only.first:
        in_order = ibis.window(group_by="customer", order_by="position")
        left = left.mutate(place=ibis.row_number().over(in_order)).filter(_.place < only.first).drop("place")
    path = ibis.window(group_by="customer", order_by="position")
    placed = left.mutate(
        was=left.earliest,
        position=ibis.row_number().over(path).cast("int32"),
        visit=_visits(left, only),
        next_combination=left.combination.lead().over(path),
        next_time=left.time.lead().over(path),
    )
    placed = _with_days(placed) if has_days else placed.mutate(earliest=placed.position, next_unknown=False)
    return placed.select(*SCHEMAS["events"])


def _chooses(only: Only) -> bool:
    """Whether the filter lets in some customers only, for whatever reason."""
    return bool(only.segment or only.passed or only.never or only.repeated or only.began_at or only.ended_at)


def _visits(left: Any, only: Only) -> Any:
    """Which visit each event is; all events of a combination stay or go together but where a period or session cuts."""
    if not (only.since or only.until or only.each == "session"):
        return left.visit
    visits = ibis.window(group_by=["customer", "combination"], order_by="position")
    return (ibis.row_number().over(visits) + 1).cast("int32")


def _with_days(placed: Any) -> Any:
    """Events that shared a day still do while an earlier one of that day is left of which only the day is known."""
    path = ibis.window(group_by="customer", order_by="position")
    so_far = ibis.window(group_by="customer", order_by="position", preceding=None, following=0)
    day = ibis.window(group_by=["customer", "was"], order_by="position", preceding=(None, 1))
    shared = placed.mutate(shares=placed.whole_day.cast("int32").max().over(day).fill_null(0) == 1)
    told = shared.mutate(
        earliest=_.shares.ifelse(ibis.null("int32"), _.position).max().over(so_far),
        unknown=_.shares | _.shares.lead(1).over(path).fill_null(False) | _.shares.lead(2).over(path).fill_null(False),
    )
    return told.mutate(
        next_unknown=_.unknown,
        next_combination=_.unknown.ifelse(ibis.null("int32"), _.next_combination),
        next_time=_.unknown.ifelse(ibis.null("timestamp(6)"), _.next_time),
    )


def _answers(only: Only) -> Any:
    """The answers in the period, of those who are let in, about events that are left.

    One about no event has its own channel; it is left unless only the first events of paths are.
    """
    said = _in_period(answers, only)
    if only.each == "session":
        units = _step("units", UNITS).select("customer", "unit", "begins", "ends")
        joined = said.join(units, "customer")
        since = joined.begins.isnull() | (joined.time >= joined.begins)
        said = joined.filter(since, joined.ends.isnull() | (joined.time < joined.ends))
        said = said.drop("customer", "begins", "ends").rename(customer="unit")
    if _chooses(only):
        said = said.semi_join(_step("chosen", CHOSEN), "customer")
    if only.channels or only.without:
        left = _combinations(only).select("combination", is_left=True)
        joined = said.left_join(left, "combination").select(*SCHEMAS["answers"], "is_left")
        alone = joined.channel.isin(only.channels) if only.channels else ibis.literal(True)
        said = joined.filter(joined.is_left.notnull() | (joined.combination.isnull() & alone))
    if only.first:
        said = said.semi_join(_step("events", SCHEMAS["events"]), ["customer", "combination"])
    return said.select(*SCHEMAS["answers"])


def _customers(only: Only) -> Any:
    """Those of whom something is left, with the span and the number of their events and answers that are."""
    did = _step("events", SCHEMAS["events"]).select("customer", "time", did=True)
    said = _step("answers", SCHEMAS["answers"]).select("customer", "time", did=False)
    counted = ibis.union(did, said).group_by("customer")
    facts = counted.agg(
        first=_.time.min(), last=_.time.max(), events=_.did.count(where=_.did), answers=_.did.count(where=~_.did)
    )
    who = _everybody(only).join(customers.select(person="customer", identity="identity"), "person")
    return who.join(facts, "customer").select(*SCHEMAS["customers"])


def _with_attributes(only: Only) -> Any:
    """The attributes of those who are left."""
    left = _step("customers", SCHEMAS["customers"]).select("customer")
    who = _everybody(only).semi_join(left, "customer")
    theirs = attributes.rename(person="customer").join(who, "person")
    return theirs.select(*SCHEMAS["attributes"])
