"""Numbers on cards: a living reading, or what a card cites, as value, interval, n and distance to a target."""

from collections.abc import Iterator

from footfall.journey.evidence import Grade
from footfall.journey.records import Card, Evidence
from footfall.render.formats import Format
from footfall.render.picture import Caption, Figure
from footfall.render.readings import Reading
from footfall.render.words import say

SHORT_NOTE = 90  # characters of a note that are painted


def figure(card: Card, reading: Reading | None, writing: Format) -> Figure | None:
    """The number of a card that asks a question: its living reading, else what it cites, else the words for none."""
    if reading is not None:
        return living(card, reading, writing)
    cited = next((evidence for evidence in card.evidence if evidence.value is not None), None)
    if cited is not None and cited.value is not None:
        return _figure(card, cited.value, cited.unit, tuple(_basis_of_cited(cited, writing)), writing)
    return Figure(value=say(writing.key, "unmeasured"), tone="faint")


def living(card: Card, reading: Reading, writing: Format) -> Figure:
    """The number as it is now; too few answers are an answer too."""
    count = say(writing.key, "n", n=writing.number(reading.n))
    if reading.too_few or reading.value is None:
        return Figure(value=say(writing.key, "few"), basis=count, tone="faint")
    delta = _delta(card, reading.value, reading.unit, _bounds(reading.low, reading.high), writing)
    return Figure(
        value=writing.measure(reading.value, reading.unit), basis=writing.listed(basis(reading, writing)), delta=delta
    )


def basis(reading: Reading, writing: Format) -> Iterator[str]:
    """What a reading stands on: the scale's top, the interval, n."""
    if reading.scale is not None and reading.unit == "score":
        low, top = (writing.number(end, 0 if end == int(end) else 1) for end in reading.scale)
        yield say(writing.key, "score.of" if low in ("0", "1") else "score.scale", low=low, top=top)
    if reading.low is not None and reading.high is not None:
        yield writing.interval(reading.low, reading.high, reading.unit, reading.value)
    yield say(writing.key, "n", n=writing.number(reading.n))


def grade_of_reading(reading: Reading) -> Grade:
    """A reading with an interval is measured, one without is counted; too few prove nothing."""
    if reading.value is None or reading.too_few:
        return Grade.ASSUMED
    return Grade.MEASURED if reading.low is not None and reading.high is not None else Grade.COUNTED


def citations(card: Card, writing: Format, *, numbers: bool = True) -> Iterator[str]:
    """What a card cites, in one short line for each thing cited."""
    for evidence in card.evidence:
        parts = [_shortened(evidence.note)] if evidence.note and not (numbers and _reads(evidence)) else []
        if numbers and evidence.value is not None:
            parts.append(writing.measure(evidence.value, evidence.unit))
        if numbers:
            parts.extend(_basis_of_cited(evidence, writing))
        if parts:
            yield writing.listed(parts)


def _reads(evidence: Evidence) -> bool:
    """Tell whether a number was read from a dataset; its note is then a definition, too long for paper."""
    return evidence.value is not None and evidence.question is not None


def _shortened(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= SHORT_NOTE else line[: SHORT_NOTE - 1].rstrip() + "…"


def _figure(card: Card, value: float, unit: str, basis: tuple[str, ...], writing: Format) -> Figure:
    delta = _delta(card, value, unit, None, writing)
    return Figure(value=writing.measure(value, unit), basis=writing.listed(basis), delta=delta)


def _basis_of_cited(evidence: Evidence, writing: Format) -> Iterator[str]:
    if evidence.low is not None and evidence.high is not None:
        yield writing.interval(evidence.low, evidence.high, evidence.unit, evidence.value)
    if evidence.n is not None:
        yield say(writing.key, "n", n=writing.number(evidence.n))


def _bounds(low: float | None, high: float | None) -> tuple[float, float] | None:
    return None if low is None or high is None else (low, high)


def _delta(
    card: Card, value: float, unit: str, interval: tuple[float, float] | None, writing: Format
) -> Caption | None:
    """Where a number stands against its target; coloured only when its interval excludes the target."""
    if card.target is None:
        return None
    difference = value - card.target
    written = writing.difference(difference, unit)
    if not any(digit in written for digit in "123456789"):
        return Caption(text=say(writing.key, "target.on"), tone="muted", icon="check")
    key = "target.from" if card.target_is == "at-least" else "target.over" if difference > 0 else "target.under"
    good = (difference > 0) == (card.target_is == "at-least")
    sure = interval is None or not interval[0] <= card.target <= interval[1]
    return Caption(
        text=say(writing.key, key, difference=written),
        tone=("good" if good else "bad") if sure else "muted",
        icon="trending-up" if difference > 0 else "trending-down",
    )
