"""What people write for an emotion: a word, a face, a number, an intensity of five, or how one turns into another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from footfall.exchange.markdown.blocks import squeezed
from footfall.exchange.vocabulary import plain

FACES = {
    -2: "😡🤬😭😱😤💔👿😠😫😩🥵",
    -1: "😟🙁☹😞😣😖😕😢😰😨😥😓😒😔😬👎😐️⬇",
    0: "😐😶🤔😑🫤🙄",
    1: "🙂😊☺😌😀😃😄😁👍😅⬆🙌💪",
    2: "😍🤩🥳😆🎉❤🥰😎💯⭐",
}
SIDES = {face: side for side, faces in FACES.items() for face in faces if face != "\ufe0f"}
SIDES["😐"] = 0
WORDS = {
    -2: "angry, furious, desperate, terrified, panicked, awful, terrible, hate, devastated, boos, woedend, wanhopig",
    -1: "frustrated, annoyed, anxious, nervous, worried, overwhelmed, confused, stressed, sad, disappointed, "
    "impatient, alarmed, uncertain, irritated, bored, negative, bad, unhappy, afraid, doubtful, tense, gefrustreerd, "
    "geirriteerd, bezorgd, onzeker, verward, gespannen, teleurgesteld, ongeduldig, negatief, slecht, ontevreden",
    0: "neutral, cautious, focused, reflective, curious, learning, calm, ok, okay, indifferent, mixed, neutraal, "
    "nieuwsgierig, rustig, afwachtend",
    1: "hopeful, relieved, satisfied, confident, happy, glad, encouraged, pleased, content, accomplished, engaged, "
    "positive, good, interested, reassured, trusting, blij, tevreden, opgelucht, hoopvol, positief, goed, zeker",
    2: "delighted, excited, proud, fulfilled, thrilled, ecstatic, great, love, amazed, enthusiastic, verrukt, trots, "
    "enthousiast, geweldig",
}
SIDE_OF_WORD = {word: side for side, listed in WORDS.items() for word in map(plain, listed.split(","))}
_ARROW = re.compile(r"\s*(?:→|⇒|➔|->|=>)\s*")
_INTENSITY = re.compile(
    r"[(\[]?\s*(?:intensity|intensiteit)?\s*:?\s*(\d(?:\.\d)?\s*/\s*5(?:\s*(?:→|->)\s*\d(?:\.\d)?\s*/\s*5)*)\s*[)\]]?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?:\s+([^\s/\d].*))?", re.DOTALL)


@dataclass(frozen=True)
class Scale:
    """What the numbers of a column mean."""

    low: float
    high: float

    def score(self, number: float) -> float:
        """A number on the scale from -2 to +2."""
        share = (number - self.low) / (self.high - self.low)
        return round(min(max(share, 0), 1) * 4 - 2, 2)


SCALES = (Scale(-2, 2), Scale(-5, 5), Scale(1, 5), Scale(0, 10), Scale(0, 100))


def scale_of(texts: Iterable[str]) -> Scale | None:
    """The scale of a column's numbers: signed ones are -2 to +2 or -5 to +5, others 1 to 5, 0 to 10 or 0 to 100."""
    found = [number[1] for text in texts if (number := _NUMBER.fullmatch(text))]
    numbers = [float(number.replace(",", ".")) for number in found]
    signed = any(number[0] in "+-" for number in found)
    fitting = (scale for scale in SCALES if (scale.low < 0) == signed)
    return next((s for s in fitting if numbers and s.low <= min(numbers) and max(numbers) <= s.high), None)


def emotions(text: str, scale: Scale | None = None) -> list[dict[str, Any]]:
    """The fields of the emotion cards that a text means, one for each emotion in a row of arrows."""
    text = squeezed(text.strip())
    if drawn := _NUMBER.fullmatch(text):
        return [_numbered(drawn[1], drawn[2] or "", scale)]
    strengths = [float(part.split("/")[0]) for found in _INTENSITY.findall(text) for part in _ARROW.split(found)]
    rest = _INTENSITY.sub(" ", text)
    faces = [letter for letter in rest if letter in SIDES]
    words = [word for part in _ARROW.split(_without_faces(rest)) if (word := part.strip(" ,;:-–()[]\ufe0f"))]
    count = max(len(words), len(strengths), 1)
    return [_emotion(_at(words, place), _at(faces, place), _at(strengths, place)) for place in range(count)]


def _numbered(number: str, rest: str, scale: Scale | None) -> dict[str, Any]:
    """A number with a word behind it; one on no scale is only what was written."""
    said = emotions(rest)[0] if rest else {}
    if scale is None:
        return {"text": f"{number} {rest}".strip()}
    return said | {"score": scale.score(float(number.replace(",", ".")))}


def _without_faces(text: str) -> str:
    return "".join(letter for letter in text if letter not in SIDES and letter != "\ufe0f")


def _at(found: Sequence[Any], place: int) -> Any:
    """The one of this place; where fewer were written, the last of them holds on."""
    return found[min(place, len(found) - 1)] if found else None


def _emotion(word: str | None, face: str | None, strength: float | None) -> dict[str, Any]:
    side = SIDES[face] if face else _side_of(word or "")
    said = " ".join(filter(None, (face, f"intensity {strength:g}/5" if strength is not None else None)))
    fields: dict[str, Any] = {"feeling": word, "text": said}
    if side is not None:
        fields["score"] = _score(side, strength)
    return fields


def _score(side: int, strength: float | None) -> float:
    """The side that the face or the word gives, as far out as the intensity says."""
    if strength is None or side == 0:
        return float(side)
    return round((1 if side > 0 else -1) * min(strength, 5) * 2 / 5, 2)


def _side_of(words: str) -> int | None:
    sides = [SIDE_OF_WORD[word] for word in plain(words).split() if word in SIDE_OF_WORD]
    return max(sides, key=abs) if sides else None
