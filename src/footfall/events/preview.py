"""What a look into a file shows before it is imported."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.events.mapping import Mapping


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
