"""A drawing that somebody brought (SVG) becomes pixels: no script in it runs, and nothing that it names is fetched."""

from footfall.errors import RenderFailed
from footfall.render.apart import order
from footfall.render.typesetting import MEDIA_TYPES, POINTS_PER_INCH, Format, Painting, new_compiler

TIME_LIMIT = 30.0  # seconds; a drawing can ask for work without end


def paint_drawing(drawing: bytes, side: int, limit: float = TIME_LIMIT) -> bytes:
    """The drawing as a PNG, `side` pixels on its longer side, painted by a process of its own. Raises RenderFailed."""
    try:
        text = drawing.decode("utf-8-sig")
        return order({"drawing": text, "side": side}, limit).content
    except UnicodeDecodeError:
        raise RenderFailed("The drawing is not written in UTF-8.", "An SVG is text in UTF-8.") from None
    except TimeoutError:
        raise RenderFailed(
            f"The drawing took longer than {limit:g} seconds to paint.", "It asks for too much."
        ) from None


def paint_here(drawing: str, side: int) -> Painting:
    """Paint in this process, without limits. Raises RenderFailed."""
    from typst import TypstError

    inputs = {"drawing": drawing, "side": str(side)}
    try:
        content = new_compiler("drawing.typ").compile(sys_inputs=inputs, format="png", ppi=POINTS_PER_INCH)
    except TypstError as error:
        raise RenderFailed(f"The drawing cannot be painted: {error.message}.", "Expected is an SVG.") from error
    if not isinstance(content, bytes):
        raise RenderFailed("The drawing has no size.", "Expected is an SVG with a width and a height.")
    return Painting(content, MEDIA_TYPES[Format.PNG])
