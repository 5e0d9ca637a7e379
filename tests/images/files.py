"""Picture files as people have them, good and bad."""

import random
import struct
import zlib
from io import BytesIO

from PIL import Image

Pixels = tuple[int, int]


def picture(format: str, size: Pixels = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    """A picture whose left half is red and whose right half is blue (or light and dark)."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return _saved(image.convert(mode), format, **options)


def photo(size: Pixels = (600, 400), **options: object) -> bytes:
    """A picture with noise in it, as every camera makes."""
    noise = random.Random(8).randbytes(size[0] * size[1] * 3)
    return _saved(Image.frombytes("RGB", size, noise), str(options.pop("format", "JPEG")), **options)


def turned_photo() -> bytes:
    """A photo that was taken on the side, with where it was taken, and by what."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn to the right
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif, comment=b"Secret words")


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has very many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(999))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _saved(image: Image.Image, format: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()
