"""English, Dutch or another language; a text that is too short to tell stays open."""

import csv
from pathlib import Path

import pytest

from bench.texts import comments
from footfall.texts.language import language_code, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The driver was friendly", "en"),
        ("Bezorger was vriendelijk", "nl"),
        ("Traag", "nl"),
        ("Te laat", "nl"),
        ("Too late", "en"),
        ("Recebi bem antes do prazo estipulado.", "other"),
        ("Die Lieferung war sehr schnell und gut verpackt", "other"),
        ("Le livreur était très aimable", "other"),
        ("OK", ""),
        ("4711", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_language_of_nearly_all_labelled_comments_is_told(language: str) -> None:
    texts = [one.text for one in comments(language)]
    assert sum(language_of(text) == language for text in texts) / len(texts) > 0.97


def test_portuguese_comments_of_a_real_shop_are_neither_english_nor_dutch(shared_data: Path) -> None:
    path = shared_data / "olist_2017" / "olist_order_reviews_dataset.csv"
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["review_comment_message"] for row in csv.DictReader(file)]
    told = [language_of(text) for text in texts if len(text.split()) > 3]
    assert sum(language == "other" for language in told) / len(told) > 0.98


@pytest.mark.parametrize(
    ("told", "code"),
    [("en-US", "en"), ("English", "en"), ("NL", "nl"), ("Nederlands", "nl"), ("pt_BR", "pt"), ("", "")],
)
def test_a_language_that_a_file_names_is_stored_as_its_code(told: str, code: str) -> None:
    assert language_code(told) == code
