"""Questions that a card may ask of customer data; `measures` knows how each one is answered."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import RecordId

Place = Annotated[
    tuple[RecordId, ...],
    Field(min_length=1, max_length=100, description="Touchpoints that together are one place of the journey."),
]


class Asked(BaseModel):
    """What all questions share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reach(Asked):
    """Which share of all customers came to a place at least once?"""

    kind: Literal["reach"] = "reach"
    at: Place


class Flow(Asked):
    """How many customers went from one place straight to another, and how long did it take (median)?"""

    kind: Literal["flow"] = "flow"
    source: Place
    target: Place


class Funnel(Asked):
    """Of the customers who passed all places but the last in this order, which share came to the last one?"""

    kind: Literal["funnel"] = "funnel"
    places: Annotated[tuple[Place, ...], Field(min_length=2, max_length=50)]


class Duration(Asked):
    """How long did customers spend in a place: from their first event there until they moved on elsewhere?"""

    kind: Literal["duration"] = "duration"
    at: Place
    statistic: Literal["median", "p90"] = "median"


class Score(Asked):
    """Which mean score did customers give at a place, on the scale that the answers declare?"""

    kind: Literal["score"] = "score"
    at: Place


class NetPromoter(Asked):
    """Which Net Promoter Score did customers give at a place: share of 9-10 minus share of 0-6?"""

    kind: Literal["nps"] = "nps"
    at: Place


class Late(Asked):
    """Of the events at a place that had a promised time, which share came after it?"""

    kind: Literal["late"] = "late"
    at: Place


Question = Annotated[Reach | Flow | Funnel | Duration | Score | NetPromoter | Late, Field(discriminator="kind")]
