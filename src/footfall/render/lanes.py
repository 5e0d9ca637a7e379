"""How each kind of lane looks: its icon (a lucide name), its colour token, and whether its cards have an outline."""

from dataclasses import dataclass

from footfall.journey.records.lane import LaneKind
from footfall.render.picture import Look


@dataclass(frozen=True)
class LaneLook:
    """The look of one kind of lane."""

    icon: str
    colour: str
    look: Look = "card"


# The eight hues that a lane may have instead of its kind's.
HUES = ("actions", "touchpoints", "emotion", "thoughts", "pains", "measures", "opportunities", "ink-2")

LOOKS: dict[LaneKind, LaneLook] = {
    LaneKind.ACTIONS: LaneLook("footprints", "actions"),
    LaneKind.ROLE: LaneLook("user", "actions", "plain"),
    LaneKind.CONTEXT: LaneLook("compass", "actions", "plain"),
    LaneKind.TOUCHPOINTS: LaneLook("map-pin", "touchpoints"),
    LaneKind.CHANNELS: LaneLook("radio", "touchpoints", "plain"),
    LaneKind.EMOTION: LaneLook("smile", "emotion", "plain"),
    LaneKind.NEEDS: LaneLook("heart", "emotion", "plain"),
    LaneKind.GOALS: LaneLook("target", "emotion", "plain"),
    LaneKind.EXPECTATIONS: LaneLook("eye", "emotion", "plain"),
    LaneKind.THOUGHTS: LaneLook("message-circle", "thoughts", "quote"),
    LaneKind.QUOTES: LaneLook("quote", "thoughts", "quote"),
    LaneKind.QUESTIONS: LaneLook("help-circle", "thoughts", "quote"),
    LaneKind.PAIN_POINTS: LaneLook("triangle-alert", "pains"),
    LaneKind.BARRIERS: LaneLook("ban", "pains"),
    LaneKind.MEASURES: LaneLook("chart-no-axes-column", "measures", "plain"),
    LaneKind.CHART: LaneLook("trending-up", "measures", "plain"),
    LaneKind.TIME: LaneLook("clock", "measures", "plain"),
    LaneKind.OPPORTUNITIES: LaneLook("lightbulb", "opportunities"),
    LaneKind.IDEAS: LaneLook("sparkles", "opportunities"),
    LaneKind.STRENGTHS: LaneLook("thumbs-up", "opportunities"),
    LaneKind.IMAGES: LaneLook("image", "ink-2", "plain"),
    LaneKind.STORYBOARD: LaneLook("book-open", "ink-2", "plain"),
    LaneKind.RESPONSIBLE: LaneLook("user-check", "ink-2", "plain"),
    LaneKind.DOCUMENTS: LaneLook("file-text", "ink-2", "plain"),
    LaneKind.PHYSICAL_EVIDENCE: LaneLook("package", "ink-2", "plain"),
    LaneKind.FRONTSTAGE: LaneLook("users", "ink-2"),
    LaneKind.BACKSTAGE: LaneLook("wrench", "ink-2"),
    LaneKind.SUPPORT: LaneLook("headphones", "ink-2"),
    LaneKind.SYSTEMS: LaneLook("server", "ink-2", "plain"),
    LaneKind.POLICIES: LaneLook("scroll-text", "ink-2", "plain"),
    LaneKind.FREE: LaneLook("layers", "ink-2"),
}
