"""Nothing typed is lost when two people write in one field."""

from hypothesis import given
from hypothesis import strategies as st

from footfall.journey.merging import merge_set, merge_text

WORDS = st.lists(st.sampled_from(["late", "parcel", "again", "no", "card"]), max_size=8).map(" ".join)


def test_edits_at_different_places_are_both_taken() -> None:
    assert merge_text("the slot is wide", "the new slot is wide", "the slot is far too wide") == (
        "the new slot is far too wide"
    )


def test_rewrites_of_the_same_words_stand_one_after_the_other() -> None:
    assert merge_text("call", "ring", "phone") == "ring phone"


def test_a_deletion_beside_an_edit_keeps_both() -> None:
    assert merge_text("a b c", "b c", "a b c d") == "b c d"


@given(WORDS, WORDS)
def test_one_sided_edits_are_taken_as_they_are(base: str, edited: str) -> None:
    assert merge_text(base, edited, base) == edited == merge_text(base, base, edited)


@given(WORDS, WORDS, WORDS)
def test_no_word_that_somebody_added_is_lost(base: str, first: str, second: str) -> None:
    merged = merge_text(base, first + " ALPHA", "BETA " + second)
    assert "ALPHA" in merged
    assert "BETA" in merged


def test_sets_keep_the_additions_and_removals_of_both() -> None:
    assert merge_set(["a", "b"], ["a", "b", "c"], ["b", "d"]) == ["b", "c", "d"]
