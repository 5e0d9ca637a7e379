"""Before and after: a question's number before a day and after it, in two groups where that is asked, and by periods.

As in a trend, each side and each period is asked by itself. A side counts the rows of its periods; those that the data
do not have in full are left out of both, and so are those further from the day than a line can be drawn: one looks no
further ahead than one looked back.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from footfall.journey.analyses import BeforeAfterAnalysis
from footfall.journey.questions import Place
from footfall.measures.analyses.trend import numbered
from footfall.measures.calendar import Sided, calendar_table, sides
from footfall.measures.helped.series import MOST
from footfall.measures.kinds import Kind, kind_of, words_of
from footfall.measures.putting import Put, places_of
from footfall.measures.tables import attributes, put_as_tables
from footfall.measures.tabulating import Figured, rows_with
from footfall.measures.ways import PutAnalysis, Way

DAYS = {"": 0, "day": 1, "week": 7}
TREATED, CONTROL = "treated", "control"
SIDED = pa.schema([("period", pa.int32()), ("side", pa.string()), ("label", pa.string())])
GROUPS = pa.schema([("attribute", pa.string()), ("value", pa.string()), ("group", pa.string())])


@cache
def rows_by_side(kind: Kind, in_groups: bool) -> Any:
    """(group, side, period, customer, value, at): each row at its side, whose period is empty, and at its period."""
    sided = ibis.table(ibis.schema({"period": "int32", "side": "string", "label": "string"}), name="sides")
    rows = numbered(kind)
    rows = rows.join(sided, rows.number == sided.period).select("customer", "value", "at", "side", period="label")
    return _grouped(rows) if in_groups else rows.mutate(group=ibis.literal(""))


def _grouped(rows: Any) -> Any:
    groups = ibis.table({"attribute": "string", "value": "string", "group": "string"}, name="groups")
    members = attributes.join(groups, ["attribute", "value"]).select(of="customer", group="group")
    return rows.join(members, rows.customer == members.of).drop("of")


def figures(analysis: BeforeAfterAnalysis) -> Sequence[Figured]:
    """The question's number."""
    kind = kind_of(analysis.question)
    rows = rows_with(rows_by_side, kind, bool(analysis.attribute))
    return (Figured("value", kind.unit, kind.aggregate, "The number on this side, or in this period.", rows),)


def words(analysis: BeforeAfterAnalysis) -> str:
    """What is asked."""
    each = f" Each {analysis.every} is asked by itself." if analysis.every else ""
    day = f"{analysis.started.isoformat()} (in the time zone {analysis.zone})"
    return f"{words_of(analysis.question)} Before {day} and from that day on.{each}"


def places(analysis: BeforeAfterAnalysis) -> tuple[Place, ...]:
    """The places of the question."""
    return places_of(analysis.question)


def sided(put: PutAnalysis) -> list[Sided]:
    """All periods of the data. Raises InvalidQuestion."""
    return sides(put.analysis.started, DAYS[put.analysis.every], put.analysis.zone, put.span)


def counted(told: Sequence[Sided], every: str) -> list[int]:
    """The numbers of the periods that count."""
    whole = [number for number, one in enumerate(told) if one.is_whole]
    if not every:
        return whole
    before = [number for number in whole if told[number].side == "before"][-MOST[every] :]
    after = [number for number in whole if told[number].side == "after"]
    return [*before, *after[: len(before) or MOST[every]]]


def _tables(put: PutAnalysis) -> dict[str, pa.Table]:
    told, analysis = sided(put), put.analysis
    rows = [
        {"period": number, "side": told[number].side, "label": label}
        for number in counted(told, analysis.every)
        for label in _labels(told[number], analysis.every)
    ]
    groups = [
        {"attribute": analysis.attribute, "value": value, "group": group}
        for group, value in ((TREATED, analysis.treated), (CONTROL, analysis.control))
    ]
    return put_as_tables([Put(analysis.question, put.places, put.names)]) | {
        "calendar": calendar_table([one.period for one in told]),
        "sides": pa.Table.from_pylist(rows, SIDED),
        "groups": pa.Table.from_pylist(groups, GROUPS),
    }


def _labels(one: Sided, every: str) -> tuple[str, ...]:
    """The whole side, and the period."""
    return ("", one.period.label) if every else ("",)


def _each(put: PutAnalysis) -> tuple[tuple[str, ...], ...]:
    told, analysis = sided(put), put.analysis
    labels = {
        (told[number].side, label)
        for number in counted(told, analysis.every)
        for label in _labels(told[number], analysis.every)
    }
    groups = (TREATED, CONTROL) if analysis.attribute else ("",)
    return tuple((group, side, label) for group in groups for side, label in sorted(labels))


WAY = Way(
    {"group": "text", "side": "text", "period": "text"},
    figures,
    words,
    places,
    tables=_tables,
    by_key=True,
    always=_each,
)
