"""A step: a column inside a stage."""

from typing import Literal

from footfall.journey.fields import OptionalId, OrderKey, Record, line, order, prose, reference, value


class Step(Record):
    """A column of the map: one thing that customers do or meet inside a stage."""

    type: Literal["step"] = "step"
    stage: OptionalId = reference("stage", "The stage that it belongs to.")
    name: str = line("The step's name.")
    touchpoint: OptionalId = reference("touchpoint", "The library touchpoint that happens here.")
    map: OptionalId = reference("map", "The map of this step by itself: the journey inside it.")
    hint: str = prose("What belongs in this step.")
    optional: bool = value("Customers may skip it.", False)
    repeatable: bool = value("Customers may do it more than once.", False)
    expected_hours: float | None = value("How long it should take, in hours.", None, ge=0)
    order: OrderKey = order()
