"""What a check says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Level(StrEnum):
    """How seriously a finding is taken, the least first."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


WEIGHT = {level: weight for weight, level in enumerate(Level)}


class Finding(BaseModel):
    """One thing that a check found, at one record."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(description="Which check found it; a code never changes its meaning.")
    level: Level
    record: str = Field(description="The id of the record where it is mended.")
    field: str = Field("", description="The field of that record which is missing, if it is one.")
    sentence: str = Field(description="What was found.")
    reason: str = Field(description="Why it matters.")
    fix: str = Field(description="What to do about it.")


class Explained(BaseModel):
    """One check in words, with how seriously its findings are taken."""

    model_config = ConfigDict(frozen=True)

    code: str
    level: Level = Field(description="How seriously its findings are taken, unless a rule says otherwise.")
    meaning: str = Field(description="What it finds.")
    reason: str
    fix: str
    takes_words: bool = Field(False, description="Whether a rule gives it words to look for.")


@dataclass(frozen=True)
class Hit:
    """A record at which a check struck, and what its sentence tells of it.

    `text` is shortened and quoted, `step` says where; `form` chooses among the sentences of a check.
    """

    record: str
    told: Mapping[str, str | int] = field(default_factory=dict)
    field: str = ""
    form: str = ""
