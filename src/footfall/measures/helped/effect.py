"""The answer to whether a change helped, as people and pages read it."""

from datetime import date
from typing import Literal

from pydantic import Field

from footfall.journey.fields import RecordId
from footfall.measures.analysed import AnalysisResult, Figure
from footfall.measures.measure import Told, Unit

Verdict = Literal["helped", "worse", "cannot-tell"]
Lacking = Literal[
    "",
    "start",
    "dataset",
    "question",
    "groups",
    "count",
    "dataset-gone",
    "touchpoint-gone",
    "future",
    "before",
    "after",
    "periods",
    "group",
    "customers",
    "rare",
]


class Bounds(Told):
    """A number with its 95 % interval."""

    value: float
    low: float
    high: float


class Line(Told):
    """A straight line from the begin of a day to the end of another; `continued` goes on as if nothing had changed."""

    name: Literal["before", "continued", "after"]
    begin: date
    end: date = Field(description="The day after the last one.")
    first: float
    last: float


class Needed(Told):
    """How many more customers after the start would show a difference in four of five cases."""

    difference: float = Field(description="The smallest one that matters, where that is said, else the one seen.")
    is_stated: bool = Field(description="Whether it was said that this is the smallest difference that matters.")
    customers: int | None = Field(
        description="Empty where no number would do: what was seen before the start is too little, or the difference."
    )


class Effect(Told):
    """Whether a change helped: how much, how sure that is, what was counted; or what is lacking to say so."""

    opportunity: RecordId
    dataset: str = ""
    verdict: Verdict = "cannot-tell"
    lacking: Lacking = Field("", description="What is lacking before anything can be reckoned; empty: nothing.")
    said: str = Field("", description="The answer, or what is lacking, in plain words.")
    unit: Unit | None = None
    better: Literal["higher", "lower"] = "higher"
    effect: Bounds | None = Field(None, description="How much the number changed since the start, in its unit.")
    level: Bounds | None = Field(None, description="How much it changed at the start, by the lines before and after.")
    slope: Bounds | None = Field(None, description="How much more it rises in each period than before.")
    needed: Needed | None = None
    lines: tuple[Line, ...] = ()
    sides: dict[str, Figure] = Field(
        {}, description="The numbers that are compared: before and after; of groups, each as group-side."
    )
    answer: AnalysisResult | None = Field(
        None, description="All numbers by group, side and period; each opens what it counted."
    )
    method: str = Field("", description="How it was reckoned, with the sources.")
