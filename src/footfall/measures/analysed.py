"""What an analysis is answered with: rows of figures, each of which opens its population."""

from typing import Literal

from pydantic import Field, JsonValue

from footfall.events.report import Utc
from footfall.journey.analyses import Analysis
from footfall.measures.measure import TOO_FEW, Opened, Told, Unit


class Figure(Told):
    """One number of a row with its uncertainty; the aggregate over exactly the population that it opens."""

    value: float | None = Field(description="The number, in its unit; empty when there is nothing to count.")
    unit: Unit
    low: float | None = Field(None, description="Lower bound of the 95 % interval.")
    high: float | None = Field(None, description="Upper bound of the 95 % interval.")
    n: int = Field(ge=0, description="Rows of its population.")
    customers: int | None = Field(
        ge=0, description=f"Different customers in its population; empty where {TOO_FEW} or more were not counted."
    )
    too_few: bool = Field(description=f"Fewer than {TOO_FEW} customers: too few to say.")


class Contrasted(Told):
    """Whether a number of two groups differs, corrected for all that were compared together."""

    effect: float | None = Field(description="How large the difference is, whatever its unit; empty: too few to say.")
    effect_is: Literal["h", "delta"] = Field(
        description="Cohen's h (of shares) or Cliff's delta (of what has an order)."
    )
    p: float | None = Field(description="How often chance alone would show as much.")
    q: float | None = Field(description="p, corrected for the number of comparisons (Benjamini and Hochberg).")
    differs: bool = Field(description="Whether q is at most 0.05.")
    words: str = Field("", description="The same in a plain sentence.")


class AnalysedRow(Told):
    """One row: what it is about, and its figures."""

    key: dict[str, str] = Field(description="What the row is about, by column.")
    figures: dict[str, Figure]
    facts: dict[str, str] = Field({}, description="What else is known of it, such as a customer's attributes.")
    contrast: Contrasted | None = Field(None, description="Of a contrast: whether the two groups differ.")


class AnalysisResult(Told):
    """The answer to an analysis: its rows, the greatest first, and in plain words what each figure is."""

    analysis: Analysis
    definition: str = Field(description="In plain words: what is counted, among whom.")
    figures: dict[str, str] = Field({}, description="What each figure says, in plain words.")
    names: dict[str, str] = Field({}, description="What people call the nodes that keys name.")
    first: Utc | None = Field(None, description="The first moment of what was looked at, in UTC.")
    last: Utc | None = Field(None, description="The last moment of what was looked at, in UTC.")
    customers: int = Field(ge=0, description="Customers with events in what was looked at.")
    rows: tuple[AnalysedRow, ...] = ()
    more: int = Field(0, ge=0, description="Rows that were left out.")
    note: str = Field("", description="What else a reader must know.")
    details: dict[str, JsonValue] = Field({}, description="What else there is to say; it depends on the analysis.")


class AnalysisPopulation(Opened):
    """Exactly the rows that a figure of an analysis counted, page by page."""

    analysis: Analysis
    key: dict[str, str]
    figure: str
