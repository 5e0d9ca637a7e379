"""How alike an event's name and a touchpoint's are: only what the words themselves can tell, in English and Dutch."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import Field

from footfall.journey.records import Touchpoint
from footfall.measures.draft_names import words
from footfall.measures.likeness_words import LIGHT, MEANINGS
from footfall.measures.measure import Told

How = Literal["same", "form", "meaning", "beginning"]

LEAST = 0.5  # a score below this is chance
OFFERS = 3  # touchpoints offered for one event
MOST = 300  # events for which something is offered, the most frequent first
FIRST, NEXT, LIGHT_WEIGHT = 1.0, 0.8, 0.2  # what a word weighs: what the name is about comes first in an event's name
WORTH: dict[How, float] = {"same": 1.0, "form": 0.95, "meaning": 0.9, "beginning": 0.7}
BEGINNING = 4  # letters that two words must share at least
AS_BOUND_EVENT = 0.9  # a name like that of an event which is bound there already is a hint, not the name itself
FAINT = frozenset(LIGHT.split())
MEANING = {word: place for place, line in enumerate(MEANINGS) for word in line.split()}


class WordsAlike(Told):
    """Two words that speak for each other."""

    event: str = Field(description="The word in the event's name.")
    touchpoint: str = Field(description="The word in the touchpoint's name, or in the event that it has already.")
    how: How = Field(
        description="same: the same word. form: another form of it (viewed, view). meaning: the same thing, also in "
        "the other language (winkelmandje, basket). beginning: the same first letters (tracking, tracker)."
    )


class TouchpointOffer(Told):
    """A touchpoint of the library that an event may be."""

    touchpoint: str = Field(description="The touchpoint's id.")
    score: float = Field(
        ge=0, le=1, description="How alike the names are: 1 is the same; below 0.5 nothing is offered."
    )
    because: tuple[WordsAlike, ...] = Field(description="The words that speak for it.")
    like: str = Field("", description="The event of this touchpoint that the name is like; empty: its own name.")


class BindingProposal(Told):
    """What an unbound event may be."""

    event: str = Field(description="The event's name.")
    offers: tuple[TouchpointOffer, ...] = Field(description="Touchpoints that the library has, the most alike first.")
    name: str = Field(description="A readable name, should it become a touchpoint of its own.")


@dataclass(frozen=True)
class _Name:
    """A name as words with weights; names without a sign in common are not alike."""

    parts: tuple[tuple[str, float], ...]

    @cached_property
    def weight(self) -> float:
        return sum(weight for _, weight in self.parts)

    @cached_property
    def signs(self) -> frozenset[object]:
        heavy = [part for part, weight in self.parts if weight > LIGHT_WEIGHT]
        return frozenset(sign for part in heavy for sign in (base(part), _meaning(part), part[:BEGINNING])) - {None}


def proposals(events: Sequence[str], touchpoints: Mapping[str, Touchpoint]) -> tuple[BindingProposal, ...]:
    """What these events may be, by their names and those of the touchpoints and of the events that these have."""
    asked = events[:MOST]
    has = {id: _exact(touchpoint) for id, touchpoint in touchpoints.items()}
    every = [
        *asked,
        *(touchpoint.name for touchpoint in touchpoints.values()),
        *(name for own in has.values() for name in own),
    ]
    reading = _Reading(every, asked)
    found = []
    for event in asked:
        offers = [offer for id, one in touchpoints.items() if (offer := _best(reading, event, id, one.name, has[id]))]
        best = sorted(offers, key=lambda offer: -offer.score)[:OFFERS]
        found.append(BindingProposal(event=event, offers=tuple(best), name=fresh_name(event)))
    return tuple(found)


def _exact(touchpoint: Touchpoint) -> tuple[str, ...]:
    names = (name for binding in touchpoint.bindings for name in binding.events)
    return tuple(name for name in names if "*" not in name)


def _best(reading: "_Reading", event: str, id: str, name: str, has: Iterable[str]) -> TouchpointOffer | None:
    """The better reason: the touchpoint's own name, or that of an event which it has."""
    score, because = reading.compare(event, name)
    own = TouchpointOffer(touchpoint=id, score=round(score, 2), because=because)
    for known in has:
        if known != event:
            score, because = reading.compare(event, known)
            if score * AS_BOUND_EVENT > own.score:
                score = round(score * AS_BOUND_EVENT, 2)
                own = TouchpointOffer(touchpoint=id, score=score, because=because, like=known)
    return own if own.score >= LEAST and own.because else None


class _Reading:
    """Names as words: compounds joined where another name writes them as one, words in most events made light."""

    def __init__(self, names: Sequence[str], events: Sequence[str]) -> None:
        self._known = {part for name in names for part in words(name)} | MEANING.keys()
        counts = Counter(part for name in set(events) for part in set(self._parts(name)))
        self._common = {part for part, count in counts.items() if count > max(4, len(set(events)) / 2)}
        self._names = {name: self._weighed(name) for name in set(names)}

    def compare(self, event: str, other: str) -> tuple[float, tuple[WordsAlike, ...]]:
        """The shared weight of two names, twice, over the weight of both (Dice), and the heavy words that are alike."""
        one, two = self._names[event], self._names[other]
        if one.signs.isdisjoint(two.signs):
            return 0.0, ()
        shared, because, left = 0.0, [], list(two.parts)
        for word, weight in one.parts:
            pairs = [(WORTH[how], part, how) for part in left if (how := alike(word, part[0]))]
            if not pairs:
                continue
            worth, part, how = max(pairs, key=lambda pair: pair[0])
            left.remove(part)
            shared += worth * min(weight, part[1])
            if min(weight, part[1]) > LIGHT_WEIGHT:
                because.append(WordsAlike(event=word, touchpoint=part[0], how=how))
        total = one.weight + two.weight
        return (2 * shared / total if total else 0.0), tuple(because)

    def _parts(self, name: str) -> list[str]:
        """The words of a name; two that are one word elsewhere become one: check out, checkout; signed in, signin."""
        joined: list[str] = []
        for part in words(name):
            whole = self._joined(joined[-1], part) if joined else ""
            joined[-1 if whole else len(joined) :] = [whole or part]
        return joined

    def _joined(self, first: str, second: str) -> str:
        tried = (first + second, base(first) + second) if len(first) > 1 else ()
        return next((whole for whole in tried if whole in self._known), "")

    def _weighed(self, name: str) -> _Name:
        parts = self._parts(name)
        light = [part in FAINT or part in self._common or base(part) in FAINT or part.isdigit() for part in parts]
        if all(light):  # a name of nothing but light words is meant by them
            light = [False] * len(parts)
        first = light.index(False) if parts else 0
        heavy = [FIRST if place == first else NEXT for place in range(len(parts))]
        weights = [LIGHT_WEIGHT if is_light else weight for is_light, weight in zip(light, heavy, strict=True)]
        return _Name(tuple(zip(parts, weights, strict=True)))


@lru_cache(maxsize=100_000)
def base(word: str) -> str:
    """The base form of a word, English or Dutch."""
    import simplemma

    return str(simplemma.lemmatize(word, lang=("en", "nl"))).lower()


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> How | None:
    """How two words are alike, or not at all."""
    if one == other:
        return "same"
    if base(one) == base(other):
        return "form"
    meaning = _meaning(one)
    if meaning is not None and meaning == _meaning(other):
        return "meaning"
    shared = _shared(one, other)
    return "beginning" if shared >= BEGINNING and shared * 3 >= max(len(one), len(other)) * 2 else None


def _meaning(word: str) -> int | None:
    return MEANING.get(word, MEANING.get(base(word)))


def _shared(one: str, other: str) -> int:
    """How many first letters two words share."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def fresh_name(event: str) -> str:
    """A name to read: the heavy words of an event's name, or all of them where none is heavy."""
    parts = words(event)
    heavy = [part for part in parts if part not in FAINT and not part.isdigit()]
    text = " ".join(heavy or parts) or event.strip() or "?"
    return text[:1].upper() + text[1:]
