"""The words of sources: transcripts, and what is marked in them."""

from typing import Annotated

from fastapi import APIRouter, Body, File, Query, UploadFile
from pydantic import Field

from footfall.service import marking, sources
from footfall.service.marking import CitedId, EditedExcerpt, NewExcerpt, SourceExcerpt, SourceExcerptPage
from footfall.service.sources import Erased, SourceTranscript, SourceWords
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/sources", tags=["sources"])

Upload = Annotated[UploadFile, File(description="Text, Markdown, DOCX, PDF, SRT or VTT.")]
Search = Annotated[str, Query(max_length=200, description="Words that an excerpt holds, whatever their capitals.")]
Among = Annotated[str, Query(max_length=64, description="Only excerpts of this source.")]
Cited = Annotated[
    list[CitedId], Field(max_length=marking.MOST, description="Excerpts, each as the id of its source, a slash, its own.")
]


@router.get("")
def list_source_words(ws: Served, actor: Acting) -> dict[str, SourceWords]:
    """By the id of each source of the library, what words of it are here."""
    return sources.words(ws, actor)


@router.get("/excerpts")
def find_source_excerpts(ws: Served, actor: Acting, search: Search = "", source: Among = "") -> SourceExcerptPage:
    """Excerpts of all sources that are there, or those that hold certain words."""
    return marking.find(ws, actor, search, source)


@router.post("/excerpts/cited")
def read_cited_excerpts(ws: Served, actor: Acting, ids: Annotated[Cited, Body()]) -> SourceExcerptPage:
    """The excerpts of many ids at once, as cards and insights cite them; those that are gone are absent."""
    return marking.cited(ws, actor, ids)


@router.get("/{id}/transcript")
def read_transcript(ws: Served, actor: Acting, id: str) -> SourceTranscript:
    """The transcript of a source, block by block, with pages or times."""
    return sources.read(ws, actor, id)


@router.put("/{id}/transcript")
def bring_transcript(ws: Served, actor: Acting, id: str, file: Upload) -> SourceTranscript:
    """Bring a transcript in, in the place of what the source had; the file itself is not kept."""
    return sources.bring(ws, actor, id, file.filename or "", file.file)


@router.delete("/{id}/words")
def erase_source_words(ws: Served, actor: Acting, id: str) -> Erased:
    """Erase the transcript and all excerpts of a source, for good."""
    return sources.erase(ws, actor, id)


@router.get("/{id}/excerpts")
def list_source_excerpts(ws: Served, actor: Acting, id: str) -> list[SourceExcerpt]:
    """What is marked in a source, in the order of its transcript."""
    return marking.list(ws, actor, id)


@router.post("/{id}/excerpts", status_code=201)
def mark_excerpt(ws: Served, actor: Acting, id: str, new: Annotated[NewExcerpt, Body()]) -> SourceExcerpt:
    """Mark a passage of the transcript, or type one. With an id, sent again it is the same excerpt."""
    return marking.mark(ws, actor, id, new)


@router.put("/{id}/excerpts/{excerpt}")
def edit_excerpt(ws: Served, actor: Acting, id: str, excerpt: str, to: Annotated[EditedExcerpt, Body()]) -> SourceExcerpt:
    """Give an excerpt another kind or other words."""
    return marking.edit(ws, actor, id, excerpt, to)


@router.delete("/{id}/excerpts/{excerpt}", status_code=204)
def remove_excerpt(ws: Served, actor: Acting, id: str, excerpt: str) -> None:
    """Take an excerpt away."""
    marking.remove(ws, actor, id, excerpt)
