"""Excerpts of sources: passages that a person marked or typed, cited by cards and insights."""

import builtins
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest, NotFound
from footfall.events.report import Utc
from footfall.journey.changes import Actor
from footfall.journey.fields import OptionalId, RecordId
from footfall.service.authorize import Action
from footfall.service.maps import ID_LETTERS
from footfall.service.sources import ensure_source, source_ids
from footfall.service.workspace import Workspace
from footfall.store import sources
from footfall.store.sources import ExcerptRow
from footfall.texts.masking import mask
from footfall.transcripts import Transcript

ExcerptKind = Literal["quote", "observation"]
LONGEST = 5_000  # characters of one excerpt
MOST = 500  # excerpts of one answer
CitedId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}/[A-Za-z0-9_-]{1,64}$")]


class ExcerptPlace(BaseModel):
    """Where in a source an excerpt stands; all empty for one that was typed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: int | None = Field(None, ge=0, description="Its first character in the transcript.")
    end: int | None = Field(None, ge=0, description="The character after its last.")
    paragraph: int | None = Field(None, ge=1, description="The number of its paragraph, from 1.")
    page: int | None = Field(None, ge=1, description="Its page, where the file has pages.")
    seconds: float | None = Field(None, ge=0, description="Its time in the recording, in seconds.")


class NewExcerpt(BaseModel):
    """What is marked: a stretch of the transcript, or words that are typed."""

    model_config = ConfigDict(extra="forbid")

    id: OptionalId = Field("", description="Its id, so that it can be sent twice; made here when empty.")
    kind: ExcerptKind = Field("quote", description="What somebody said, or what was seen.")
    start: int | None = Field(None, ge=0, description="Its first character in the transcript.")
    end: int | None = Field(None, ge=1, description="The character after its last.")
    text: str = Field("", max_length=LONGEST, description="Its words; empty: those of the transcript.")
    seconds: float | None = Field(None, ge=0, description="Its time in the recording, for one that is typed.")


class EditedExcerpt(BaseModel):
    """What an excerpt becomes."""

    model_config = ConfigDict(extra="forbid")

    kind: ExcerptKind
    text: str = Field(min_length=1, max_length=LONGEST)


class SourceExcerpt(BaseModel):
    """A passage of a source."""

    model_config = ConfigDict(frozen=True)

    source: str = Field(description="The id of its source.")
    id: str = Field(description="Its id within the source.")
    kind: ExcerptKind
    text: str = Field(description="Its words; personal data is masked.")
    place: ExcerptPlace
    at: Utc = Field(description="When it was marked.")
    by: Actor = Field(description="Who marked it.")


class SourceExcerptPage(BaseModel):
    """Some excerpts of the sources that are there."""

    model_config = ConfigDict(frozen=True)

    total: int = Field(description="How many were found.")
    rows: tuple[SourceExcerpt, ...] = Field(description=f"At most {MOST} of them, the first marked first.")


def list(ws: Workspace, actor: Actor, source: str) -> builtins.list[SourceExcerpt]:
    """All excerpts of a source, in the order of the transcript, typed ones last. Raises NotFound."""
    ensure_source(ws, actor, Action.READ, source)
    rows = ws.store.read(lambda reading: sources.excerpts(reading, [source]))
    return sorted(map(_shown, rows), key=lambda one: (one.place.start is None, one.place.start or 0))


def find(ws: Workspace, actor: Actor, search: str = "", source: str = "") -> SourceExcerptPage:
    """Excerpts whose words hold all that is sought; excerpts of sources that are gone are never found."""
    known = source_ids(ws, actor)
    among = known & {source} if source else known
    words = search.casefold().split()
    rows = ws.store.read(lambda reading: sources.excerpts(reading, among))
    found = [row for row in rows if all(word in row.text.casefold() for word in words)]
    return SourceExcerptPage(total=len(found), rows=tuple(map(_shown, found[:MOST])))


def cited(ws: Workspace, actor: Actor, ids: Sequence[str]) -> SourceExcerptPage:
    """Those of these excerpts that are there, each named as `source/excerpt`: what cards and insights show."""
    known = source_ids(ws, actor)
    named = [(source, id) for source, _, id in (one.partition("/") for one in ids) if source in known]
    rows = ws.store.read(lambda reading: sources.excerpts_by_id(reading, named))
    return SourceExcerptPage(total=len(rows), rows=tuple(map(_shown, rows)))


def mark(ws: Workspace, actor: Actor, source: str, new: NewExcerpt) -> SourceExcerpt:
    """Keep a passage as an excerpt; one that is there under this id is given as it is.

    Raises NotFound, InvalidRequest, StorageFailed.
    """
    ensure_source(ws, actor, Action.EDIT, source)
    place, text = _place(ws, source, new)
    row = ExcerptRow(source, new.id or _new_id(), new.kind, text, place.model_dump(), datetime.now(UTC), actor)
    return _shown(ws.store.write(lambda writing: sources.mark(writing, row)).result())


def edit(ws: Workspace, actor: Actor, source: str, excerpt: RecordId, to: EditedExcerpt) -> SourceExcerpt:
    """Give an excerpt another kind or other words; its place stays. Raises NotFound, InvalidRequest, StorageFailed."""
    ensure_source(ws, actor, Action.EDIT, source)
    text = _words(to.text)
    row = ws.store.write(lambda writing: sources.edit_excerpt(writing, source, excerpt, to.kind, text)).result()
    if row is None:
        raise _gone(source, excerpt)
    return _shown(row)


def remove(ws: Workspace, actor: Actor, source: str, excerpt: RecordId) -> None:
    """Take an excerpt away; cards that cite it still cite its source. Raises NotFound, StorageFailed."""
    ensure_source(ws, actor, Action.EDIT, source)
    if not ws.store.write(lambda writing: sources.remove_excerpt(writing, source, excerpt)).result():
        raise _gone(source, excerpt)


def _place(ws: Workspace, source: str, new: NewExcerpt) -> tuple[ExcerptPlace, str]:
    """Where an excerpt stands, and its words."""
    if new.start is None or new.end is None:
        return ExcerptPlace(seconds=new.seconds), _words(new.text)
    row = ws.store.read(lambda reading: sources.transcript(reading, source))
    if row is None:
        raise InvalidRequest("A place was named in a source without a transcript.", todo="Type the words instead.")
    transcript = Transcript.model_validate(row.content)
    text = _words(new.text or transcript.between(new.start, new.end))
    return _place_in(transcript, new.start, new.end), text


def _place_in(transcript: Transcript, start: int, end: int) -> ExcerptPlace:
    at = transcript.at(start)
    if at is None:
        return ExcerptPlace(start=start, end=end)
    block = transcript.blocks[at]
    return ExcerptPlace(start=start, end=end, paragraph=at + 1, page=block.page, seconds=block.seconds)


def _words(text: str) -> str:
    masked = mask(text.strip())
    if not masked:
        raise InvalidRequest("The excerpt has no words.", "A passage of the transcript, or typed words, are expected.")
    if len(masked) > LONGEST:
        raise InvalidRequest(f"The excerpt has {len(masked):,} characters.", f"At most {LONGEST:,} are expected.")
    return masked


def _new_id() -> str:
    return "".join(secrets.choice(ID_LETTERS) for _ in range(10))


def _gone(source: str, excerpt: str) -> NotFound:
    return NotFound(f"The source '{source}' has no excerpt '{excerpt}'.", todo="Somebody may have removed it.")


def _shown(row: ExcerptRow) -> SourceExcerpt:
    return SourceExcerpt.model_validate(
        {"source": row.source, "id": row.id, "kind": row.kind, "text": row.text, "place": row.place}
        | {"at": row.at, "by": row.by}
    )
