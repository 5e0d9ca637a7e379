"""How one language tells what checks found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from footfall.journey.checks.finding import Hit

SHOWN = 40  # characters of a card's text that a sentence quotes


@dataclass(frozen=True)
class Explanation:
    """One check in words: what it finds, a sentence for each form of that, why it matters, and what to do."""

    meaning: str
    sentences: Mapping[str, str]
    reason: str
    fix: str


def one(sentence: str) -> dict[str, str]:
    """The sentence of a check whose findings have one form."""
    return {"": sentence}


@dataclass(frozen=True)
class Words:
    """One language."""

    of: Mapping[str, Explanation]
    sources: Mapping[str, str]  # the kinds of sources, several of them
    nothing: str  # in place of a card's words
    at: str  # where a card stands
    nowhere: str  # the same in a step without a name
    missing: Mapping[str, str]  # what an opportunity may lack
    types: Mapping[str, str]  # the kinds of records, where they are not called as in the code

    def sentence(self, code: str, hit: Hit) -> str:
        """What was found at one record."""
        told = dict(hit.told) | dict(self._worded(hit.told))
        return self.of[code].sentences[hit.form].format_map(told)

    def _worded(self, told: Mapping[str, str | int]) -> Iterator[tuple[str, str]]:
        """What a sentence does not say as it is."""
        if "text" in told:
            yield "what", self._quoted(str(told["text"]))
        if "step" in told:
            yield "where", self.at.format(step=told["step"]) if told["step"] else self.nowhere
        if "missing" in told:
            yield "missing", ", ".join(self.missing[name] for name in str(told["missing"]).split(","))
        if "kind" in told:
            yield "kind", self.sources[str(told["kind"])]
        if "type" in told:
            yield "type", self.types.get(str(told["type"]), str(told["type"]))

    def _quoted(self, text: str) -> str:
        words = " ".join(text.split())
        return f"'{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}'" if words else self.nothing
