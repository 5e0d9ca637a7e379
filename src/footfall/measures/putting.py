"""Questions as they are put to a dataset: their places and their filter as the data know them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.journey.questions import Question
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, resolved
from footfall.measures.within import WHOLE, Within, within


@dataclass(frozen=True)
class Put:
    """A question as it is put to a dataset: its places as combinations, and as words for people."""

    question: Question
    places: tuple[frozenset[int], ...]
    names: tuple[str, ...]
    within: Within = WHOLE

    @property
    def is_bound(self) -> bool:
        """Whether every place has events or answers in this dataset."""
        return all(self.places)


def put(question: Question, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]) -> Put:
    """Resolve the touchpoints that a question names; one that the library lacks has no events."""
    found = [resolved(place, touchpoints, combinations) for place in places_of(question)]
    filtered = within(question.only, touchpoints, combinations)
    return Put(question, tuple(place for place, _ in found), tuple(name for _, name in found), filtered)


def places_of(question: Question) -> tuple[tuple[str, ...], ...]:
    """The places of a question, in the order in which it speaks of them."""
    match question.kind:
        case "flow":
            return question.source, question.target
        case "funnel":
            return question.places
        case "drop-off":
            return question.at, question.onward
        case _:
            return (question.at,)
