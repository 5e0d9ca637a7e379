"""Links between steps in words: where customers go from a step when it is not simply the next column."""

from footfall.journey.records import Link
from footfall.render.cards import Desk

ICONS = {
    "next": "arrow-right",
    "branch": "split",
    "loop": "rotate-ccw",
    "two-way": "arrow-left-right",
    "hand-over": "handshake",
    "parallel": "shuffle",
}


def told(link: Link, target: str, desk: Desk) -> str:
    """What a link says at the step that it leaves; `target` is the name of the one that it enters."""
    words = desk.say(f"link.{link.kind}", step=target)
    return f"{words}: {link.condition}" if link.condition else words
