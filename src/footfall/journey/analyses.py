"""Analyses: questions whose answer is a table of numbers; `measures.analysing` knows how each one is answered."""

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from footfall.journey.fields import RecordId
from footfall.journey.questions import EVERYTHING, Asked, Only, Place, Question, SomePlace

Every = Literal["day", "week", "month", "quarter"]

LONGEST_PATH = 100  # events of a path that are told apart from other paths

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


class EndsAnalysis(Seen):
    """Where do customers' paths begin, and where do they end?"""

    analysis: Literal["ends"] = "ends"


class VariantsAnalysis(Seen):
    """Which paths are the commonest, how many customers go each of them, and how long do they take?"""

    analysis: Literal["variants"] = "variants"


class JourneysAnalysis(Seen):
    """Which few paths stand for most of them, where paths that are alike stand together?"""

    analysis: Literal["journeys"] = "journeys"
    limit: int = Field(10, ge=1, le=50, description="Paths at most that stand for others.")
    alike: float = Field(0.7, ge=0.1, le=1, description="Which share of two paths must be the same to be alike.")


class CustomersAnalysis(Analysed):
    """Who are the customers, one by one?"""

    analysis: Literal["customers"] = "customers"
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")

    @model_validator(mode="after")
    def _is_of_people(self) -> Self:
        if self.only.each == "session":
            raise ValueError("customers are people, not sessions")
        return self


class NamedPlace(BaseModel):
    """A place with a name of its own, such as a stage of a map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: RecordId
    name: str = Field(max_length=500)
    at: Place


Grouping = Literal["node", "place", "segment", "period"]


class Said(Seen):
    """What analyses share of what customers answered: by what it is told apart."""

    groups: Annotated[tuple[Grouping, ...], Field(max_length=4)] = Field(
        ("node",), description="By the event that an answer is about, by `places`, by an attribute, by period."
    )
    places: Annotated[tuple[NamedPlace, ...], Field(max_length=200)] = Field(
        (), description="Such as the stages of a map; an answer about two of them stands at both."
    )
    attribute: str = Field("", max_length=300, description="The attribute of customers that makes the segments.")
    every: Every = Field("month", description="How long a period is.")
    zone: str = Field("UTC", max_length=100, description="The time zone of the periods, such as Europe/Amsterdam.")
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


class FunnelStepsAnalysis(Analysed):
    """Who came to each of these places in order, how long did it take, and who dropped out?"""

    analysis: Literal["funnel-steps"] = "funnel-steps"
    places: Annotated[tuple[Place, ...], Field(min_length=2, max_length=50)]
    closed: bool = Field(
        False, description="Only customers whose path begins at the first place; else whoever came there at any time."
    )
    within_hours: float | None = Field(None, gt=0, le=1_000_000, description="Who needed more hours did not come.")
    within: Literal["first", "previous"] = Field(
        "first", description="Whether these hours count from the first place or from the place before."
    )


class FunnelLossesAnalysis(FunnelStepsAnalysis):
    """Where did those go straight on who came to a place of a funnel and not to the one after it?"""

    analysis: Literal["funnel-losses"] = "funnel-losses"  # type: ignore[assignment]


class TimedPlace(NamedPlace):
    """A place with a name of its own, and how long it should take."""

    expected_hours: float | None = Field(None, ge=0, le=1_000_000)


class StaysAnalysis(Seen):
    """How long do customers stay, wait, need from one place to the next, or for the whole journey?"""

    analysis: Literal["stays"] = "stays"
    of: Literal["stay", "wait", "between", "journey"] = Field(
        "stay",
        description="From the first event at a place until the next elsewhere; from the event before to each event "
        "there; from the first event at the place before to the first one here after it; from first to last event.",
    )
    places: Annotated[tuple[TimedPlace, ...], Field(max_length=200)] = Field(
        (), description="Where, such as the stages of a map; without any, each node. Between needs two or more."
    )

    @model_validator(mode="after")
    def _places_are_told_apart(self) -> Self:
        if self.of == "between" and len(self.places) < 2:
            raise ValueError("from one place to the next needs two places or more")
        if len({place.id for place in self.places}) < len(self.places):
            raise ValueError("two places have the same id")
        return self


class BehavioursAnalysis(Analysed):
    """Where do customers come back, repeat themselves, end without an end, or are handed over?"""

    analysis: Literal["behaviours"] = "behaviours"
    by: By | Literal["team"] = Field(
        "touchpoint",
        description="What an event is seen as: its touchpoint (where it has none, itself), event, channel or team.",
    )
    ends: SomePlace = Field((), description="Where a journey may end; without any, no end is told to be a dead one.")


class TreeAnalysis(Seen):
    """What followed a place, or went before it, step by step?"""

    analysis: Literal["tree"] = "tree"
    root: SomePlace = Field((), description="From a customer's first event here; without one, from the path's begin.")
    backwards: bool = Field(False, description="What went before; without a root, before the path's end.")
    depth: int = Field(3, ge=1, le=6, description="Steps.")
    least_share: float = Field(
        0.01, ge=0, le=1, description="Branches with less than this share of the customers are told together."
    )


class StepsAnalysis(Seen):
    """At which node were the customers at each step of their paths?"""

    analysis: Literal["steps"] = "steps"
    length: int = Field(8, ge=1, le=50, description="Steps.")
    most: int = Field(10, ge=1, le=200, description="Nodes told apart, those that the most customers met.")


class StepLinksAnalysis(StepsAnalysis):
    """Between which nodes did the customers go at each step of their paths?"""

    analysis: Literal["step-links"] = "step-links"  # type: ignore[assignment]


class TrendAnalysis(Analysed):
    """How does the answer to a question go from period to period, and where did its level change?"""

    analysis: Literal["trend"] = "trend"
    question: Question
    every: Every = "week"
    zone: str = Field("UTC", max_length=100, description="The time zone of the periods, such as Europe/Amsterdam.")

    @model_validator(mode="after")
    def _has_one_filter(self) -> Self:
        if self.question.only != EVERYTHING:
            raise ValueError("the filter of a trend is its own, not that of its question")
        return self


class BeforeAfterAnalysis(Analysed):
    """How does the answer to a question stand before a day and after it: of all, or of two groups of customers?"""

    analysis: Literal["before-after"] = "before-after"
    limit: int = Field(1_000, ge=1, le=10_000, description="Rows at most; the answer says how many more there are.")
    question: Question
    started: date = Field(description="The first day after.")
    every: Literal["", "day", "week"] = Field(
        "", description="Also by days or weeks, counted from that day on and back; each is asked by itself."
    )
    zone: str = Field("UTC", max_length=100, description="The time zone of the days, such as Europe/Amsterdam.")
    attribute: str = Field("", max_length=300, description="The attribute of customers that tells two groups apart.")
    treated: str = Field("", max_length=2_000, description="Its value in the group that got a change.")
    control: str = Field("", max_length=2_000, description="Its value in the other group.")

    @model_validator(mode="after")
    def _has_one_filter_and_two_groups(self) -> Self:
        if self.question.only != EVERYTHING:
            raise ValueError("the filter is that of the analysis, not that of its question")
        if self.attribute and self.treated == self.control:
            raise ValueError("the two groups have one value")
        if not self.attribute and (self.treated or self.control):
            raise ValueError("two groups need an attribute")
        return self


class RetentionAnalysis(Analysed):
    """Of the customers who came first in a period, which share came back so many periods later?"""

    analysis: Literal["retention"] = "retention"
    every: Every = "week"
    zone: str = Field("UTC", max_length=100, description="The time zone of the periods, such as Europe/Amsterdam.")
    start: SomePlace = Field((), description="The first event here counts; without one, the first of all.")
    return_to: SomePlace = Field((), description="Who came here came back; without one, whoever had any event.")
    most: int = Field(12, ge=1, le=100, description="Periods looked ahead.")


class SegmentsAnalysis(Seen):
    """Which kinds of customers are there, by what they did, and what does each do more and less than the others?"""

    analysis: Literal["segments"] = "segments"
    most: int = Field(7, ge=2, le=12, description="Segments at most; as many are found as stand apart most clearly.")


Contrasts = Literal["steps", "transitions", "durations", "scores"]


class Group(BaseModel):
    """Some customers, and a name for them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=200)
    only: Only


class ContrastAnalysis(Seen):
    """What do customers of one group do, take and say differently from those of another?"""

    analysis: Literal["contrast"] = "contrast"
    groups: tuple[Group, Group]
    what: Annotated[tuple[Contrasts, ...], Field(min_length=1, max_length=4)] = Field(
        ("steps", "transitions", "durations", "scores"),
        description="Where they come; where they go next; how long that takes; which scores they give.",
    )


def named_places(only: Only) -> tuple[Place, ...]:
    """The places by which a filter chooses customers."""
    ends = tuple(place for place in (only.began_at, only.ended_at) if place)
    return (*only.passed, *only.never, *only.repeated, *ends)


Analysis = Annotated[
    ReachAnalysis
    | FlowAnalysis
    | EndsAnalysis
    | VariantsAnalysis
    | JourneysAnalysis
    | CustomersAnalysis
    | FunnelStepsAnalysis
    | FunnelLossesAnalysis
    | StaysAnalysis
    | BehavioursAnalysis
    | TreeAnalysis
    | StepsAnalysis
    | StepLinksAnalysis
    | RetentionAnalysis
    | TrendAnalysis
    | BeforeAfterAnalysis
    | ScoresAnalysis
    | ThemesAnalysis
    | SegmentsAnalysis
    | ContrastAnalysis,
    Field(discriminator="analysis"),
]

KINDS: tuple[str, ...] = tuple(kind.model_fields["analysis"].default for kind in get_args(get_args(Analysis)[0]))
