"""Periods in a named time zone: days, weeks, months and quarters, as tables that any engine can join.

A period begins at its first midnight in the zone. Weeks are those of ISO 8601: from Monday, the first of a year being
the one with its first Thursday.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import ibis
import pyarrow as pa
from pydantic import JsonValue

from footfall.errors import InvalidQuestion
from footfall.journey.analyses import Every
from footfall.measures.answering import Span

MOST_PERIODS = 5_000


@dataclass(frozen=True)
class Period:
    """One period; moments in UTC without a zone."""

    label: str
    begin: datetime
    end: datetime


def periods(every: Every, zone: str, span: Span) -> list[Period]:
    """All periods from the one of the first moment to that of the last; none where there are no moments.

    Raises InvalidQuestion for a zone that nobody knows and for more than MOST_PERIODS periods.
    """
    here = _zone(zone)
    if span.first is None or span.latest is None:
        return []
    days = _days(every, _local(span.first, here), _local(span.latest, here))
    found = list(zip(days, (_midnight(day, here) for day in days), strict=True))
    return [Period(_label(every, day), begin, end) for (day, begin), (_next, end) in pairwise(found) if begin < end]


Side = Literal["before", "after"]


@dataclass(frozen=True)
class Sided:
    """A period on one side of a day, named by its first day; `is_whole` says whether the data have it in full."""

    period: Period
    side: Side
    is_whole: bool


def sides(started: date, days: int, zone: str, span: Span) -> list[Sided]:
    """All periods of so many days from a day on and back, as far as there are data; with 0 days one on each side.

    Raises InvalidQuestion for a zone that nobody knows and for more than MOST_PERIODS periods.
    """
    here = _zone(zone)
    if span.first is None or span.latest is None:
        return []
    first, last = _local(span.first, here), _local(span.latest, here)
    edges = _edges(started, days, first, last) if days else _halves(started, first, last)
    told = [Period(begin.isoformat(), _midnight(begin, here), _midnight(end, here)) for begin, end in pairwise(edges)]
    lacking = _incomplete(told, span) if days else []
    return [
        Sided(period, "after" if period.label >= started.isoformat() else "before", period.label not in lacking)
        for period in told
    ]


def _edges(started: date, days: int, first: date, last: date) -> list[date]:
    """The first days of all periods in which there may be data, and the day after the last one."""
    back, on = -((first - started) // timedelta(days)), (last - started) // timedelta(days) + 1
    if back + on > MOST_PERIODS:
        raise InvalidQuestion(f"The data span more than {MOST_PERIODS:,} periods.", todo="Ask by longer periods.")
    return [started + timedelta(days * number) for number in range(-back, on + 1)]


def _halves(started: date, first: date, last: date) -> list[date]:
    return sorted({min(first, started), started, max(last + timedelta(1), started)})


def periods_of(put: Any) -> list[Period]:
    """The periods of the data that an analysis by periods was put to. Raises InvalidQuestion."""
    return periods(put.analysis.every, put.analysis.zone, put.span)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidQuestion(
            f"'{name[:60]}' is no time zone.", todo="Name one such as Europe/Amsterdam, or UTC."
        ) from None


def _local(moment: datetime, zone: ZoneInfo) -> date:
    return _plain(moment).replace(tzinfo=UTC).astimezone(zone).date()


def _plain(moment: datetime) -> datetime:
    """A moment in UTC without a zone, as tables have it."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def _days(every: Every, first: date, last: date) -> list[date]:
    """The first day of each period, and of the one after the last."""
    found = [_begin(every, first)]
    while found[-1] <= last:
        if len(found) > MOST_PERIODS:
            raise InvalidQuestion(
                f"The data span more than {MOST_PERIODS:,} periods of a {every}.", todo="Ask by longer periods."
            )
        found.append(_after(every, found[-1]))
    return found


def _begin(every: Every, day: date) -> date:
    match every:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _after(every: Every, begin: date) -> date:
    longer = {"day": 1, "week": 7, "month": 31, "quarter": 93}[every]
    return _begin(every, begin + timedelta(days=longer))


def _label(every: Every, begin: date) -> str:
    match every:
        case "day":
            return begin.isoformat()
        case "week":
            year, week, _day = begin.isocalendar()
            return f"{year}-W{week:02}"
        case "month":
            return f"{begin:%Y-%m}"
        case "quarter":
            return f"{begin.year}-Q{(begin.month + 2) // 3}"


def told_beside(told: list[Period], span: Span) -> dict[str, JsonValue]:
    """What a reader of periods must know of them: their names, and those that the data do not have in full."""
    labels: list[JsonValue] = [period.label for period in told]
    return {"periods": labels, "incomplete": [*_incomplete(told, span)]}


def _incomplete(told: list[Period], span: Span) -> list[str]:
    """The labels of the first and last period, where the data begin or end more than a twentieth of it inside it."""
    if span.first is None or span.last is None:
        return []
    first, last = _plain(span.first), _plain(span.last)
    late = [period.label for period in told[:1] if first - period.begin > (period.end - period.begin) / 20]
    early = [period.label for period in told[-1:] if period.end - last > (period.end - period.begin) / 20]
    return list(dict.fromkeys([*late, *early]))


CALENDAR = pa.schema(
    [("day", pa.date32()), ("period", pa.int32()), ("then", pa.timestamp("us")), ("after", pa.timestamp("us"))]
)


def calendar_table(told: list[Period]) -> pa.Table:
    """For each day of UTC the period in which it begins, and when others begin in it."""
    return pa.Table.from_pylist(list(_calendar(told)), CALENDAR)


def calendar_tables(told: list[Period]) -> dict[str, pa.Table]:
    """The tables behind `in_periods` and `named_periods`."""
    names = {"period": pa.array(range(len(told)), pa.int32()), "label": [period.label for period in told]}
    return {"calendar": calendar_table(told), "periods": pa.table(names)}


def _calendar(told: list[Period]) -> Iterator[dict[str, Any]]:
    if not told:
        return
    number, day, last = 0, told[0].begin.date(), told[-1].end.date()
    while day <= last:
        tomorrow = datetime.combine(day, time.min) + timedelta(days=1)
        begun = [period.begin for period in told[number + 1 : number + 3] if period.begin < tomorrow]
        then, after = [*begun, None, None][:2]
        yield {"day": day, "period": number, "then": then, "after": after}
        number, day = number + len(begun), tomorrow.date()


@cache
def _calendar_rows() -> Any:
    types = {"day": "date", "period": "int32", "then": "timestamp(6)", "after": "timestamp(6)"}
    return ibis.table(types, name="calendar")


def in_periods(rows: Any) -> Any:
    """Rows with a `time`, with the number of the period in which it lies, from 0; others are left out."""
    days = _calendar_rows().rename(period_of_day="period", calendar_day="day")
    dated = rows.mutate(calendar_day=rows.time.date()).join(days, "calendar_day")
    later = [(dated.time >= dated[name]).fill_null(False).cast("int32") for name in ("then", "after")]
    period = (dated.period_of_day + later[0] + later[1]).cast("int32")
    return dated.mutate(period=period).drop("calendar_day", "period_of_day", "then", "after")


@cache
def named_periods() -> Any:
    """(period, label): all periods that were looked at, from 0."""
    return ibis.table({"period": "int32", "label": "string"}, name="periods")
