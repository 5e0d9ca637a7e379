"""The words of sources: bring a transcript in, read it, erase it."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import NotFound, StorageFailed
from footfall.events.report import Utc
from footfall.journey.changes import Actor
from footfall.service import library
from footfall.service.authorize import Action, authorize
from footfall.service.workspace import LIBRARY_ID, Workspace
from footfall.store import sources
from footfall.store.sources import TranscriptRow
from footfall.transcripts import Transcript


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class SourceTranscript(_Model):
    """The transcript of a source, with who brought it and when."""

    source: str
    name: str = Field(description="The name of the file; the file itself is not kept.")
    transcript: Transcript
    at: Utc
    by: Actor


class Erased(_Model):
    """What went for good."""

    excerpts: int = Field(description="How many excerpts.")


class SourceWords(_Model):
    """What words of a source are here."""

    excerpts: int = Field(0, description="How many excerpts it has.")
    transcript: str = Field("", description="The name of the file that was brought in; empty: none.")


def bring(ws: Workspace, actor: Actor, source: str, name: str, content: BinaryIO) -> SourceTranscript:
    """Read a file in a process of its own and keep its words, in the place of those that the source had.

    Excerpts keep their words. Raises NotFound, InvalidData, QueryLimit, StorageFailed.
    """
    ensure_source(ws, actor, Action.EDIT, source)
    row = TranscriptRow(source, _clean(name), _read(name, content).model_dump(mode="json"), datetime.now(UTC), actor)
    ws.store.write(lambda writing: sources.keep_transcript(writing, row)).result()
    return _shown(row)


def read(ws: Workspace, actor: Actor, source: str) -> SourceTranscript:
    """The transcript of a source. Raises NotFound."""
    ensure_source(ws, actor, Action.READ, source)
    row = ws.store.read(lambda reading: sources.transcript(reading, source))
    if row is None:
        raise NotFound("This source has no transcript yet.", todo="Bring one in, or type what it says as excerpts.")
    return _shown(row)


def words(ws: Workspace, actor: Actor) -> dict[str, SourceWords]:
    """By the id of each source of the library, what words of it are here."""
    counts = ws.store.read(sources.excerpt_counts)
    names = ws.store.read(sources.transcript_names)
    known = source_ids(ws, actor)
    return {id: SourceWords(excerpts=counts.get(id, 0), transcript=names.get(id, "")) for id in sorted(known)}


def erase(ws: Workspace, actor: Actor, source: str) -> Erased:
    """Take the transcript and the excerpts of a source away for good, also where it was deleted: there is no undo.

    What cites them stays, without words.
    """
    authorize(ws, actor, Action.EDIT, LIBRARY_ID, "library")
    return Erased(excerpts=ws.store.write(lambda writing: sources.erase(writing, source)).result())


def ensure_source(ws: Workspace, actor: Actor, action: Action, source: str) -> None:
    """Raise NotFound unless the library holds this source and the actor may do this."""
    authorize(ws, actor, action, LIBRARY_ID, "library")
    if source not in source_ids(ws, actor):
        raise NotFound(f"The library has no source '{source}'.", todo="It may have been deleted; undo brings it back.")


def source_ids(ws: Workspace, actor: Actor) -> frozenset[str]:
    """The ids of the sources that the library holds now."""
    records = library.read_records(ws, actor).records
    return frozenset(id for id, record in records.items() if record["type"] == "source")


def _read(name: str, content: BinaryIO) -> Transcript:
    """The words of a file; it lies in a folder of its own while it is read, and is gone afterwards."""
    from footfall.service.apart import reading
    from footfall.service.uploads import clean_name

    with tempfile.TemporaryDirectory(prefix="footfall-transcript-") as folder:
        path = Path(folder) / clean_name(name)
        try:
            path.write_bytes(content.read())
        except OSError as error:
            raise StorageFailed(f"The file cannot be read: {error.strerror}.", todo="Make room on the disk.") from error
        return reading.transcribe(path)


def _clean(name: str) -> str:
    from footfall.service.uploads import clean_name

    return clean_name(name)


def _shown(row: TranscriptRow) -> SourceTranscript:
    transcript = Transcript.model_validate(row.content)
    return SourceTranscript(source=row.source, name=row.name, transcript=transcript, at=row.at, by=row.by)
