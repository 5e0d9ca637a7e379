"""Images: keep a picture that somebody brings, and give it again."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from footfall import images
from footfall.errors import InvalidImage, NotFound
from footfall.images.reading import check_bytes, is_drawing
from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace
from footfall.store import journal

if TYPE_CHECKING:
    from footfall import render

ON_PAPER = 800  # pixels of the longer side; a card is at most 240 points wide
UNUSED = timedelta(days=30)  # a device that was offline so long may still cite what it brought
PNG, JPEG = b"\x89PNG", b"\xff\xd8"


class KeptImage(BaseModel):
    """A picture as it is kept; cards and personas cite it by its id."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="The SHA-256 of the kept bytes.")
    media_type: str = Field(description="`image/png` or `image/jpeg`.")
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")


def keep(ws: Workspace, actor: Actor, content: bytes) -> KeptImage:  # noqa: ARG001 - every verb has an actor
    """Write a picture anew and keep it; the same picture twice is one file. Raises InvalidImage, StorageFailed.

    Nothing that is not a pixel stays: no place, no camera, no script. A drawing (SVG) is painted first.
    """
    made = images.remake(_painted(content) if is_drawing(content) else content)
    return KeptImage(id=ws.files.keep(made.content), media_type=made.media_type, width=made.width, height=made.height)


def read(ws: Workspace, actor: Actor, id: str) -> tuple[bytes, str]:  # noqa: ARG001 - every verb has an actor
    """The bytes of a picture and their media type. Raises NotFound."""
    content = ws.files.read(id)
    if content is None or not content.startswith((PNG, JPEG)):
        raise NotFound(f"There is no picture '{id}' here.", todo="Put it on its card again.")
    return content, "image/png" if content.startswith(PNG) else "image/jpeg"


def tidy(ws: Workspace, now: datetime) -> list[str]:
    """Remove the pictures that were brought long ago and that no entry of any journal names; their ids.

    What was on a card once stays, also where the card, the map or the whole persona is deleted: history and undo
    bring these back. Raises StorageFailed.
    """
    before = now - UNUSED
    old = ws.files.brought_before(before)
    kept = ws.store.read(lambda reading: journal.named(reading, old)) if old else set()
    return [id for id in old if id not in kept and ws.files.remove(id, before)]


def for_paper(ws: Workspace, ids: Iterable[str]) -> "dict[str, render.Image]":
    """Those of these pictures that are here, as large as they are on paper."""
    return {id: image for id in {*ids} if (image := _for_paper(ws, id)) is not None}


def _for_paper(ws: Workspace, id: str) -> "render.Image | None":
    from footfall import render

    content = ws.files.read(id) if id else None
    if content is None or not content.startswith((PNG, JPEG)):
        return None
    small = images.shrink(content, ON_PAPER)
    return render.Image(
        media_type=small.media_type,
        width=small.width,
        height=small.height,
        data=b64encode(small.content).decode(),
    )


def _painted(drawing: bytes) -> bytes:
    from footfall import render
    from footfall.errors import RenderFailed

    check_bytes(drawing)
    try:
        return render.paint_drawing(drawing, images.LONGEST_SIDE)
    except RenderFailed as error:
        raise InvalidImage(error.seen, error.expected, "Save it as PNG, and bring that.") from error
