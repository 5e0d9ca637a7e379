"""How one language asks customers, and says why something is worth asking."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from footfall.journey.records import LaneKind

TARGET = "target"  # beside the kinds of lanes: what a future map aims at


class Place(StrEnum):
    """In which third of the journey a step stands."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Asking:
    """Questions for one kind of lane: two for anywhere, and one for each third of the journey."""

    first: str
    second: str
    begin: str
    middle: str
    end: str

    def at(self, place: Place) -> tuple[str, str, str]:
        """The questions for one place, with holes for its step."""
        return self.first, getattr(self, place.value), self.second


@dataclass(frozen=True)
class Words:
    """One language."""

    bank: Mapping[str, Asking]
    reasons: Mapping[str, str]
    severities: Mapping[str, str]
    unnamed: str  # in place of a step's name

    def questions(self, kind: LaneKind | str, place: Place, step: str) -> tuple[str, ...]:
        """What to ask of one thing taken for granted."""
        return tuple(question.format(step=step or self.unnamed) for question in self.bank[kind].at(place))
