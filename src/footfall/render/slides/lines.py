"""Cards and texts as lines of a slide, and how high they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from footfall.journey.evidence import Grade
from footfall.render.fitting import wrapped
from footfall.render.labels import text_width
from footfall.render.markdown import right_to_left
from footfall.render.picture import Caption, Card, Chip, Paragraph, Run, Text, Tone
from footfall.render.slides.deck import Cell, Line, Span

TEXT, SMALL = 11.0, 9.0
LEADING = 1.22  # a line's height in its size
LONGEST = 700  # characters of one paragraph; more is cut and told
WIDEST = 330.0  # of one paragraph in its size, so that it fits on a slide in the narrowest column
PAD = 5.0  # inside a cell, on each side
GAP = 5.0  # between cards
BULLET = 0.85  # its indent, in its size
NARROW = 0.84  # of the widths that are estimated for Inter: slides are set in Calibri
SMALLEST = 8.0
SIGNS = {Grade.ASSUMED: "○", Grade.HEARD: "◐", Grade.COUNTED: "●", Grade.MEASURED: "◉"}
TONES: dict[Tone, str] = {"ink": "ink", "muted": "ink-2", "faint": "ink-3"}


def line(text: str, size: float = TEXT, colour: str = "ink", *, bold: bool = False, before: float = 0.0) -> Line:
    """A line of words in one style; nothing where there are none."""
    spans = (Span(text=_joined(text), bold=bold),) if text else ()
    return Line(spans=spans, size=size, colour=colour, before=before, rtl=right_to_left(text))


def lines(text: Text, size: float = TEXT, colour: str = "ink", *, bold: bool = False) -> tuple[Line, ...]:
    """The paragraphs of a text."""
    return tuple(_line(paragraph, size, colour, bold=bold) for paragraph in text)


def card_lines(card: Card, *, bullet: bool = False) -> tuple[Line, ...]:
    """A card as lines; a grade that proves something stands behind its text as a sign."""
    written = [*_text(card), *_facts(card)] or [line("–", colour="ink-3")]
    sign = _sign(card)
    if sign is not None:
        written[0] = written[0].model_copy(update={"spans": (*written[0].spans, sign)})
    first = written[0].model_copy(update={"bullet": bullet, "before": GAP if bullet else 0.0})
    return (first, *written[1:])


def stacked(cards: Sequence[Card]) -> tuple[Line, ...]:
    """The cards of a cell one below the other; several have bullets."""
    found = [one for card in cards for one in card_lines(card, bullet=len(cards) > 1)]
    return (found[0].model_copy(update={"before": 0.0}), *found[1:]) if found else ()


def height(lines: Iterable[Line], width: float) -> float:
    """How high lines are in a width, about."""
    return sum(one.before + line_count(one, width) * largest(one) * LEADING for one in lines)


def line_count(one: Line, width: float) -> int:
    """In how many rows a paragraph is set."""
    room = width - (BULLET * one.size if one.bullet else 0.0)
    return max(len(wrapped(said(one), largest(one) * NARROW, room)), 1)


def scaled(lines: Iterable[Line], scale: float) -> tuple[Line, ...]:
    """The lines in larger or smaller letters."""
    return tuple(_scaled(one, scale) for one in lines)


def _scaled(one: Line, scale: float) -> Line:
    spans = (span.model_copy(update={"size": span.size * scale}) for span in one.spans)
    size = max(one.size * scale, SMALLEST)
    return one.model_copy(update={"spans": tuple(spans), "size": size, "before": one.before * scale})


def largest(one: Line) -> float:
    """The size of the largest letters of a line."""
    return max([one.size, *(span.size for span in one.spans)])


def cell_height(cell: Cell, width: float) -> float:
    """How high a cell of this width is."""
    return height(cell.lines, width - 2 * PAD) + 2 * PAD


def said(one: Line) -> str:
    """What a line says."""
    return "".join(span.text for span in one.spans)


def _line(paragraph: Paragraph, size: float, colour: str, *, bold: bool) -> Line:
    runs = [_span(run, bold=bold) for run in paragraph.runs]
    return Line(spans=tuple(_cut(runs)), size=size, colour=colour, rtl=paragraph.rtl)


def _span(run: Run, *, bold: bool) -> Span:
    return Span(text=_joined(run.text), bold=run.bold or bold, italic=run.italic, link=run.link)


def _joined(text: str) -> str:
    return text.replace("\u200b", "")


def is_cut(text: Text) -> bool:
    """Tell whether a paragraph of a text is longer than a slide can take."""
    return any(_end(run.text for run in paragraph.runs) is not None for paragraph in text)


def _cut(spans: Sequence[Span]) -> Iterator[Span]:
    """As much of a paragraph as a slide can take."""
    end = _end(span.text for span in spans)
    room = end if end is not None else LONGEST
    for span in spans:
        if len(span.text) > room or (end is not None and len(span.text) == room):
            yield span.model_copy(update={"text": span.text[:room].rstrip() + "…"})
            return
        room -= len(span.text)
        yield span


def _end(texts: Iterable[str]) -> int | None:
    """The place at which a paragraph is cut; None where it is short enough."""
    whole = "".join(texts)
    if len(whole) <= LONGEST and text_width(whole, 1.0) <= WIDEST:
        return None
    wide = accumulate(text_width(char, 1.0) for char in whole[:LONGEST])
    return sum(1 for width in wide if width <= WIDEST)


def _text(card: Card) -> list[Line]:
    number = (Span(text=f"{card.number}. ", bold=True, colour="ink-2"),) if card.number else ()
    written = list(lines(card.text))
    if written and number:
        written[0] = written[0].model_copy(update={"spans": (*number, *written[0].spans)})
    return written


def _facts(card: Card) -> Iterator[Line]:
    if card.moment_of_truth:
        yield line(f"◆ {card.moment_of_truth}", SMALL, "accent", bold=True)
    if card.figure is not None:
        is_number = card.figure.tone != "faint"
        value = Span(text=card.figure.value, bold=is_number, size=14.0 if is_number else SMALL)
        basis = (Span(text=f"  {card.figure.basis}", colour="ink-2"),) if card.figure.basis else ()
        yield Line(spans=(value, *basis), size=SMALL, colour=tone(card.figure.tone))
        yield from _captions([card.figure.delta] if card.figure.delta is not None else [])
    if card.chips:
        yield chips(card.chips)
    if card.severity is not None:
        bars = "●" * card.severity.bars + "○" * (3 - card.severity.bars)
        yield line(f"{bars} {card.severity.word}", SMALL, tone(card.severity.tone))
    if card.image and card.alt:
        yield line(f"[{card.alt}]", SMALL, "ink-3")
    yield from _captions(card.captions)


def chips(parts: Sequence[Chip]) -> Line:
    """Channels and other short words in one line."""
    return line("\u00a0· ".join(chip.word for chip in parts), SMALL, "touchpoints")


def _captions(captions: Iterable[Caption]) -> Iterator[Line]:
    for caption in captions:
        yield line(caption.text[:LONGEST], SMALL, tone(caption.tone))


def tone(tone: Tone) -> str:
    """The token of a tone."""
    return TONES.get(tone, tone)


def _sign(card: Card) -> Span | None:
    """The sign of a grade; what is only assumed has none, so that the proven stands out."""
    if card.mark is None or card.mark.grade is Grade.ASSUMED:
        return None
    colour = "accent" if card.mark.grade is Grade.MEASURED else "ink-2"
    return Span(text=f"\u00a0{SIGNS[card.mark.grade]}", colour=colour, size=SMALL)
