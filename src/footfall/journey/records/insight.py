"""An insight of the library: what several excerpts say together."""

from datetime import datetime
from typing import Literal

from footfall.journey.fields import Member, OrderKey, Record, line, members, order, prose, value


class Insight(Record):
    """A group of excerpts on the affinity board; once promoted, a thing that the team holds to be so."""

    type: Literal["insight"] = "insight"
    name: str = line("What they say together.", required=True)
    text: str = prose("What follows from it, in light Markdown.")
    excerpts: tuple[Member, ...] = members("Its excerpts, each as the id of its source, a slash, and its own.")
    promoted: datetime | None = value("When the group became an insight; a group until then.", None)
    tags: tuple[Member, ...] = members("Tags.")
    order: OrderKey = order()
