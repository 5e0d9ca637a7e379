"""Pixels become a file of our own making: no place, no camera, no hidden text, no second picture behind the first."""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image as Pillow

from footfall.images.reading import LONGEST_SIDE, read

MediaType = Literal["image/png", "image/jpeg"]
QUALITY = 85  # of a JPEG
PHOTO = 3  # as a PNG a photograph is several times as large as a JPEG, a drawing is not


@dataclass(frozen=True)
class Image:
    """A picture as it is kept: PNG for drawings and what one sees through, JPEG for photographs."""

    content: bytes
    media_type: MediaType
    width: int  # pixels
    height: int


def remake(content: bytes) -> Image:
    """A picture as it is kept; the same file gives the same bytes. Raises InvalidImage."""
    return _written(read(content), is_photo=content.startswith(b"\xff\xd8"))


def shrink(content: bytes, side: int) -> Image:
    """A smaller copy, for a place where it is small. Raises InvalidImage."""
    return _written(read(content, min(side, LONGEST_SIDE)), is_photo=content.startswith(b"\xff\xd8"))


def _written(image: Pillow.Image, *, is_photo: bool) -> Image:
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    jpeg = _as(image, "JPEG") if image.mode == "RGB" else b""
    png = b"" if is_photo else _as(image, "PNG")
    if jpeg and (is_photo or len(png) > PHOTO * len(jpeg)):
        return Image(jpeg, "image/jpeg", *image.size)
    return Image(png, "image/png", *image.size)


def _as(image: Pillow.Image, format: str) -> bytes:
    file = BytesIO()
    bare = Pillow.frombytes(image.mode, image.size, image.tobytes())  # the pixels alone
    bare.save(file, format, **({"quality": QUALITY, "optimize": True, "progressive": True} if format == "JPEG" else {}))
    return file.getvalue()
