"""The words of sources: brought, marked, cited, gone with their source and back with it."""

from datetime import datetime
from io import BytesIO

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidData, InvalidRequest, NotFound
from footfall.journey.changes import Actor, Change, Drop, Put
from footfall.service import library, marking, sources
from footfall.service.marking import EditedExcerpt, ExcerptPlace, NewExcerpt, SourceExcerpt, SourceExcerptPage
from footfall.service.sources import Erased, SourceWords
from footfall.service.workspace import Workspace

TALK = b"Anna: How was it?\n\nNoor: I waited two weeks. Call me on 06-12345678.\n\nAnna: Thank you."


@pytest.fixture
def talk(ws: Workspace, anna: Actor) -> str:
    """Give the id of a source with a transcript."""
    change(ws, anna, Put(id="talk", record={"type": "source", "name": "Noor"}))
    sources.bring(ws, anna, "talk", "C:\\noor.txt", BytesIO(TALK))
    return "talk"


def change(ws: Workspace, anna: Actor, *ops: Put | Drop) -> None:
    library.change(ws, anna, Change(id=str(uuid7()), ops=ops))


def test_a_transcript_is_read_without_personal_data_and_its_file_is_not_kept(
    ws: Workspace, anna: Actor, talk: str
) -> None:
    kept = sources.read(ws, anna, talk)
    assert (kept.name, kept.by, [block.text for block in kept.transcript.blocks]) == (
        "noor.txt",
        anna,
        ["Anna: How was it?", "Noor: I waited two weeks. Call me on [phone].", "Anna: Thank you."],
    )
    assert not list(ws.folder.rglob("noor*"))


def test_a_marked_passage_says_where_it_stands_and_who_marked_it(ws: Workspace, anna: Actor, talk: str) -> None:
    marked = marking.mark(ws, anna, talk, NewExcerpt(id="waits", start=24, end=43))
    assert marked == SourceExcerpt(
        source="talk",
        id="waits",
        kind="quote",
        text="I waited two weeks.",
        place=ExcerptPlace(start=24, end=43, paragraph=2),
        at=marked.at,
        by=anna,
    )
    assert isinstance(marked.at, datetime)
    again = marking.mark(ws, anna, talk, NewExcerpt(id="waits", kind="observation", text="Another"))
    assert (again, marking.list(ws, anna, talk)) == (marked, [marked])


def test_excerpts_stand_in_the_order_of_the_transcript_and_typed_ones_last(
    ws: Workspace, anna: Actor, talk: str
) -> None:
    for id, new in {
        "typed": {"text": "Sighs", "kind": "observation", "seconds": 64},
        "b": (47, 60),
        "a": (0, 4),
    }.items():
        told = {"start": new[0], "end": new[1]} if isinstance(new, tuple) else new
        marking.mark(ws, anna, talk, NewExcerpt.model_validate({"id": id} | told))
    found = marking.list(ws, anna, talk)
    assert [(one.id, one.text, one.place.seconds) for one in found] == [
        ("a", "Anna", None),
        ("b", "l me on [phon", None),
        ("typed", "Sighs", 64),
    ]


def test_an_excerpt_is_edited_and_removed(ws: Workspace, anna: Actor, talk: str) -> None:
    marked = marking.mark(ws, anna, talk, NewExcerpt(start=24, end=43))
    edited = marking.edit(ws, anna, talk, marked.id, EditedExcerpt(kind="observation", text=" Waits; a@b.nl "))
    assert edited == marked.model_copy(update={"kind": "observation", "text": "Waits; [e-mail]"})
    marking.remove(ws, anna, talk, marked.id)
    assert marking.list(ws, anna, talk) == []
    with pytest.raises(NotFound, match="has no excerpt"):
        marking.remove(ws, anna, talk, marked.id)


def test_excerpts_are_found_by_their_words_and_read_many_at_once(ws: Workspace, anna: Actor, talk: str) -> None:
    change(ws, anna, Put(id="desk", record={"type": "source", "name": "Desk"}))
    waits = marking.mark(ws, anna, talk, NewExcerpt(id="waits", start=24, end=43))
    calls = marking.mark(ws, anna, "desk", NewExcerpt(id="calls", text="Two in ten call after two weeks"))
    assert marking.find(ws, anna) == SourceExcerptPage(total=2, rows=(waits, calls))
    assert marking.find(ws, anna, "TWO weeks wait") == SourceExcerptPage(total=1, rows=(waits,))
    assert marking.find(ws, anna, source="desk") == SourceExcerptPage(total=1, rows=(calls,))
    found = marking.cited(ws, anna, ["desk/calls", "talk/waits", "talk/nothing", "nobody/x"])
    assert {one.id for one in found.rows} == {"calls", "waits"}


def test_a_source_that_is_gone_shows_no_words_and_brings_them_back_with_it(
    ws: Workspace, anna: Actor, talk: str
) -> None:
    waits = marking.mark(ws, anna, talk, NewExcerpt(id="waits", start=24, end=43))
    change(ws, anna, Drop(id=talk))
    assert (marking.find(ws, anna).rows, marking.cited(ws, anna, ["talk/waits"]).rows, sources.words(ws, anna)) == (
        (),
        (),
        {},
    )
    with pytest.raises(NotFound, match="no source 'talk'"):
        sources.read(ws, anna, talk)
    change(ws, anna, Put(id="talk", record={"type": "source", "name": "Noor"}))
    assert marking.cited(ws, anna, ["talk/waits"]).rows == (waits,)
    assert sources.words(ws, anna) == {"talk": SourceWords(excerpts=1, transcript="noor.txt")}


def test_what_is_erased_is_gone_for_good_also_of_a_source_that_was_deleted(
    ws: Workspace, anna: Actor, talk: str
) -> None:
    marking.mark(ws, anna, talk, NewExcerpt(start=24, end=43))
    change(ws, anna, Drop(id=talk))
    assert sources.erase(ws, anna, talk) == Erased(excerpts=1)
    change(ws, anna, Put(id="talk", record={"type": "source", "name": "Noor"}))
    assert sources.words(ws, anna) == {"talk": SourceWords()}


def test_another_transcript_takes_the_place_of_the_first_and_excerpts_keep_their_words(
    ws: Workspace, anna: Actor, talk: str
) -> None:
    waits = marking.mark(ws, anna, talk, NewExcerpt(start=24, end=43))
    sources.bring(ws, anna, talk, "second.md", BytesIO(b"# Shorter"))
    assert [block.text for block in sources.read(ws, anna, talk).transcript.blocks] == ["Shorter"]
    assert marking.list(ws, anna, talk) == [waits]
    with pytest.raises(InvalidData, match="holds no words"):
        sources.bring(ws, anna, talk, "third.txt", BytesIO(b" "))
    assert sources.read(ws, anna, talk).name == "second.md"


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ({"start": 4000, "end": 4010}, "The excerpt has no words."),
        ({"text": "  "}, "The excerpt has no words."),
        ({}, "The excerpt has no words."),
    ],
)
def test_an_excerpt_without_words_is_refused(
    ws: Workspace, anna: Actor, talk: str, new: dict[str, object], sentence: str
) -> None:
    with pytest.raises(InvalidRequest) as refused:
        marking.mark(ws, anna, talk, NewExcerpt.model_validate(new))
    assert refused.value.seen == sentence
