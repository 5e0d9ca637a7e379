"""Moments as people's tools write them, read as UTC; what cannot be read becomes empty."""

import re
import zoneinfo
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData

MOMENT = pa.timestamp("us")
EARLIEST, LATEST = (int(np.datetime64(f"{year}-01-01", "us").astype(np.int64)) for year in (1900, 2101))
DAY = 86_400_000_000

CLOCK = (
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6})\d*)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<offset>Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?\s*$"
)
YEAR_FIRST = r"^\s*(?P<year>\d{4})[-/.](?P<a>\d{1,2})[-/.](?P<b>\d{1,2})" + CLOCK
YEAR_LAST = r"^\s*(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>\d{4}|\d{2}),?" + CLOCK
COMPACT = (
    r"^(?P<year>\d{4})(?P<a>\d{2})(?P<b>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2}))?(?P<offset>Z)?$"
)
# 31 May 2024, and May 31, 2024; in English and Dutch.
DAY_NAMED = r"^\s*(?P<day>\d{1,2})[ .-]+(?P<named>[A-Za-z]{3,9})[ .,-]+(?P<year>\d{4}),?" + CLOCK
NAMED_DAY = r"^\s*(?P<named>[A-Za-z]{3,9})[ .]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4}),?" + CLOCK
MONTHS = {
    name: month
    for month, names in enumerate(
        [
            ("jan",),
            ("feb",),
            ("mar", "mrt", "maa"),
            ("apr",),
            ("may", "mei"),
            ("jun",),
            ("jul",),
            ("aug",),
            ("sep",),
            ("oct", "okt"),
            ("nov",),
            ("dec",),
        ],
        1,
    )
    for name in names
}
# Ten digits are seconds since 1970, thirteen milliseconds, sixteen microseconds, nineteen nanoseconds.
SINCE_1970 = {
    r"^(?P<whole>\d{9,10})(?:\.(?P<fraction>\d{1,6})\d*)?$": 1_000_000,
    r"^(?P<whole>\d{12,13})(?:\.\d+)?$": 1_000,
    r"^(?P<whole>\d{15,16})$": 1,
    r"^(?P<whole>\d{15,16})\d{3}$": 1,
}

CLOCKED = r":|\d{9}|\d{8}[T ]\d"  # a time of day, or a count since 1970

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


def check_zone(zone: str) -> None:
    """Raise InvalidData for a zone that nobody knows."""
    try:
        zoneinfo.ZoneInfo(zone)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        todo = "Name it as in Europe/Amsterdam, America/New_York or UTC."
        raise InvalidData(f"{zone!r} is not a time zone.", todo=todo) from None


def day_comes_first(column: pa.Array) -> bool | None:
    """Whether dates such as 3/4 name the day first; None when they can be read both ways, or there are none."""
    if pa.types.is_temporal(column.type):
        return None
    parts = _extract(column, YEAR_LAST)
    a, b = _number(parts, "a"), _number(parts, "b")
    if (a > 12).any():
        return True
    return False if (b > 12).any() else None


def has_ambiguous_dates(column: pa.Array) -> bool:
    """Whether there are dates that put the year last, so that day and month must be told apart."""
    return not pa.types.is_temporal(column.type) and bool(pc.any(pc.match_substring_regex(column, YEAR_LAST)).as_py())


def read_moments(column: pa.Array, zone: str, day_first: bool) -> pa.Array:
    """Read a column of moments as timestamp[us] in UTC without zone; empty where unreadable or outside 1900 to 2100."""
    moments = _typed(column, zone) if pa.types.is_temporal(column.type) else _text(column, zone, day_first)
    micros = moments.cast(pa.int64())
    plausible = pc.and_(pc.greater_equal(micros, EARLIEST), pc.less(micros, LATEST))
    return pc.if_else(plausible, moments, pa.scalar(None, MOMENT))


def ends_of_days(column: pa.Array, moments: pa.Array, zone: str) -> pa.Array:
    """When the day ends, where a column tells the day but no time of it; else empty. `moments` are the column read."""
    days = _tells_days(column)
    if not days.any():
        return pa.nulls(len(moments), MOMENT)
    local = pc.local_timestamp(moments.cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us", zone)))
    ends = _in_utc(pc.add(local, pa.scalar(DAY, pa.duration("us"))), zone)
    return pc.if_else(pa.array(days), ends, pa.scalar(None, MOMENT))


def _tells_days(column: pa.Array) -> Flags:
    if pa.types.is_temporal(column.type):
        return np.full(len(column), pa.types.is_date(column.type))
    text = pc.fill_null(column.cast(pa.string()), ":")
    if pc.all(pc.match_substring(text, ":")).as_py():
        return np.zeros(len(column), bool)
    found: Flags = ~np.asarray(pc.match_substring_regex(text, CLOCKED))
    return found


def one_moment(text: str, zone: str, day_first: bool) -> pa.Scalar:
    """One moment, day, month (2017-05) or year as timestamp[us] in UTC without zone. Raises InvalidData."""
    whole = f"{text}-01-01"[:10] if re.fullmatch(r"\d{4}(-\d{2})?", text) else text
    found = read_moments(pa.array([whole]), zone, day_first)[0]
    if not found.is_valid:
        raise InvalidData(
            f"The time {text!r} cannot be read.", "A moment, a day, a month or a year is expected, such as 2017-05-15."
        )
    return found


def _typed(column: pa.Array, zone: str) -> pa.Array:
    if pa.types.is_timestamp(column.type) and column.type.tz:
        return column.cast(pa.timestamp("us", "UTC"), safe=False).cast(MOMENT)
    if not (pa.types.is_timestamp(column.type) or pa.types.is_date(column.type)):
        return pa.nulls(len(column), MOMENT)
    return _in_utc(column.cast(MOMENT, safe=False), zone)


def _text(column: pa.Array, zone: str, day_first: bool) -> pa.Array:
    """The quick way for columns that are ISO 8601 throughout, else pattern by pattern."""
    try:
        return _in_utc(column.cast(MOMENT), zone)
    except pa.ArrowInvalid:
        pass
    try:
        return column.cast(pa.timestamp("us", "UTC")).cast(MOMENT)
    except pa.ArrowInvalid:
        return _by_pattern(column, zone, day_first)


def _in_utc(moments: pa.Array, zone: str) -> pa.Array:
    if zone == "UTC":
        return moments
    zoned = pc.assume_timezone(moments, zone, ambiguous="earliest", nonexistent="latest")
    return zoned.cast(pa.timestamp("us", "UTC")).cast(MOMENT)


def _by_pattern(column: pa.Array, zone: str, day_first: bool) -> pa.Array:
    moments = pa.nulls(len(column), MOMENT)
    for pattern, month_at_a in ((YEAR_FIRST, True), (YEAR_LAST, not day_first), (COMPACT, True)):
        if moments.null_count > column.null_count:
            parts = _extract(column, pattern)
            a, b = _number(parts, "a"), _number(parts, "b")
            moments = pc.coalesce(moments, _dated(parts, (a, b) if month_at_a else (b, a), zone))
    for pattern in (DAY_NAMED, NAMED_DAY):
        if moments.null_count > column.null_count:
            parts = _extract(column, pattern)
            moments = pc.coalesce(moments, _dated(parts, (_named_month(parts), _number(parts, "day")), zone))
    for pattern, unit in SINCE_1970.items():
        if moments.null_count > column.null_count:
            moments = pc.coalesce(moments, _counted(_extract(column, pattern), unit))
    return moments


def _extract(column: pa.Array, pattern: str) -> dict[str, pa.Array]:
    """The named groups of a pattern, as text; `found` tells the rows that match."""
    struct = pc.extract_regex(column, pattern)
    names = [struct.type.field(index).name for index in range(struct.type.num_fields)]
    return {name: pc.struct_field(struct, name) for name in names} | {"found": struct.is_valid()}


def _number(parts: dict[str, pa.Array], name: str, default: int = 0) -> Numbers:
    """A group as numbers; the default where it is absent."""
    if name not in parts:
        return np.full(len(parts["found"]), default, np.int64)
    text = pc.fill_null(parts[name], "")
    return np.asarray(pc.if_else(pc.equal(text, ""), str(default), text).cast(pa.int64()), np.int64)


def _named_month(parts: dict[str, pa.Array]) -> Numbers:
    """The number of a month that is written as a word, 0 for any other word."""
    known = pc.index_in(pc.utf8_lower(pc.utf8_slice_codeunits(parts["named"], 0, 3)), pa.array(MONTHS))
    return np.asarray(pa.array([*MONTHS.values(), 0]).take(pc.fill_null(known, len(MONTHS))), np.int64)


def _dated(parts: dict[str, pa.Array], month_and_day: tuple[Numbers, Numbers], zone: str) -> pa.Array:
    month, day = month_and_day
    days, real = _days(_year(_number(parts, "year")), month, day)
    clock, in_day = _clock(parts)
    found = np.asarray(parts["found"]) & real & in_day
    micros = days * DAY + clock
    offset = parts["offset"] if "offset" in parts else pa.nulls(len(micros), pa.string())
    zoned = np.asarray(pc.not_equal(pc.fill_null(offset, ""), ""))
    naive = pa.array(micros, pa.int64(), mask=~(found & ~zoned)).cast(MOMENT)
    fixed = pa.array(micros - _offset(offset), pa.int64(), mask=~(found & zoned)).cast(MOMENT)
    return pc.coalesce(_in_utc(naive, zone), fixed)


def _year(year: Numbers) -> Numbers:
    """Two digits mean 1970 to 2069."""
    return np.where(year < 70, year + 2000, np.where(year < 100, year + 1900, year))


def _days(year: Numbers, month: Numbers, day: Numbers) -> tuple[Numbers, Flags]:
    """Days since 1970 of a date, and whether the calendar has it."""
    sane = (month >= 1) & (month <= 12) & (day >= 1) & (year >= 1) & (year < 9999)
    months = np.where(sane, (year - 1970) * 12 + month - 1, 0).astype("datetime64[M]")
    first = months.astype("datetime64[D]").astype(np.int64)
    next_first = (months + 1).astype("datetime64[D]").astype(np.int64)
    return first + day - 1, sane & (day <= next_first - first)


def _clock(parts: dict[str, pa.Array]) -> tuple[Numbers, Flags]:
    """Microseconds since midnight, and whether a clock shows such a time."""
    hour, minute, second = (_number(parts, name) for name in ("hour", "minute", "second"))
    if "half" in parts:
        half = pc.utf8_lower(pc.fill_null(parts["half"], ""))
        afternoon, morning = (np.asarray(pc.starts_with(half, letter)) for letter in "pa")
        hour = np.where(afternoon & (hour < 12), hour + 12, np.where(morning & (hour == 12), 0, hour))
    shown = (hour < 24) & (minute < 60) & (second < 61)
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + _fraction(parts), shown


def _fraction(parts: dict[str, pa.Array]) -> Numbers:
    if "fraction" not in parts:
        return np.zeros(len(parts["found"]), np.int64)
    digits = pc.utf8_rpad(pc.fill_null(parts["fraction"], ""), 6, "0")
    return np.asarray(digits.cast(pa.int64()), np.int64)


def _offset(offset: pa.Array) -> Numbers:
    """Microseconds east of UTC of texts such as +02:00, -0530, +01, Z."""
    parts = _extract(pc.fill_null(offset, ""), r"^(?P<sign>[+-])(?P<hour>\d{2}):?(?P<minute>\d{2})?$")
    west = np.asarray(pc.equal(pc.fill_null(parts["sign"], "+"), "-"))
    return (
        np.where(west, -1, 1).astype(np.int64) * (_number(parts, "hour") * 60 + _number(parts, "minute")) * 60_000_000
    )


def _counted(parts: dict[str, pa.Array], unit: int) -> pa.Array:
    micros = _number(parts, "whole") * unit + _fraction(parts)
    return pa.array(micros, pa.int64(), mask=~np.asarray(parts["found"])).cast(MOMENT)
