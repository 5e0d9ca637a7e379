"""A stage: a phase of the journey that spans steps."""

from typing import Literal

from footfall.journey.fields import OrderKey, Record, line, order, prose, value


class Stage(Record):
    """A phase of the journey; its steps are the columns below it."""

    type: Literal["stage"] = "stage"
    name: str = line("The stage's name.")
    goal: str = prose("What the customer wants to have reached in this stage.")
    hint: str = prose("What belongs in this stage, shown while it has no goal.")
    expected_hours: float | None = value("How long the stage should take, in hours.", None, ge=0)
    colour: int | None = value("One of the four stage hues; without it they repeat.", None, ge=0, le=3)
    collapsed: bool = value("Its steps are shown as one narrow column.", False)
    order: OrderKey = order()
