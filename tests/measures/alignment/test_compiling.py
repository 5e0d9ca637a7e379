"""A drawn map as a model: what may follow what, read off columns, links and marks."""

from itertools import pairwise, permutations, product

import pytest

from footfall.measures.alignment.acceptor import Acceptor
from tests.measures.alignment.drawn import Drawn, compiled, least_cost

LONGEST = 4


def fitting(acceptor: Acceptor) -> set[str]:
    """The paths of up to four events that cost nothing; a step's event is its name in small letters."""
    own = range(1, len(acceptor.own) + 1)
    shows = [[state for state in range(1, acceptor.end) if acceptor.origins[state] == one] for one in own]
    paths = (path for length in range(LONGEST + 1) for path in product(range(len(shows)), repeat=length))
    fits = [path for path in paths if least_cost(acceptor, shows, path) == 0]
    return {"".join(acceptor.steps[symbol].lower() for symbol in path) for path in fits}


@pytest.mark.parametrize(
    ("steps", "links", "paths"),
    [
        ("A B C", [], {"abc"}),
        ("A B? C", [], {"abc", "ac"}),
        ("A B+", [], {"ab", "abb", "abbb"}),
        ("A B C", [("A", "C", "next")], {"abc", "ac"}),
        ("A B C", [("A", "B", "next"), ("B", "C", "hand-over")], {"abc"}),
        ("A B C D", [("A", "D", "branch")], {"abcd", "ad"}),
        ("A B C", [("A", "B", "branch"), ("A", "C", "branch")], {"ab", "abc", "ac"}),
        ("A B C", [("A", "B", "branch"), ("A", "C", "branch"), ("B", "C", "loop")], {"ab", "abc", "ac"}),
        ("A B C D", [("A", "B", "branch"), ("A", "C", "branch"), ("B", "D", "next")], {"abd", "acd"}),
        ("A B", [("B", "A", "loop")], {"ab", "abab"}),
        ("A B", [("B", "A", "two-way")], {"ab", "abab"}),
        ("A B C", [("A", "C", "two-way")], {"abc", "ac", "acac"}),
        ("A B", [("A", "A", "loop")], {"ab", "aab", "aaab"}),
        ("A B", [("B", "A", "next")], {"ab", "abab"}),
        ("A B C", [("A", "B", "parallel")], {"abc", "bac"}),
        ("A B C? D", [("B", "C", "parallel")], {"abd", "abcd", "acbd"}),
        ("A B+ C", [("B", "C", "parallel")], {"abc", "acb", "abbc", "abcb", "acbb"}),
        ("A B C", [("A", "B", "parallel"), ("B", "C", "parallel")], {"abc", "acb", "bac", "bca", "cab", "cba"}),
        ("A B C", [("A", "B", "parallel"), ("C", "A", "loop")], {"abc", "bac"}),
        ("A B", [("A", "A", "parallel")], {"ab"}),
        ("", [], {""}),
    ],
)
def test_a_map_accepts_the_paths_that_it_draws(steps: str, links: list[Drawn], paths: set[str]) -> None:
    found = compiled(steps, links)
    assert (fitting(found.acceptor), found.entered, found.ending) == (paths, (), ())


def test_a_step_that_no_event_can_show_is_passed_over_at_no_cost_and_named() -> None:
    found = compiled("A B C", unseen="B")
    assert (found.unseen, found.acceptor.free, fitting(found.acceptor)) == (("B",), (False, True, False), {"abc", "ac"})


def test_a_step_that_no_way_leads_to_is_entered_from_its_left_and_named() -> None:
    found = compiled("A B C D", [("A", "D", "next"), ("C", "B", "next")])
    assert (found.entered, "ad" in fitting(found.acceptor)) == (("B",), True)


def test_a_loop_without_an_exit_may_be_left_anywhere_and_is_named() -> None:
    found = compiled("A B C", [("A", "B", "next"), ("B", "A", "next"), ("A", "C", "next"), ("C", "A", "next")])
    assert fitting(found.acceptor) >= {"ac", "abac"}
    lost = compiled("A B C D", [("A", "B", "next"), ("B", "A", "next"), ("D", "C", "next")])
    assert (lost.entered, lost.ending) == (("C",), ())


def test_a_map_whose_steps_all_lead_to_each_other_says_only_where_it_begins_and_ends() -> None:
    found = compiled("A B C", [(one, other, "next") for one, other in permutations("ABC", 2)])
    paths = ("".join(path) for length in range(1, LONGEST + 1) for path in product("abc", repeat=length))
    moving = {path for path in paths if all(one != other for one, other in pairwise(path))}
    assert fitting(found.acceptor) == {path for path in moving if path[0] == "a" and path[-1] == "c"}
    assert (found.entered, found.ending) == ((), ())


def test_links_that_lead_nowhere_count_for_nothing() -> None:
    assert compiled("A B", [("A", "Z", "next"), ("Z", "B", "next")]).acceptor == compiled("A B").acceptor


def test_each_arc_names_the_links_that_draw_it() -> None:
    found = compiled("A B C", [("A", "B", "next"), ("C", "A", "loop"), ("A", "B", "two-way")])
    assert found.acceptor.arcs == {
        (0, 1): (),
        (1, 2): ("0", "2"),
        (2, 1): ("2",),
        (2, 3): (),
        (3, 1): ("1",),
        (3, 4): (),
    }


def test_the_ways_between_two_steps_pass_the_fewest_and_then_the_leftmost() -> None:
    ways = compiled("A B C D? E", [("A", "C", "branch")]).acceptor.ways
    assert [ways[0].to(6), ways[1].to(5), ways[2].to(3), ways[0].costs] == [
        (1, 3, 4, 5),
        (3, 4),
        (),
        (10**9, 0, 1, 1, 2, 2, 3),
    ]
    round_trip = compiled("A B C", [("C", "A", "loop")]).acceptor.ways[1]
    assert (round_trip.costs[1], round_trip.to(1)) == (2, (2, 3))


def test_more_than_four_steps_side_by_side_are_joined_no_further() -> None:
    links = [(one, other, "parallel") for one, other in zip("ABCD", "BCDE", strict=True)]
    found = compiled("A B C D E", links).acceptor
    assert (found.own, len(found.copies)) == (("A", "B", "C", "D", "E"), 28)
