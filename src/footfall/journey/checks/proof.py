"""Whether a map says how it knows: evidence, measures, reviews, and data that agree with what is drawn."""

from collections.abc import Iterable, Iterator

from footfall.journey.checks.checked import Check, Checked, Found
from footfall.journey.checks.finding import Hit, Level
from footfall.journey.evidence import Grade, grade
from footfall.journey.records import HEADER_ID, Card, LaneKind

# What somebody claims about customers; each can be asked about.
CLAIMS = (
    LaneKind.NEEDS,
    LaneKind.EXPECTATIONS,
    LaneKind.THOUGHTS,
    LaneKind.PAIN_POINTS,
    LaneKind.BARRIERS,
    LaneKind.STRENGTHS,
)


def _no_evidence(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.EMOTION):
        if card.score is not None and card.basis == "assumed" and not is_proven(checked, card):
            yield Hit(id, checked.spot(card) | {"score": f"{card.score:+g}"}, "evidence")


def _never_checked(checked: Checked) -> Found:
    """One finding a stage, at the first of its claims that cites nothing."""
    for id, stage in checked.map.stages.items():
        claims = checked.cards_of(id, *CLAIMS)
        assumed = [claim for claim, card in claims if not is_proven(checked, card)]
        if assumed:
            yield Hit(assumed[0], {"stage": stage.name, "count": len(assumed), "all": len(claims)}, "evidence")


def is_proven(checked: Checked, card: Card) -> bool:
    """Whether a card says who said it, or cites something; what is gone proves nothing."""
    return bool(card.source) or grade(card.evidence, checked.library.ground) is not Grade.ASSUMED


def _no_measure(checked: Checked) -> Found:
    for id, stage in checked.map.stages.items():
        cards = checked.cards_of(id, LaneKind.MEASURES, LaneKind.CHART)
        asks = any(card.question for _, card in checked.all_of(id))
        if checked.map.steps_of(id) and not cards and not asks:
            yield Hit(id, {"stage": stage.name})


def _no_question(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.MEASURES):
        if card.question is None:
            yield Hit(id, checked.spot(card), "question")


def _no_dataset(checked: Checked) -> Found:
    asks = any(card.question for card in checked.map.cards.values())
    if asks and not checked.map.header.dataset:
        yield Hit(HEADER_ID, field="dataset")


def _no_binding(checked: Checked) -> Found:
    """Only where the map is read beside a dataset: there a touchpoint without events counts nobody."""
    if not checked.map.header.dataset:
        return
    for id, step in checked.map.steps.items():
        touchpoint = checked.library.touchpoints.get(step.touchpoint)
        if touchpoint is not None and not touchpoint.bindings:
            yield Hit(id, {"text": touchpoint.name, "step": step.name})


def _mixed_scales(checked: Checked) -> Found:
    """A measure whose answers, or whose cited numbers, stand on several scales."""
    for id, card in checked.map.cards.items():
        units = sorted({cited.unit for cited in card.evidence if cited.value is not None and cited.unit})
        if left := checked.facts.left_out.get(id):
            yield Hit(id, checked.spot(card) | {"count": left}, "question", form="answers")
        elif len(units) > 1:
            yield Hit(id, checked.spot(card) | {"units": ", ".join(units)}, "evidence", form="units")


def _not_reviewed(checked: Checked) -> Found:
    header, today = checked.map.header, checked.facts.today
    if header.review_interval_days is not None and header.reviewed is None:
        yield Hit(HEADER_ID, {"days": header.review_interval_days}, "reviewed", form="never")
    elif header.review_interval_days is not None and header.reviewed is not None and today is not None:
        late = (today - header.reviewed).days - header.review_interval_days
        if late > 0:
            yield Hit(HEADER_ID, {"on": header.reviewed.isoformat(), "days": late}, "reviewed", form="late")


def _released_since(checked: Checked) -> Found:
    header = checked.map.header
    if header.released is not None and (header.reviewed is None or header.reviewed < header.released):
        yield Hit(HEADER_ID, {"on": header.released.isoformat()}, "reviewed")


def _unused_channel(checked: Checked) -> Found:
    """A channel that is drawn, of which the data know nothing."""
    if checked.facts.channels is None:
        return
    used = {_plain(name) for name in checked.facts.channels}
    for id, name in {name: id for id, name in reversed(list(_drawn(checked)))}.items():
        if _plain(id) not in used:
            yield Hit(name, {"channel": id})


def _undrawn_channel(checked: Checked) -> Found:
    """A channel of the data that stands nowhere on the map."""
    drawn = {_plain(name) for _, name in _drawn(checked)} | {_plain(name) for name in _bound(checked)}
    for name in sorted(checked.facts.channels or ()):
        if _plain(name) not in drawn:
            yield Hit(HEADER_ID, {"channel": name})


def _drawn(checked: Checked) -> Iterator[tuple[str, str]]:
    """Every channel that the map draws, by name, with the record that draws it."""
    for id, card in checked.map.cards.items():
        shared = checked.library.touchpoints.get(card.touchpoint)
        yield from ((id, name) for name in _names(checked, (*card.channels, *(shared.channels if shared else ()))))
    for id, card in checked.cards(LaneKind.CHANNELS):
        if card.text.strip() and not card.channels:
            yield id, card.text.strip()
    for id, step in checked.map.steps.items():
        touchpoint = checked.library.touchpoints.get(step.touchpoint)
        yield from ((id, name) for name in _names(checked, touchpoint.channels if touchpoint else ()))


def _names(checked: Checked, ids: Iterable[str]) -> list[str]:
    return [checked.library.channels[id].name for id in ids if id in checked.library.channels]


def _bound(checked: Checked) -> Iterator[str]:
    """The channels that the bindings of the map's touchpoints name."""
    named = {card.touchpoint for card in checked.map.cards.values()}
    named |= {step.touchpoint for step in checked.map.steps.values()}
    for id in named & checked.library.touchpoints.keys():
        yield from (name for binding in checked.library.touchpoints[id].bindings for name in binding.channels)


def _plain(name: str) -> str:
    """A channel's name as people compare it: e-mail is Email."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


PROOF = {
    "no-evidence": Check(Level.NOTE, _no_evidence),
    "never-checked": Check(Level.NOTE, _never_checked),
    "no-measure": Check(Level.NOTE, _no_measure),
    "no-question": Check(Level.WARNING, _no_question),
    "no-dataset": Check(Level.WARNING, _no_dataset),
    "no-binding": Check(Level.WARNING, _no_binding),
    "mixed-scales": Check(Level.WARNING, _mixed_scales),
    "not-reviewed": Check(Level.WARNING, _not_reviewed),
    "released-since": Check(Level.WARNING, _released_since),
    "unused-channel": Check(Level.NOTE, _unused_channel),
    "undrawn-channel": Check(Level.NOTE, _undrawn_channel),
}
