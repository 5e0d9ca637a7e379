"""What the checks find, that they leave a sound map alone, and that the rules of a workspace are kept."""

from datetime import date
from string import Formatter

import pytest

from footfall.errors import InvalidMapFile
from footfall.journey.changes import Records
from footfall.journey.checks import CHECKS, Facts, Finding, Level, check, explained, read_rules
from footfall.journey.checks.words import LANGUAGES
from footfall.journey.text import read

SOUND = """\
footfall: 1
title: Parcel
dataset: parcels
scope_begin: pays
scope_end: holds the parcel
review_interval_days: 90
reviewed: 2026-05-01
personas: [Maya]
channels: [E-mail]
teams: [Delivery]
touchpoints:
  - Tracking page: {bindings: [tracking opened], channels: [E-mail], owner_team: Delivery}
stages:
  - Wait:
      goal: To know the day
      steps:
        - Track: {touchpoint: Tracking page}
lanes:
  - kind: actions
    cards:
      Track: [Opens the mail, Follows the link, Reads the day, Tells the neighbour]
  - kind: emotion
    cards:
      Track: {score: -1, evidence: [Interview with Maya]}
  - kind: pain-points
    cards:
      Track: {text: No time is named, severity: severe, evidence: [Interview with Maya]}
  - kind: strengths
    cards:
      Track: {text: The mail comes at once, evidence: [Interview with Maya]}
  - kind: opportunities
    cards:
      Track: {text: Name the hour, owner: Sanne, effort: 2, customer_value: 4}
  - kind: measures
    cards:
      Track: {question: {kind: reach, at: Tracking page}}
"""
FACTS = Facts(today=date(2026, 6, 1), channels=frozenset({"email"}))


def findings(text: str, facts: Facts = FACTS, rules: str = "") -> tuple[Finding, ...]:
    file = read(text)
    return check(file.records, file.library | (read_rules(rules) if rules else {}), facts)


def told(found: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.code, one.record, one.field, one.sentence) for one in found]


def test_a_sound_map_has_no_findings() -> None:
    assert findings(SOUND) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("personas: [Maya]\n", "", ("no-persona", "map", "personas", "The map names no persona.")),
        (
            "personas: [Maya]",
            "personas: [Maya, Ben]",
            ("points-of-view", "map", "personas", "The map has 2 points of view: Maya, Ben."),
        ),
        ("scope_begin: pays\n", "", ("no-scope", "map", "scope_begin", "The map does not say where it begins.")),
        (
            "lanes:",
            "  - Later: {goal: To forget it}\nlanes:",
            ("empty-stage", "stage-later", "", "The stage 'Later' has no steps."),
        ),
        ("lanes:", "        - {id: s1}\nlanes:", ("no-name", "s1", "name", "A step has no name.")),
        (
            "      goal: To know the day\n",
            "",
            ("no-stage-goal", "stage-wait", "goal", "The stage 'Wait' has no customer goal."),
        ),
        (
            "        - Track: {touchpoint: Tracking page}",
            "        - Track",
            (
                "goal-unserved",
                "stage-wait",
                "",
                "The stage 'Wait' has a goal, and no touchpoint that serves it.",
            ),
        ),
        (
            ", Tells the neighbour]",
            "]",
            ("action-count", "stage-wait", "", "The stage 'Wait' has 3 actions; 4 to 12 can be followed."),
        ),
        (
            "kind: strengths",
            "kind: free",
            ("only-pains", "map", "", "The map has one pain point and no strength."),
        ),
        (
            "No time is named,",
            "It takes long. We name no time,",
            (
                "inside-out",
                "card-it-takes-long-we-name-no-time",
                "text",
                "'We name no time' begins with 'We': it tells the company's side.",
            ),
        ),
        (
            ", severity: severe",
            "",
            (
                "no-severity",
                "card-no-time-is-named",
                "severity",
                "The pain 'No time is named' at 'Track' has no severity.",
            ),
        ),
        (
            "{score: -1,",
            "{feeling: annoyed,",
            ("no-score", "card-annoyed", "score", "The emotion 'annoyed' at 'Track' has no score."),
        ),
        (
            "  - kind: measures",
            "  - kind: quotes\n    cards: {Track: Where is it}\n  - kind: measures",
            ("no-source", "card-where-is-it", "source", "The quote 'Where is it' at 'Track' names no source."),
        ),
        (
            "  - kind: measures",
            "  - kind: images\n    cards: {Track: {image: f1}}\n  - kind: measures",
            (
                "no-alt",
                "card-images-track",
                "alt",
                "A picture at 'Track' has no words for who does not see it.",
            ),
        ),
        (
            ", owner_team: Delivery",
            "",
            ("no-owner", "step-track", "", "The touchpoint 'Tracking page' at 'Track' has no owner."),
        ),
        (
            "owner: Sanne, effort: 2, ",
            "",
            (
                "bare-opportunity",
                "card-name-the-hour",
                "owner",
                "The opportunity 'Name the hour' at 'Track' lacks an owner, an effort.",
            ),
        ),
        (
            "{score: -1, evidence: [Interview with Maya]}",
            "-1",
            ("no-evidence", "card-emotion-track", "evidence", "The emotion -1 at 'Track' cites no evidence."),
        ),
        (
            "The mail comes at once, evidence: [Interview with Maya]}",
            "The mail comes at once}",
            (
                "never-checked",
                "card-the-mail-comes-at-once",
                "evidence",
                "1 of 2 claims in 'Wait' cite nothing: they are assumptions.",
            ),
        ),
        (
            "  - kind: measures\n    cards:\n      Track: {question: {kind: reach, at: Tracking page}}\n",
            "",
            ("no-measure", "stage-wait", "", "The stage 'Wait' has no measure."),
        ),
        (
            "{question: {kind: reach, at: Tracking page}}",
            "42 %",
            ("no-question", "card-42", "question", "The measure '42 %' at 'Track' asks no question."),
        ),
        (
            "dataset: parcels\n",
            "",
            ("no-dataset", "map", "dataset", "The map asks questions but names no dataset that could answer them."),
        ),
        (
            "bindings: [tracking opened], ",
            "",
            ("no-binding", "step-track", "", "The touchpoint 'Tracking page' at 'Track' is bound to no events."),
        ),
        (
            "{score: -1, evidence: [Interview with Maya]}",
            "{score: -1, evidence: [{value: 3, unit: points}, {value: 0.5, unit: share, n: 30}]}",
            (
                "mixed-scales",
                "card-emotion-track",
                "evidence",
                "The card without words at 'Track' cites numbers in several units: points, share.",
            ),
        ),
        (
            "reviewed: 2026-05-01\n",
            "",
            ("not-reviewed", "map", "reviewed", "The map is to be reviewed every 90 days and never was."),
        ),
        (
            "reviewed: 2026-05-01",
            "reviewed: 2026-03-01",
            (
                "not-reviewed",
                "map",
                "reviewed",
                "The map was last reviewed on 2026-03-01: 2 days too long ago.",
            ),
        ),
        (
            "dataset: parcels",
            "dataset: parcels\nreleased: 2026-05-02",
            ("released-since", "map", "reviewed", "The map was not reviewed since the release of 2026-05-02."),
        ),
        (
            "title: Parcel",
            "title: Parcel\nlinks: [{from: Track, to: ~s9}]",
            ("gone", "link-track", "target", "'target' of a link refers to 's9', which is gone."),
        ),
        (
            "title: Parcel",
            "title: Parcel\ntray: {cards: [{text: Waits}]}",
            ("in-tray", "card-waits", "", "The card 'Waits' lies in the tray."),
        ),
    ],
)
def test_each_check_finds_what_it_is_for(right: str, wrong: str, found: tuple[str, str, str, str]) -> None:
    assert right in SOUND
    assert told(findings(SOUND.replace(right, wrong, 1), Facts(today=date(2026, 6, 1)))) == [found]


def test_a_touchpoint_without_a_channel_is_told_once_where_a_card_shows_it() -> None:
    bare = SOUND.replace(", channels: [E-mail]", "")
    said = "The touchpoint 'Tracking page' at 'Track' has no channel."
    assert told(findings(bare, Facts())) == [("no-channel", "step-track", "", said)]
    shown = bare.replace("lanes:", "lanes:\n  - kind: touchpoints\n    cards: {Track: Tracking page}", 1)
    assert told(findings(shown, Facts())) == [("no-channel", "card-touchpoints-track", "channels", said)]


def test_a_map_without_stages_says_so() -> None:
    records: Records = {"map": {"type": "map", "title": "E", "scope_begin": "a", "scope_end": "b", "personas": ["m"]}}
    library: Records = {"m": {"type": "persona", "name": "Maya"}}
    assert [finding.code for finding in check(records, library)] == ["no-stage"]


def test_channels_of_the_map_and_of_the_data_are_compared_as_people_write_them() -> None:
    assert told(findings(SOUND, Facts(channels=frozenset({"e mail", "Web chat"})))) == [
        ("undrawn-channel", "map", "", "The data know the channel 'Web chat', and the map does not draw it."),
    ]
    assert told(findings(SOUND, Facts(channels=frozenset()))) == [
        ("unused-channel", "step-track", "", "The channel 'E-mail' is drawn and does not occur in the data."),
    ]


def test_a_measure_that_leaves_out_answers_on_other_scales_is_told() -> None:
    (found,) = findings(SOUND, Facts(left_out={"card-measures-track": 7}))
    assert (found.code, found.record, found.sentence) == (
        "mixed-scales",
        "card-measures-track",
        "The measure without words at 'Track' reads one scale and leaves out 7 answers on others.",
    )


def test_rules_turn_checks_off_make_them_graver_and_name_the_company() -> None:
    bare = SOUND.replace("personas: [Maya]\n", "").replace("No time is named", "Acme names no time")
    rules = "rules:\n  no-persona: off\n  inside-out: {level: error, words: [Acme]}\n"
    (found,) = findings(bare, rules=rules)
    assert (found.code, found.level) == ("inside-out", Level.ERROR)
    assert found.sentence == "'Acme names no time' begins with 'Acme': it tells the company's side."
    assert [one.code for one in findings(bare)] == ["no-persona"]


def test_the_gravest_findings_come_first() -> None:
    bare = SOUND.replace("personas: [Maya]\n", "").replace("title: Parcel", "title: P\nlinks: [{from: Track, to: ~s9}]")
    assert [(one.code, one.level) for one in findings(bare)] == [
        ("gone", Level.ERROR),
        ("no-persona", Level.WARNING),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rules:\n  no-persone: off\n", "Line 2 has 'no-persone', which is no check. Did you mean 'no-persona'?"),
        ("rules:\n  gone: off\n  gone: note\n", "Line 3 has 'gone' a second time; the first stands above it"),
        (
            "rules:\n  gone: {level: grave}\n",
            "Line 2 has a rule that is none; expected is off, note, warning or error, or level and words",
        ),
        ("- gone\n", "Line 1 is no file of rules: it starts with 'rules:'"),
        (
            "gone: off\n",
            "Line 1 has 'gone'; a file of rules has 'rules:' with a line for each check below it",
        ),
    ],
)
def test_a_file_of_rules_is_refused_with_the_line(text: str, says: str) -> None:
    with pytest.raises(InvalidMapFile) as refused:
        read_rules(text)
    assert str(refused.value) == says


def test_every_check_speaks_both_languages_and_tells_the_same() -> None:
    shapes = {
        name: {code: {form: holes(text) for form, text in one.sentences.items()} for code, one in words.of.items()}
        for name, words in LANGUAGES.items()
    }
    assert list(shapes) == ["en", "nl"]
    assert shapes["en"] == shapes["nl"]
    assert list(LANGUAGES["en"].of) == list(LANGUAGES["nl"].of) == list(CHECKS)
    for language in LANGUAGES:
        spoken = [text for one in explained(language) for text in (one.meaning, one.reason, one.fix)]
        assert all(text.endswith(".") for text in spoken)


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_findings_are_told_in_dutch() -> None:
    file = read(SOUND.replace("personas: [Maya]\n", ""))
    (found,) = check(file.records, file.library, language="nl-BE")
    assert found.sentence == "De klantreis noemt geen persona."
