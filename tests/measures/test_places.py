"""Bindings: which events are a touchpoint."""

import pytest

from footfall.journey.questions import Reach
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, bound
from footfall.measures.putting import put

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


PLANS = [
    Combination(0, "pay", "web", 5, (("country", "NL"), ("plan", "pro"))),
    Combination(1, "pay", "app", 4, (("country", "BE"), ("plan", "pro plus"))),
    Combination(2, "pay", "web", 3, (("country", "NL"),)),
    Combination(3, "look", "web", 2, (("country", "NL"), ("plan", "pro"))),
]


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ([], {0, 1, 2}),
        ([{"attribute": "plan", "values": ["pro"]}], {0}),
        ([{"attribute": "plan", "values": ["pro*"]}], {0, 1}),
        ([{"attribute": "plan", "values": ["free", "pro plus"]}], {1}),
        ([{"attribute": "plan", "values": ["*"]}], {0, 1}),
        ([{"attribute": "plan", "values": ["pro*"]}, {"attribute": "country", "values": ["NL"]}], {0}),
        ([{"attribute": "Plan", "values": ["pro"]}], set()),
    ],
)
def test_all_conditions_of_a_binding_hold_and_an_event_without_the_attribute_fulfils_none(
    where: list[dict[str, object]], numbers: set[int]
) -> None:
    touchpoint = Touchpoint.model_validate({"name": "x", "bindings": [{"events": ["pay"], "where": where}]})
    assert bound(touchpoint, PLANS) == numbers
