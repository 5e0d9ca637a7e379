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


class Binding(BaseModel):
    """Events that are this touchpoint: any of the names, in any of the channels (none named: all channels)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    events: tuple[str, ...] = Field(min_length=1, max_length=200, description="Event names; * stands for any text.")
    channels: tuple[str, ...] = Field((), max_length=50, description="Channel names as the data writes them.")


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
