"""The feeling of a comment, the words that decided it, and how often it is told rightly."""

import pytest

from bench.texts import comments, figures, macro_f1, told
from footfall.texts.feeling import class_of, feeling


def deciding(text: str, language: str) -> list[tuple[str, bool]]:
    """The words that decided, and whether each is good."""
    found = feeling(text, language)
    assert found
    return [(text[mark.start : mark.end], mark.strength > 0) for mark in found.marks]


def score(text: str, language: str) -> float:
    found = feeling(text, language)
    assert found
    return found.score


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_feeling_of_the_labelled_comments_is_told_with_a_macro_f1_of_three_quarters(language: str) -> None:
    every = comments(language)
    assert len(every) >= 200
    assert macro_f1(told(every, language)) >= 0.75


def test_the_words_that_decided_are_shown_where_they_stand() -> None:
    text = "De bezorger was vriendelijk, maar het pakket kwam te laat."
    assert deciding(text, "nl") == [("vriendelijk", True), ("te laat", False)]
    assert deciding("Staff was friendly but the room was filthy.", "en") == [("friendly", True), ("filthy", False)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The staff was not friendly.", "en", "negative"),
        ("Niet vriendelijk.", "nl", "negative"),
        ("Ik vertrouw dit bedrijf niet meer.", "nl", "negative"),
        ("Geen klachten.", "nl", "positive"),
        ("No complaints.", "en", "positive"),
        ("We moved to Leeds.", "en", "neutral"),
        ("", "en", "neutral"),
    ],
)
def test_a_negation_turns_the_words_near_it_round(text: str, language: str, wanted: str) -> None:
    assert class_of(score(text, language)) == wanted


def test_boosters_make_a_feeling_stronger_and_dampeners_weaker() -> None:
    assert score("a bit slow", "en") > score("slow", "en") > score("very slow", "en")
    assert score("een beetje traag", "nl") > score("traag", "nl") > score("heel traag", "nl")
    assert score("vreselijk goed", "nl") > score("goed", "nl") > 0


def test_what_stands_behind_but_counts_more() -> None:
    assert score("Friendly but slow", "en") < 0 < score("Slow but friendly", "en")
    assert score("Vriendelijk maar traag", "nl") < 0 < score("Traag maar vriendelijk", "nl")


def test_a_phrase_may_have_words_in_between_but_no_end_of_a_sentence() -> None:
    assert deciding("Het viel allemaal tegen.", "nl") == [("viel allemaal tegen", False)]
    assert deciding("Hij viel. Wij waren tegen.", "nl") == []


def test_other_languages_get_no_feeling() -> None:
    assert feeling("Muito bom!", "other") is None


def test_signs_carry_feeling_in_any_language() -> None:
    assert score("👍", "nl") > 0 > score(":-(", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Waited three weeks for my sofa.", "en"),
        ("Had to call 4 times.", "en"),
        ("The money is still not refunded.", "en"),
        ("Na 3 weken nog geen reactie.", "nl"),
        ("Ik heb vijf keer gebeld.", "nl"),
        ("De rekening is nog niet teruggestort.", "nl"),
    ],
)
def test_facts_of_waiting_and_asking_again_are_complaints(text: str, language: str) -> None:
    assert class_of(score(text, language)) == "negative"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_facts_without_a_complaint_stay_neutral(language: str) -> None:
    neutral = [one for one in comments(language) if one.said == "neutral" and not one.is_held]
    assert len(neutral) >= 120
    assert figures(told(neutral, language), "neutral").recall >= 0.9


def test_words_are_known_stretched_inflected_and_with_another_beginning() -> None:
    assert score("traaaag", "nl") < 0 < score("geweldigste", "nl")
    assert score("supertraag", "nl") < score("traag", "nl")
    assert score("unhelpful", "en") < 0 < score("sooo goood", "en")


def test_questions_tell_less_than_sentences() -> None:
    assert class_of(score("Is er een snelle manier?", "nl")) == "neutral"
    assert score("Why so slow?", "en") > score("So slow.", "en")
    assert class_of(score("Why so slow?", "en")) == "negative"


def test_good_words_before_nothing_but_complaints_or_in_quotation_marks_are_not_meant() -> None:
    assert score("Great, late again.", "en") < score("Late again.", "en") < 0
    assert score("Geweldig, weer te laat.", "nl") < 0
    assert score("Onze “snelle” bezorger.", "nl") < 0 < score("Onze snelle bezorger.", "nl")


def test_what_stands_behind_although_counts_less() -> None:
    assert score("Although it was slow, staff were friendly.", "en") > 0
    assert score("Hoewel de bezorger vriendelijk was, was het pakket kapot.", "nl") < 0


def test_web_addresses_have_no_faces() -> None:
    assert deciding("https://example.org", "en") == []
