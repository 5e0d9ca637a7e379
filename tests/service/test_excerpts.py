"""Excerpts: found by what they say, overruled by people, and counted alike everywhere."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from footfall.errors import InvalidRequest, NotFound
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets, excerpts, keeping, library, marking
from footfall.service.excerpts import Excerpt, ExcerptFilter
from footfall.service.overruling import Overruling
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
SURVEY = Mapping(kind="answers", customer="who", time="at", text="text", question="q")
TEXTS = [
    ("ann", "2026-01-05", "The courier was very friendly.", "Why?"),
    ("bob", "2026-01-04", "Parcel came two days late and broken.", "Why?"),
    ("cas", "2026-01-03", "De bezorger was onbeleefd.", "Waarom?"),
    ("dee", "2026-01-02", "Recebi bem antes do prazo estipulado.", "Why?"),
    ("eve", "2026-01-01", "Hm", "Why?"),
]


def write(path: Path, texts: list[tuple[str, str, str, str]]) -> Path:
    lines = ["who;at;text;q", *(";".join(row) for row in texts)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def shop(ws: Workspace, tmp_path: Path) -> Workspace:
    datasets.import_file(ws, ANNA, write(tmp_path / "answers.csv", TEXTS), SURVEY, "Shop")
    return ws


def found(ws: Workspace, **wanted: str) -> list[str]:
    page = excerpts.list(ws, ANNA, "shop", ExcerptFilter.model_validate(wanted))
    return [one.text.split()[0] for one in page.rows]


def one_of(ws: Workspace, word: str) -> Excerpt:
    (row,) = excerpts.list(ws, ANNA, "shop", ExcerptFilter(search=word)).rows
    return row


def test_excerpts_come_with_language_feeling_themes_and_the_words_that_decided(shop: Workspace) -> None:
    rows = excerpts.list(shop, ANNA, "shop").rows
    assert [(row.counts_as.language, row.counts_as.feeling, row.counts_as.themes) for row in rows] == [
        ("en", "positive", ("delivery",)),
        ("en", "negative", ("delivery",)),
        ("nl", "negative", ("delivery",)),
        ("other", None, ()),
        ("", None, ()),
    ]
    assert [[row.text[mark.start : mark.end] for mark in row.marks] for row in rows] == [
        ["friendly"],
        ["came two days late", "broken"],
        ["onbeleefd"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"language": "en"}, ["The", "Parcel"]),
        ({"language": "unknown"}, ["Hm"]),
        ({"feeling": "negative"}, ["Parcel", "De"]),
        ({"feeling": "none"}, ["Recebi", "Hm"]),
        ({"theme": "delivery", "language": "nl"}, ["De"]),
        ({"question": "Waarom?"}, ["De"]),
        ({"search": "FRIENDLY"}, ["The"]),
        ({"search": "[.*"}, []),
    ],
)
def test_excerpts_are_found_by_what_they_are(wanted: dict[str, str], words: list[str], shop: Workspace) -> None:
    assert found(shop, **wanted) == words


def test_counts_are_of_all_that_the_filter_lets_in_not_of_the_page(shop: Workspace) -> None:
    page = excerpts.list(shop, ANNA, "shop", ExcerptFilter(question="Why?"), offset=1, limit=1)
    assert (page.all, page.total, len(page.rows)) == (5, 4, 1)
    assert page.counts.languages == {"en": 2, "other": 1, "unknown": 1}
    assert page.counts.feelings == {"none": 2, "positive": 1, "negative": 1}
    assert [(one.theme, one.excerpts) for one in page.counts.themes] == [("delivery", 2)]


def test_what_a_person_says_holds_in_every_count_with_who_and_when(shop: Workspace) -> None:
    late = one_of(shop, "late")
    now = excerpts.overrule(shop, ANNA, "shop", late.id, Overruling(feeling="positive", themes=("speed", " speed ")))
    assert now.overruled
    assert (now.overruled.by, now.counts_as.feeling, now.counts_as.themes) == ("Anna", "positive", ("speed",))
    assert (now.told.feeling, now.told.themes) == ("negative", ("delivery",))
    counts = excerpts.list(shop, ANNA, "shop").counts
    assert (counts.feelings["positive"], counts.feelings["negative"], counts.overruled) == (2, 1, 1)
    assert {one.theme: (one.excerpts, one.feeling) for one in counts.themes}["speed"] == (1, 0.5)
    assert found(shop, theme="speed") == ["Parcel"]


def test_what_a_person_says_of_the_language_lets_the_feeling_be_told_anew(shop: Workspace) -> None:
    ok = one_of(shop, "Hm")
    assert excerpts.overrule(shop, ANNA, "shop", ok.id, Overruling(language="en")).counts_as.feeling == "neutral"
    assert excerpts.overrule(shop, ANNA, "shop", ok.id, Overruling(language="other")).counts_as.feeling is None


def test_an_overruling_survives_a_new_import_of_the_same_words(shop: Workspace, tmp_path: Path) -> None:
    excerpts.overrule(shop, ANNA, "shop", one_of(shop, "late").id, Overruling(feeling="neutral"))
    first = datasets.read(shop, ANNA, "shop").reports[0].part
    later = [(who, f"2026-02-0{place + 1}", text, question) for place, (who, _, text, question) in enumerate(TEXTS)]
    datasets.import_file(shop, ANNA, write(tmp_path / "later.csv", later), SURVEY, "Shop")
    datasets.undo_import(shop, ANNA, "shop", first)
    assert one_of(shop, "late").counts_as.feeling == "neutral"


def test_an_overruling_can_be_taken_back(shop: Workspace) -> None:
    late = one_of(shop, "late")
    excerpts.overrule(shop, ANNA, "shop", late.id, Overruling(feeling="neutral"))
    assert excerpts.take_back(shop, ANNA, "shop", late.id) == late
    assert excerpts.list(shop, ANNA, "shop").counts.overruled == 0


def test_a_dataset_takes_what_was_overruled_with_it(shop: Workspace) -> None:
    excerpts.overrule(shop, ANNA, "shop", one_of(shop, "late").id, Overruling(themes=("speed",)))
    datasets.remove(shop, ANNA, "shop")
    assert list((shop.folder / "datasets").rglob("overruled*")) == []


def test_personal_data_in_a_theme_is_masked(shop: Workspace) -> None:
    now = excerpts.overrule(shop, ANNA, "shop", one_of(shop, "late").id, Overruling(themes=("ask a@b.nl",)))
    assert now.counts_as.themes == ("ask [e-mail]",)


def test_saying_nothing_and_unknown_excerpts_are_refused(shop: Workspace) -> None:
    with pytest.raises(InvalidRequest):
        excerpts.overrule(shop, ANNA, "shop", one_of(shop, "late").id, Overruling())
    with pytest.raises(NotFound):
        excerpts.overrule(shop, ANNA, "shop", "nothing", Overruling(feeling="neutral"))


def test_a_dataset_without_texts_has_no_excerpts(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("who,at,what\nann,2026-01-01,visit\n")
    datasets.import_file(ws, ANNA, path, Mapping(customer="who", time="at", event="what"), "Shop")
    page = excerpts.list(ws, ANNA, "shop")
    assert (page.all, page.rows, page.counts.themes) == (0, (), ())


def test_what_was_written_is_kept_once_as_an_excerpt_of_the_source_that_the_dataset_is(shop: Workspace) -> None:
    late = one_of(shop, "late")
    kept = [keeping.keep(shop, ANNA, "shop", late.id) for _ in range(2)]
    keeping.keep(shop, ANNA, "shop", one_of(shop, "friendly").id)
    ((id, source),) = library.read(shop, ANNA).sources.items()
    assert kept[0] == kept[1]
    assert (kept[0].name, kept[0].excerpt.source, kept[0].excerpt.text) == ("Shop", id, late.text)
    assert (source.kind, source.dataset, source.n) == ("survey", "shop", 5)
    assert len(marking.list(shop, ANNA, id)) == 2


def test_answers_that_are_kept_at_once_are_of_one_source(shop: Workspace) -> None:
    ids = [one.id for one in excerpts.list(shop, ANNA, "shop").rows]
    with ThreadPoolExecutor(len(ids)) as people:
        kept = list(people.map(lambda one: keeping.keep(shop, ANNA, "shop", one), ids))
    assert len(library.read(shop, ANNA).sources) == len({one.excerpt.source for one in kept}) == 1


def test_an_excerpt_that_is_not_there_is_not_kept(shop: Workspace) -> None:
    with pytest.raises(NotFound, match="no excerpt"):
        keeping.keep(shop, ANNA, "shop", "0" * 16)
    assert library.read(shop, ANNA).sources == {}
