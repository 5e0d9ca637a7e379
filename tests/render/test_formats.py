"""Numbers as people of the map's language write them."""

import json
from datetime import date
from pathlib import Path

import pytest

from footfall.render.chart import round_half
from footfall.render.formats import Format

EXAM = json.loads((Path(__file__).parents[2] / "fixtures/numbers.json").read_text("utf-8"))

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


@pytest.mark.parametrize("language", ["en", "nl"])
def test_numbers_are_written_as_on_the_page(language: str) -> None:
    writing = Format(language)
    for row in EXAM["measures"]:
        said = (
            writing.measure(row["value"], row["unit"]),
            writing.interval(row["low"], row["high"], row["unit"], row["value"]),
        )
        assert list(map(glued, said)) == row["says"][language], row
    for row in EXAM["differences"]:
        assert glued(writing.difference(row["value"], row["unit"])) == row["says"][language], row


def test_faces_are_those_of_the_page() -> None:
    assert [[score, round_half(score)] for score, _ in EXAM["faces"]] == EXAM["faces"]


@pytest.mark.parametrize("value", [1e300, float("inf"), 5e-324])
def test_numbers_of_any_size_are_written(value: float) -> None:
    assert all(EN.measure(value, unit) and EN.interval(value, value, unit) for unit in ("share", "hours", "score"))


def test_intervals_have_an_en_dash_and_say_their_unit_once() -> None:
    assert EN.interval(0.607, 0.621, "share") == "60.7–62.1"
    assert glued(EN.interval(30.9, 31.8, "hours")) == "30.9–31.8 h"
    assert glued(EN.interval(46.0, 50.4, "hours", 47.8)) == "46–50 h"
    assert glued(NL.interval(46.0, 192, "hours", 170)) == "1,9–8,0 dagen"
    assert glued(EN.interval(0.2, 3, "hours", 0.5)) == "12–180 min"


def test_intervals_below_zero_are_parted_by_a_word_so_that_no_minus_is_lost() -> None:
    assert EN.interval(-19, -6, "points") == "−19 to −6"
    assert NL.interval(-19, 6, "points") == "−19 tot 6"


def test_differences_always_have_a_sign_but_nothing_has_none() -> None:
    assert [EN.difference(value, "share") for value in (0.014, -0.068, 0.0001)] == ["+1.4", "−6.8", "0.0"]
    assert [glued(EN.difference(value, "hours")) for value in (7.4, -0.5)] == ["+7.4 h", "−30 min"]


def test_days_are_written_in_words() -> None:
    assert [glued(Format(tag).day(date(2026, 3, 1))) for tag in ("en", "nl", "fi")] == [
        "1 March 2026",
        "1 maart 2026",
        "1 March 2026",
    ]
