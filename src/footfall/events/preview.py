"""What a look into a file shows before it is imported."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.events.fitting import Renamed
from footfall.events.mapping import Mapping
from footfall.events.report import Utc


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


class Preview(BaseModel):
    """A file as it would be read, and the mapping that is proposed for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    encoding: str = Field(description="Detected; empty for Parquet.")
    separator: str = Field(description="Detected; empty for Parquet.")
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = Field(description="The first rows as text, as they stand in the file.")
    mapping: Mapping | None = Field(description="The proposal; none when the file does not say enough.")
    missing: str = Field("", description="What the file does not say, when there is no proposal.")
    remembered: Remembered | None = Field(None, description="A mapping that was used before for a file like this one.")
