"""What a claim stands on: a reading of a dataset, an excerpt of a source, or a note of where it was heard."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import OptionalId, RecordId
from footfall.journey.questions import Question

Deviating = Literal["missing", "stopped", "ad-hoc", "out-of-order", "again", "failed"]


class Deviated(BaseModel):
    """What customers do otherwise than a map draws at one of its steps: a number of its alignment."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    map: RecordId = Field(description="The map.")
    step: RecordId = Field(description="Its step.")
    what: Deviating = Field(description="What they do otherwise there.")
    unmapped: Literal["count", "show"] = Field(
        "count", description="Whether events that no touchpoint takes were deviations when it was cited."
    )


class Evidence(BaseModel):
    """What a card cites: a reading of a dataset as it was when it was cited, a source, or a note in words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    note: str = Field("", max_length=2000, description="In words: where this comes from.")
    source: OptionalId = Field(
        "", description="The source of the library that says so; once it is gone this proves nothing."
    )
    excerpt: OptionalId = Field("", description="The excerpt of that source, or of the dataset.")
    dataset: OptionalId = Field("", description="The dataset that was read.")
    question: Question | None = Field(None, description="The question that opens the customers counted.")
    deviation: Deviated | None = Field(None, description="The deviation that opens the customers counted.")
    value: float | None = Field(None, description="The number as it was when cited.")
    low: float | None = Field(None, description="Lower bound of its 95 % interval.")
    high: float | None = Field(None, description="Upper bound of its 95 % interval.")
    unit: str = Field("", max_length=20, description="Unit of the number: share, hours, points, customers.")
    n: int | None = Field(None, ge=0, description="How many customers or answers it stands on.")
    at: datetime | None = Field(None, description="When it was read or heard.")
