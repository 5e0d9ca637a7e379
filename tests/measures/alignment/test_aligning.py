"""Paths aligned to maps: at the least cost, one alignment of several by a rule."""

from itertools import product
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.measures.alignment import aligning
from footfall.measures.alignment.acceptor import BEGIN, Acceptor
from footfall.measures.alignment.aligning import LOG, Aligned, Paths, align
from tests.measures.alignment.drawn import compiled, least_cost

NAMES = "ABCDE"
steps = st.lists(st.sampled_from(["", "?", "+", "?+"]), max_size=5).map(
    lambda marks: " ".join(name + mark for name, mark in zip(NAMES, marks, strict=False))
)
kinds = st.sampled_from(["next", "branch", "loop", "two-way", "hand-over", "parallel"])
links = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), kinds), max_size=6)
symbols = st.lists(st.sets(st.integers(1, 5), max_size=3), min_size=1, max_size=6)


def packed(paths: list[list[int]]) -> Paths:
    starts = np.cumsum([0, *(len(path) for path in paths)])
    return Paths(np.array([symbol for path in paths for symbol in path], np.int32), starts)


@st.composite
def cases(draw: Any) -> tuple[Acceptor, list[list[int]], list[list[int]]]:
    acceptor = compiled(draw(steps), draw(links), draw(st.sampled_from(["", "B", "AC"]))).acceptor
    shows = [sorted(state for state in one if state < acceptor.end) for one in draw(symbols)]
    path = st.lists(st.integers(0, len(shows) - 1), max_size=7)
    return acceptor, shows, draw(st.lists(path, max_size=6))


def taken_by(found: Aligned, paths: Paths) -> list[list[int]]:
    return [part.tolist() for part in np.split(found.taken, paths.starts[1:-1])][: len(paths)]


def replayed(acceptor: Acceptor, taken: list[int]) -> int:
    """What a choice of steps for events costs."""
    states = [BEGIN, *(state for state in taken if state != LOG)]
    ways = zip(states, [*states[1:], acceptor.end], strict=True)
    return taken.count(LOG) + sum(acceptor.ways[source].costs[target] for source, target in ways)


@settings(max_examples=500)
@given(cases())
def test_every_path_is_aligned_at_the_least_cost(case: Any) -> None:
    acceptor, shows, many = case
    paths = packed(many)
    found = align(acceptor, shows, paths)
    assert found.costs.tolist() == [least_cost(acceptor, shows, path) for path in many]
    assert found.costs.tolist() == [replayed(acceptor, taken) for taken in taken_by(found, paths)]


@settings(max_examples=200)
@given(cases())
def test_of_several_alignments_the_one_that_takes_events_early_and_for_the_leftmost_step(case: Any) -> None:
    acceptor, shows, many = case
    short = [path[:4] for path in many]
    paths = packed(short)
    found = taken_by(align(acceptor, shows, paths), paths)
    for path, taken in zip(short, found, strict=True):
        choices = [list(one) for one in product(*([*shows[symbol], LOG] for symbol in path))]
        cheapest = [one for one in choices if replayed(acceptor, one) == replayed(acceptor, taken)]
        assert taken == min(cheapest, key=lambda one: [acceptor.end if state == LOG else state for state in one])


def test_paths_that_do_not_fit_into_memory_at_once_are_aligned_in_portions(monkeypatch: Any) -> None:
    acceptor, shows = compiled("A B C").acceptor, [[1], [2], [3]]
    paths = packed([[0, 1, 2], [], [0, 2, 1], [2], [0, 1, 2, 2, 1]])
    at_once = align(acceptor, shows, paths)
    monkeypatch.setattr(aligning, "CELLS", 10)
    in_portions = align(acceptor, shows, paths)
    assert at_once.costs.tolist() == in_portions.costs.tolist() == [0, 3, 2, 2, 2]
    assert at_once.taken.tolist() == in_portions.taken.tolist() == [1, 2, 3, 1, 3, LOG, 3, 1, 2, 3, LOG, LOG]


def test_a_path_of_many_thousand_events_costs_what_its_parts_cost() -> None:
    acceptor = compiled("A B", [("B", "A", "loop")]).acceptor
    path = [0, 1] * 2_000 + [2] * 2_000
    assert align(acceptor, [[1], [2], []], packed([path])).costs.tolist() == [2_000]


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcd"), max_size=7), st.sampled_from(["", "B", "C"]))
def test_steps_side_by_side_cost_what_the_better_of_their_two_orders_costs(path: list[str], unseen: str) -> None:
    either = [compiled(steps, [], unseen).acceptor for steps in ("A B C D", "A C B D")]
    both = compiled("A B C D", [("C", "B", "parallel")], unseen).acceptor

    def cost(acceptor: Acceptor) -> int:
        shows = [[state for state, step in enumerate(acceptor.steps, 1) if step == name] for name in "ABCD"]
        return int(align(acceptor, shows, packed([["abcd".index(event) for event in path]])).costs[0])

    assert cost(both) == min(map(cost, either))
