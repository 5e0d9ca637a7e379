"""Bindings: which events are a touchpoint."""

import pytest

from footfall.journey.questions import Reach
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, bound, put

KNOWN = [
    Combination(0, "page: home", "web"),
    Combination(1, "page: pay", "web"),
    Combination(2, "page: pay", "app"),
    Combination(3, "pay.done (1)", "app"),
    Combination(4, "line\nbreak", ""),
]


@pytest.mark.parametrize(
    ("events", "channels", "numbers"),
    [
        (["page: pay"], [], {1, 2}),
        (["page: pay"], ["app"], {2}),
        (["page: *"], [], {0, 1, 2}),
        (["*pay*"], ["app"], {2, 3}),
        (["pay.done (*)"], [], {3}),
        (["payXdone (1)"], [], set()),
        (["*"], [], {0, 1, 2, 3, 4}),
        (["line*break"], [""], {4}),
        (["Page: pay"], [], set()),
    ],
)
def test_a_star_stands_for_any_text_and_all_else_for_itself(
    events: list[str], channels: list[str], numbers: set[int]
) -> None:
    touchpoint = Touchpoint.model_validate({"name": "x", "bindings": [{"events": events, "channels": channels}]})
    assert bound(touchpoint, KNOWN) == numbers


def test_a_touchpoint_that_the_library_lacks_has_no_events() -> None:
    asked = put(Reach(at=("gone",)), {}, KNOWN)
    assert (asked.places, asked.is_bound) == ((frozenset(),), False)
