"""A comment: what somebody says about a part of the map, and what others answer."""

from datetime import datetime
from typing import Literal

from footfall.journey.fields import Member, OptionalId, Record, line, members, prose, value


class Comment(Record):
    """A remark beside the map; anchored to an id, so that it goes where its target goes and outlives it."""

    type: Literal["comment"] = "comment"
    target: OptionalId = value("The record that it is about; `map` for the map as a whole.", "")
    step: OptionalId = value("With a lane as target: the step, when it is about one cell.", "")
    thread: OptionalId = value("The comment that it answers; the first of a thread has none.", "")
    text: str = prose("What is said, in light Markdown.")
    author: OptionalId = value("Who says it: the id of an actor.", "")
    author_name: str = line("The name that the author had then.")
    at: datetime | None = value("When it was said.", None)
    mentions: tuple[Member, ...] = members("The ids of the actors who are spoken to.")
    resolved: bool = value("Whether the thread is done with; stands on its first comment.", False)
