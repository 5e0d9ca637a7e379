"""A map as a file."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query
from fastapi.responses import Response

from footfall.render import LayoutName, Look, Paper, PaperName
from footfall.render.tokens import Theme
from footfall.service import exports
from footfall.service.exports import Export, ExportFormat
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/maps", tags=["exports"])

BYTES = {"type": "string", "format": "binary"}
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MEDIA_TYPES = ("application/pdf", "image/svg+xml", "image/png", PPTX, "text/html", "application/yaml")
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": {media: {"schema": BYTES} for media in MEDIA_TYPES}}
}


@router.get("/{id}/export", response_class=Response, responses=ANSWERS)
def export_map(
    ws: Served,
    actor: Acting,
    id: str,
    format: Annotated[ExportFormat, Query(description="The kind of file.")] = ExportFormat.PDF,
    theme: Annotated[Theme, Query(description="The colours of a picture.")] = "light",
    layout: Annotated[LayoutName | None, Query(description="How a picture tells it; else as the map says.")] = None,
    paper: Annotated[PaperName, Query(description="The paper of a PDF, or a page as large as its content.")] = "content",
    tiled: Annotated[bool, Query(description="At its own size over several sheets of paper.")] = False,
) -> Response:
    """The map as a file, with its living numbers as they are now."""
    return sent(exports.export(ws, actor, id, format, Look(theme, layout, Paper(paper, tiled))))


def sent(made: Export) -> Response:
    """A file as the answer to a request, with what could not be done as wished."""
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"'}
    if made.warnings:
        headers["X-Footfall-Warnings"] = quote(" ".join(made.warnings))
    return Response(made.content, media_type=made.media_type, headers=headers)
