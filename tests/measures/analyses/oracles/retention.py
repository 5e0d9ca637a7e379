from datetime import UTC, date, datetime, timedelta
from itertools import count, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from tests.measures.analyses.oracles.log import Log, Table, as_share, at
from tests.measures.logs import moment


def table(analysis: Any, log: Log) -> Table:
    starts, back = (
        at(analysis.start) if analysis.start else bool,
        at(analysis.return_to) if analysis.return_to else bool,
    )
    last = max((period_of(moment(path[-1].hour), analysis) for path in log.paths.values()), default=date.min)
    cohorts: dict[date, dict[int, int]] = {}
    came: dict[date, dict[int, int]] = {}
    for who, path in log.paths.items():
        begun = [event.hour for event in path if starts(event)]
        if begun:
            cohorts.setdefault(period_of(moment(begun[0]), analysis), {})[who] = begun[0]
        for event in reversed(path):
            if back(event):
                came.setdefault(period_of(moment(event.hour), analysis), {})[who] = event.hour
    found: Table = {}
    for cohort, members in cohorts.items():
        later = takewhile(lambda period: period <= last, (after(cohort, by, analysis) for by in count(1)))
        for number, period in enumerate(later, 1):
            if number > analysis.most:
                break
            again = {who: hour for who, hour in came.get(period, {}).items() if who in members}
            found[name_of(cohort, analysis), str(number)] = {
                "cohort": [(who, 1.0, hour) for who, hour in members.items()],
                "customers": [(who, 1.0, hour) for who, hour in again.items()],
                "share": as_share(members, again),
            }
    return found


def period_of(moment: datetime, analysis: Any) -> date:
    """The first day of the period of a moment in UTC."""
    day = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(analysis.zone)).date()
    match analysis.every:
        case "week":
            return day - timedelta(days=day.isoweekday() - 1)
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month={0: 1, 1: 4, 2: 7, 3: 10}[(day.month - 1) // 3], day=1)
        case _:
            return day


def after(period: date, by: int, analysis: Any) -> date:
    """The first day of the period so many periods later."""
    match analysis.every:
        case "day" | "week":
            return period + timedelta(days=by * (7 if analysis.every == "week" else 1))
        case _:
            months = period.month - 1 + by * (3 if analysis.every == "quarter" else 1)
            return date(period.year + months // 12, months % 12 + 1, 1)


def name_of(period: date, analysis: Any) -> str:
    """What a period is called."""
    match analysis.every:
        case "week":
            return period.strftime("%G-W%V")
        case "month":
            return period.strftime("%Y-%m")
        case "quarter":
            return f"{period.year}-Q{period.month // 3 + 1}"
        case _:
            return period.isoformat()
