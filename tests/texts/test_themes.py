"""Themes: few, readable, the same for the same texts."""

from footfall.texts.themes import themes_of


def test_words_of_one_subject_in_both_languages_are_one_theme() -> None:
    texts = [("The parcels came late", "en"), ("Pakketje kwijt", "nl"), ("De bezorgers waren aardig", "nl")] * 5
    assert themes_of(texts) == [("delivery",)] * 15


def test_words_that_many_write_are_themes_of_their_own_in_their_base_form() -> None:
    texts = [("Two lamps arrived", "en"), ("My lamp flickered", "en")] * 5 + [("A zebra", "en")]
    assert themes_of(texts)[:2] == [("lamp",), ("lamp",)]
    assert themes_of(texts)[-1] == ()


def test_words_that_stand_together_are_one_theme() -> None:
    assert themes_of([("The garden gates vanished", "en")] * 10)[0] == ("garden gate",)


def test_stop_words_and_words_of_feeling_are_no_themes() -> None:
    assert themes_of([("It was really awful and we were very angry", "en")] * 10) == [()] * 10


def test_texts_in_other_languages_have_no_themes() -> None:
    assert themes_of([("Entrega muito rápida", "other")] * 10) == [()] * 10
