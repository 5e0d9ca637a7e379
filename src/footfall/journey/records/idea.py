"""A solution idea for an opportunity, with votes."""

from typing import Literal

from footfall.journey.fields import Member, OptionalId, OrderKey, Record, line, members, order, prose, reference


class Idea(Record):
    """One way to take an opportunity up."""

    type: Literal["idea"] = "idea"
    opportunity: OptionalId = reference("opportunity", "The opportunity that it is for.")
    name: str = line("The idea.", required=True)
    text: str = prose("More about it, in light Markdown.")
    votes: tuple[Member, ...] = members("Who voted for it, by their ids.")
    order: OrderKey = order()
