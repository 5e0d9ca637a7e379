"""Numbers as people of the map's language write them."""

from datetime import date

import pytest

from footfall.render.formats import Format

EN, NL = Format("en"), Format("nl-BE")


def glued(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "unit", "english", "dutch"),
    [
        (0.6144, "share", "61.4%", "61,4%"),
        (18432, "customers", "18,432", "18.432"),
        (0.0108, "hours", "39 s", "39 s"),
        (0.4, "hours", "24 min", "24 min"),
        (31.42, "hours", "31.4 h", "31,4 uur"),
        (24, "hours", "24 h", "24 uur"),
        (61, "hours", "2.5 days", "2,5 dagen"),
        (720, "hours", "30 days", "30 dagen"),
        (-12.4, "points", "−12", "−12"),
        (32, "points", "+32", "+32"),
        (4.44, "score", "4.4", "4,4"),
        (-0.04, "score", "0.0", "0,0"),
    ],
)
def test_numbers_are_written_in_their_unit_and_language(value: float, unit: str, english: str, dutch: str) -> None:
    assert (glued(EN.measure(value, unit)), glued(NL.measure(value, unit))) == (english, dutch)


def test_intervals_have_an_en_dash_and_say_their_unit_once() -> None:
    assert EN.interval(0.607, 0.621, "share") == "60.7–62.1"
    assert glued(EN.interval(30.9, 31.8, "hours")) == "30.9–31.8 h"
    assert glued(EN.interval(46.0, 50.4, "hours", 47.8)) == "46.0–50.4 h"
    assert glued(NL.interval(46.0, 192, "hours", 170)) == "1,9–8,0 dagen"
    assert glued(EN.interval(0.2, 3, "hours", 0.5)) == "12–180 min"


def test_intervals_below_zero_are_parted_by_a_word_so_that_no_minus_is_lost() -> None:
    assert EN.interval(-19, -6, "points") == "−19 to −6"
    assert NL.interval(-19, 6, "points") == "−19 tot +6"


def test_differences_always_have_a_sign_but_nothing_has_none() -> None:
    assert [EN.difference(value, "share") for value in (0.014, -0.068, 0.0001)] == ["+1.4", "−6.8", "0.0"]
    assert [glued(EN.difference(value, "hours")) for value in (7.4, -0.5)] == ["+7.4 h", "−30 min"]


def test_days_are_written_in_words() -> None:
    assert [glued(Format(tag).day(date(2026, 3, 1))) for tag in ("en", "nl", "fi")] == [
        "1 March 2026",
        "1 maart 2026",
        "1 March 2026",
    ]
