"""A channel of the library: by what means customers and organisation meet."""

from typing import Literal

from footfall.journey.fields import OrderKey, Record, line, order, value


class Channel(Record):
    """By what means a touchpoint happens."""

    type: Literal["channel"] = "channel"
    name: str = line("Name.", required=True)
    icon: str = value("A lucide icon's name.", "circle", pattern=r"^[a-z0-9-]{1,40}$")
    order: OrderKey = order()
