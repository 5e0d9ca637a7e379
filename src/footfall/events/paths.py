"""One customer's path as people see it: what they did and said, in order."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.events.report import Utc


class CustomerMoment(BaseModel):
    """One event or answer in a customer's path."""

    model_config = ConfigDict(frozen=True)

    time: Utc
    event: str = Field(description="What happened; for an answer the event that it is about.")
    channel: str
    whole_day: bool = Field(False, description="Only the day is known; the order within it is not.")
    session: int = Field(1, ge=1, description="Which of the customer's sessions it is in; 1 where no gap is set.")
    due: Utc | None = Field(None, description="When the event was promised.")
    is_answer: bool = Field(False, description="An answer to a survey, not an event.")
    question: str = ""
    score: float | None = None
    scale: tuple[float, float] | None = None
    text: str = ""


class CustomerPath(BaseModel):
    """What one customer did and said, in order."""

    model_config = ConfigDict(frozen=True)

    customer: str = Field(description="The customer's pseudonym.")
    moments: tuple[CustomerMoment, ...]
