"""Pictures that people bring: read under limits, and written anew so that nothing else comes along. Pillow alone."""

from footfall.images.reading import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS
from footfall.images.remaking import Image, remake, shrink

__all__ = ["LONGEST_SIDE", "MOST_BYTES", "MOST_PIXELS", "Image", "remake", "shrink"]
