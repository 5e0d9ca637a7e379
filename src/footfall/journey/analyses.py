"""Analyses: questions whose answer is a table of numbers; `measures.analysing` knows how each one is answered."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from footfall.journey.fields import RecordId
from footfall.journey.questions import Asked, Place

By = Literal["touchpoint", "event", "channel"]


class Analysed(Asked):
    """What all analyses share."""

    limit: int = Field(200, ge=1, le=10_000, description="Rows at most; the answer says how many more there are.")


class Seen(Analysed):
    """What analyses share that see each event as something."""

    by: By = Field(
        "touchpoint",
        description="What an event is seen as: its touchpoint (where it has none, itself), event, channel.",
    )


class ReachAnalysis(Seen):
    """How many customers come where, which share of them all, and how often?"""

    analysis: Literal["reach"] = "reach"


class FlowAnalysis(Seen):
    """From where do customers go straight to where, how many, and how long does it take?"""

    analysis: Literal["flow"] = "flow"
    per: Literal["customer", "event"] = Field(
        "customer", description="Count each customer once on each way, the first time, or each time somebody goes it."
    )
    times: bool = Field(True, description="Also the median and the 90th percentile of the hours that it takes.")


class NamedPlace(BaseModel):
    """A place with a name of its own, such as a stage of a map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: RecordId
    name: str = Field(max_length=500)
    at: Place


Grouping = Literal["node", "place", "segment", "period"]
Every = Literal["day", "week", "month", "quarter"]


class Said(Seen):
    """What analyses share of what customers answered: by what it is told apart."""

    groups: Annotated[tuple[Grouping, ...], Field(max_length=4)] = Field(
        ("node",), description="By the event that an answer is about, by `places`, by an attribute, by period."
    )
    places: Annotated[tuple[NamedPlace, ...], Field(max_length=200)] = Field(
        (), description="Such as the stages of a map; an answer about two of them stands at both."
    )
    attribute: str = Field("", max_length=300, description="The attribute of customers that makes the segments.")
    every: Every = Field("month", description="How long a period is, in UTC.")
    survey_question: str = Field("", max_length=500, description="Only answers to this question; empty: to all.")

    @model_validator(mode="after")
    def _groups_are_named(self) -> Self:
        if len(set(self.groups)) < len(self.groups):
            raise ValueError("a group is named twice")
        if ("segment" in self.groups) is not bool(self.attribute):
            raise ValueError("groups by segment need an attribute, and only they have one")
        if ("place" in self.groups) is not bool(self.places):
            raise ValueError("groups by place need places, and only they have some")
        return self


class ScoresAnalysis(Said):
    """Which scores did customers give, and how do their comments feel, each scale by itself?"""

    analysis: Literal["scores"] = "scores"
    weighted: bool = Field(False, description="Also each answer counted for the people it stands for.")


class ThemesAnalysis(Said):
    """What do customers write about, how many, and how do they feel about it?"""

    analysis: Literal["themes"] = "themes"


Analysis = Annotated[ReachAnalysis | FlowAnalysis | ScoresAnalysis | ThemesAnalysis, Field(discriminator="analysis")]
