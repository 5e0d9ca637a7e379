"""Cards that are opportunities of the library, as readers see them; and what opportunities are worth."""

from collections.abc import Mapping

from footfall.journey.document import MapDocument
from footfall.journey.records import Card, LaneKind, Opportunity

# What an opportunity says in place of a card that is it; the twin of SAID in web/src/editor/named.ts.
SAID = ("customer_value", "business_value", "effort", "kano", "owner", "teams", "status", "due")
ITSELF = (LaneKind.OPPORTUNITIES, LaneKind.IDEAS)
MIDDLE = 3  # of ratings from 1 to 5


def said(document: MapDocument, opportunities: Mapping[str, Opportunity]) -> MapDocument:
    """The map with its opportunity cards as the library says them; one whose opportunity is gone speaks for itself."""
    lanes = {id for id, lane in document.lanes.items() if lane.kind in ITSELF}
    cards = {
        id: card for id, card in document.cards.items() if card.lane in lanes and card.opportunity in opportunities
    }
    if not cards:
        return document
    changed = MapDocument({})
    changed.records = document.records | {
        id: _said(card, opportunities[card.opportunity]) for id, card in cards.items()
    }
    return changed


def _said(card: Card, named: Opportunity) -> Card:
    return card.model_copy(update={name: getattr(named, name) for name in SAID} | {"text": card.text or named.name})


def worth_of(one: Opportunity) -> float | None:
    """What it is worth, 1 to 5: the mean of what is said of its worth to customers and to the organisation."""
    rated = [value for value in (one.customer_value, one.business_value) if value is not None]
    return sum(rated) / len(rated) if rated else None


def is_quick_win(one: Opportunity) -> bool:
    """Worth more than the middle of the scale for less than the middle of effort."""
    worth = worth_of(one)
    return worth is not None and one.effort is not None and worth > MIDDLE > one.effort
