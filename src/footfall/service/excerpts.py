"""Excerpts: what customers wrote, by language, feeling and theme; what people overruled holds in all counts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest, NotFound
from footfall.events.report import Utc
from footfall.journey.changes import Actor
from footfall.service import datasets, overruling
from footfall.service.excerpt_counts import Counts, Reading
from footfall.service.locking import alone
from footfall.service.overruling import Overruled, Overruling
from footfall.service.workspace import Workspace
from footfall.texts.masking import mask

if TYPE_CHECKING:
    from footfall.service.said import Said

MOST = 200  # excerpts of one page
LONGEST_THEME = 60


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class ExcerptFilter(BaseModel):
    """Which excerpts; what is empty lets all in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Literal["", "en", "nl", "other", "unknown"] = Field("", description="Their language.")
    feeling: Literal["", "negative", "neutral", "positive", "none"] = Field("", description="none: not told.")
    theme: str = Field("", max_length=200, description="One of their themes.")
    question: str | None = Field(None, max_length=500, description="The question that they answer.")
    search: str = Field("", max_length=200, description="What the text holds, whatever its capitals.")


class MarkedWords(_Model):
    """Words of an excerpt that decided its feeling."""

    start: int = Field(description="Their first character in the text, from 0.")
    end: int = Field(description="The character after their last.")
    strength: float = Field(description="What they add: good above 0, bad below.")


class Excerpt(_Model):
    """What one customer wrote to one question."""

    id: str = Field(description="The same in every import of the same words.")
    customer: str = Field(description="The customer's pseudonym.")
    time: Utc
    question: str
    event: str = Field(description="The event that it is about; empty: none.")
    channel: str
    text: str = Field(description="What was written; personal data is masked.")
    counts_as: Reading = Field(description="What counts: as it was told, or as a person says.")
    told: Reading = Field(description="What was told from the text alone.")
    marks: tuple[MarkedWords, ...] = Field(description="The words that decided the feeling that was told.")
    overruled: Overruled | None = Field(None, description="What a person says of it.")


class ExcerptPage(_Model):
    """Some excerpts, and counts of all that the filter lets in."""

    all: int = Field(description="Excerpts of the dataset.")
    total: int = Field(description="Those that the filter lets in.")
    offset: int = Field(description="Excerpts before this page.")
    rows: tuple[Excerpt, ...] = Field(description="This page, the latest first.")
    counts: Counts


def list(
    ws: Workspace, actor: Actor, id: str, wanted: ExcerptFilter | None = None, offset: int = 0, limit: int = 50
) -> ExcerptPage:
    """A page of a dataset's excerpts. Raises NotFound, StorageFailed."""
    from footfall.service.said import load

    said = load(ws, actor, id)
    places = said.chosen(**(wanted or ExcerptFilter()).model_dump())
    page = places[offset : offset + min(limit, MOST)]
    rows = tuple(_excerpt(said, int(place)) for place in page)
    return ExcerptPage(all=len(said), total=len(places), offset=offset, rows=rows, counts=said.counts(places))


def read(ws: Workspace, actor: Actor, id: str, excerpt: str) -> Excerpt:
    """One excerpt of a dataset. Raises NotFound, StorageFailed."""
    from footfall.service.said import load

    said = load(ws, actor, id)
    return _excerpt(said, _places(said, id, excerpt)[0])


def overrule(ws: Workspace, actor: Actor, id: str, excerpt: str, says: Overruling) -> Excerpt:
    """Say what an excerpt is; what is left empty stays as it was told.

    Raises NotFound, InvalidRequest, StorageFailed.
    """
    if says.says_nothing:
        raise InvalidRequest("Nothing was said of the excerpt.", "A language, a feeling or themes are expected.")
    now = Overruled(
        language=says.language,
        feeling=says.feeling,
        themes=None if says.themes is None else _themes(says.themes),
        by=actor.name or actor.id,
        at=datetime.now(UTC),
    )
    return _change(ws, actor, id, excerpt, now)


def take_back(ws: Workspace, actor: Actor, id: str, excerpt: str) -> Excerpt:
    """Let an excerpt be as it was told again. Raises NotFound, StorageFailed."""
    return _change(ws, actor, id, excerpt, None)


def _change(ws: Workspace, actor: Actor, id: str, excerpt: str, now: Overruled | None) -> Excerpt:
    from footfall.service.said import load

    folder, _ = datasets.find(ws, actor, id)
    places = _places(load(ws, actor, id), id, excerpt)
    with alone(folder):
        kept = {name: one for name, one in overruling.read(folder).items() if name != excerpt}
        overruling.write(folder, kept | ({excerpt: now} if now else {}))
    return _excerpt(load(ws, actor, id), places[0])


def _places(said: "Said", id: str, excerpt: str) -> Sequence[int]:
    """Where an excerpt stands among all."""
    places = said.places_of(excerpt)
    if not places:
        raise NotFound(f"The dataset '{id}' has no excerpt '{excerpt}'.", todo="It may have gone with its import.")
    return places


def _themes(named: tuple[str, ...]) -> tuple[str, ...]:
    """Themes as people type them: trimmed, each once, without personal data."""
    trimmed = [mask(" ".join(theme.split()))[:LONGEST_THEME] for theme in named]
    return tuple(dict.fromkeys(theme for theme in trimmed if theme))


def _excerpt(said: "Said", place: int) -> Excerpt:
    from footfall.events.identity import pseudonym
    from footfall.events.written import read_marks

    row: dict[str, Any] = said.row(place)
    marks = tuple(MarkedWords(**vars(mark)) for mark in read_marks(row["marks"] or ""))
    return Excerpt(
        id=row["excerpt"],
        customer=pseudonym(row["identity"]),
        time=row["time"],
        question=row["question"],
        event=row["event"] or "",
        channel=row["channel"],
        text=row["text"],
        counts_as=said.reading(place),
        told=said.told(place),
        marks=marks,
        overruled=said.overruled.get(row["excerpt"]),
    )
