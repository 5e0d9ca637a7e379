"""Questions that a card may ask of customer data; `measures` knows how each one is answered."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

EVENT = "event:"  # before the name of an event that stands for itself, without a touchpoint

PlaceItem = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_-]{1,64}|event:[\s\S]{1,300})$")]
Place = Annotated[
    tuple[PlaceItem, ...],
    Field(
        min_length=1,
        max_length=200,
        description="Touchpoints that together are one place of the journey; event:<name> is an event by its name.",
    ),
]
SomePlace = Annotated[tuple[PlaceItem, ...], Field(max_length=200)]
SomePlaces = Annotated[tuple[Place, ...], Field(max_length=50)]


class Segment(BaseModel):
    """Customers of whom one attribute has one of these values."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    attribute: str = Field(min_length=1, max_length=300)
    values: Annotated[tuple[Annotated[str, StringConstraints(max_length=2_000)], ...], Field(min_length=1)]


def _unsaid(default: Any, description: str, **bounds: Any) -> Any:
    """A part of a filter, which is left out where nothing was said."""
    return Field(default, description=description, exclude_if=lambda value: value == default, **bounds)


class Only(BaseModel):
    """Which part of the data is looked at; what is left is numbered and joined to neighbours anew.

    In this order: the period; then which customers, by all that they did in it; then which of their events.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: datetime | None = _unsaid(None, "Only what happened at this moment or later; without a zone it is UTC.")
    until: datetime | None = _unsaid(None, "Only what happened before this moment.")
    each: Literal["customer", "session"] = _unsaid("customer", "A path for each customer, or for each session.")
    segment: Annotated[tuple[Segment, ...], Field(max_length=20)] = _unsaid(
        (), "Only customers with these attributes; all must hold."
    )
    passed: SomePlaces = _unsaid((), "Only customers who came to each of these places.")
    never: SomePlaces = _unsaid((), "Only customers who came to none of these places.")
    repeated: SomePlaces = _unsaid((), "Only customers who came to each of these places twice or more.")
    began_at: SomePlace = _unsaid((), "Only customers whose first event was at this place.")
    ended_at: SomePlace = _unsaid((), "Only customers whose last event was at this place.")
    channels: Annotated[tuple[str, ...], Field(max_length=200)] = _unsaid(
        (), "Only events in these channels; an empty text stands for events without a channel."
    )
    without: SomePlace = _unsaid((), "Without the events at this place; what comes next is found anew.")
    first: int | None = _unsaid(None, "Only the first so many events of each path.", ge=1, le=1_000_000)


EVERYTHING = Only()


class Asked(BaseModel):
    """What all questions share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    only: Only = Field(EVERYTHING, description="Which part of the data.", exclude_if=lambda only: only == EVERYTHING)


class Reach(Asked):
    """Which share of all customers came to a place at least once?"""

    kind: Literal["reach"] = "reach"
    at: Place


class Flow(Asked):
    """How many customers went from one place straight to another, which share of them all, how long did it take?"""

    kind: Literal["flow"] = "flow"
    source: Place
    target: Place
    statistic: Literal["customers", "share", "hours", "p90", "times"] = Field(
        "customers",
        description="Customers who went; their share of all who were at the source; the median or the 90th percentile "
        "of their hours; how many times it happened.",
    )


class Funnel(Asked):
    """Of the customers who passed all places but the last in this order, which share came to the last one?"""

    kind: Literal["funnel"] = "funnel"
    places: Annotated[tuple[Place, ...], Field(min_length=2, max_length=50)]


class DropOff(Asked):
    """Which share of the customers who came to a place did not come to any of the places after it, later on?"""

    kind: Literal["drop-off"] = "drop-off"
    at: Place
    onward: Place


class Duration(Asked):
    """How long did customers stay at a place: from their first event there until their next event elsewhere?

    Who never went elsewhere stays until the last event there; a single event with nothing after it is no stay.
    """

    kind: Literal["duration"] = "duration"
    at: Place
    statistic: Literal["median", "p90"] = "median"


class Score(Asked):
    """Which mean score did customers give at a place, on the scale that the answers declare?"""

    kind: Literal["score"] = "score"
    at: Place
    survey_question: str = Field("", max_length=500, description="Which survey question; empty: the most answered.")
    promise: Literal["", "kept", "broken"] = Field(
        "", description="Only answers about events that came in time (kept) or after their promised time (broken)."
    )
    as_emotion: bool = Field(False, description="Rescaled so that the worst score is -2 and the best +2.")


class NetPromoter(Asked):
    """Which Net Promoter Score did customers give at a place: share of 9-10 minus share of 0-6?"""

    kind: Literal["nps"] = "nps"
    at: Place
    survey_question: str = Field("", max_length=500, description="Which survey question; empty: the most answered.")


class Late(Asked):
    """Of the events at a place that had a promised time, which share came after it?"""

    kind: Literal["late"] = "late"
    at: Place


Question = Annotated[
    Reach | Flow | Funnel | DropOff | Duration | Score | NetPromoter | Late, Field(discriminator="kind")
]

# The fields of questions and of their filters that hold places.
HOLDING = frozenset({"at", "onward", "source", "target", "places"})
FILTERING = frozenset({"passed", "never", "repeated", "began_at", "ended_at", "without"})


def touchpoints_of(question: Question) -> frozenset[str]:
    """The touchpoints that a question names, in its filter too; an event by its name is none."""
    named = {*_named(question, HOLDING), *_named(question.only, FILTERING)}
    return frozenset(id for id in named if not id.startswith(EVENT))


def _named(part: Asked | Only, fields: frozenset[str]) -> Iterator[str]:
    for name, value in part:
        for one in value if name in fields else ():
            yield from (one,) if isinstance(one, str) else one
