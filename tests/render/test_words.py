"""Both languages say the same things."""

from string import Formatter

from footfall.journey.records import LaneKind
from footfall.render.lanes import LOOKS
from footfall.render.words import EN, NL


def parts(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def test_both_languages_have_the_same_keys_with_the_same_parts() -> None:
    assert {key: parts(text) for key, text in EN.items()} == {key: parts(text) for key, text in NL.items()}


def test_every_kind_of_lane_has_a_name_and_a_look() -> None:
    assert set(LOOKS) == set(LaneKind)
    assert {f"lane.{kind.value}" for kind in LaneKind} == {key for key in EN if key.startswith("lane.")}
