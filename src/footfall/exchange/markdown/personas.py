"""A persona told under headings → a persona of the library."""

import re
from collections import Counter
from typing import Any

from footfall.exchange.cards import card_of
from footfall.exchange.markdown.blocks import Block, blocks, inline, nested
from footfall.exchange.sketch import Sketches
from footfall.exchange.vocabulary import plain

_NAMED = re.compile(r"persona\s*(?:\d+\s*)?[:–—-]\s*(.+?)(?:\s+[-–—]\s+[\"“](.+)[\"”])?", re.IGNORECASE)
# Label or heading → field. Where several say the same field, what each says comes after the other.
FIELDS = {
    "job title": "role",
    "role": "role",
    "functie": "role",
    "rol": "role",
    "key responsibilities": "does",
    "responsibilities": "does",
    "verantwoordelijkheden": "does",
    "platform interaction points": "does",
    "typical daily workflow": "does",
    "daily workflow": "does",
    "behaviors": "does",
    "gedrag": "does",
    "primary goals": "goals",
    "goals": "goals",
    "doelen": "goals",
    "success metrics": "gains",
    "gains": "gains",
    "motivations": "motivations",
    "motivaties": "motivations",
    "drijfveren": "motivations",
    "what drives them at work": "quote",
    "quote": "quote",
    "citaat": "quote",
    "major pain points": "pains",
    "pain points": "pains",
    "pains": "pains",
    "pijnpunten": "pains",
    "frustrations": "frustrations",
    "frustraties": "frustrations",
    "quotes from research": "says",
    "quotes": "says",
    "citaten": "says",
    "says": "says",
    "thinks": "thinks",
    "feels": "feels",
    "hears": "hears",
    "sees": "sees",
    "does": "does",
    "needs": "needs",
    "must have": "needs:",
    "should have": "needs:",
    "nice to have": "needs:",
    "behoeften": "needs",
    "primary tools": "facts",
    "tools": "facts",
    "specific skills": "facts",
    "overall technical proficiency": "facts:",
    "time allocation": "facts",
    "team": "facts:",
    "reporting structure": "facts:",
    "demographics": "facts",
    "location": "facts:",
    "age": "facts:",
    "leeftijd": "facts:",
    "woonplaats": "facts:",
    "background": "bio",
    "bio": "bio",
    "achtergrond": "bio",
    "learning style": "bio:",
    "comfort with new tools": "bio:",
    "communication preferences": "bio:",
    "decision making style": "bio:",
    "approach to problem solving": "bio:",
    "attitude toward platform": "bio:",
    "based on": "evidence:",
    "validation": "evidence:",
}
LISTS = {
    "does",
    "goals",
    "gains",
    "motivations",
    "pains",
    "frustrations",
    "says",
    "thinks",
    "feels",
    "hears",
    "sees",
    "needs",
    "facts",
}
# Headings under which every label says how the person acts.
ACTING = {"journey touchpoints", "klantreis"}


def is_persona(text: str) -> bool:
    """Whether a text describes one person under headings."""
    found = blocks(text)
    named = [block for block in found if block.kind == "heading" and _NAMED.fullmatch(block.text)]
    told = {
        FIELDS[plain(block.label or block.text)].rstrip(":")
        for block in found
        if plain(block.label or block.text) in FIELDS
    }
    return len(named) == 1 and len(told & LISTS) > 1


def read_persona(text: str, file: Sketches) -> None:
    """Add the persona of a document to a file."""
    reading = _Reading(file)
    for block in nested(blocks(text)):
        reading.take(block)
    reading.finish()


class _Reading:
    """One document on its way to a persona."""

    def __init__(self, file: Sketches) -> None:
        self.file, self.name = file, ""
        self.target = self.section = self.prefix = ""
        self.fields: dict[str, list[str]] = {}
        self.unplaced: Counter[tuple[str, int]] = Counter()

    def take(self, block: Block) -> None:
        if block.kind == "heading":
            self._heading(block)
        elif block.kind == "label" and (self._names(block.label) or self.section in ACTING):
            self.target = self._names(block.label) or "does:"
            self.prefix = f"{block.label}: "
            if block.text:
                self._say(block.text)
        elif self.target and block.kind in ("item", "quote", "text"):
            self._say(block.text)
        else:
            self._leave(f"{block.label}: {block.text}" if block.label else block.text, block.line)

    def _names(self, label: str) -> str:
        return FIELDS.get(plain(label), "")

    def _heading(self, block: Block) -> None:
        self.target, self.section, self.prefix = self._names(block.text), plain(block.text), ""
        if named := _NAMED.fullmatch(block.text):
            self.name = named[1]
            if named[2]:
                self.fields.setdefault("facts", []).append(named[2])

    def _say(self, text: str) -> None:
        field, said = self.target.removesuffix(":"), inline(text)
        if field in ("says", "quote"):
            said = str(card_of("quotes", said)["text"])
        if self.target.endswith(":"):
            said = self.prefix + said
            if field == "bio":
                self.prefix = ""  # a text goes on; a list says it at each
        self.fields.setdefault(field, []).append(said)

    def _leave(self, text: str, line: int) -> None:
        if text.strip():
            self.unplaced[inline(text)[:60], line] += 1

    def finish(self) -> None:
        self.file.shared(
            "persona",
            self.name or self.file.name,
            **{name: self._value(name, said) for name, said in self.fields.items()},
        )
        for text, line in self.unplaced:
            self.file.note(f"'{text}' has no place in a persona.", line)

    def _value(self, field: str, said: list[str]) -> Any:
        if field in LISTS:
            return said
        if field == "evidence":
            return [{"note": note} for note in said]
        return said[0] if field in ("role", "quote") else "\n".join(said)
