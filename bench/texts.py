"""How well the feeling of a comment is told, beside what its writers say that it is: `make quality`.

The comments of fixtures/texts were written for this: short, of many trades, with mistakes and some sarcasm. Those
marked `seen` were there while lists and rules were made, by the same people. No word was added for those marked
`held`: the first hundred came after the first lists, the others from a writer who had seen neither lists nor comments.
Many of the held ones tell facts without a word of feeling, which is what word lists understand least.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.texts.feeling import class_of, feeling
from footfall.texts.language import language_of

FOLDER = Path(__file__).resolve().parents[1] / "fixtures/texts"
CLASSES = ("negative", "neutral", "positive")

Pair = tuple[str, str]  # what the writer says, what was told


@dataclass(frozen=True)
class Comment:
    """One comment with what its writer says that it is."""

    is_held: bool
    said: str
    text: str


@dataclass(frozen=True)
class Figures:
    """Precision, recall and their harmonic mean of one class."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def comments(language: str) -> list[Comment]:
    lines = (FOLDER / f"comments.{language}.tsv").read_text("utf-8").splitlines()
    return [Comment(half == "held", said, text) for half, said, text in (line.split("\t") for line in lines)]


def told(some: Sequence[Comment], language: str) -> list[Pair]:
    found = [feeling(one.text, language) for one in some]
    return [(one.said, class_of(each.score) if each else "") for one, each in zip(some, found, strict=True)]


def accuracy(pairs: Sequence[Pair]) -> float:
    return sum(said == found for said, found in pairs) / len(pairs)


def figures(pairs: Sequence[Pair], name: str) -> Figures:
    hits = sum(said == found == name for said, found in pairs)
    found, said = sum(pair[1] == name for pair in pairs), sum(pair[0] == name for pair in pairs)
    return Figures(hits / found if found else 0.0, hits / said if said else 0.0)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean of the classes' F1: each class counts alike, however rare."""
    return sum(figures(pairs, name).f1 for name in CLASSES) / len(CLASSES)


def main() -> None:
    for language in ("en", "nl"):
        every = comments(language)
        right = sum(language_of(one.text) == language for one in every)
        print(f"{language}: {len(every)} comments; the language is told of {right}")
        parts = {
            "all": every,
            "seen": [one for one in every if not one.is_held],
            "held": [one for one in every if one.is_held],
        }
        for name, some in parts.items():
            pairs = told(some, language)
            print(f"  {name:4}  n {len(some):3}  accuracy {accuracy(pairs):.3f}  macro-F1 {macro_f1(pairs):.3f}")
            for each in CLASSES:
                one = figures(pairs, each)
                print(f"        {each:8}  precision {one.precision:.3f}  recall {one.recall:.3f}  F1 {one.f1:.3f}")


if __name__ == "__main__":
    main()
