"""A persona of the library."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import OrderKey, Record, RecordId, line, members, order, prose, references, value


class Trait(BaseModel):
    """A slider between two opposite words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    low: str = Field("", max_length=60, description="The word at 0.")
    high: str = Field("", max_length=60, description="The word at 100.")
    value: int = Field(50, ge=0, le=100, description="Where this persona stands.")


class Persona(Record):
    """A kind of customer, described as one person."""

    type: Literal["persona"] = "persona"
    name: str = line("Name.", required=True)
    role: str = line("What this person is, in a few words.")
    quote: str = line("A sentence that this person would say.")
    bio: str = prose("Background.")
    goals: tuple[str, ...] = members("What the person wants to reach.")
    needs: tuple[str, ...] = members("What the person needs.")
    frustrations: tuple[str, ...] = members("What annoys the person.")
    motivations: tuple[str, ...] = members("What drives the person.")
    facts: tuple[str, ...] = members("Short facts, shown as chips.")
    channels: tuple[RecordId, ...] = references("channel", "Preferred channels.")
    traits: tuple[Trait, ...] = value("Sliders.", ())
    segment: str = line("The segment of customers in the data that this persona stands for.")
    order: OrderKey = order()
