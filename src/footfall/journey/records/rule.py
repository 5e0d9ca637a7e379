"""A rule of the workspace: how seriously a check is taken, under the check's own code as its id."""

from typing import Literal

from footfall.journey.fields import Member, OrderKey, Record, members, order, value


class Rule(Record):
    """What a workspace says about one check of its maps; its id is the check's code."""

    type: Literal["rule"] = "rule"
    level: Literal["", "off", "note", "warning", "error"] = value(
        "How seriously a finding is taken; empty: as the check comes.", ""
    )
    words: tuple[Member, ...] = members("Words that the check looks for, such as the names of the company.")
    order: OrderKey = order()
