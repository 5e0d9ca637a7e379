"""Cards that span columns never cover another card."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from footfall.journey.records import Card
from footfall.render.banding import Placed, Slot, slots

COLUMNS = 6


def placed(id: str, start: int, span: int = 1) -> Placed:
    return Placed(id, Card(), start, span)


def ids(rows: list[list[Slot]]) -> list[list[tuple[int, int, int, list[str]]]]:
    return [[(slot.start, slot.span, slot.rows, [item.id for item in slot.items]) for slot in row] for row in rows]


def test_a_lane_without_cards_is_one_row_of_empty_cells() -> None:
    assert ids(slots([], 2)) == [[(0, 1, 1, []), (1, 1, 1, [])]]


def test_a_spanning_card_stands_beside_the_cards_of_free_columns() -> None:
    assert ids(slots([placed("a", 0), placed("wide", 1, 2)], 3)) == [[(0, 1, 1, ["a"]), (1, 2, 1, ["wide"])]]


def test_cards_below_a_spanning_card_get_a_row_of_their_own_and_free_columns_reach_down_to_it() -> None:
    rows = slots([placed("a", 0), placed("wide", 1, 2), placed("b", 2), placed("c", 2)], 3)
    assert ids(rows) == [[(0, 1, 2, ["a"]), (1, 2, 1, ["wide"])], [(1, 1, 1, []), (2, 1, 1, ["b", "c"])]]


@st.composite
def cards(draw: st.DrawFn) -> list[Placed]:
    starts = draw(st.lists(st.integers(0, COLUMNS - 1), max_size=12))
    return [placed(str(place), start, draw(st.integers(1, COLUMNS - start))) for place, start in enumerate(starts)]


@given(cards())
def test_the_slots_of_a_lane_cover_it_exactly_once_and_hold_each_card_once(items: list[Placed]) -> None:
    rows = slots(items, COLUMNS)
    covered = Counter(
        (row, column)
        for slots_of_row in rows
        for slot in slots_of_row
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.start, slot.start + slot.span)
    )
    assert covered == {(row, column): 1 for row in range(len(rows)) for column in range(COLUMNS)}
    held = [item.id for row in rows for slot in row for item in slot.items]
    assert sorted(held) == sorted(item.id for item in items)
