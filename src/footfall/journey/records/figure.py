"""A number typed by hand, of which several make a small chart."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ChartKind = Literal["bars", "line", "donut"]


class Figure(BaseModel):
    """One number of a small chart, with its label."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str = Field("", max_length=100, description="What the number is of.")
    value: float = Field(0, description="The number.")
