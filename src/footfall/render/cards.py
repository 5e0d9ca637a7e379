"""Cards of a map as cards of a picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from footfall.journey.document import LibraryDocument
from footfall.journey.evidence import STRENGTH, Grade, grade
from footfall.journey.records.card import Card
from footfall.journey.records.lane import LaneKind
from footfall.journey.records.touchpoint import Touchpoint
from footfall.render.figures import citations, figure, grade_of_reading
from footfall.render.formats import Format
from footfall.render.lanes import LOOKS
from footfall.render.markdown import literal, one_line, plain, read_markdown, right_to_left
from footfall.render.picture import Caption, Chip, Image, Look, Mark, Paragraph, Run, Severity, Text, Tone
from footfall.render.picture import Card as Painted
from footfall.render.readings import Reading
from footfall.render.words import say

SEVERITIES: dict[str, tuple[int, Tone]] = {"minor": (1, "muted"), "moderate": (2, "warn"), "severe": (3, "bad")}
SPOKEN = {LaneKind.QUOTES, LaneKind.THOUGHTS}
STALE_ICON = "clock"
QUOTE_MARKS = "\"'“”‘’„«»‹›「『"


@dataclass(frozen=True)
class Desk:
    """What lies ready while cards are made."""

    library: LibraryDocument
    writing: Format
    images: Mapping[str, Image] = field(default_factory=dict)

    def say(self, key: str, **parts: object) -> str:
        """Words in the map's language."""
        return say(self.writing.key, key, **parts)

    def counted(self, key: str, count: int) -> str:
        """Words for one, or for several."""
        return self.say(f"{key}.one" if count == 1 else f"{key}.many", count=self.writing.number(count))


def painted(card: Card, kind: LaneKind, reading: Reading | None, desk: Desk) -> Painted:
    """One card; each field that is set is shown, in whichever lane the card stands."""
    asks = card.question is not None or reading is not None
    return Painted(
        look=_look(card, kind),
        image=card.image if card.image in desk.images else "",
        alt=_alt(card, desk),
        text=_text(card, kind, desk),
        moment_of_truth=desk.say("moment") if card.moment_of_truth else "",
        chips=tuple(_chips(card, desk)),
        figure=figure(card, reading, desk.writing) if asks or kind == LaneKind.MEASURES else None,
        severity=_severity(card, desk),
        captions=tuple(_captions(card, desk, numbers=not asks and kind != LaneKind.MEASURES)),
        mark=mark(card, reading, desk),
    )


def in_words(card: Card) -> str:
    """What a card says, a point of a curve too."""
    score = f"{card.score:+g}" if card.score is not None else ""
    return "\n".join(filter(None, (" ".join(filter(None, (score, card.feeling))), card.text)))


def _alt(card: Card, desk: Desk) -> str:
    """What the picture of a card shows: a standard of accessibility asks for some words."""
    if card.image not in desk.images:
        return ""
    return one_line(card.alt) or plain(read_markdown(card.text)).replace("\n", " ") or desk.say("picture")


def mark(card: Card, reading: Reading | None, desk: Desk) -> Mark:
    """The proof of a card: the stronger of what it cites and its living number."""
    grades = [grade(card.evidence, desk.library.ground), *([grade_of_reading(reading)] if reading is not None else [])]
    best = max(grades, key=STRENGTH.__getitem__)
    return Mark(grade=best, word=grade_word(best, desk))


def grade_word(graded: Grade, desk: Desk) -> str:
    """The word for a grade."""
    return desk.say(f"grade.{graded.value}")


def caption(text: str, tone: Tone = "faint", icon: str = "") -> Caption:
    """A caption in the direction of its text."""
    return Caption(text=one_line(text), tone=tone, icon=icon, rtl=right_to_left(text))


def chip(icon: str, word: str) -> Chip:
    """A chip in the direction of its word."""
    return Chip(icon=icon, word=one_line(word), rtl=right_to_left(word))


def _look(card: Card, kind: LaneKind) -> Look:
    channels_only = kind == LaneKind.TOUCHPOINTS and not card.text and not card.touchpoint
    return "plain" if channels_only else LOOKS[kind].look


def _text(card: Card, kind: LaneKind, desk: Desk) -> Text:
    touchpoint = _touchpoint(card, desk)
    said = card.text.strip()
    name = touchpoint.name if touchpoint is not None and touchpoint.name.strip() != said else ""
    if kind in SPOKEN:
        return (*literal(name, bold=True), *_quoted(read_markdown(said)))
    return (*literal(name, bold=bool(said)), *read_markdown(said))


def _quoted(text: Text) -> Text:
    """Somebody's words between quotation marks, unless they were typed with some."""
    said = plain(text).strip()
    if not said or (said[0] in QUOTE_MARKS and said.rstrip(".,!?")[-1:] in QUOTE_MARKS):
        return text
    first = Paragraph(runs=(Run(text="“"), *text[0].runs), rtl=text[0].rtl)
    opened = (first, *text[1:])
    last = Paragraph(runs=(*opened[-1].runs, Run(text="”")), rtl=opened[-1].rtl)
    return (*opened[:-1], last)


def _touchpoint(card: Card, desk: Desk) -> Touchpoint | None:
    return desk.library.touchpoints.get(card.touchpoint)


def _chips(card: Card, desk: Desk) -> Iterator[Chip]:
    touchpoint = _touchpoint(card, desk)
    ids = card.channels or (touchpoint.channels if touchpoint is not None else ())
    for id in ids:
        if (channel := desk.library.channels.get(id)) is not None:
            yield chip(channel.icon, channel.name)


def _severity(card: Card, desk: Desk) -> Severity | None:
    if not card.severity:
        return None
    bars, tone = SEVERITIES[card.severity]
    return Severity(bars=bars, word=desk.say(f"severity.{card.severity}"), tone=tone)


def _captions(card: Card, desk: Desk, *, numbers: bool) -> Iterator[Caption]:
    facts = (_standing(card, desk), _worth(card, desk), _nature(card, desk), _people(card, desk), _numbers(card, desk))
    lines = (desk.writing.listed(parts) for parts in facts)
    yield from (caption(line, "muted") for line in lines if line)
    alt = "" if card.image in desk.images else card.alt
    yield from (caption(line) for line in (card.source and f"— {card.source}", alt, card.url) if line)
    yield from (caption(line) for line in citations(card, desk.writing, numbers=numbers))


def _standing(card: Card, desk: Desk) -> list[str]:
    status = [desk.say(f"card.{card.status}")] if card.status else []
    expected = [] if card.expected_hours is None else [_expected(card.expected_hours, desk)]
    return status + expected + ([desk.say("due", day=desk.writing.day(card.due))] if card.due is not None else [])


def _expected(hours: float, desk: Desk) -> str:
    return desk.say("expected", time=desk.writing.hours(hours))


def _numbers(card: Card, desk: Desk) -> list[str]:
    return [f"{figure.label} {desk.writing.plain(figure.value)}".strip() for figure in card.figures]


def _worth(card: Card, desk: Desk) -> list[str]:
    asked = {"value": card.customer_value, "business": card.business_value, "effort": card.effort}
    return [*_rated(asked, desk), *([desk.say(f"kano.{card.kano}")] if card.kano else [])]


def _nature(card: Card, desk: Desk) -> list[str]:
    rated = _rated({"met": card.met, "importance": card.importance, "quality": card.quality}, desk)
    named = [desk.say(f"direction.{card.direction}")] if card.direction else []
    return rated + named + ([desk.say(f"ownership.{card.ownership}")] if card.ownership else [])


def _people(card: Card, desk: Desk) -> list[str]:
    teams = (desk.library.teams[id].name for id in card.teams if id in desk.library.teams)
    team = [desk.say("team", name=name) for name in (card.team, *teams) if name]
    owner = [desk.say("owner", name=card.owner)] if card.owner else []
    return team + owner + [f"#{tag}" for tag in card.tags]


def _rated(values: dict[str, float | None], desk: Desk) -> list[str]:
    """Ratings from 1 to 5 with the word for each."""
    return [
        desk.say(key, value=desk.writing.number(value, 0 if value == int(value) else 1))
        for key, value in values.items()
        if value is not None
    ]
