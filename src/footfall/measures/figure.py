"""What is said of one survey question: how many answered, and its figures with their intervals."""

from typing import Literal

from pydantic import Field

from footfall.measures.measure import TOO_FEW, Told

Name = Literal["nps", "mean", "top-two"]


class Estimate(Told):
    """One number with its 95 % interval."""

    value: float = Field(description="In points (nps), on the scale (mean) or as a share (top-two).")
    low: float | None = Field(None, description="Lower bound of the 95 % interval.")
    high: float | None = Field(None, description="Upper bound of the 95 % interval.")


class SurveyMeasure(Told):
    """One figure of a question: what it is called, and what it is with and without weights."""

    name: Name = Field(description="nps (points), mean (on the scale) or top-two (share of the two best scores).")
    unweighted: Estimate = Field(description="Each answer counts once.")
    weighted: Estimate | None = Field(
        None, description="Each answer counts for the people it stands for; empty when nobody said how many."
    )


class SurveyFigure(Told):
    """What one question was answered, on one scale."""

    question: str = Field(description="The survey question.")
    instrument: str = Field(description="nps, csat, ces or rating; empty: not said, read as a rating.")
    scale: tuple[float, float] = Field(description="The lowest and the highest score that can be given.")
    better: str = Field(description="Which end of the scale is the good one: high or low.")
    n: int = Field(ge=1, description="Answers with a score.")
    customers: int = Field(ge=1, description="Different customers among them.")
    too_few: bool = Field(description=f"Fewer than {TOO_FEW} customers: too few to say.")
    not_applicable: int = Field(ge=0, description="Cells that say that it did not apply.")
    blank: int = Field(ge=0, description="Cells without an answer.")
    measures: tuple[SurveyMeasure, ...] = Field(description="The figures of this instrument.")
