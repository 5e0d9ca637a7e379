"""A persona of the library."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import (
    Member,
    OptionalId,
    OrderKey,
    Record,
    RecordId,
    line,
    members,
    order,
    prose,
    references,
    value,
)
from footfall.journey.records.evidence import Evidence
from footfall.journey.records.figure import ChartKind, Figure


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
    photo: OptionalId = value("The file of the picture.", "")
    colour: int | None = value("One of the eight hues, of its curve among others; else by place.", None, ge=0, le=7)
    role: str = line("What this person is, in a few words.")
    quote: str = line("A sentence that this person would say.")
    bio: str = prose("Background.")
    goals: tuple[Member, ...] = members("What the person wants to reach.")
    needs: tuple[Member, ...] = members("What the person needs.")
    frustrations: tuple[Member, ...] = members("What annoys the person.")
    motivations: tuple[Member, ...] = members("What drives the person.")
    facts: tuple[Member, ...] = members("Short facts, shown as chips.")
    thinks: tuple[Member, ...] = members("Empathy map: what the person thinks.")
    feels: tuple[Member, ...] = members("Empathy map: what the person feels.")
    says: tuple[Member, ...] = members("Empathy map: what the person says.")
    does: tuple[Member, ...] = members("Empathy map: what the person does.")
    sees: tuple[Member, ...] = members("Empathy map: what the person sees.")
    hears: tuple[Member, ...] = members("Empathy map: what the person hears.")
    pains: tuple[Member, ...] = members("Empathy map: what hurts the person.")
    gains: tuple[Member, ...] = members("Empathy map: what the person would gain.")
    channels: tuple[RecordId, ...] = references("channel", "Preferred channels.")
    traits: tuple[Trait, ...] = value("Sliders.", ())
    figures: tuple[Figure, ...] = value("Numbers of a small chart.", (), max_length=50)
    chart: ChartKind = value("How these numbers are drawn.", "bars")
    buying_role: Literal["", "initiator", "user", "influencer", "decider", "buyer", "gatekeeper"] = value(
        "The role in the unit that decides to buy.", ""
    )
    awareness: Literal["", "unaware", "problem", "solution", "product", "most"] = value(
        "How much the person knows at the start: nothing, the problem, that solutions exist, ours, ours well.", ""
    )
    functional_value: str = prose("What it does for the person.")
    social_value: str = prose("What it does for the person in the eyes of others.")
    emotional_value: str = prose("How it lets the person feel.")
    evidence: tuple[Evidence, ...] = value("What the persona stands on.", ())
    segment: str = line("The segment of customers in the data that this persona stands for.")
    order: OrderKey = order()
