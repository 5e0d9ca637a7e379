"""What is told of a feature by Kano's classes: counts, class, what it adds and costs, and whether it changed."""

from typing import Literal

from pydantic import Field

from footfall.measures.figure import Estimate
from footfall.measures.measure import TOO_FEW, Told

Letter = Literal["M", "O", "A", "I", "R", "Q"]


class KanoClass(Told):
    """What a feature is to customers: how many said what, the class, how sure, and what it adds and costs."""

    counts: dict[Letter, int] = Field(
        description="M must-be, O performance, A attractive, I indifferent, R reverse, Q questionable."
    )
    n: int = Field(ge=0, description="Customers who answered both questions with one of the five answers.")
    too_few: bool = Field(description=f"Fewer than {TOO_FEW} customers: too few to say.")
    letter: Letter | None = Field(
        None, description="The most frequent class; of equal counts M before O, A, I, R and Q."
    )
    second: Letter | None = Field(None, description="The class that comes next.")
    sure: bool = Field(False, description="Whether the first class is surely before the second (Fong 1996, 90 %).")
    better: Estimate | None = Field(None, description="(A + O) / (A + O + M + I): whom it would make happier.")
    worse: Estimate | None = Field(None, description="-(O + M) / (A + O + M + I): whom its lack would make unhappier.")


class Drift(Told):
    """Whether what a feature is to customers changed from the first wave to the second."""

    was: Letter | None = Field(description="The class in the first wave.")
    now: Letter | None = Field(description="The class in the second wave.")
    p: float | None = Field(
        None, description="How often chance alone would part the waves as much; empty: too few to say."
    )
    q: float | None = Field(None, description="p, corrected for the number of features (Benjamini and Hochberg).")
    changed: bool = Field(False, description="Whether the class is another one and q is at most 0.05.")
