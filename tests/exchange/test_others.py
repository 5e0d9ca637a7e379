"""OpenJourney, CJML and JSON, in and out."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings

from footfall.errors import InvalidMapFile
from footfall.exchange.cjml import read_cjml, write_cjml
from footfall.exchange.formats import Format, recognise
from footfall.exchange.ojf import read_ojf, write_ojf
from footfall.exchange.reading import read
from footfall.exchange.whole import read_whole, write_whole
from footfall.journey.text import read as read_text
from footfall.journey.text import write
from tests.exchange.maps import made, seeds

CJML = """<CJML version="2.0"><actualJourney><journeyID>AJ1</journeyID>
 <actors><endUser actorID="Carl"><actorName>Carl</actorName></endUser>
         <serviceProvider actorID="Company A"><companyName>Bookis</companyName></serviceProvider></actors>
 <touchpoints><actualCommunicationPoint><touchpointID>TP1</touchpointID>
   <initiator><refersTo actorIDref="Carl"/><initiatorLabel>Customer creates account</initiatorLabel></initiator>
   <receiver><refersTo actorIDref="Bookis"/><receiverLabel>Account registered</receiverLabel></receiver>
   <channel><channelName>Web</channelName></channel></actualCommunicationPoint></touchpoints></actualJourney></CJML>
"""
CJML_AS_TEXT = """footfall: 1
title: AJ1

personas: [Carl]

channels: [Web]

touchpoints: [Customer creates account]

stages:
  - AJ1: [Customer creates account]

lanes:
  - kind: frontstage
    name: Bookis
    actor: Bookis
    cards:
      Customer creates account: Account registered
  - kind: touchpoints
    cards:
      Customer creates account: {touchpoint: Customer creates account, channels: [Web]}
"""
MAP = """footfall: 1
title: Parcel

personas: [Maya]
channels: [Web]
touchpoints: [Shop]

stages:
  - Order: [Choose, Pay]
  - Wait: [Track]

lanes:
  - kind: emotion
    cards:
      Choose: 1 curious
      Pay: -2 angry
  - kind: pain-points
    cards:
      Pay: {text: Slow, severity: severe}
"""


def test_a_cjml_file_becomes_a_map_and_an_actor_that_is_named_is_told() -> None:
    brought = read_cjml(CJML, "T")
    assert write(brought.maps[0], brought.library) == CJML_AS_TEXT
    assert [str(note) for note in brought.notes] == [
        "Line 6: 'Bookis' is the name of an actor, not its id; 'Company A' is taken."
    ]


def test_an_actor_that_nobody_is_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidMapFile, match=r"Line 6: The actor 'Nobody' is not in the file\. Its actors are Bookis"):
        read_cjml(CJML.replace('"Bookis"', '"Nobody"'), "T")


BOMB = '<!DOCTYPE CJML [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
LEAK = '<!DOCTYPE CJML [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, LEAK])
def test_entities_are_refused(head: str) -> None:
    entity = "&b;" if "&a;&a;" in head else "&a;"
    with pytest.raises(InvalidMapFile, match="declares a document type"):
        read_cjml(head + CJML.replace("AJ1", entity), "T")


def test_phases_experience_and_other_lanes_of_cjml_come_back() -> None:
    file = read_text(MAP)
    brought = read_cjml(write_cjml(file.records, file.library).content.decode(), "T")
    kept = [line for line in MAP.splitlines() if "channels" not in line and "touchpoints" not in line]
    assert sorted(write(brought.maps[0], brought.library).splitlines()) == sorted(kept)


OJF: dict[str, Any] = {
    "version": "1.0",
    "metadata": {"title": "Parcel"},
    "persona": {"name": "Maya", "role": "Works in shifts"},
    "stages": [{"id": "s1", "name": "Order"}, {"id": "s2", "name": "Wait"}],
    "swimlanes": [{"id": "l1", "name": "Actions"}, {"id": "l2", "name": "Pains"}],
    "nodes": [
        {"stageId": "s1", "swimlaneId": "l1", "title": "Pay", "score": -5, "blueprint": {"backstage": "Books it"}},
        {"stage": "s1", "swimlaneId": "l2", "title": "Slow", "severity": "high", "tags": ["web"]},
        {"stageId": "gone", "swimlaneId": "l2", "title": "Lost"},
    ],
}
OJF_AS_TEXT = """footfall: 1
title: Parcel

personas:
  - Maya: {role: Works in shifts}

stages:
  - Order: [Pay]
  - Wait: [Wait]

lanes:
  - kind: actions
    cards:
      Pay: {text: Pay, score: -2}
  - kind: pain-points
    cards:
      Pay: {text: Slow, tags: [web], severity: severe}
  - kind: backstage
    cards:
      Pay: Books it

tray:
  cards:
    - {text: Lost}
"""


def test_an_openjourney_file_becomes_a_map() -> None:
    brought = read_ojf(json.dumps(OJF), "T")
    assert write(brought.maps[0], brought.library) == OJF_AS_TEXT
    assert [str(note) for note in brought.notes] == ["The node 'Lost' stands in no stage; it lies in the tray."]


def test_stages_lanes_scores_and_severities_come_back_from_openjourney() -> None:
    file = read_text(MAP)
    written = write_ojf(file.records, file.library)
    brought = read_ojf(written.content.decode(), "T")
    cards = [record for record in brought.maps[0].values() if record["type"] == "card"]
    assert [(card.get("score"), card.get("feeling"), card.get("severity")) for card in cards] == [
        (1.0, "curious", None),
        (-2.0, "angry", None),
        (None, None, "severe"),
    ]
    assert written.notes == ()


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_a_map_as_json_comes_back_the_same(seed: int) -> None:
    records, library = made(seed)
    brought = read_whole(write_whole(records, library).content.decode(), "T")
    assert (brought.maps, brought.library) == ((records,), library)


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_every_map_can_be_written_for_the_others_and_read_there(seed: int) -> None:
    records, library = made(seed)
    read_cjml(write_cjml(records, library).content.decode(), "T")
    read_ojf(write_ojf(records, library).content.decode(), "T")


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.txt", "journey\n Pay: 3", Format.MERMAID),
        ("a", CJML, Format.CJML),
        ("a", json.dumps(OJF), Format.OJF),
        ("a", '{"footfall": 1, "map": {}}', Format.JSON),
        ("a.md", "| Stage | Action |\n|---|---|\n| A | b |", Format.MARKDOWN),
        ("a.csv", "Stage,Action\nA,b", Format.CSV),
        ("a.csv", "customer,event\nA,b", None),
        ("a.json", '[{"customer": 1}]', None),
        ("a.json", "{" * 100_000, None),
    ],
)
def test_the_content_says_which_format_a_file_is(name: str, text: str, format: Format | None) -> None:
    assert recognise(name, text) == format


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.mmd", b"x" * 20_000_001, "more than 20,000,000 bytes"),
        ("a.md", b"# A\n\xff", "not written in UTF-8: byte 4 is 0xff"),
        ("a.csv", b"Fase,Actie\nCaf\xe9,Betaalt\n", "not written in UTF-8: byte 14 is 0xe9"),
        ("a.csv", bytes(range(256)), "not a text file"),
        ("a.md", b"nothing", "a.md is no map that Footfall knows"),
    ],
)
def test_what_is_too_large_or_no_text_or_no_map_is_refused(name: str, content: bytes, says: str) -> None:
    with pytest.raises(InvalidMapFile, match=says):
        read(name, content)


@pytest.mark.parametrize("text", ["{", '{"stages": [], "nodes": 7}', "[" * 100_000])
def test_json_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidMapFile):
        read_ojf(text, "T")


LONG = 60_000
STAGE = "## Stage 1: a\n\n**Actions**:\n\n- "
SLOW = {
    "runs of spaces.md": f"{STAGE}a" + " \u00a0" * LONG + "b\n\n**Emotions**: a" + " " * LONG + "b",
    "open brackets.md": STAGE + "[" * LONG,
    "stars.md": STAGE + "** *_ " * LONG,
    "dashes.md": "| Stage | Action |\n|" + "-" * LONG + "|---|\n| a | " + "- " * LONG + "|",
    "entities.mmd": "journey\n" + "#" * LONG + ";\n" + "a:" * LONG,
    "many steps.csv": "Stage,Step,Lane,Text,Id\n" + "\n".join(f"s{at},p{at},l,t,c{at}" for at in range(3000)),
    "many nodes.ojf": json.dumps(OJF | {"nodes": [{"stageId": f"n{at}", "title": "a"} for at in range(8_000)]}),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_file_that_was_made_to_keep_a_reader_busy_is_read_or_refused(name: str) -> None:
    with suppress(InvalidMapFile):  # a reader that goes over a text once more for each letter would take hours
        assert read(name, SLOW[name].encode()).format
