"""What a question is answered with: a measure, and the population that it opens."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from footfall.events.report import Utc
from footfall.journey.questions import Question

Unit = Literal["share", "hours", "score", "points", "customers", "events", "answers"]

TOO_FEW = 10  # under this many customers a number says little, and says too much about each of them


class Told(BaseModel):
    """What all parts of an answer share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Measure(Told):
    """One number with its definition and its uncertainty; the aggregate over exactly the population that it opens."""

    question: Question
    definition: str = Field(description="In plain words: what is counted, among whom.")
    aggregate: Literal["mean", "median", "p90", "sum"] = Field(
        description="How the number follows from the population's values."
    )
    value: float | None = Field(description="The number, in its unit; empty when there is nothing to count.")
    unit: Unit = Field(description="share (0 to 1), hours, score, points (-100 to 100), customers, events or answers.")
    low: float | None = Field(None, description="Lower bound of the 95 % interval.")
    high: float | None = Field(None, description="Upper bound of the 95 % interval.")
    n: int = Field(ge=0, description="Rows of the population: customers, answers or events, as the definition says.")
    customers: int = Field(ge=0, description="Different customers in the population.")
    first: Utc | None = Field(None, description="The dataset's first moment, in UTC.")
    last: Utc | None = Field(None, description="The dataset's last moment, in UTC.")
    too_few: bool = Field(description=f"Fewer than {TOO_FEW} customers: too few to say.")
    scale: tuple[float, float] | None = Field(None, description="The scale of a score: worst and best.")
    note: str = Field("", description="What else a reader must know, such as a place without events.")
    details: dict[str, JsonValue] = Field(
        {}, description="Numbers beside the number; their names depend on the question."
    )


class Member(Told):
    """One row of a population."""

    customer: str = Field(description="The customer's pseudonym.")
    value: float = Field(description="What this row adds to the aggregate.")
    at: Utc | None = Field(None, description="The moment that was counted, in UTC; empty: it never came.")


class Opened(Told):
    """Exactly the rows that a number counted, page by page."""

    definition: str = Field(description="In plain words: what is counted, among whom.")
    total: int = Field(ge=0, description="Rows in all.")
    offset: int = Field(ge=0, description="Rows before this page.")
    rows: tuple[Member, ...] = Field(description="This page, ordered by customer and moment.")


class Population(Opened):
    """Exactly the rows that a measure counted, page by page."""

    question: Question
