"""The parts of a mapping: what one column, one rule or one other file contributes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

ColumnName = Annotated[str, StringConstraints(max_length=500)]
Name = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]
Codes = tuple[Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)], ...]

Instrument = Literal["", "nps", "csat", "ces", "rating"]
PROMOTER_SCALE = (0, 10, "high")
PathRule = Literal["host", "query", "ids", "language", "slash", "lower"]


ROW = "(row)"  # a column that every table has: the row itself, for rows that name nobody


class Mapped(BaseModel):
    """What all parts of a mapping share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WideStep(Mapped):
    """One column of moments in a table with a row per order, ticket or visit: each filled cell is one event."""

    column: ColumnName = Field(min_length=1, description="The column that holds the moment.")
    event: Name = Field(min_length=1, description="The event's name.")
    channel: Name = Field("", description="The channel in which it happens.")
    due: ColumnName = Field("", description="The column that holds the moment that was promised for it.")
    after: ColumnName = Field(
        "", description="The column of the moment from which `column` counts; empty: `column` holds a moment itself."
    )
    unit: Literal["seconds", "minutes", "hours", "days"] = Field(
        "minutes", description="What a count after another moment counts."
    )


class Join(Mapped):
    """Another file that knows a column which this one lacks, found by a key that both carry."""

    file: Name = Field(min_length=1, description="The other file's name; it stands in the same folder or upload.")
    key: ColumnName = Field(
        min_length=1, description="The key's column in this file (or one that a join before brought)."
    )
    their_key: ColumnName = Field("", description="The key's column in the other file; empty: the same name.")
    column: ColumnName = Field(min_length=1, description="The column to bring.")

    @property
    def found_by(self) -> str:
        """The key's column in the other file."""
        return self.their_key or self.key


class Attribute(Mapped):
    """A column that is stored beside each event or customer, such as a product or a plan."""

    column: ColumnName = Field(min_length=1, description="The column.")
    name: Name = Field("", description="What it is called in Footfall; empty: the column's name.")
    privacy: Literal["keep", "generalise", "pseudonymise"] = Field(
        "keep",
        description="keep: as it stands, personal data masked. generalise: numbers to their first digit, moments to "
        "their month, texts to their first three letters. pseudonymise: a keyed code. A column that no mapping names "
        "is dropped.",
    )

    @property
    def called(self) -> str:
        """What it is called in Footfall."""
        return self.name or self.column.strip()


class LeftOut(Mapped):
    """Rows that nobody wants, such as tests and previews, told by what one of their columns says."""

    column: ColumnName = Field(min_length=1, description="The column that tells them.")
    values: Codes = Field(min_length=1, max_length=50, description="What it says of them; capitals make no difference.")


class Asked(Mapped):
    """One question of a survey that has a column of its own: each filled cell is one answer."""

    column: ColumnName = Field(min_length=1, description="The column with the scores, or with what was written.")
    question: Name = Field("", description="The question; empty: the column's name.")
    instrument: Instrument = Field("", description="nps, csat, ces or rating; empty: a written answer.")
    about: Name = Field("", description="The event that it is about; empty: as for the whole file.")
    scale_min: float | None = Field(None, description="The lowest score that can be given.")
    scale_max: float | None = Field(None, description="The highest score that can be given.")
    better: Literal["high", "low"] = Field("high", description="Which end of the scale is the good one.")
    not_applicable: Codes = Field((), description="What is written for `never used` or `does not apply`.")
    blank: Codes = Field((), description="What is written where no answer was given.")

    @property
    def asks(self) -> str:
        """The question."""
        return self.question or self.column.strip()

    @model_validator(mode="after")
    def _scaled(self) -> "Asked":
        if self.instrument and not _is_scale(self.scale_min, self.scale_max):
            raise ValueError(f"the score in {self.column} needs its scale: scale_min below scale_max")
        if self.instrument == "nps" and (self.scale_min, self.scale_max, self.better) != PROMOTER_SCALE:
            raise ValueError(f"the score in {self.column} is an NPS, which is asked from 0 to 10, where 10 is good")
        return self


def _is_scale(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low < high
