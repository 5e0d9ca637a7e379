"""What a claim stands on: a reading of a dataset, an excerpt of a source, or a note of where it was heard."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import OptionalId
from footfall.journey.questions import Question


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
    value: float | None = Field(None, description="The number as it was when cited.")
    low: float | None = Field(None, description="Lower bound of its 95 % interval.")
    high: float | None = Field(None, description="Upper bound of its 95 % interval.")
    unit: str = Field("", max_length=20, description="Unit of the number: share, hours, points, customers.")
    n: int | None = Field(None, ge=0, description="How many customers or answers it stands on.")
    at: datetime | None = Field(None, description="When it was read or heard.")
