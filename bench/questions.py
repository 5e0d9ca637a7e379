"""The questions of the bench, each asked in three ways that must give one answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from footfall.journey.questions import DropOff, Duration, Flow, Funnel, Question, Reach

A, B, C = "event 05", "event 12", "event 20"
HOUR = 3_600_000_000  # microseconds

WALK = """WITH walk AS (SELECT *, lead(event) OVER path AS next, lead(time) OVER path AS next_time,
    row_number() OVER path AS position FROM log WINDOW path AS (PARTITION BY customer ORDER BY time))"""


@dataclass(frozen=True)
class Sorted:
    """The log as arrays sorted by (customer, time): what no engine can scan quicker than numpy does."""

    customer: np.ndarray[Any, Any]
    code: np.ndarray[Any, Any]
    next_code: np.ndarray[Any, Any]
    time: np.ndarray[Any, Any]
    next_time: np.ndarray[Any, Any]
    customers: int

    def first(self, events: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """For each customer the first of these events, or the number of all events where there is none."""
        found = np.full(self.customers, len(self.code))
        found[self.customer[events[::-1]]] = events[::-1]
        return found

    def after(self, code: int, earliest: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """For each customer the first event of this kind behind the given one."""
        events = np.flatnonzero(self.code == code)
        return self.first(events[events > earliest[self.customer[events]]])


@dataclass(frozen=True)
class Asked:
    """One question: for Footfall, for DuckDB on the log as it came, and as a loop over sorted arrays."""

    name: str
    question: Question
    sql: str
    limit: Callable[[Sorted], float]


def reach(log: Sorted) -> float:
    seen = np.zeros(log.customers, bool)
    seen[log.customer[log.code == 5]] = True
    return float(seen.mean())


def flow(log: Sorted) -> float:
    seen = np.zeros(log.customers, bool)
    seen[log.customer[(log.code == 5) & (log.next_code == 12)]] = True
    return float(seen.sum())


def drop_off(log: Sorted) -> float:
    first = log.first(np.flatnonzero(log.code == 5))
    came = first < len(log.code)
    return float((log.after(12, first) == len(log.code))[came].mean())


def funnel(log: Sorted) -> float:
    first = log.first(np.flatnonzero(log.code == 5))
    second = log.after(12, first)
    third = log.after(20, second)
    return float((third < len(log.code))[second < len(log.code)].mean())


def duration(log: Sorted) -> float:
    there = np.flatnonzero(log.code == 5)
    first = log.first(there)
    leaving = log.first(there[(log.next_code[there] != 5) & (log.next_code[there] >= 0)])
    last = np.full(log.customers, -1)
    last[log.customer[there]] = there
    came, left = first < len(log.code), leaving < len(log.code)
    stayed = came & ~left & (last > first)
    begin = np.concatenate([log.time[first[left]], log.time[first[stayed]]])
    end = np.concatenate([log.next_time[leaving[left]], log.time[last[stayed]]])
    return float(np.median(end - begin) / HOUR)


QUESTIONS = [
    Asked(
        "reach",
        Reach(at=("a",)),
        f"SELECT count(DISTINCT customer) FILTER (event = '{A}') / count(DISTINCT customer) FROM log",
        reach,
    ),
    Asked(
        "flow",
        Flow(source=("a",), target=("b",)),
        f"{WALK} SELECT count(DISTINCT customer) FROM walk WHERE event = '{A}' AND next = '{B}'",
        flow,
    ),
    Asked(
        "drop-off",
        DropOff(at=("a",), onward=("b",)),
        f"""WITH first AS (SELECT customer, min(time) AS begun FROM log WHERE event = '{A}' GROUP BY customer),
        later AS (SELECT DISTINCT customer FROM log JOIN first USING (customer) WHERE event = '{B}' AND time > begun)
        SELECT 1 - (SELECT count(*) FROM later) / (SELECT count(*) FROM first)""",
        drop_off,
    ),
    Asked(
        "funnel",
        Funnel(places=(("a",), ("b",), ("c",))),
        f"""WITH one AS (SELECT customer, min(time) AS begun FROM log WHERE event = '{A}' GROUP BY customer),
        two AS (SELECT customer, min(time) AS begun FROM log JOIN one USING (customer)
            WHERE event = '{B}' AND time > one.begun GROUP BY customer),
        three AS (SELECT customer FROM log JOIN two USING (customer)
            WHERE event = '{C}' AND time > two.begun GROUP BY customer)
        SELECT (SELECT count(*) FROM three) / (SELECT count(*) FROM two)""",
        funnel,
    ),
    Asked(
        "time at a place",
        Duration(at=("a",)),
        f"""{WALK}, stay AS (SELECT customer, min(time) AS begin, max(time) AS last, count(*) AS events,
            arg_min(next_time, position) FILTER (next <> '{A}') AS until
            FROM walk WHERE event = '{A}' GROUP BY customer)
        SELECT median(epoch_us(coalesce(until, CASE WHEN events > 1 THEN last END)) - epoch_us(begin)) / {HOUR}
        FROM stay""",
        duration,
    ),
]
