"""Questions that a card may ask of customer data; `measures` knows how each one is answered."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import RecordId

Place = Annotated[
    tuple[RecordId, ...],
    Field(min_length=1, max_length=200, description="Touchpoints that together are one place of the journey."),
]


class Asked(BaseModel):
    """What all questions share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reach(Asked):
    """Which share of all customers came to a place at least once?"""

    kind: Literal["reach"] = "reach"
    at: Place


class Flow(Asked):
    """How many customers went from one place straight to another, which share of them all, how long did it take?"""

    kind: Literal["flow"] = "flow"
    source: Place
    target: Place
    statistic: Literal["customers", "share", "hours"] = Field(
        "customers", description="Customers who went; their share of all who were at the source; their median hours."
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
