"""Every question answered again in plain Python: loops over lists, no tables, no code of the measures.

Each function gives the population: rows (customer, value, hour or None), in any order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import mean, median
from typing import Any

from footfall.journey.questions import Question
from tests.measures.logs import Answer, Event, paths

Row = tuple[int, float, int | None]
Is = Callable[[Event], bool]


def population(
    question: Question, places: Sequence[Is], events: Sequence[Event], answers: Sequence[tuple[Answer, Event | None]]
) -> list[Row]:
    """The rows that a question counts; answers come with the event that they are about."""
    return of_paths(question, places, paths(events), events, answers)


def of_paths(  # noqa: PLR0911 - one return a question
    question: Question,
    places: Sequence[Is],
    journeys: dict[int, list[Event]],
    events: Sequence[Event],
    answers: Sequence[tuple[Answer, Event | None]],
) -> list[Row]:
    """The rows that a question counts in these paths."""
    match question.kind:
        case "reach":
            return [(who, float(first is not None), first) for who, first in _firsts(journeys, places[0])]
        case "flow":
            return _flow(question.statistic, journeys, *places)
        case "funnel":
            depths = {who: _depth(path, places) for who, path in journeys.items()}
            return [
                (who, float(len(hours) == len(places)), hours[-1] if len(hours) == len(places) else None)
                for who, hours in depths.items()
                if len(hours) >= len(places) - 1
            ]
        case "drop-off":
            depths = {who: _depth(path, places) for who, path in journeys.items()}
            return [(who, float(len(hours) == 1), hours[0]) for who, hours in depths.items() if hours]
        case "duration":
            return _stays(journeys, places[0])
        case "late":
            due = [event for event in events if places[0](event) and event.due is not None]
            return [(event.customer, float(event.hour > (event.due or 0)), event.hour) for event in due]
        case _:
            return _scores(question, places[0], answers)


def aggregate(how: str, values: Sequence[float]) -> float | None:
    """The number over a population's values."""
    if not values:
        return None
    if how == "p90":
        ordered, place = sorted(values), (len(values) - 1) * 0.9
        below = int(place)
        above = min(below + 1, len(values) - 1)
        return ordered[below] + (place - below) * (ordered[above] - ordered[below])
    return {"mean": mean, "median": median, "sum": sum}[how](values)


def about(answer: Answer, events: Sequence[Event], assumed: bool) -> Event | str | None:
    """The event that an answer is about: an event, the name that nothing bears, or nothing."""
    path = paths(events).get(answer.customer, [])
    named = [event for event in path if event.name == answer.about]
    near = [event for event in named if event.hour <= answer.hour][-1:] or named[:1]
    if near:
        return near[0]
    before = [event for event in path if event.hour <= answer.hour]
    if answer.about is None or assumed:
        return before[-1] if before else None
    return answer.about


def _firsts(journeys: dict[int, list[Event]], here: Is) -> list[tuple[int, int | None]]:
    return [(who, next((event.hour for event in path if here(event)), None)) for who, path in journeys.items()]


def _flow(statistic: str, journeys: dict[int, list[Event]], source: Is, target: Is) -> list[Row]:
    rows: list[Row] = []
    for who, path in journeys.items():
        steps = [(a, b) for a, b in pairwise(path) if source(a) and target(b)]
        if statistic == "times":
            rows.extend((who, 1.0, before.hour) for before, _ in steps)
        elif steps and statistic in {"customers", "hours", "p90"}:
            hours = steps[0][1].hour - steps[0][0].hour
            rows.append((who, 1.0 if statistic == "customers" else float(hours), steps[0][0].hour))
        elif statistic == "share" and any(source(event) for event in path):
            rows.append((who, float(bool(steps)), steps[0][0].hour if steps else None))
    return rows


def _depth(path: list[Event], places: Sequence[Is]) -> list[int]:
    """The hours at which the places were passed in order, each as early as can be."""
    hours: list[int] = []
    rest = iter(path)
    for here in places:
        found = next((event for event in rest if here(event)), None)
        if found is None:
            break
        hours.append(found.hour)
    return hours


def _stays(journeys: dict[int, list[Event]], here: Is) -> list[Row]:
    rows: list[Row] = []
    for who, path in journeys.items():
        inside = [index for index, event in enumerate(path) if here(event)]
        if not inside:
            continue
        first = inside[0]
        elsewhere = next((event for event in path[first:] if not here(event)), None)
        last = path[inside[-1]]
        if elsewhere is not None:
            rows.append((who, float(elsewhere.hour - path[first].hour), path[first].hour))
        elif len(inside) > 1:
            rows.append((who, float(last.hour - path[first].hour), path[first].hour))
    return rows


def _scores(question: Any, here: Is, answers: Sequence[tuple[Answer, Event | None]]) -> list[Row]:
    promise = getattr(question, "promise", "")
    given = [
        answer
        for answer, event in answers
        if answer.score is not None
        and event is not None
        and here(event)
        and question.survey_question in ("", answer.question)
        and (not promise or (event.due is not None and (event.hour > event.due) is (promise == "broken")))
        and (question.kind != "nps" or answer.scale == (0, 10))
    ]
    if not given:
        return []
    counts = Counter((answer.question, *answer.scale) for answer in given)
    most = min(counts, key=lambda scale: (-counts[scale], scale))
    return [
        (answer.customer, _value(question, answer), answer.hour)
        for answer in given
        if (answer.question, *answer.scale) == most
    ]


def _value(question: Any, answer: Answer) -> float:
    score, (low, high) = answer.score or 0.0, answer.scale
    if question.kind == "nps":
        return 100.0 if score >= 9 else -100.0 if score <= 6 else 0.0
    return (score - low) / (high - low) * 4 - 2 if question.as_emotion else score
