"""A stakeholder of the library: who has an interest in the journey, and where on the stakeholder map."""

from typing import Literal

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
    rating,
    reference,
    references,
    value,
)


class Stakeholder(Record):
    """Somebody, in or outside the organisation, whom the journey concerns."""

    type: Literal["stakeholder"] = "stakeholder"
    name: str = line("Name.", required=True)
    role: str = line("What this stakeholder is, in a few words.")
    description: str = prose("What this stakeholder does, and why it matters.")
    kind: Literal["customer", "organisation", "partner", "supplier", "authority", "public", "other"] = value(
        "What sort of stakeholder it is.", "other"
    )
    ring: Literal["core", "direct", "indirect"] = value("How near to the journey, from the middle outwards.", "direct")
    influence: float | None = rating("Influence on the journey, 1 to 5.")
    interest: float | None = rating("Interest in the journey, 1 to 5.")
    attitude: Literal["", "supports", "neutral", "resists"] = value("How it looks at what we want to change.", "")
    wants: tuple[Member, ...] = members("What it wants to get out of it.")
    concerns: tuple[Member, ...] = members("What it is afraid of.")
    gives: tuple[Member, ...] = members("What it puts in.")
    persona: OptionalId = reference("persona", "The persona that describes it.")
    team: OptionalId = reference("team", "The team of the library that it is.")
    related: tuple[RecordId, ...] = references("stakeholder", "Other stakeholders that it deals with.")
    order: OrderKey = order()
