"""A lane: a row of the map, which has a kind."""

from enum import StrEnum
from typing import Literal

from footfall.journey.fields import OrderKey, Record, line, order, value


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
    height: int | None = value("A fixed height in CSS pixels.", None, ge=24, le=2000)
    line_below: Literal["", "interaction", "visibility", "internal"] = value(
        "The separator line of a service blueprint below this lane.", ""
    )
    order: OrderKey = order()
