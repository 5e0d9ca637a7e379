"""What people overruled in excerpts: kept beside a dataset's manifest, by excerpt, so that a new import keeps it.

An excerpt's name follows from its customer, question and text alone. It is no part of a journal, which keeps for ever:
what is said about a dataset's customers goes with the dataset.
"""

import os
import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from footfall.errors import StorageFailed
from footfall.events.dataset import DatasetFolder
from footfall.events.report import Utc
from footfall.texts.feeling import Class
from footfall.texts.language import Language


class Overruling(BaseModel):
    """What a person says of an excerpt; what is empty stays as it was told."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Language | None = Field(None, description="en, nl or other.")
    feeling: Class | None = Field(None, description="negative, neutral or positive.")
    themes: tuple[str, ...] | None = Field(None, max_length=20, description="All its themes; none is a list of none.")

    @property
    def says_nothing(self) -> bool:
        """Whether it leaves all as it was told."""
        return self.language is None and self.feeling is None and self.themes is None


class Overruled(Overruling):
    """What a person said, who it was, and when."""

    by: str = Field(description="Who.")
    at: Utc = Field(description="When, in UTC.")


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    excerpts: dict[str, Overruled] = {}


def read(dataset: DatasetFolder) -> dict[str, Overruled]:
    """What was overruled, by excerpt. Raises StorageFailed."""
    path = _file(dataset)
    try:
        return _Kept.model_validate_json(path.read_bytes()).excerpts if path.exists() else {}
    except (OSError, ValidationError) as error:
        seen = str(error).partition("\n")[0]
        raise StorageFailed(f"The file {path} cannot be read: {seen}.", todo="Restore it from a backup.") from None


def write(dataset: DatasetFolder, excerpts: dict[str, Overruled]) -> None:
    """Replace the file in one step, durably; whoever calls keeps others from the dataset. Raises StorageFailed."""
    draft = dataset.folder / f"overruled-{secrets.token_hex(4)}.draft"
    try:
        with draft.open("wb") as file:
            file.write(_Kept(excerpts=excerpts).model_dump_json(indent=1, exclude_none=True).encode())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(_file(dataset))
    except OSError as error:
        raise StorageFailed(f"The dataset's folder cannot be written: {error.strerror}.") from error


def _file(dataset: DatasetFolder) -> Path:
    return dataset.folder / "overruled.json"
