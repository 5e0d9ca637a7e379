from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.measures.analyses.oracles.log import Log, Table
from tests.measures.analyses.oracles.trend import rows_in
from tests.measures.logs import moment

FURTHEST = {"week": 104, "day": 112}  # periods from the day
LENGTHS = {"day": 1, "week": 7}


def table(analysis: Any, log: Log) -> Table:
    hours = [event.hour for path in log.paths.values() for event in path]
    if not hours:
        return {}
    if not analysis.every:
        sides = {side_of(hour, analysis) for hour in hours}
        return {
            ("", side, ""): value(analysis, log, lambda hour, s=side: side_of(hour, analysis) == s) for side in sides
        }
    found: Table = {}
    first, last = number_of(min(hours), analysis), number_of(max(hours), analysis)
    counted = [number for number in range(first, last + 1) if is_whole(number, hours, analysis)]
    before, after = ([number for number in counted if (number < 0) is is_before] for is_before in (True, False))
    before = before[-FURTHEST[analysis.every] :]
    counted = [*before, *after[: len(before) or FURTHEST[analysis.every]]]
    for number in counted:
        side = "before" if number < 0 else "after"
        found["", side, str(begin_of(number, analysis))] = value(
            analysis, log, lambda hour, n=number: number_of(hour, analysis) == n
        )
        whole = found.setdefault(("", side, ""), {"value": []})
        whole["value"] = [*whole["value"], *found["", side, str(begin_of(number, analysis))]["value"]]
    return found


def value(analysis: Any, log: Log, is_in: Any) -> dict[str, Any]:
    return {"value": rows_in(analysis.question, log, is_in)}


def day_of(hour: int, analysis: Any) -> date:
    local = moment(hour).replace(tzinfo=UTC).astimezone(ZoneInfo(analysis.zone))
    return local.date()


def side_of(hour: int, analysis: Any) -> str:
    return "before" if day_of(hour, analysis) < analysis.started else "after"


def number_of(hour: int, analysis: Any) -> int:
    return (day_of(hour, analysis) - analysis.started).days // LENGTHS[analysis.every]


def begin_of(number: int, analysis: Any) -> date:
    return analysis.started + timedelta(days=number * LENGTHS[analysis.every])


def is_whole(number: int, hours: list[int], analysis: Any) -> bool:
    """Whether the data lack no more than a twentieth of it at their begin or end."""
    begin, end = (
        datetime.combine(begin_of(at, analysis), datetime.min.time(), ZoneInfo(analysis.zone)).astimezone(UTC)
        for at in (number, number + 1)
    )
    first, last = (moment(at).replace(tzinfo=UTC) for at in (min(hours), max(hours)))
    return max(first - begin, end - last) <= (end - begin) / 20
