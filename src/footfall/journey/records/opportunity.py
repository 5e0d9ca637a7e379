"""An opportunity of the library: what to improve, whose it is, what it is worth, and whether it helped."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import (
    Member,
    OptionalId,
    OrderKey,
    Record,
    RecordId,
    line,
    link,
    members,
    order,
    prose,
    rating,
    reference,
    references,
    value,
)
from footfall.journey.questions import Question
from footfall.journey.records.card import Kano, Status
from footfall.journey.records.evidence import Evidence


class BeforeAfter(BaseModel):
    """The same question asked by period, before the start and after it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["before-after"] = "before-after"


class TwoGroups(BaseModel):
    """Customers who got the change beside those who did not: two values of one attribute."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["two-groups"] = "two-groups"
    attribute: str = Field(max_length=500, description="The attribute of customers that tells the groups apart.")
    treated: str = Field(max_length=500, description="Its value for those who got the change.")
    control: str = Field(max_length=500, description="Its value for those who did not.")


Comparison = Annotated[BeforeAfter | TwoGroups, Field(discriminator="kind")]


class Opportunity(Record):
    """Something to improve; the cards of maps that name it are where."""

    type: Literal["opportunity"] = "opportunity"
    name: str = line("What to improve.", required=True)
    text: str = prose("More about it, in light Markdown.")
    cause: Literal["", "pain", "gap", "deviation", "insight"] = value("What it grew from.", "")
    insight: OptionalId = reference("insight", "The insight that it grew from.")
    how_might_we: str = line("The question that opens it up: how might we …?")
    evidence: tuple[Evidence, ...] = value("What it stands on; its grade is computed from this.", ())
    customer_value: float | None = rating("Worth to the customer, 1 to 5.")
    business_value: float | None = rating("Worth to the organisation, 1 to 5.")
    effort: float | None = rating("Effort, 1 (small) to 5 (large).")
    kano: Kano = value("Kano class.", "")
    owner: str = line("Who answers for it.")
    teams: tuple[RecordId, ...] = references("team", "The teams that answer for it.")
    status: Status = value("How far it is.", "open")
    due: date | None = value("When it should be done.", None)
    url: str = link("Its task in a tracker: https, http or mailto.")
    tags: tuple[Member, ...] = members("Tags.")

    persona: OptionalId = reference("persona", "Whom it is for, in the impact map.")
    goal: str = line("The goal of the organisation that it serves, in the impact map.")
    impact: str = line("What that persona would do differently, in the impact map.")
    job: str = line("The job that customers want done, in the perspective grid.")
    barrier: str = line("What keeps them from it, in the perspective grid.")
    capability: str = line("What we need to be able to, in the perspective grid.")

    started: date | None = value("The day on which customers first met the change.", None)
    dataset: OptionalId = value("The dataset in which it is asked whether it helped.", "")
    question: Question | None = value("What is asked before and after: whether it helped.", None)
    better: Literal["higher", "lower"] = value("In which direction the answer gets better.", "higher")
    matters: float | None = value(
        "The smallest difference that would matter, in the unit of the answer; of a share 0.02 for two points.", None
    )
    comparison: Comparison | None = value("With what the time after the start is compared.", None)
    order: OrderKey = order()
