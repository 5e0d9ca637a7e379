"""How each kind of question is answered: which population, which aggregate over it, in which unit, in which words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from footfall.journey.questions import Question
from footfall.measures import duration, flow, funnel, late, reach, score
from footfall.measures.measure import Unit
from footfall.measures.putting import Put

Aggregate = Literal["mean", "median", "p90", "sum"]
Details = Literal["", "flow", "funnel", "scales"]


@dataclass(frozen=True)
class Kind:
    """One way of answering; questions of one kind are answered together."""

    name: str
    population: Callable[[], Any]
    aggregate: Aggregate
    unit: Unit
    words: str  # {0}, {1} and {last} stand for places
    details: Details = ""
    places: int = 1


def kind_of(question: Question) -> Kind:
    """How this question is answered."""
    match question.kind:
        case "funnel":
            return _funnel(len(question.places))
        case "flow":
            return FLOWS[question.statistic]
        case "duration":
            return DURATIONS[question.statistic]
        case "score":
            return EMOTION if question.as_emotion else SCORE
        case _:
            return SIMPLE[question.kind]


@cache
def _funnel(places: int) -> Kind:
    return Kind(
        f"funnel of {places}",
        lambda: funnel.came_on(places),
        "mean",
        "share",
        "Of the customers who passed all places before {last} in this order, the share who came to {last} later on.",
        "funnel",
        places,
    )


SIMPLE = {
    "reach": Kind(
        "reach",
        reach.reached,
        "mean",
        "share",
        "Of all customers with at least one event, the share who had one at {0}.",
    ),
    "drop-off": Kind(
        "drop-off",
        funnel.dropped_off,
        "mean",
        "share",
        "Of the customers who came to {0}, the share who did not come to {1} after their first time there.",
        places=2,
    ),
    "nps": Kind(
        "nps",
        score.promoters,
        "mean",
        "points",
        "Of the answers from 0 to 10 about {0}, the share of 9 and 10 minus the share of 0 to 6, in points.",
        "scales",
    ),
    "late": Kind(
        "late",
        late.promised,
        "mean",
        "share",
        "Of the events at {0} for which something was promised, the share that broke the promise.",
    ),
}

FLOWS = {
    "customers": Kind(
        "flow of customers",
        flow.customers_who_went,
        "sum",
        "customers",
        "Customers who had an event at {0} and whose very next event was at {1}.",
        "flow",
        2,
    ),
    "share": Kind(
        "flow as share",
        flow.share_who_went,
        "mean",
        "share",
        "Of the customers with an event at {0}, the share whose very next event after one was at {1}.",
        "flow",
        2,
    ),
    "hours": Kind(
        "flow in hours",
        flow.hours_of_first_time,
        "median",
        "hours",
        "Of the customers whose very next event after {0} was at {1}, the median hours that took the first time.",
        "flow",
        2,
    ),
    "p90": Kind(
        "flow in long hours",
        flow.hours_of_first_time,
        "p90",
        "hours",
        "Of the customers whose very next event after {0} was at {1}, the 90th percentile of the hours that took the "
        "first time.",
        "flow",
        2,
    ),
    "times": Kind(
        "times of flow",
        flow.each_time,
        "sum",
        "events",
        "How many times an event at {0} was followed straight by one at {1}.",
        "flow",
        2,
    ),
}

_STAY = (
    "hours from a customer's first event at {0} until the next event elsewhere (where nothing follows elsewhere, until "
    "the last event there; a single event that nothing follows is no stay)."
)
DURATIONS = {
    "median": Kind("median stay", duration.stays, "median", "hours", f"Median {_STAY}"),
    "p90": Kind("long stay", duration.stays, "p90", "hours", f"90th percentile of the {_STAY}"),
}

_SCORES = "of the scores in answers about {0}{promise}, on one survey question and scale{question}"
SCORE = Kind("score", score.scores, "mean", "score", f"Mean {_SCORES}.", "scales")
EMOTION = Kind("emotion", score.scores, "mean", "score", f"Mean {_SCORES}, worst = \u22122, best = +2.", "scales")

PROMISE = {"": "", "broken": " that came after its promised time", "kept": " that came in time"}


def definition(put: Put) -> str:
    """What is counted, among whom, in plain words."""
    return f"{words_of(put.question).format(*put.names)} {put.within.words}".rstrip()


def words_of(question: Question) -> str:
    """What is counted, among whom; {0}, {1} … stand for the places."""
    survey_question = getattr(question, "survey_question", "").replace("{", "{{").replace("}", "}}")
    asked = f" (“{survey_question}”)" if survey_question else " (the most answered)"
    kind = kind_of(question)
    words = kind.words.replace("{last}", f"{{{kind.places - 1}}}")
    return words.replace("{promise}", PROMISE[getattr(question, "promise", "")]).replace("{question}", asked)
