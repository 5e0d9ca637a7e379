"""Drawings that people bring become pixels; whatever else is in them does nothing."""

from io import BytesIO

import pytest
from PIL import Image

from footfall.errors import RenderFailed
from footfall.render import paint_drawing

OPEN = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60"'
DRAWING = OPEN + b'><rect width="50" height="60" fill="#ff0000"/></svg>'
SCRIPTED = OPEN + b' onload="alert(1)"><script>alert(1)</script><rect width="50" height="60" fill="#ff0000"/></svg>'
LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (rank, b"&a%d;" % (rank - 1) * 10) for rank in range(1, 12))
NESTED = b"".join(b'<g id="g%d">%s</g>' % (rank, b'<use href="#g%d"/>' % (rank - 1) * 10) for rank in range(1, 9))

pytestmark = pytest.mark.usefixtures("assets")


@pytest.mark.parametrize("drawing", [DRAWING, SCRIPTED], ids=["plain", "with a script"])
def test_a_drawing_is_painted_at_the_size_that_is_asked_for(drawing: bytes) -> None:
    painted = Image.open(BytesIO(paint_drawing(drawing, 200)))
    assert painted.size == (200, 120)
    assert painted.convert("RGBA").getpixel((20, 60)) == (255, 0, 0, 255)
    assert painted.convert("RGBA").getpixel((180, 60)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("drawing", "sentence"),
    [
        (OPEN + b'><image href="http://127.0.0.1:9/a.png" width="9" height="9"/></svg>', "URLs are not allowed"),
        (OPEN + b'><image href="file:///etc/passwd" width="9" height="9"/></svg>', "failed to load linked image"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OPEN + b"><text>&x;</text></svg>", "entity"),
        (b'<!DOCTYPE svg [<!ENTITY a0 "a">' + LAUGHS + b"]>" + OPEN + b"><text>&a11;</text></svg>", "entity"),
        (OPEN + b'><g id="g0"><rect width="9" height="9"/></g>' + NESTED + b"</svg>", "limit"),
        (OPEN, "failed to parse SVG"),
        (DRAWING.decode().encode("utf-16"), "UTF-8"),
    ],
    ids=["a picture elsewhere", "a file", "a file as entity", "a billion laughs", "uses of uses", "half", "UTF-16"],
)
def test_a_drawing_that_asks_for_something_is_refused(drawing: bytes, sentence: str) -> None:
    with pytest.raises(RenderFailed) as refused:
        paint_drawing(drawing, 200)
    assert sentence in str(refused.value)


def test_a_drawing_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(RenderFailed, match="took longer"):
        paint_drawing(DRAWING, 200, limit=0.001)
