"""A lane: a row of the map, which has a kind."""

from enum import StrEnum
from typing import Literal

from footfall.journey.fields import OptionalId, OrderKey, Record, line, order, prose, reference, value


class LaneKind(StrEnum):
    """What the cards in a lane are."""

    ACTIONS = "actions"
    GOALS = "goals"
    NEEDS = "needs"
    EXPECTATIONS = "expectations"
    THOUGHTS = "thoughts"
    QUESTIONS = "questions"
    EMOTION = "emotion"
    TOUCHPOINTS = "touchpoints"
    CHANNELS = "channels"
    QUOTES = "quotes"
    PAIN_POINTS = "pain-points"
    BARRIERS = "barriers"
    STRENGTHS = "strengths"
    OPPORTUNITIES = "opportunities"
    IDEAS = "ideas"
    IMAGES = "images"
    STORYBOARD = "storyboard"
    MEASURES = "measures"
    CHART = "chart"
    TIME = "time"
    CONTEXT = "context"
    ROLE = "role"
    RESPONSIBLE = "responsible"
    DOCUMENTS = "documents"
    PHYSICAL_EVIDENCE = "physical-evidence"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    SYSTEMS = "systems"
    POLICIES = "policies"
    FREE = "free"


class Lane(Record):
    """A row of the map; its kind says what its cards are."""

    type: Literal["lane"] = "lane"
    kind: LaneKind = value("What the cards in it are.", LaneKind.FREE)
    name: str = line("The lane's name; without one the kind's name is shown.")
    actor: str = line("Who acts in this lane.")
    persona: OptionalId = reference("persona", "Whose lane it is, where a map follows several personas.")
    hint: str = prose("What belongs in this lane, shown in its empty cells.")
    height: int | None = value("A fixed height in CSS pixels.", None, ge=24, le=2000)
    line_below: Literal["", "interaction", "visibility", "internal"] = value(
        "The separator line of a service blueprint below this lane.", ""
    )
    colour: int | None = value("One of the eight lane hues; without it the kind's.", None, ge=0, le=7)
    collapsed: bool = value("Only its name is shown.", False)
    hidden: bool = value("Not shown, nor painted, until somebody shows it again.", False)
    order: OrderKey = order()
