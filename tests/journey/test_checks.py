"""What the checks find, and that they leave a sound map alone."""

import pytest

from footfall.journey.changes import Records
from footfall.journey.checks import CHECKS, Finding, check
from footfall.journey.text import read

SOUND = """\
footfall: 1
title: Parcel
dataset: parcels
personas: [Maya]
touchpoints:
  - Tracking page: {bindings: [tracking opened]}
stages:
  - Wait:
      steps:
        - Track: {touchpoint: Tracking page}
lanes:
  - kind: emotion
    cards: {Track: -1}
  - kind: pain-points
    cards:
      Track: {text: No time is named, severity: severe}
  - kind: measures
    cards:
      Track: {question: {kind: reach, at: Tracking page}}
"""


def findings(text: str) -> tuple[Finding, ...]:
    file = read(text)
    return check(file.records, file.library)


def test_a_sound_map_has_no_findings() -> None:
    assert findings(SOUND) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        (
            "personas: [Maya]\n",
            "",
            ("no-persona", "map", "The map names no persona: say through whose eyes the journey is seen."),
        ),
        (
            "lanes:",
            "  - Later\nlanes:",
            (
                "empty-stage",
                "stage-later",
                "The stage 'Later' has no steps: add what customers do in it, or delete it.",
            ),
        ),
        ("lanes:", "        - {id: s1}\nlanes:", ("no-name", "s1", "A step has no name: others cannot refer to it.")),
        (
            ", severity: severe",
            "",
            (
                "no-severity",
                "card-no-time-is-named",
                "The pain 'No time is named' at 'Track' has no severity: minor, moderate or severe?",
            ),
        ),
        (
            "{Track: -1}",
            "{Track: annoyed}",
            ("no-score", "card-annoyed", "The emotion 'annoyed' at 'Track' has no score: draw it between -2 and +2."),
        ),
        (
            "  - kind: measures",
            "  - kind: quotes\n    cards: {Track: Where is it}\n  - kind: measures",
            (
                "no-source",
                "card-where-is-it",
                "The quote 'Where is it' at 'Track' names no source: who said it, and where?",
            ),
        ),
        (
            "  - kind: measures",
            "  - kind: images\n    cards: {Track: {image: f1}}\n  - kind: measures",
            (
                "no-alt",
                "card-images-track",
                "A picture at 'Track' has no words for who does not see it: say what it shows.",
            ),
        ),
        (
            "{question: {kind: reach, at: Tracking page}}",
            "42 %",
            ("no-question", "card-42", "The measure '42 %' at 'Track' asks no question: its number cannot live."),
        ),
        (
            "dataset: parcels\n",
            "",
            ("no-dataset", "map", "The map asks questions but names no dataset that could answer them."),
        ),
        (
            ": {bindings: [tracking opened]}",
            "",
            ("no-binding", "step-track", "The touchpoint 'Tracking page' of the step 'Track' is bound to no events."),
        ),
        (
            "touchpoint: Tracking page}",
            "touchpoint: ~t9}",
            ("gone", "step-track", "'touchpoint' of a step refers to 't9', which is gone."),
        ),
        (
            "kind: measures\n",
            "kind: measures\ntray: {cards: [{text: Waits}]}\n#",
            (
                "in-tray",
                "card-waits",
                "The card 'Waits' lies in the tray: place it in a lane and a step, or delete it.",
            ),
        ),
    ],
)
def test_each_check_finds_what_it_is_for(right: str, wrong: str, found: tuple[str, str, str]) -> None:
    assert right in SOUND
    text = SOUND.replace(right, wrong, 1)
    if found[0] == "in-tray":
        text = text[: text.index("#")]
    assert findings(text) == (Finding(*found),)


def test_a_map_without_stages_says_so() -> None:
    records: Records = {"map": {"type": "map", "title": "Empty", "personas": ["maya"]}}
    library: Records = {"maya": {"type": "persona", "name": "Maya"}}
    assert [finding.code for finding in check(records, library)] == ["no-stage"]


def test_each_check_has_a_sentence_and_a_code_in_words() -> None:
    assert all(sentence.endswith(".") and code.replace("-", "").isalpha() for code, (sentence, _) in CHECKS.items())
