"""What became of a file: rows kept, rows refused and why, and what else should be known."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _in_utc(moment: datetime) -> datetime:
    """Moments in the tables are UTC without a zone; outside they say so."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


Utc = Annotated[datetime, AfterValidator(_in_utc)]


class Reported(BaseModel):
    """What all parts of a report share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sample(Reported):
    """One row of those that a remark is about; identities are never shown."""

    line: int = Field(ge=1, description="The line in the file where the row starts (Parquet: the row).")
    column: str = Field("", description="The column that was looked at.")
    value: str = Field("", description="What stood there, cut to 80 characters.")


class Remark(Reported):
    """One reason why rows were refused, or one thing seen in rows that were kept."""

    reason: str = Field(description="A short stable word.")
    sentence: str = Field(description="The reason in a sentence.")
    count: int = Field(ge=1, description="How many rows.")
    samples: tuple[Sample, ...] = Field((), description="The first of them.")


class Unanswered(Reported):
    """Cells of one question that hold no answer; they are no scores."""

    question: str = Field("", description="The survey question.")
    instrument: str = Field("", description="nps, csat, ces or rating; empty: not said, or a written answer.")
    not_applicable: int = Field(0, ge=0, description="Cells that say that it did not apply.")
    blank: int = Field(0, ge=0, description="Cells that are empty or hold a code for blank.")


class Refreshed(Reported):
    """What a newer file changed that was imported in place of an earlier one."""

    file: str = Field(description="The earlier file's name.")
    added: int = Field(ge=0, description="Events or answers that the earlier one had not.")
    same: int = Field(ge=0, description="Events or answers that both have.")
    gone: int = Field(ge=0, description="Events or answers that only the earlier one had.")
    customers_new: int = Field(ge=0, description="Customers whom the earlier one had not.")
    customers_gone: int = Field(ge=0, description="Customers whom only the earlier one had.")


class ImportReport(Reported):
    """What one import did to a dataset."""

    dataset: str = Field(description="The dataset's id.")
    part: str = Field(description="The id of this import; undo names it.")
    unchanged: bool = Field(
        False, description="The same file with the same mapping was in the dataset already; nothing was added."
    )
    file: str = Field(description="The file's name.")
    kind: str = Field(description="events, answers, wide, customers or aliases.")
    at: Utc = Field(description="When it was imported.")
    rows: int = Field(ge=0, description="Rows read; kept, refused and left out together are all of them.")
    kept: int = Field(ge=0, description="Rows that became events, answers, facts of customers or pairs of ids.")
    refused: int = Field(ge=0, description="Rows that became nothing.")
    left_out: int = Field(0, ge=0, description="Rows that were left out as the mapping says, or that count once only.")
    stored: int = Field(ge=0, description="What was stored of them; a wide row makes several events.")
    customers: int = Field(ge=0, description="Customers in this part.")
    first: Utc | None = Field(None, description="The earliest moment, in UTC.")
    last: Utc | None = Field(None, description="The latest moment, in UTC.")
    encoding: str = Field("", description="How the letters were written.")
    separator: str = Field("", description="What stood between two columns.")
    day_first: bool | None = Field(None, description="How dates such as 3/4 were read; empty: there were none.")
    changed: Refreshed | None = Field(None, description="What it changed, where it came in place of an earlier import.")
    refusals: tuple[Remark, ...] = Field((), description="Why rows were refused, the most frequent reason first.")
    omissions: tuple[Remark, ...] = Field((), description="Why rows were left out, the most frequent reason first.")
    unanswered: tuple[Unanswered, ...] = Field((), description="Cells without an answer, by question.")
    warnings: tuple[Remark, ...] = Field((), description="What was seen in rows that were kept.")
