"""Whether cards carry what their lanes ask for."""

from footfall.journey.checks.checked import Check, Checked, Found
from footfall.journey.checks.finding import Hit, Level
from footfall.journey.records import Card, LaneKind, Touchpoint


def _no_severity(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.PAIN_POINTS):
        if not card.severity:
            yield Hit(id, checked.spot(card), "severity")


def _no_score(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.EMOTION):
        if card.score is None:
            yield Hit(id, checked.spot(card), "score")


def _no_source(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.QUOTES):
        if not (card.source or card.evidence):
            yield Hit(id, checked.spot(card), "source")


def _no_alt(checked: Checked) -> Found:
    for id, card in checked.map.cards.items():
        if card.image and not (card.alt or card.text):
            yield Hit(id, checked.spot(card), "alt")


def _bare_opportunity(checked: Checked) -> Found:
    """What the first missing field is says where to go; the sentence names all of them."""
    for id, card in checked.cards(LaneKind.OPPORTUNITIES):
        missing = [name for name, is_there in _needed(card).items() if not is_there]
        if missing:
            yield Hit(id, checked.spot(card) | {"missing": ",".join(missing)}, FIELDS[missing[0]])


FIELDS = {"owner": "owner", "effort": "effort", "value": "customer_value"}


def _needed(card: Card) -> dict[str, bool]:
    return {
        "owner": bool(card.owner or card.team or card.teams),
        "effort": card.effort is not None,
        "value": card.customer_value is not None or card.business_value is not None,
    }


def _no_channel(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.TOUCHPOINTS):
        shared = checked.library.touchpoints.get(card.touchpoint)
        if not card.channels and not (shared and shared.channels):
            yield Hit(id, _called(checked, card, shared), "channels")
    for id, shared in _of_steps(checked):
        if not shared.channels:
            yield Hit(id, {"text": shared.name, "step": checked.map.steps[id].name})


def _no_owner(checked: Checked) -> Found:
    for id, card in checked.cards(LaneKind.TOUCHPOINTS):
        shared = checked.library.touchpoints.get(card.touchpoint)
        is_owned = card.owner or card.team or card.teams or (shared and (shared.owner_team or shared.team))
        if not is_owned:
            yield Hit(id, _called(checked, card, shared), "owner")
    for id, shared in _of_steps(checked):
        if not (shared.owner_team or shared.team):
            yield Hit(id, {"text": shared.name, "step": checked.map.steps[id].name})


def _of_steps(checked: Checked) -> list[tuple[str, Touchpoint]]:
    """The steps with their library touchpoints, each touchpoint once, but those that a card shows too."""
    shown = {card.touchpoint for _, card in checked.cards(LaneKind.TOUCHPOINTS)}
    first: dict[str, str] = {}
    for id, step in checked.map.steps.items():
        if step.touchpoint in checked.library.touchpoints and step.touchpoint not in shown:
            first.setdefault(step.touchpoint, id)
    return [(step, checked.library.touchpoints[id]) for id, step in first.items()]


def _called(checked: Checked, card: Card, shared: Touchpoint | None) -> dict[str, str | int]:
    spot = checked.spot(card)
    return spot | {"text": spot["text"] or (shared.name if shared else "")}


CARDS = {
    "no-severity": Check(Level.WARNING, _no_severity),
    "no-score": Check(Level.WARNING, _no_score),
    "no-source": Check(Level.WARNING, _no_source),
    "no-alt": Check(Level.WARNING, _no_alt),
    "no-channel": Check(Level.NOTE, _no_channel),
    "no-owner": Check(Level.NOTE, _no_owner),
    "bare-opportunity": Check(Level.NOTE, _bare_opportunity),
}
