"""A touchpoint of the library and the binding that says which events are it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import (
    OptionalId,
    OrderKey,
    Record,
    RecordId,
    line,
    link,
    order,
    prose,
    reference,
    references,
    value,
)


class Condition(BaseModel):
    """What an event must carry beside its name: an attribute with any of the values."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    attribute: str = Field(min_length=1, max_length=500, description="The attribute's name as the dataset has it.")
    values: tuple[str, ...] = Field(
        min_length=1, max_length=200, description="Its values, any of them; * stands for any text."
    )


class Binding(BaseModel):
    """Events that are a touchpoint: any of the names, in any of the channels (none named: all), on all conditions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    events: tuple[str, ...] = Field(min_length=1, max_length=200, description="Event names; * stands for any text.")
    channels: tuple[str, ...] = Field((), max_length=50, description="Channel names as the data writes them.")
    where: tuple[Condition, ...] = Field(
        (),
        max_length=20,
        exclude_if=lambda where: not where,  # documents from before there were conditions stay as they are
        description="Conditions on attributes; all must hold, and an event without the attribute fulfils none.",
    )
    failing: bool = Field(
        False,
        exclude_if=lambda failing: not failing,
        description="These events say that it failed: a payment refused, a parcel that nobody took in.",
    )


class Touchpoint(Record):
    """A moment of interaction, shared by all maps that name it."""

    type: Literal["touchpoint"] = "touchpoint"
    name: str = line("Name.", required=True)
    description: str = prose("What happens.")
    channels: tuple[RecordId, ...] = references("channel", "By what means.")
    owner_team: OptionalId = reference("team", "The team of the library that owns it.")
    team: str = line("The team that owns it, in words, where the library has no such team.")
    url: str = link("Where to see it: https, http or mailto.")
    bindings: tuple[Binding, ...] = value("Which events of a dataset are this touchpoint.", ())
    order: OrderKey = order()
