"""What is said of an excerpt, and how many there are of each kind."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.texts.feeling import Class


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reading(_Model):
    """What is said of an excerpt."""

    language: str = Field(description="en, nl, other, or as the file says; empty: cannot be told.")
    feeling: Class | None = Field(None, description="Empty: not told, as its language is neither English nor Dutch.")
    score: float | None = Field(None, description="The feeling from -1 to 1; -0.5, 0 or 0.5 where a person says it.")
    themes: tuple[str, ...] = ()


class ThemeCount(_Model):
    """How many excerpts a theme has, and how they feel."""

    theme: str
    excerpts: int
    feeling: float | None = Field(None, description="The mean score of those that have one.")


class Counts(_Model):
    """How many excerpts there are of each kind."""

    languages: dict[str, int] = Field(description="en, nl, other and unknown.")
    feelings: dict[str, int] = Field(description="negative, neutral, positive and none.")
    themes: tuple[ThemeCount, ...] = Field(description="Those of most excerpts first.")
    questions: dict[str, int] = Field(description="By the question that was answered.")
    overruled: int = Field(description="Of how many a person says something.")
