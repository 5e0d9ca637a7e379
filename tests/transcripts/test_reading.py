"""Transcripts: the words of the files that people's tools write, with their places; or a sentence why not."""

import zipfile
from pathlib import Path

import pytest

from footfall.errors import InvalidData
from footfall.transcripts import Transcript, TranscriptBlock
from footfall.transcripts.blocks import MOST_CHARACTERS
from footfall.transcripts.reading import read
from tests.transcripts.files import document, pages, words


def told(tmp_path: Path, name: str, content: str | bytes) -> Transcript:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path)


def test_the_paragraphs_of_a_text_are_parted_by_empty_lines_and_by_who_speaks(tmp_path: Path) -> None:
    text = "Interview, 3 May\n\nAnna: How was it?\nNoor: I waited\ntwo weeks. Mail noor@example.com.\r\n\r\n\r\nThe end"
    assert told(tmp_path, "noor.txt", text) == Transcript(
        format="text",
        blocks=(
            TranscriptBlock(start=0, text="Interview, 3 May"),
            TranscriptBlock(start=17, text="Anna: How was it?"),
            TranscriptBlock(start=35, text="Noor: I waited two weeks. Mail [e-mail]."),
            TranscriptBlock(start=76, text="The end"),
        ),
    )


def test_a_line_that_begins_with_its_time_keeps_it_as_its_place(tmp_path: Path) -> None:
    blocks = told(tmp_path, "talk.txt", "[00:12:04] Noor: I waited.\n\n1:05 Still nothing.").blocks
    assert [(one.seconds, one.text) for one in blocks] == [(724.0, "Noor: I waited."), (65.0, "Still nothing.")]


def test_headings_items_and_tables_of_markdown_are_blocks_without_their_signs(tmp_path: Path) -> None:
    text = "# Notes\nShe **waits**.\n- no `mail`\n- no call\n\n---\n> A quote\n\n"
    text += "| Step | Pain |\n|---|---|\n| Pay | slow |"
    blocks = told(tmp_path, "notes.md", text).blocks
    assert [(one.kind, one.text) for one in blocks] == [
        ("heading", "Notes"),
        ("paragraph", "She waits."),
        ("item", "no mail"),
        ("item", "no call"),
        ("paragraph", "A quote"),
        ("item", "Step · Pain"),
        ("item", "Pay · slow"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_as_its_editor_saved_it(tmp_path: Path, encoding: str) -> None:
    assert told(tmp_path, "a.txt", "“Één café”".encode(encoding)).blocks[0].text == "“Één café”"


def test_sentences_of_subtitles_have_the_second_at_which_they_begin(tmp_path: Path) -> None:
    srt = "1\n00:00:01,500 --> 00:00:03,000\nI waited\n\n2\n00:00:03,100 --> 00:00:04,000\n<i>two weeks.</i>\n\n"
    srt += "3\n00:01:00,000 --> 00:01:02,000\nThen it came.\n"
    transcript = told(tmp_path, "call.srt", srt)
    assert (transcript.format, [(one.seconds, one.text) for one in transcript.blocks]) == (
        "subtitles",
        [(1.5, "I waited two weeks."), (60.0, "Then it came.")],
    )


def test_speakers_of_webvtt_are_named_and_its_notes_left_out(tmp_path: Path) -> None:
    vtt = "WEBVTT\n\nNOTE made by a tool\n\n00:01.000 --> 00:02.000 align:start\n<v Noor>Fish &amp; chips</v>\n\n"
    vtt += "00:02.000 --> 00:03.000\n<v Anna>And then?</v>"
    blocks = told(tmp_path, "call.vtt", vtt).blocks
    assert [(one.seconds, one.text) for one in blocks] == [(1.0, "Noor: Fish & chips"), (2.0, "Anna: And then?")]


def test_a_document_gives_its_paragraphs_as_they_stand_now(tmp_path: Path) -> None:
    deleted = (
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>It came</w:t><w:tab/><w:t>late</w:t></w:r>"
    )
    transcript = told(tmp_path, "talk.docx", document(words("Talk", "Heading1"), deleted, words("")))
    assert transcript.blocks == (
        TranscriptBlock(start=0, text="Talk", kind="heading"),
        TranscriptBlock(start=5, text="It came late"),
    )


def test_macros_of_a_document_are_left_out_and_said(tmp_path: Path) -> None:
    content = document(words("It came"), word__vbaProject_dot_bin=b"Sub AutoOpen()")
    assert told(tmp_path, "talk.docm", content) == Transcript(
        format="word",
        blocks=(TranscriptBlock(start=0, text="It came"),),
        remarks=("Macros of the document were not read and never run.",),
    )


def test_lines_of_a_pdf_are_put_together_and_keep_their_page(tmp_path: Path) -> None:
    content = pages(
        "I waited for two whole weeks for the lamp, and no-\nbody told me.\nThen it came.", "", "It was red."
    )
    assert told(tmp_path, "talk.pdf", content) == Transcript(
        format="pdf",
        blocks=(
            TranscriptBlock(start=0, text="I waited for two whole weeks for the lamp, and nobody told me.", page=1),
            TranscriptBlock(start=63, text="Then it came.", page=1),
            TranscriptBlock(start=77, text="It was red.", page=3),
        ),
        remarks=("1 of 3 pages hold no text: pictures or scans.",),
    )


def test_five_hundred_pages_are_read(tmp_path: Path) -> None:
    blocks = told(tmp_path, "long.pdf", pages(*["It took a while."] * 500)).blocks
    assert (len(blocks), blocks[-1].page) == (500, 500)


OPEN = 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITY = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d {OPEN}><p><t>&e;</t></p></d>'


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("scan.pdf", pages("", ""), "scan.pdf holds no text: its 2 pages are pictures."),
        ("locked.pdf", pages("Hello", password="secret"), "locked.pdf is locked with a password."),
        ("half.pdf", pages("Hello")[:120], "half.pdf is damaged: "),
        ("half.docx", document(words("Hello"))[:150], "half.docx is a damaged zip archive: "),
        ("empty.docx", document(), "empty.docx holds no words."),
        (
            "old.doc",
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
            "old.doc is locked with a password, or was written",
        ),
        ("empty.txt", b"  \n\n ", "empty.txt holds no words."),
        ("film.mp4", b"\0\0\0 ftypisom" + bytes(99), "film.mp4 holds no text."),
        ("long.txt", b"word " * (MOST_CHARACTERS // 5 + 1), f"long.txt has more than {MOST_CHARACTERS:,} characters."),
    ],
    ids=[
        "scan",
        "locked",
        "half a PDF",
        "half a document",
        "empty document",
        "Word 97",
        "empty text",
        "film",
        "too long",
    ],
)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(InvalidData) as refused:
        told(tmp_path, name, content)
    assert refused.value.seen.startswith(sentence)
    assert refused.value.todo


def test_what_a_document_pulls_in_from_elsewhere_stays_there(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.docx"
    with zipfile.ZipFile(hostile, "w") as archive:
        archive.writestr("word/document.xml", ENTITY)
    with pytest.raises(InvalidData, match=r"hostile\.docx holds no words\."):
        read(hostile)


def test_a_passage_over_several_blocks_keeps_its_lines() -> None:
    transcript = Transcript(
        format="text", blocks=(TranscriptBlock(start=0, text="One two"), TranscriptBlock(start=8, text="three four"))
    )
    assert (transcript.between(4, 13), transcript.at(9), transcript.at(7)) == ("two\nthree", 1, None)
