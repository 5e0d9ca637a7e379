"""A team of the library: who answers for touchpoints and opportunities."""

from typing import Literal

from footfall.journey.fields import OrderKey, Record, line, link, order, prose, value


class Team(Record):
    """A group of people in the organisation who answer for something."""

    type: Literal["team"] = "team"
    name: str = line("Name.", required=True)
    description: str = prose("What the team does.")
    contact: str = line("Whom to ask.")
    url: str = link("Where to find the team: https, http or mailto.")
    colour: int | None = value("One of the eight hues.", None, ge=0, le=7)
    order: OrderKey = order()
