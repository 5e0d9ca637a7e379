"""Light Markdown: bold, italic, harmless links; everything else literal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.render.markdown import breakable, literal, plain, read_markdown, safe_link
from footfall.render.picture import Paragraph, Run


def runs(text: str) -> tuple[Run, ...]:
    (paragraph,) = read_markdown(text)
    return paragraph.runs


def test_bold_italic_and_both_are_runs() -> None:
    assert runs("a **b** *c* _d_ **e *f***") == (
        Run(text="a "),
        Run(text="b", bold=True),
        Run(text=" "),
        Run(text="c", italic=True),
        Run(text=" "),
        Run(text="d", italic=True),
        Run(text=" "),
        Run(text="e ", bold=True),
        Run(text="f", bold=True, italic=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "snake_case_name",
        "# no heading",
        "- no list",
        "`no code`",
        "<b>no tag</b>",
        "$x$ #let @preview",
        "**",
        "a ** b",
    ],
)
def test_everything_else_stays_as_it_was_typed(text: str) -> None:
    assert runs(text) == (Run(text=text),)


def test_lines_are_paragraphs_and_empty_lines_at_the_ends_are_dropped() -> None:
    assert plain(read_markdown("\n\none\r\n\ntwo\n")) == "one\n\ntwo"
    assert read_markdown("") == ()


def test_links_keep_their_word_and_lead_to_http_https_and_mailto() -> None:
    assert runs("[the list](https://example.org/a) or mailto:a@b.example")[0] == Run(
        text="the list", link="https://example.org/a"
    )
    assert {run.link for run in runs("see https://example.org/x, now")} == {"", "https://example.org/x"}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert`1`",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "/local",
        " javascript:x",
    ],
)
def test_a_link_with_another_scheme_stays_text(target: str) -> None:
    assert safe_link(target) == ""
    paragraphs = read_markdown(f"[click]({target})")
    assert all(run.link == "" for paragraph in paragraphs for run in paragraph.runs)


def test_only_words_of_thirteen_letters_or_more_may_be_hyphenated() -> None:
    assert literal("een bezorgbevestiging komt") == (
        Paragraph(runs=(Run(text="een "), Run(text="bezorgbevestiging", hyphenate=True), Run(text=" komt"))),
    )


def test_a_word_without_an_end_gets_places_to_break_and_keeps_its_letters() -> None:
    word = "x" * 95
    (run,) = runs(word)
    assert max(map(len, run.text.split("\u200b"))) <= 10
    assert plain(read_markdown(word)) == word


def test_an_emoji_is_never_cut_in_two() -> None:
    family = "👩‍👩‍👧‍👦" * 8
    assert all(piece[0] not in "\u200d\ufe0f" for piece in breakable(family).split("\u200b"))


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert [paragraph.rtl for paragraph in read_markdown("12 שלום abc\nabc שלום\n12")] == [True, False, False]


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_becomes_runs_that_can_be_written_down(text: str) -> None:
    plain(read_markdown(text)).encode("utf-8")
    plain(literal(text)).encode("utf-8")


def test_a_text_of_20000_stars_is_read_at_once() -> None:
    assert plain(read_markdown("**a " * 5000)).startswith("**a **a")
