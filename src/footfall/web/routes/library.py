"""The library and the changes to it."""

from fastapi import APIRouter
from fastapi.responses import Response

from footfall.journey.changes import Change, Entry
from footfall.journey.checks import Explained, explained
from footfall.service import library
from footfall.service.library import LibraryUsage
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.documents import DocumentJson, document_response

router = APIRouter(prefix="/library", tags=["library"])


@router.get("", response_model=DocumentJson)
def read_library(ws: Served, actor: Acting) -> Response:
    """The library's records and how far its journal is."""
    return document_response(library.read_records(ws, actor))


@router.post("/changes")
def change_library(ws: Served, actor: Acting, change: Change) -> Entry:
    """Change the library; answered when the change is durable. Sent again, it is answered and not taken again."""
    return library.change(ws, actor, change)


@router.get("/usage")
def read_usage(ws: Served, actor: Acting) -> LibraryUsage:
    """Which maps use which personas, channels, touchpoints and teams of the library, and how often."""
    return library.usage(ws, actor)


@router.get("/checks")
def list_checks(actor: Acting, language: Speaking = "en") -> tuple[Explained, ...]:
    """Every check of maps in words; the library's rules say how seriously each is taken."""
    return explained(language)
