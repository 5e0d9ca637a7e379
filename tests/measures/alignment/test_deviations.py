"""Planted deviations are recovered, and every number of an alignment equals a slow count and opens its customers."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.measures.alignment.alphabet import CODED, FAILED, KIND, SHARES, Alphabet, Kind
from footfall.measures.alignment.compiling import Compiled
from footfall.measures.alignment.laying import lay
from footfall.measures.alignment.telling import Named, Telling
from footfall.measures.alignment.told import Counted
from tests.measures.alignment import oracle
from tests.measures.alignment.drawn import Drawn, compiled
from tests.measures.alignment.test_aligning import links, steps, symbols


def told(map: Compiled, paths: Sequence[str], links: Sequence[Drawn] = (), unmapped: bool = True) -> Telling:
    """Paths laid beside a map: "a" is the event of step A, "a!" one that failed, ".a" of unknown order in its day.

    "x" is of a touchpoint that the map does not draw, "y" and "z" are of none.
    """
    states: dict[str, list[int]] = {}
    for state, step in enumerate(map.acceptor.steps, 1):
        states.setdefault(step, []).append(state)
    kinds = [Kind(tuple(one), step.lower(), (step.lower(),), True) for step, one in states.items()]
    kinds += [Kind((), "x", ("x",), True), Kind((), "event:y", ("y",), False), Kind((), "event:z", ("z",), False)]
    symbols = {kind.node.removeprefix("event:"): number * KIND for number, kind in enumerate(kinds)}
    read = [[_symbol(event, symbols) for event in path.split()] for path in paths]
    drawn = {str(number): (source, target) for number, (source, target, _) in enumerate(links)}
    return laid(map, kinds, read, drawn, unmapped)


def laid(
    map: Compiled,
    kinds: Sequence[Kind],
    paths: Sequence[Sequence[int]],
    links: dict[str, tuple[str, str]],
    unmapped: bool = True,
) -> Telling:
    """Paths of symbols laid beside a map, customer by customer."""
    variants: dict[tuple[int, ...], list[int]] = {}
    for customer, path in enumerate(paths):
        variants.setdefault(tuple(path), []).append(customer)
    found = pa.table(
        {
            "path": pa.array(list(variants), pa.list_(pa.int64())),
            "customers": pa.array(list(variants.values()), pa.list_(pa.int32())),
        }
    )
    alphabet = Alphabet(tuple(kinds), pa.Table.from_pylist([], CODED))
    named = Named({step: step for step in map.acceptor.steps}, links, {"x": "X"})
    return Telling(map, kinds, lay(map.acceptor, alphabet, found, unmapped=unmapped), named)


def _symbol(event: str, symbols: dict[str, int]) -> int:
    return symbols[event.strip(".!")] + FAILED * event.endswith("!") + SHARES * event.startswith(".")


def numbers(telling: Telling) -> dict[str, dict[str, int]]:
    """The numbers of each step that are not 0."""
    said = {one.step: one.model_dump(exclude={"step", "name", "seen"}) for one in telling.steps()}
    return {step: {what: count for what, count in counts.items() if count} for step, counts in said.items()}


def stories(telling: Telling) -> dict[str, int]:
    return {telling.story(id, group).words: group.customers for id, group in telling.stories.items()}


def without_step(telling: Telling) -> int:
    return telling.alignment(dataset="", definition="").without_step


@pytest.mark.parametrize(
    ("steps", "links", "path", "story", "cost"),
    [
        ("A B C", [], "a b c", "", 0),
        ("A B C", [], "a c", "“B” missing", 1),
        ("A B C", [], "a b", "stopped after “B”", 1),
        ("A B C", [], "", "no step done", 3),
        ("A B C D", [], "a x", "“X” ad hoc after “A”, then stopped after “A”", 4),
        ("A B C D", [], "b", "“A” missing, then stopped after “B”", 3),
        ("A B? C?", [], "a", "", 0),
        ("A B C D", [], "a c b", "“B” out of order, then stopped after “C”", 3),
        ("A B C", [], "a x b c", "“X” ad hoc after “A”", 1),
        ("A B C", [], "y a b c", "“y” ad hoc before the first step", 1),
        ("A B C", [], "a y y b z c", "“y” ad hoc after “A”, then “z” ad hoc after “B”", 3),
        ("A B C D", [], "a c b d", "“B” out of order", 2),
        ("A B C", [], "b c a", "“A” out of order", 2),
        ("A B C", [], "a b b c", "“B” once more", 1),
        ("A B C", [], "a b c a", "“A” once more", 1),
        ("A B+ C", [], "a b b b c", "", 0),
        ("A B? C", [], "a c", "", 0),
        ("A B? C", [], "a c b", "“B” out of order", 1),
        ("A B? C", [], "b! a b c", "“B” once more, then “B” failed", 1),
        ("A B C", [], "a b! c", "“B” failed", 0),
        ("A B C D", [], "a c b! d", "“B” out of order, then “B” failed", 2),
        ("A B C", [("C", "B", "loop")], "a b c b c", "", 0),
        ("A B C", [("C", "B", "loop")], "a b c c", "“B” missing", 1),
        ("A B C", [("A", "B", "branch"), ("A", "C", "branch"), ("B", "C", "loop")], "a b", "", 0),
        ("A B C D", [("A", "B", "branch"), ("A", "C", "branch"), ("B", "D", "next")], "a c b d", "“B” out of order", 1),
        ("A B C D", [("B", "C", "parallel")], "a c b d", "", 0),
        ("A B C D", [("B", "C", "parallel")], "a c d", "“B” missing", 1),
        ("A B C D", [("B", "C", "parallel")], "a c b c d", "“C” once more", 1),
        ("A B C D", [("B", "C", "parallel")], "a c", "“B” missing, then stopped after “C”", 2),
        ("A B C D", [("B", "C", "parallel")], "a c x b d", "“X” ad hoc after “C”", 1),
        ("A B C", [], ".c .a .b", "", 0),
        ("A B C", [], "c .a .b", "", 0),
        ("A B C", [], "a c .b", "", 0),
        ("A B C", [], "b a .c", "“A” out of order", 2),
        ("A B", [("B", "A", "loop")], "a .a .b .b", "", 0),
        ("A+ B", [], "a .b .a", "", 0),
    ],
)
def test_a_planted_deviation_is_told(steps: str, links: list[Drawn], path: str, story: str, cost: int) -> None:
    found = told(compiled(steps, links), [path], links)
    assert (next(iter(stories(found)), ""), found.laid.costs.tolist()) == (story, [cost])


def test_a_step_that_no_event_can_show_is_never_missing() -> None:
    found = told(compiled("A B C", unseen="B"), ["a c", "a"])
    assert (numbers(found), found.laid.fit.tolist()) == (
        {"A": {"followed": 2, "stopped": 1}, "B": {}, "C": {"followed": 1}},
        [1, pytest.approx(2 / 3)],
    )


def test_deviations_are_counted_by_customer_at_each_step() -> None:
    paths = ["a b c d"] * 5 + ["a c d"] * 3 + ["a c b d"] * 2 + ["a x b y y c! d", "a b c c d", "x a b c! d!"]
    found = told(compiled("A B C D"), paths)
    assert numbers(found) == {
        "A": {"followed": 13, "ad_hoc": 1},
        "B": {"followed": 8, "missing": 3, "out_of_order": 2, "ad_hoc": 1},
        "C": {"followed": 13, "again": 1, "failed": 2},
        "D": {"followed": 13, "failed": 1},
    }
    assert stories(found) == {
        "“B” missing": 3,
        "“B” out of order": 2,
        "“X” ad hoc after “A”, then “y” ad hoc after “B”, then “C” failed": 1,
        "“C” once more": 1,
        "“X” ad hoc before the first step, then “C” failed, then “D” failed": 1,
    }
    assert [(one.node, one.after, one.before, one.customers, one.events) for one in found.ad_hoc()] == [
        ("event:y", "B", "C", 1, 2),
        ("x", "", "A", 1, 1),
        ("x", "A", "B", 1, 1),
    ]
    assert [(one.event, one.customers, one.events) for one in found.unmapped()] == [("y", 1, 2)]


def test_events_that_no_touchpoint_takes_may_count_for_nothing_and_are_listed_all_the_same() -> None:
    found = told(compiled("A B"), ["a y b", "a x b"], unmapped=False)
    assert (found.laid.costs.tolist(), found.laid.worst.tolist()) == ([0, 1], [4, 5])
    assert (stories(found), [one.event for one in found.unmapped()]) == ({"“X” ad hoc after “A”": 1}, ["y"])


def test_links_say_how_many_of_those_who_could_take_them_took_them() -> None:
    links = [("A", "C", "branch"), ("C", "A", "loop"), ("C", "D", "two-way")]
    found = told(compiled("A B C D", links), ["a b c d"] * 3 + ["a c d c d"] * 2 + ["a b c a b c d"], links)
    assert [(one.source, one.target, one.followed.customers, one.followed.of) for one in found.links()] == [
        ("A", "C", 2, 6),
        ("C", "A", 1, 6),
        ("C", "D", 6, 6),
    ]


def test_paths_longer_than_a_persons_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footfall.measures.alignment.laying.LONGEST", 3)
    found = told(compiled("A B"), ["a b", "a b a b", "a y y y b"])
    assert (found.everybody, found.laid.left_out, found.laid.customers.tolist()) == (2, 1, [0, 2])


def test_nothing_is_told_of_no_paths() -> None:
    found = told(compiled("A B"), [])
    assert (found.everybody, numbers(found), stories(found)) == (0, {"A": {}, "B": {}}, {})


@st.composite
def cases(draw: Any) -> tuple[Telling, list[list[int]]]:
    drawn = draw(links)
    map = compiled(draw(steps), drawn, draw(st.sampled_from(["", "B", "AC"])))
    shows = {tuple(sorted(state for state in one if state < map.acceptor.end)) for one in draw(symbols)} - {()}
    kinds = [Kind(states, "drawn", ("drawn",), True) for states in sorted(shows)]
    kinds += [Kind((), "x", ("x",), True), Kind((), "event:y", ("y",), False)]
    symbol = st.builds(
        lambda kind, failed: kind * KIND + failed, st.integers(0, len(kinds) - 1), st.sampled_from([0, 2])
    )
    paths = draw(st.lists(st.lists(symbol, max_size=6), max_size=8))
    ends = {str(number): (source, target) for number, (source, target, _) in enumerate(drawn)}
    known = {id: pair for id, pair in ends.items() if set(pair) <= set(map.acceptor.steps)}
    return laid(map, kinds, paths, known), paths


@settings(max_examples=500)
@given(cases())
def test_every_number_of_a_step_equals_a_slow_count(case: Any) -> None:
    telling, paths = case
    acceptor = telling.acceptor
    each = [oracle.said(acceptor, telling.kinds, path) for path in paths]
    slow = Counter((what, step) for _, found in each for what, step in {(what, step) for what, step, _ in found})
    quick = {
        (what.replace("_", "-"), state): count
        for state, step in enumerate(acceptor.own, 1)
        for what, count in numbers(telling).get(step, {}).items()
    }
    assert quick == {key: count for key, count in slow.items() if key[1] != 0}
    unplanned = Counter[tuple[str, str]]()
    for one in telling.ad_hoc():
        unplanned[one.node, one.after] += one.events
    told = Counter[tuple[str, str]]()
    for _, found in each:
        told += Counter(
            {(node, telling.step_id(step)): n for (what, step, node), n in found.items() if what == "ad-hoc"}
        )
    assert unplanned == told
    assert without_step(telling) == slow["stopped", 0]
    costs = dict(
        zip(telling.laid.customers.tolist(), telling.laid.costs.repeat(telling.laid.weights).tolist(), strict=True)
    )
    extra = [sum(1 for one in path if not telling.kinds[one // KIND].shows) for path in paths]
    assert [costs[customer] for customer in range(len(paths))] == [cost for cost, _ in each]
    assert all(cost >= more for (cost, _), more in zip(each, extra, strict=True))


@settings(max_examples=200)
@given(cases())
def test_every_number_opens_exactly_its_customers(case: Any) -> None:
    telling, _ = case
    shown: list[tuple[int, Counted]] = [(telling.everybody, Counted(of="map", what="all"))]
    shown.append((int(telling.laid.weights[telling.laid.costs == 0].sum()), Counted(of="map", what="fits")))
    shown.append((without_step(telling), Counted(of="map", what="no-step")))
    for step, counts in numbers(telling).items():
        shown += [
            (count, Counted.model_validate({"of": "step", "id": step, "what": what.replace("_", "-")}))
            for what, count in counts.items()
        ]
    shown += [(one.followed.customers, Counted(of="link", id=one.link)) for one in telling.links()]
    shown += [(one.customers, Counted(of="unmapped", id=one.event)) for one in telling.unmapped()]
    shown += [(one.customers, Counted(of="story", id=id)) for id, one in telling.stories.items()]
    for row in telling.ad_hoc():
        shown.append((row.customers, Counted(of="ad-hoc", id=row.node, after=row.after, before=row.before)))
    for count, counted in shown:
        members = telling.members(counted)
        customers = members["customer"].to_pylist() if members is not None else []
        assert (len(customers), len(set(customers))) == (count, count), counted
