"""The header of a map: what it is about, for whom, and beside which customer data it is read."""

from datetime import date
from enum import StrEnum
from typing import Literal

from footfall.journey.fields import OptionalId, Record, RecordId, line, prose, reference, references, value


class MapKind(StrEnum):
    """What a map describes."""

    CURRENT = "current"
    FUTURE = "future"
    DAY_IN_THE_LIFE = "day-in-the-life"
    SERVICE_BLUEPRINT = "service-blueprint"
    EXPERIENCE = "experience"
    EMPLOYEE = "employee"
    BUYER = "buyer"
    USER = "user"


class Header(Record):
    """What a map is about; one a map, under the id `map`."""

    type: Literal["map"] = "map"
    title: str = line("The map's title.", required=True)
    description: str = prose("What the map is for, as lists of maps and templates show it.")
    kind: MapKind = value("What the map describes.", MapKind.CURRENT)
    personas: tuple[RecordId, ...] = references("persona", "Through whose eyes the journey is seen.")
    dataset: OptionalId = value("The dataset beside which the map is read.", "")
    point_of_view: str = line("From whose point of view it is drawn.")
    scenario: str = prose("The situation in which the journey happens.")
    customer_goal: str = prose("What the customer wants to have reached at the end.")
    expectations: str = prose("What the customer expects of it.")
    business_goal: str = prose("What the organisation wants from this journey.")
    scope_begin: str = line("The first moment that the map covers.")
    scope_end: str = line("The last moment that the map covers.")
    status: Literal["draft", "in-review", "agreed", "archived"] = value("How far the map is.", "draft")
    owner: str = line("Who keeps the map true.")
    team: str = line("The team that owns the map.")
    review_interval_days: int | None = value("After how many days it must be reviewed.", None, ge=1, le=3650)
    reviewed: date | None = value("The day on which somebody last said that the map is true.", None)
    released: date | None = value("The day of the last release that changed what the map describes.", None)
    base_map: OptionalId = reference("map", "The current map that a future map grows from.")
    language: str = value("The map's own language, a BCP 47 tag.", "en", pattern=r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$")
    layout: Literal["grid", "blueprint", "wheel", "timeline", "persona", "matrix", "storyboard"] = value(
        "How it is painted by default.", "grid"
    )
