"""What is asked, as tables: so that one compiled expression answers any number of questions of a kind."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from footfall.events.tables import table
from footfall.measures.putting import Put

HOUR = 3_600_000_000  # microseconds

ASKS = pa.schema(
    [("ask", pa.int32()), ("survey_question", pa.string()), ("promise", pa.string()), ("as_emotion", pa.bool_())]
)
ASKED = pa.schema([("ask", pa.int32()), ("place", pa.int32()), ("combination", pa.int32())])

events, answers, combinations = (table(name) for name in ("events", "answers", "combinations"))
customers, people, attributes = (table(name) for name in ("customers", "people", "attributes"))


@cache
def asks() -> Any:
    """One row for each question that is put: its number and its options."""
    types = {"ask": "int32", "survey_question": "string", "promise": "string", "as_emotion": "boolean"}
    return ibis.table(types, name="asks")


@cache
def at_places() -> Any:
    """(ask, place, combination) of all places that the questions speak of."""
    return ibis.table({"ask": "int32", "place": "int32", "combination": "int32"}, name="asked")


@cache
def at_place(number: int) -> Any:
    """(ask, combination) of one of the places that the questions speak of."""
    asked = at_places()
    return asked.filter(asked.place == number).select("ask", "combination")


@cache
def events_at(number: int) -> Any:
    """The events at one of the places, for each question."""
    return events.join(at_place(number), "combination")


@cache
def common_values() -> Any:
    """(attribute, value) of customers' attributes: of each the fifty values that most customers have, in order."""
    counted = attributes.group_by("attribute", "value").agg(customers=attributes.count())
    order = ibis.window(group_by="attribute", order_by=[ibis.desc("customers"), "value"])
    ranked = counted.mutate(place=ibis.row_number().over(order))
    return ranked.filter(ranked.place < 50).order_by("attribute", "place").select("attribute", "value")


def put_as_tables(puts: Sequence[Put]) -> dict[str, pa.Table]:
    """The questions as the tables behind `asks` and `at_place`; a question's number is its place in the list."""
    options = [_options(number, put) for number, put in enumerate(puts)]
    return {"asks": pa.Table.from_pylist(options, ASKS), "asked": asked_as_table([put.places for put in puts])}


def asked_as_table(asks: Sequence[Sequence[Collection[int]]]) -> pa.Table:
    """The table behind `at_place`: for each ask the combinations of each of its places."""
    asked = [
        {"ask": number, "place": index, "combination": combination}
        for number, places in enumerate(asks)
        for index, place in enumerate(places)
        for combination in sorted(place)
    ]
    return pa.Table.from_pylist(asked, ASKED)


def _options(number: int, put: Put) -> dict[str, object]:
    question = put.question
    return {
        "ask": number,
        "survey_question": getattr(question, "survey_question", ""),
        "promise": getattr(question, "promise", ""),
        "as_emotion": getattr(question, "as_emotion", False),
    }


@ibis.udf.agg.builtin  # type: ignore[untyped-decorator]
def bit_or(bits: int) -> int:  # type: ignore[empty-body]
    """Of many whole numbers the one in which every bit is set that any of them has; by its name in every engine."""


def hours_between(start: Any, end: Any) -> Any:
    """Hours from one moment to another."""
    return end.delta(start, unit="microsecond").cast("float64") / ibis.literal(HOUR, "float64")


def population(rows: Any) -> Any:
    """The columns that every population has: one row for each thing counted."""
    return rows.select("ask", "customer", value=rows.value.cast("float64"), at=rows.at)
