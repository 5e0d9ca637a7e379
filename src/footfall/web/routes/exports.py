"""A map as a file."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query
from fastapi.responses import Response

from footfall.render.tokens import Theme
from footfall.service import exports
from footfall.service.exports import ExportFormat
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/maps", tags=["exports"])

BYTES = {"type": "string", "format": "binary"}
MEDIA_TYPES = ("application/pdf", "image/svg+xml", "image/png", "application/yaml")
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
) -> Response:
    """The map as a file, with its living numbers as they are now."""
    made = exports.export(ws, actor, id, format, theme)
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"'}
    if made.warnings:
        headers["X-Footfall-Warnings"] = quote(" ".join(made.warnings))
    return Response(made.content, media_type=made.media_type, headers=headers)
