"""How much room a text takes, and how it is shortened."""

import pytest

from footfall.render.fitting import shortened, wrapped


def test_a_text_is_wrapped_at_spaces_and_a_long_word_where_it_must() -> None:
    assert wrapped("the parcel\ncame", 10, 40) == ["the", "parcel", "came"]
    assert "".join(wrapped("W" * 40, 10, 60)) == "W" * 40


@pytest.mark.parametrize(("most", "said"), [(9, "know when it comes"), (1, "know…"), (2, "know when i…")])
def test_what_does_not_fit_ends_in_dots(most: int, said: str) -> None:
    assert shortened("know when it comes", 10, 40, most) == said


def test_a_word_cut_in_two_is_put_together_again() -> None:
    assert shortened("arbeidsongeschiktheid nu", 10, 60, 2) == "arbeidsongeschiktheid…"
