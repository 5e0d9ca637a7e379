"""A picture as PDF, SVG or PNG, under a time limit."""

from footfall.errors import RenderFailed
from footfall.render.apart import paint_apart
from footfall.render.paper import CONTENT, Paper
from footfall.render.picture import Sheet
from footfall.render.press import press, retire
from footfall.render.tokens import Theme
from footfall.render.typesetting import Format, Painting, typeset

TIME_LIMIT = 60.0  # seconds for one picture
MANY_CARDS = 300  # Typst remembers its last ten pictures: about 0.1 MB a card each
MANY_LETTERS = 6_000_000  # of images, for the same reason


def paint(
    picture: Sheet,
    format: Format | str,
    theme: Theme = "light",
    limit: float = TIME_LIMIT,
    paper: Paper = CONTENT,
) -> Painting:
    """Paint a picture; raises RenderFailed when Typst refuses it or takes longer than `limit` seconds.

    Pictures of usual size are painted on a warm thread; one of many cards or images by a process of its own, so that
    its memory is given back when it is done.
    """
    wanted = _format(format)
    try:
        if picture.cards > MANY_CARDS or _letters(picture) > MANY_LETTERS:
            return paint_apart(picture, wanted, theme, limit, paper)
        return press().submit(lambda compiler: typeset(compiler, picture, wanted, theme, paper)).result(limit)
    except TimeoutError as late:
        retire()
        raise RenderFailed(
            f"Painting the map took longer than {limit:g} seconds and was given up.",
            todo="Export fewer stages at once, or try again when the machine is less busy.",
        ) from late


def _format(format: Format | str) -> Format:
    try:
        return Format(format)
    except ValueError as unknown:
        known = ", ".join(Format)
        raise RenderFailed(f"There is no picture format “{format}”.", f"Known are {known}.") from unknown


def _letters(picture: Sheet) -> int:
    return sum(len(image.data) for image in picture.images.values())
