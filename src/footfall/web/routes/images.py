"""Images: bring a picture for a card or a persona, and see it again."""

from asyncio import Semaphore
from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from footfall.images import MOST_BYTES
from footfall.service import images
from footfall.service.images import KeptImage
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/images", tags=["images"])

Upload = Annotated[UploadFile, File(description="A PNG, JPEG, WebP, GIF or SVG.")]
BYTES = {"type": "string", "format": "binary"}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The picture.",
        "content": {media: {"schema": BYTES} for media in ("image/png", "image/jpeg")},
    }
}
HEADERS = {
    "Cache-Control": "private, max-age=31536000, immutable",  # its id is the fingerprint of its bytes
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Content-Disposition": "inline",
}
# A large WebP takes 600 MB while it is decoded, so others wait their turn, outside of any thread.
DECODING = Semaphore(1)


@router.post("", status_code=201)
async def keep_image(ws: Served, actor: Acting, file: Upload) -> KeptImage:
    """Keep a picture, written anew without anything but its pixels; the same picture twice is one file."""
    content = await file.read(MOST_BYTES + 1)
    async with DECODING:
        return await run_in_threadpool(images.keep, ws, actor, content)


@router.get("/{id}", response_class=Response, responses=ANSWERS)
def read_image(ws: Served, actor: Acting, id: str) -> Response:
    """A picture; its address never shows another one."""
    content, media_type = images.read(ws, actor, id)
    return Response(content, media_type=media_type, headers=HEADERS)
