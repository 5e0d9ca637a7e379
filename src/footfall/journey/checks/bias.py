"""Whether the evidence of a map leans one way: the biases that research warns of, each with a rule that can be said."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from footfall.journey.checks.checked import Check, Checked, Found
from footfall.journey.checks.finding import Hit, Level
from footfall.journey.checks.proof import is_proven
from footfall.journey.evidence import STRENGTH, Grade, grade, grade_of
from footfall.journey.records import HEADER_ID, Card, Evidence, LaneKind, Source, SourceKind

Told = dict[str, str | int]

FEWEST_CLAIMS = 5  # under this many a share of claims says little
FEWEST_CITED = 3  # under this many pieces of evidence nothing can lean
FEWEST_N = 5  # a number of fewer customers or answers is no number yet

FELT = (LaneKind.EMOTION, LaneKind.PAIN_POINTS, LaneKind.QUOTES)
PAINS = (LaneKind.PAIN_POINTS, LaneKind.BARRIERS)


def _assumption(checked: Checked) -> Found:
    """More than half of at least 5 emotions, pains and quotes cite nothing."""
    claims = [card for _, card in checked.cards(*FELT)]
    assumed = [card for card in claims if not is_proven(checked, card)]
    if len(claims) >= FEWEST_CLAIMS and 2 * len(assumed) > len(claims):
        yield Hit(HEADER_ID, {"count": len(assumed), "all": len(claims)})


def _selection(checked: Checked) -> Found:
    """All sources cited are alike, and no dataset is read beside them."""
    cited = _cited(checked)
    if len(cited) < FEWEST_CITED or _reads_data(checked):
        return
    sources = {id: checked.library.sources[id] for id, _ in cited}
    if form := _alike(list(sources.values())):
        told = _first_told(next(iter(sources.values())))
        yield Hit(HEADER_ID, told | {"count": len(sources), "pieces": len(cited)}, form=form)


def _alike(sources: list[Source]) -> str:
    """In what all sources are alike, the gravest first; nothing when they differ."""
    if all(source.kind is SourceKind.STAFF for source in sources):
        return "staff"
    if len(sources) == 1:
        return "one"
    for form in ("segment", "collector", "kind"):
        values = {str(getattr(source, form)).strip().casefold() for source in sources}
        if len(values) == 1 and "" not in values:
            return form
    return ""


def _first_told(source: Source) -> Told:
    return {
        "source": source.name,
        "kind": source.kind.value,
        "segment": source.segment,
        "collector": source.collector,
    }


def _confirmation(checked: Checked) -> Found:
    yield from _pains_of_one(checked)
    yield from _against_the_data(checked)


def _pains_of_one(checked: Checked) -> Iterator[Hit]:
    """At least 3 pains cite sources, all the same one, though the map cites others."""
    others = {source for source, _ in _cited(checked)}
    pains = [(id, {one.source for one in _of_sources(checked, card)}) for id, card in checked.cards(*PAINS)]
    proven = [(id, sources) for id, sources in pains if sources]
    named = {source for _, sources in proven for source in sources}
    if len(proven) >= FEWEST_CITED and len(named) == 1 and len(others) > 1:
        (source,) = named
        told: Told = {"count": len(proven), "source": checked.library.sources[source].name, "others": len(others) - 1}
        yield Hit(proven[0][0], told, "evidence", form="one" if len(others) == 2 else "")


def _against_the_data(checked: Checked) -> Iterator[Hit]:
    """Emotions that lie outside the interval of what customers said, and cite no number. One finding a map."""
    against = [(id, card) for id, card in checked.cards(LaneKind.EMOTION) if _is_against(checked, card)]
    if against:
        id, card = against[0]
        low, high = checked.facts.felt[card.step]
        told: Told = {"score": f"{card.score:+g}", "low": f"{low:+.1f}", "high": f"{high:+.1f}", "count": len(against)}
        yield Hit(id, checked.spot(card) | told, "evidence", form="curve")


def _is_against(checked: Checked, card: Card) -> bool:
    if card.score is None or card.basis == "measured" or card.step not in checked.facts.felt:
        return False
    low, high = checked.facts.felt[card.step]
    cites_a_number = STRENGTH[grade(card.evidence, checked.library.ground)] >= STRENGTH[Grade.COUNTED]
    return not low <= card.score <= high and not cites_a_number


def _anchoring(checked: Checked) -> Found:
    yield from _first_source(checked)
    yield from _copied_curves(checked)


def _first_source(checked: Checked) -> Iterator[Hit]:
    """At least 3 pieces of evidence cite sources, all the earliest one, and later ones are there."""
    cited = _cited(checked)
    named = {id for id, _ in cited}
    if len(cited) < FEWEST_CITED or len(named) != 1:
        return
    (first,) = named
    held = checked.library.sources[first].held
    later = [one for one in checked.library.sources.values() if _is_later(one.held, held)]
    if later:
        told: Told = {"source": checked.library.sources[first].name, "pieces": len(cited), "count": len(later)}
        yield Hit(HEADER_ID, told, form="one" if len(later) == 1 else "")


def _is_later(held: date | None, than: date | None) -> bool:
    return held is not None and than is not None and held > than


def _copied_curves(checked: Checked) -> Iterator[Hit]:
    """The drawn scores of two personas are the same wherever both have one, at 3 steps or more."""
    curves: dict[str, dict[str, float]] = {}
    first: dict[str, str] = {}
    for id, card in checked.cards(LaneKind.EMOTION):
        persona = card.persona or checked.map.lanes[card.lane].persona
        if card.score is not None and card.basis == "assumed" and persona in checked.library.personas:
            curves.setdefault(persona, {})[card.step] = card.score
            first.setdefault(persona, id)
    for one, other in combinations(curves, 2):
        shared = curves[one].keys() & curves[other].keys()
        if len(shared) >= FEWEST_CITED and all(curves[one][step] == curves[other][step] for step in shared):
            names = {"persona": checked.library.personas[other].name, "first": checked.library.personas[one].name}
            yield Hit(first[other], names | {"count": len(shared)}, "score", form="curve")


def _overconfidence(checked: Checked) -> Found:
    """Numbers of fewer than 5, and moments of truth that one excerpt alone speaks for."""
    for id, card in checked.cards(*LaneKind):
        strongest = max(card.evidence, key=lambda one: STRENGTH[grade_of(one, checked.library.ground)], default=None)
        if strongest is not None and strongest.n is not None and strongest.n < FEWEST_N:
            yield Hit(id, checked.spot(card) | {"count": strongest.n}, "evidence", form="few")
    for id, card in checked.cards(LaneKind.TOUCHPOINTS):
        if card.moment_of_truth and _speaking(checked, card) == [Grade.HEARD]:
            yield Hit(id, _called(checked, card), "evidence", form="single")


def _speaking(checked: Checked, moment: Card) -> list[Grade]:
    """The grades of all that is cited at the step of a moment of truth."""
    beside = [card for card in checked.map.cards.values() if card.step == moment.step]
    grades = [grade_of(one, checked.library.ground) for card in beside for one in card.evidence]
    return [one for one in grades if one is not Grade.ASSUMED]


def _called(checked: Checked, card: Card) -> Told:
    shared = checked.library.touchpoints.get(card.touchpoint)
    spot = checked.spot(card)
    return spot | {"text": spot["text"] or (shared.name if shared else "")}


def _uncovered(checked: Checked) -> Found:
    """The personas of the map whom no source covers that the map cites, once it cites any."""
    sources = [checked.library.sources[id] for id in {id for id, _ in _cited(checked)}]
    covered = {persona for source in sources for persona in source.personas}
    segments = {source.segment.strip().casefold() for source in sources} - {""}
    for id in _personas(checked) if sources else ():
        persona = checked.library.personas[id]
        if id not in covered and persona.segment.strip().casefold() not in segments:
            form = "segment" if persona.segment.strip() else ""
            yield Hit(HEADER_ID, {"persona": persona.name, "segment": persona.segment}, "personas", form=form)


def _personas(checked: Checked) -> list[str]:
    """The personas of the map, its lanes and its cards, each once."""
    of_lanes = [lane.persona for lane in checked.map.lanes.values()]
    of_cards = [card.persona for card in checked.map.cards.values()]
    named = dict.fromkeys([*checked.map.header.personas, *of_lanes, *of_cards])
    return [id for id in named if id in checked.library.personas]


def _cited(checked: Checked) -> list[tuple[str, Card]]:
    """Each citation of a source that is there, with the card that cites it."""
    cards = [card for _, card in checked.cards(*LaneKind)]
    return [(one.source, card) for card in cards for one in _of_sources(checked, card)]


def _of_sources(checked: Checked, card: Card) -> Iterator[Evidence]:
    return (one for one in card.evidence if one.source in checked.library.sources)


def _reads_data(checked: Checked) -> bool:
    return any(one.dataset and not one.source for card in checked.map.cards.values() for one in card.evidence)


BIAS = {
    "assumption-bias": Check(Level.NOTE, _assumption),
    "selection-bias": Check(Level.NOTE, _selection),
    "confirmation-bias": Check(Level.NOTE, _confirmation),
    "anchoring": Check(Level.NOTE, _anchoring),
    "overconfidence": Check(Level.WARNING, _overconfidence),
    "uncovered-persona": Check(Level.NOTE, _uncovered),
}
