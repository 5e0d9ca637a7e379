"""What a card says in one line: for formats whose cells are texts."""

from collections.abc import Mapping

from footfall.exchange.vocabulary import lane_kind
from footfall.journey.document import LibraryDocument
from footfall.journey.records import Card, Lane
from footfall.journey.text.emitting import written

# The fields of a card that such a line holds.
HELD = {"text", "score", "feeling", "touchpoint", "channels", "teams", "severity", "source", "span"}


def heading_of(lane: Lane) -> str:
    """The lane's name; its kind beside it where a reader could not tell it from the name."""
    name = lane.name or lane.kind.value.replace("-", " ").capitalize()
    return name if lane_kind(name) == lane.kind else f"{name} ({lane.kind})"


def line_of(card: Card, lane: Lane, library: LibraryDocument) -> str:
    """A card in words: an emotion with its score, a touchpoint by its name, a quote with who said it."""
    names = [
        *_names([card.touchpoint], library.touchpoints),
        *_names(card.channels, library.channels),
        *_names(card.teams, library.teams),
    ]
    score = written(card.score) if card.score is not None else ""
    signed = score if score.startswith("-") or not score else f"+{score}"  # no reader takes it for 1 to 5
    drawn = " ".join(filter(None, (signed, card.feeling)))
    said = f'"{card.text}"' if lane.kind == "quotes" and card.text else card.text
    named = ", ".join(names)
    if named and said:
        said = f"{named} ({said})"
    pieces = (
        drawn,
        said or named,
        f"({card.severity})" if card.severity else "",
        f"— {card.source}" if card.source else "",
    )
    return " ".join(filter(None, pieces))


def _names(ids: tuple[str, ...] | list[str], known: Mapping[str, object]) -> list[str]:
    return [str(getattr(known[id], "name", "")) for id in ids if id in known]
