"""Periods in a time zone: each begins at the first midnight there, and every moment lies in exactly one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import InvalidQuestion
from footfall.journey.analyses import Every
from footfall.journey.questions import Only
from footfall.measures.answering import Span
from footfall.measures.calendar import Period, calendar_tables, periods, told_beside

ZONES = ["UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo"]
MOMENTS = st.datetimes(datetime(2009, 1, 1), datetime(2019, 12, 31))


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_weeks_are_those_of_iso_8601_and_begin_at_midnight_in_the_zone() -> None:
    found = periods("week", "Europe/Amsterdam", Span(day("2020-12-30T12:00"), day("2021-01-05T12:00")))
    assert found == [
        Period("2020-W53", day("2020-12-27T23:00"), day("2021-01-03T23:00")),
        Period("2021-W01", day("2021-01-03T23:00"), day("2021-01-10T23:00")),
    ]


@pytest.mark.parametrize(
    ("every", "labels"),
    [
        ("day", ["2024-03-30", "2024-03-31", "2024-04-01"]),
        ("month", ["2024-03", "2024-04"]),
        ("quarter", ["2024-Q1", "2024-Q2"]),
    ],
)
def test_periods_have_names(every: Every, labels: list[str]) -> None:
    found = periods(every, "Europe/Amsterdam", Span(day("2024-03-30T10:00"), day("2024-04-01T10:00")))
    assert [period.label for period in found] == labels


def test_what_is_cut_at_midnight_has_no_empty_period_after_it() -> None:
    data = Span(day("2026-03-01T10:00Z"), day("2026-03-09T10:00Z"))
    until = Only(until=datetime(2026, 3, 4))
    assert [one.label for one in periods("day", "UTC", data.within(until))] == [
        "2026-03-01",
        "2026-03-02",
        "2026-03-03",
    ]
    later = Only(until=datetime(2026, 3, 4, 0, 0, 1))
    assert [one.label for one in periods("day", "UTC", data.within(later))][-1] == "2026-03-04"
    assert [one.label for one in periods("day", "Europe/Amsterdam", data.within(until))][-1] == "2026-03-04"


def test_the_day_on_which_clocks_change_has_another_length() -> None:
    found = periods("day", "Europe/Amsterdam", Span(day("2024-03-30T10:00"), day("2024-10-27T10:00")))
    hours = {period.label: (period.end - period.begin) / timedelta(hours=1) for period in found}
    assert (hours["2024-03-31"], hours["2024-10-27"], hours["2024-07-01"]) == (23, 25, 24)


def test_a_day_that_a_zone_left_out_is_no_period() -> None:
    found = periods("day", "Pacific/Apia", Span(day("2011-12-29T10:00"), day("2012-01-01T10:00")))
    assert [period.label for period in found] == ["2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02"][: len(found)]


@given(
    every=st.sampled_from(["day", "week", "month", "quarter"]),
    zone=st.sampled_from(ZONES),
    ends=st.tuples(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400))),
    parts=st.lists(st.floats(0, 1), max_size=10),
)
def test_the_table_puts_every_moment_into_its_period(
    every: Every, zone: str, ends: tuple[datetime, timedelta], parts: list[float]
) -> None:
    first, span = ends
    told = periods(every, zone, Span(first, first + span))
    days = {row["day"]: row for row in calendar_tables(told)["calendar"].to_pylist()}
    for moment in [first, first + span, *(first + span * part for part in parts)]:
        row = days[moment.date()]
        number = row["period"] + sum(row[name] is not None and moment >= row[name] for name in ("then", "after"))
        assert told[number].begin <= moment < told[number].end
        there = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
        year = there.isocalendar()[0] if every == "week" else there.year
        assert told[number].label.startswith(str(year))


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd"])
def test_a_zone_that_nobody_knows_is_refused(zone: str) -> None:
    with pytest.raises(InvalidQuestion, match="is no time zone"):
        periods("day", zone, Span(day("2024-01-01"), day("2024-01-02")))


def test_too_many_periods_are_refused_with_what_to_do() -> None:
    with pytest.raises(InvalidQuestion, match="more than 5,000 periods of a day"):
        periods("day", "UTC", Span(day("1970-01-01"), day("2024-01-01")))


def test_a_period_of_which_the_data_lack_more_than_a_twentieth_is_told_to_be_incomplete() -> None:
    span = Span(day("2024-01-01T20:00"), day("2024-03-29T20:00"))
    beside = told_beside(periods("month", "UTC", span), span)
    assert beside == {"periods": ["2024-01", "2024-02", "2024-03"], "incomplete": ["2024-03"]}
