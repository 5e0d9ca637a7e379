"""What a look into a file shows before it is imported."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.events.fitting import Renamed
from footfall.events.mapping import Mapping
from footfall.events.paths import CustomerPath
from footfall.events.report import Remark, Utc


class Remembered(BaseModel):
    """A mapping that a file like this one was imported with, rewritten for this one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dataset: str = Field(description="The id of the dataset that the earlier file went into.")
    part: str = Field(description="The id of that import.")
    file: str = Field(description="The earlier file's name.")
    at: Utc = Field(description="When it was imported.")
    mapping: Mapping
    renamed: tuple[Renamed, ...] = Field((), description="Columns and files that are called otherwise now.")
    lacking: tuple[str, ...] = Field((), description="Columns and files that nothing here is like.")


class _Shown(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TrialName(_Shown):
    """An event as the first rows name it, in one channel."""

    event: str
    channel: str
    count: int = Field(ge=1, description="How many events, or answers about it.")


class Cleaned(_Shown):
    """A name as it stands in the file, and what it becomes."""

    was: str
    now: str


class Trial(_Shown):
    """What the first rows become under a mapping."""

    rows: int = Field(ge=1, description="Rows that were read.")
    kept: int = Field(ge=0, description="Rows that would become events or answers.")
    stored: int = Field(ge=0, description="Events or answers; a wide row makes several.")
    refused: tuple[Remark, ...] = Field(description="Why rows would be refused, the most frequent reason first.")
    left_out: tuple[Remark, ...] = Field((), description="Why rows would be left out, the most frequent reason first.")
    warnings: tuple[Remark, ...] = Field(description="What was seen in rows that would be kept.")
    names: tuple[TrialName, ...] = Field(description="What happens in these rows, the most frequent first.")
    path: CustomerPath | None = Field(description="What one of these customers did and said.")
    cleaned: tuple[Cleaned, ...] = Field(description="Names of events that are stored as others, the first of them.")


class Preview(_Shown):
    """A file as it would be read, and the mapping that is proposed for it."""

    file: str
    format: str = Field(description="What the content says that it is: CSV, Excel workbook, NDJSON, Parquet …")
    source: str = Field("", description="The tool whose export it is; empty: none that is known.")
    why: str = Field("", description="By what it was known, and how it is read.")
    encoding: str = Field("", description="Detected; empty where the format says it.")
    separator: str = Field("", description="Detected; empty where there is none.")
    worksheets: tuple[str, ...] = Field((), description="The worksheets that one can choose from.")
    unfolds: tuple[str, ...] = Field((), description="The lists or types of object that one can choose to unfold.")
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = Field(description="The first rows as text, as they stand in the file.")
    mapping: Mapping | None = Field(
        description="The mapping that was given, else the proposal; none when the file does not say enough."
    )
    also: tuple[Mapping, ...] = Field((), description="Mappings for what else the same file tells of.")
    missing: str = Field("", description="What the file does not say, so that a person must.")
    remembered: Remembered | None = Field(None, description="A mapping that was used before for a file like this one.")
    trial: Trial | None = Field(None, description="What the first rows become; none without a mapping that fits.")
    problem: str = Field("", description="Why the mapping does not fit, when it does not.")
