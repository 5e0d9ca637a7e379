"""Two documents that grew from one: nothing that either side did is lost, and what both did is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.journey.changes import Records
from footfall.journey.records import LIBRARY_TYPES
from footfall.journey.text import read, write
from footfall.journey.three_way import Merged, merge, merge_order
from tests.journey.text.documents import PARCEL, maps


def document(text: str) -> Records:
    file = read(text)
    return file.library | file.records


def merged(ours: str, theirs: str) -> Merged:
    return merge(document(PARCEL), document(ours), document(theirs))


def written(records: Records) -> str:
    return write({id: one for id, one in records.items() if one["type"] not in LIBRARY_TYPES}, {})


def test_different_cells_and_fields_of_one_card_merge_by_themselves() -> None:
    ours = PARCEL.replace("Looks for the price", "Looks for the price of both").replace(
        "title: Parcel", "title: Parcels"
    )
    theirs = PARCEL.replace("Compares home and locker", "Compares home with a locker").replace(
        "Looks for the price", "{text: Looks for the price, owner: Sanne}"
    )
    made = merged(ours, theirs)
    expected = (
        PARCEL.replace("title: Parcel", "title: Parcels")
        .replace("Compares home and locker", "Compares home with a locker")
        .replace("Looks for the price", "{text: Looks for the price of both, owner: Sanne}")
    )
    assert made.conflicts == ()
    assert made.ours == document(expected)


def test_the_same_field_of_one_card_is_a_conflict_of_that_field_alone() -> None:
    made = merged(
        PARCEL.replace("Calls", "Calls twice"), PARCEL.replace("Calls", "Calls again").replace("Wait", "Waiting")
    )
    assert [one.sentence for one in made.conflicts] == [
        "Card 'Calls again' in 'actions' at 'Track': text 'Calls twice' → 'Calls again'."
    ]
    assert written(made.ours) == written(made.theirs).replace("Calls again", "Calls twice")
    assert "Waiting" in written(made.ours)


def test_what_one_side_deletes_and_the_other_changes_is_a_conflict() -> None:
    made = merged(PARCEL.replace(", Calls]", "]"), PARCEL.replace("Calls", "Calls them"))
    assert ("Calls them" in written(made.ours), "Calls them" in written(made.theirs)) == (False, True)


def test_a_card_in_a_step_that_the_other_side_deleted_lies_in_the_tray() -> None:
    made = merged(
        PARCEL.replace("  - Wait: [Track]\n", "").replace("      Track: [Opens the link, Calls]\n", ""),
        PARCEL.replace("- pain-points", "- {kind: pain-points, cards: {Track: Nobody knows}}"),
    )
    assert made.conflicts == ()
    assert "\ntray:\n  cards:\n    - {lane: pain-points, step: ~step-track, text: Nobody knows}\n" in written(made.ours)


def test_new_cards_of_both_sides_stand_in_one_cell_where_each_put_them() -> None:
    ours = PARCEL.replace("[Opens the link, Calls]", "[Reads the mail, Opens the link, Calls]")
    theirs = PARCEL.replace("[Opens the link, Calls]", "[Opens the link, Calls, Writes]")
    made = merged(ours, theirs)
    assert made.conflicts == ()
    assert "Track: [Reads the mail, Opens the link, Calls, Writes]" in written(made.ours)


def test_two_new_cards_that_say_the_same_in_two_places_are_two() -> None:
    ours = PARCEL.replace("- pain-points", "- {kind: pain-points, cards: {Pay: Slow}}")
    theirs = PARCEL.replace("- pain-points", "- {kind: pain-points, cards: {Track: Slow}}")
    made = merged(ours, theirs)
    assert made.conflicts == ()
    assert made.ours == document(
        PARCEL.replace("- pain-points", "- {kind: pain-points, cards: {Pay: Slow, Track: Slow}}")
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        (["a", "x", "b", "c"], ["a", "b", "c", "y"], ["a", "x", "b", "c", "y"]),
        (["c", "a", "b"], ["a", "b", "c", "y"], ["c", "y", "a", "b"]),
        (["a", "b", "c"], ["c", "b", "a"], ["c", "b", "a"]),
        (["a", "c"], ["y", "a", "b", "c"], ["y", "a", "b", "c"]),
    ],
)
def test_the_order_is_that_of_whoever_moved_something(ours: list[str], theirs: list[str], order: list[str]) -> None:
    assert merge_order(["a", "b", "c"], ours, theirs) == order


@settings(max_examples=80)
@given(maps, maps, st.booleans())
def test_what_only_one_side_changed_is_taken_as_it_is(base: Records, changed: Records, is_ours: bool) -> None:
    made = merge(base, changed, base) if is_ours else merge(base, base, changed)
    assert made.conflicts == ()
    assert written(made.ours) == written(changed)
