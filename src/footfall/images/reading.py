"""A picture's bytes become pixels, or a refusal in a sentence; its size is checked before anything is decoded."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from footfall.errors import InvalidImage

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
KNOWN = "PNG, JPEG, WebP, GIF and SVG can be read."
MOST_BYTES = 20_000_000  # of a file as it comes
MOST_PIXELS = 50_000_000  # as it comes: about 200 MB while it is decoded
LONGEST_SIDE = 2_000  # pixels of what is kept; sharp over a whole screen
# What people have that looks like a picture and is none of the above, by how such a file begins.
STRANGERS = {
    b"ftypheic": "a HEIC photo",
    b"ftypheix": "a HEIC photo",
    b"ftypmif1": "a HEIC photo",
    b"ftypavif": "an AVIF picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"BM": "a BMP picture",
    b"8BPS": "a Photoshop file",
    b"%PDF": "a PDF",
}


def read(content: bytes, side: int = LONGEST_SIDE) -> Pillow.Image:
    """The first frame the right way up, no side longer than `side`. Raises InvalidImage."""
    check_bytes(content)
    with _readable(content):
        image = Pillow.open(BytesIO(content), formats=FORMATS)
    _check_pixels(*image.size)
    with _readable(content):
        image.draft("RGB", (side, side))  # a JPEG is decoded at a half, a quarter or an eighth where that is enough
        image.load()
        small = _plain(image)
        small.thumbnail((side, side), Pillow.Resampling.LANCZOS, reducing_gap=2.0)
        return _coloured(ImageOps.exif_transpose(small))


def is_drawing(content: bytes) -> bool:
    """Whether it is an SVG, which is painted elsewhere; its name does not matter."""
    start = content[:4000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and re.search(rb"<(\w+:)?svg[\s>]", start) is not None


def check_bytes(content: bytes) -> None:
    """Refuse a file that is empty or too large. Raises InvalidImage."""
    if not content:
        raise InvalidImage("The file is empty.", KNOWN)
    if len(content) > MOST_BYTES:
        raise InvalidImage(
            f"The file has more than {MOST_BYTES // 1_000_000} million bytes.",
            "That is more than a picture may have.",
            "Save it smaller, or as a JPEG.",
        )


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise InvalidImage(
            f"The picture has {width:,} by {height:,} pixels.",
            f"{MOST_PIXELS // 1_000_000} million pixels are the most that is read.",
            "Save it smaller.",
        )


@contextmanager
def _readable(content: bytes) -> Iterator[None]:
    """Say in our words what the decoder trips over."""
    try:
        yield
    except UnidentifiedImageError:
        raise _unknown(content) from None
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        raise InvalidImage(
            "The picture unfolds to very many pixels.",
            f"{MOST_PIXELS // 1_000_000} million pixels are the most that is read.",
            "Save it smaller.",
        ) from None
    except Exception as error:
        raise InvalidImage(
            "The picture is broken or was not copied to its end.", KNOWN, "Open it and save it again."
        ) from error


def _unknown(content: bytes) -> InvalidImage:
    for sign, name in STRANGERS.items():
        if content.startswith(sign) or content[4:].startswith(sign):
            return InvalidImage(f"The file is {name}.", KNOWN, "Save it as PNG or JPEG.")
    return InvalidImage("The file is no picture, whatever its name says.", KNOWN)


def _plain(image: Pillow.Image) -> Pillow.Image:
    """In a form that can be made smaller as it is; a large picture is not copied for it."""
    if image.mode.startswith("I;16"):  # what is kept has eight bits
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode in {"RGB", "RGBA", "L", "LA", "CMYK"} else _coloured(image)


def _coloured(image: Pillow.Image) -> Pillow.Image:
    """As red, green and blue, with transparency where there is some."""
    return image.convert("RGBA" if image.has_transparency_data else "RGB")
