"""What a file may say, and what a person is told who mistyped."""

import time

import pytest

from footfall.errors import InvalidMapFile
from footfall.journey.text import MapFile, read, used_library, write

FILE = """\
footfall: 1
title: Parcel delivery

personas:
  - Maya: {role: Works in shifts}

channels:
  - Web
  - E-mail: {icon: mail}

touchpoints:
  - Tracking page: {channels: [Web], bindings: [tracking opened]}

stages:
  - Order: [Choose delivery, Pay]
  - Wait:
      goal: Know when it comes
      steps:
        - &trk Track: {touchpoint: Tracking page}
        - Doorbell

lanes:
  - goals
  - kind: actions
    cards:
      Choose delivery:
        - Compares home, locker and pick-up
        - {text: Hesitates, severity: severe, due: 2026-01-31}
      Pay: "no"
      Track: &k7 Opens the link again
  - kind: emotion
    cards:
      Choose delivery: 1
      Track: -1.5 annoyed
  - kind: touchpoints
    cards:
      Track: Tracking page
  - kind: measures
    cards:
      Track:
        question: {kind: reach, at: Tracking page}

links:
  - {from: Track, to: Choose delivery, kind: loop}

tray:
  cards:
    - {lane: actions, step: ~gone7, text: Was told to wait}
"""

RECORDS = {
    "map": {"type": "map", "title": "Parcel delivery", "personas": ["persona-maya"]},
    "stage-order": {"type": "stage", "name": "Order"},
    "stage-wait": {"type": "stage", "name": "Wait", "goal": "Know when it comes", "order": "a1"},
    "step-choose-delivery": {"type": "step", "stage": "stage-order", "name": "Choose delivery"},
    "step-pay": {"type": "step", "stage": "stage-order", "name": "Pay", "order": "a1"},
    "trk": {"type": "step", "stage": "stage-wait", "name": "Track", "touchpoint": "touchpoint-tracking-page"},
    "step-doorbell": {"type": "step", "stage": "stage-wait", "name": "Doorbell", "order": "a1"},
    "lane-goals": {"type": "lane", "kind": "goals"},
    "lane-actions": {"type": "lane", "kind": "actions", "order": "a1"},
    "lane-emotion": {"type": "lane", "kind": "emotion", "order": "a2"},
    "lane-touchpoints": {"type": "lane", "kind": "touchpoints", "order": "a3"},
    "lane-measures": {"type": "lane", "kind": "measures", "order": "a4"},
    "card-compares-home-locker-and-pick-up": {
        "type": "card",
        "lane": "lane-actions",
        "step": "step-choose-delivery",
        "text": "Compares home, locker and pick-up",
    },
    "card-hesitates": {
        "type": "card",
        "lane": "lane-actions",
        "step": "step-choose-delivery",
        "order": "a1",
        "text": "Hesitates",
        "severity": "severe",
        "due": "2026-01-31",
    },
    "card-no": {"type": "card", "lane": "lane-actions", "step": "step-pay", "text": "no"},
    "k7": {"type": "card", "lane": "lane-actions", "step": "trk", "text": "Opens the link again"},
    "card-emotion-choose-delivery": {
        "type": "card",
        "lane": "lane-emotion",
        "step": "step-choose-delivery",
        "score": 1.0,
    },
    "card-annoyed": {"type": "card", "lane": "lane-emotion", "step": "trk", "score": -1.5, "feeling": "annoyed"},
    "card-touchpoints-track": {
        "type": "card",
        "lane": "lane-touchpoints",
        "step": "trk",
        "touchpoint": "touchpoint-tracking-page",
    },
    "card-measures-track": {
        "type": "card",
        "lane": "lane-measures",
        "step": "trk",
        "question": {"kind": "reach", "at": ["touchpoint-tracking-page"]},
    },
    "card-was-told-to-wait": {"type": "card", "lane": "lane-actions", "step": "gone7", "text": "Was told to wait"},
    "link-track-choose-delivery": {"type": "link", "source": "trk", "target": "step-choose-delivery", "kind": "loop"},
}
LIBRARY = {
    "persona-maya": {"type": "persona", "name": "Maya", "role": "Works in shifts"},
    "channel-web": {"type": "channel", "name": "Web"},
    "channel-e-mail": {"type": "channel", "name": "E-mail", "icon": "mail", "order": "a1"},
    "touchpoint-tracking-page": {
        "type": "touchpoint",
        "name": "Tracking page",
        "channels": ["channel-web"],
        "bindings": [{"events": ["tracking opened"], "channels": []}],
    },
}


def test_a_file_becomes_records_with_ids_and_orders_that_follow_from_it() -> None:
    assert read(FILE) == MapFile(RECORDS, LIBRARY)


def test_the_records_become_the_same_file() -> None:
    assert write(RECORDS, LIBRARY) == FILE


def test_the_library_beside_a_map_is_what_the_map_uses() -> None:
    used = used_library(RECORDS, LIBRARY | {"channel-fax": {"type": "channel", "name": "Fax"}})
    assert used == {id: record for id, record in LIBRARY.items() if id != "channel-e-mail"}


TEAMS = """\
footfall: 1
title: Who does what

touchpoints:
  - Desk:
      owner_team: Front office
      url: https://example.org/desk

teams:
  - Front office: {contact: Anna}

stakeholders:
  - City council: {kind: authority, ring: indirect, influence: 4, team: Front office}

stages:
  - Visit:
      hint: What brings people here?
      steps: [Ask]

lanes:
  - kind: responsible
    hint: Which team answers for it?
    colour: 3
    collapsed: true
    cards:
      Ask: Front office
  - kind: goals
    cards:
      Ask: {text: Know where to be, met: 2}
  - kind: chart
    cards:
      Ask:
        figures:
          - {label: Calls, value: 12}
          - {label: Mails, value: 30.5}
        chart: donut
"""


def test_teams_stakeholders_guidance_and_small_charts_are_text_too() -> None:
    held = read(TEAMS)
    assert write(held.records, held.library) == TEAMS
    assert held.records["card-responsible-ask"] == {
        "type": "card",
        "lane": "lane-responsible",
        "step": "step-ask",
        "teams": ["team-front-office"],
    }
    assert held.library["stakeholder-city-council"] == {
        "type": "stakeholder",
        "name": "City council",
        "kind": "authority",
        "ring": "indirect",
        "influence": 4.0,
        "team": "team-front-office",
    }


def test_a_link_that_a_page_must_not_open_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidMapFile) as refused:
        read(TEAMS.replace("https://example.org/desk", "javascript:alert(1)"))
    assert str(refused.value) == (
        "Line 7 has 'javascript:alert(1)' as 'url' of a touchpoint; "
        "expected is a link that starts with https://, http:// or mailto:"
    )


def test_each_record_knows_its_line() -> None:
    lines = read(FILE).lines
    assert [FILE.splitlines()[lines[id] - 1].strip() for id in ("trk", "k7", "link-track-choose-delivery")] == [
        "- &trk Track: {touchpoint: Tracking page}",
        "Track: &k7 Opens the link again",
        "- {from: Track, to: Choose delivery, kind: loop}",
    ]


def test_equal_names_get_numbers_and_can_be_told_apart() -> None:
    steps = read("footfall: 1\ntitle: T\nstages:\n  - A: [Wait, Wait, Wait 2]\nlanes: []\n").records
    assert [id for id in steps if id.startswith("step")] == ["step-wait", "step-wait_2", "step-wait-2"]


def test_moving_a_line_moves_the_record_whatever_order_key_it_had() -> None:
    file = "footfall: 1\ntitle: T\nstages:\n  - A\n  - B: {order: a0V}\n  - C\n"
    moved = "footfall: 1\ntitle: T\nstages:\n  - A\n  - C\n  - B: {order: a0V}\n"
    assert {id: record.get("order") for id, record in read(file).records.items()} == {
        "map": None,
        "stage-a": None,
        "stage-b": "a0V",
        "stage-c": "a1",
    }
    assert read(moved).records["stage-b"]["order"] == "a2"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        (
            "severity: severe",
            "severty: severe",
            "Line 28 has 'severty', which is no field of a card. Did you mean 'severity'?",
        ),
        ("severity: severe", "severity: sever", "Line 28 has 'sever' as 'severity' of a card. Did you mean 'severe'?"),
        (
            "due: 2026-01-31",
            "due: soon",
            "Line 28 has 'soon' as 'due' of a card; expected is a date such as 2026-05-31",
        ),
        ('Pay: "no"', "Pey: no", "Line 29 refers to the step 'Pey', which is not in this file. Did you mean 'Pay'?"),
        ("kind: emotion", "kind: emotions", "Line 31 has 'emotions' as 'kind' of a lane. Did you mean 'emotion'?"),
        ("-1.5 annoyed", "-5 annoyed", "Line 34 has '-5.0' as 'score' of a card; expected is at least -2"),
        ("&k7", "&trk", "Line 30 has the id 'trk' a second time; line 19 has it too"),
        (
            "icon: mail",
            "icon: MAIL",
            "Line 9 has 'MAIL' as 'icon' of a channel; expected is a word that fits ^[a-z0-9-]{1,40}$",
        ),
        (
            "channels: [Web]",
            "channels: [Wep]",
            "Line 12 refers to the channel 'Wep', which is not in this file. Did you mean 'Web'?",
        ),
        ("kind: reach, at: T", "kind: reach, to: T", "Line 41 has no 'question: at', which its question needs"),
        ("stages:", "stage:", "Line 14 has 'stage', which is no key of a map file. Did you mean 'stages'?"),
        ("footfall: 1", "footfall: 9", "Line 1 says 'footfall: 9'; this Footfall reads format 1"),
        ("footfall: 1\n", "", "Line 1 should say 'footfall: 1', so that every reader knows the format"),
        ("title: Parcel delivery\n", "\n", "Line 1 has no 'title', which a map file needs"),
        ("title: Parcel delivery", "title: A\ntitle: B", "Line 3 has 'title' a second time; the first stands above it"),
        (
            "- Doorbell",
            "- {name: Doorbell, optional: perhaps}",
            "'perhaps' as 'optional' of a step; expected is true or false",
        ),
        ("{role: Works in shifts}", "[a]", "Line 5 has 'Maya: a list', which is no field of a persona."),
        ("~gone7", "gone7", "Line 48 refers to the step 'gone7', which is not in this file."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(right: str, wrong: str, says: str) -> None:
    assert right in FILE
    with pytest.raises(InvalidMapFile) as refused:
        read(FILE.replace(right, wrong, 1))
    assert says in str(refused.value)


def test_all_mistakes_are_collected_and_the_first_are_told() -> None:
    file = "footfall: 1\ntitle: T\n" + "".join(f"oops{number}: 1\n" for number in range(9))
    with pytest.raises(InvalidMapFile) as refused:
        read(file)
    assert [problem.line for problem in refused.value.problems] == list(range(3, 12))
    assert str(refused.value).splitlines()[-1] == "… and 4 more."


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("", "The file is empty."),
        ("# only a remark\n", "The file is empty."),
        ("just words", "Line 1 is no map file"),
        ("- a\n- b\n", "Line 1 is no map file"),
        ("footfall: 1\ntitle: [a\n", "Line 3 is not YAML"),
        ("footfall: 1\ntitle: a: b\n", "Line 2 is not YAML"),
        ("footfall: 1\n\ttitle: a\n", "Line 2 is not YAML"),
        ("footfall: 1\ntitle: \x07\n", "Line 2 has a character that YAML does not allow (U+0007)"),
        ("footfall: 1\ntitle: !!python/object:os.system x\n", "Line 2 uses the YAML tag"),
        ("footfall: 1\ntitle: &a x\nowner: *a\n", "Line 3 uses the alias *a"),
        ("footfall: 1\ntitle: x\n---\ntitle: y\n", "Line 3 starts a second YAML document"),
        ("footfall: 1\n? [a]\n: b\n", "Line 2 has a list or a mapping where a key should be"),
        ("footfall: 1\ntitle: " + "[" * 21, "Line 2 is nested deeper than 20 levels"),
        ("footfall: 1\ntitle: " + "[" * 100_000, "Line 2 is nested deeper than 20 levels"),
        ("footfall: 1\nlinks:\n" + "- \n" * 300_000, "more than a map file may have"),
        ("x" * 5_000_001, "The file has 5,000,001 characters."),
    ],
)
def test_what_is_no_map_file_is_refused_soon_and_in_words(file: str, says: str) -> None:
    started = time.process_time()
    with pytest.raises(InvalidMapFile) as refused:
        read(file)
    assert says in str(refused.value)
    assert time.process_time() - started < 30


def test_the_marks_of_a_conflict_are_named_with_their_lines_and_what_to_do() -> None:
    file = "title: A\n<<<<<<< HEAD\nowner: Ann\n=======\nowner: Bob\n>>>>>>> branch\nstages: []\n"
    with pytest.raises(InvalidMapFile) as refused:
        read(file)
    (problem,) = refused.value.problems
    assert problem.line == 2
    assert "a conflict that a merge left, down to line 6" in problem.says
    assert "delete the lines with <<<<<<<, ======= and >>>>>>>" in problem.says


def test_a_bomb_of_aliases_stands_for_nothing() -> None:
    laughs = "".join(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]\n" for level in range(1, 9))
    with pytest.raises(InvalidMapFile, match="uses the alias"):
        read("footfall: 1\ntitle: x\nl0: &l0 lol\n" + laughs)


def test_a_binding_may_have_conditions_on_attributes_one_or_several() -> None:
    text = """\
footfall: 1
title: Conditions

touchpoints:
  - Checkout:
      bindings:
        - events: [pay]
          where: {attribute: plan, values: pro*}
  - Desk:
      bindings:
        - events: [ask]
          where:
            - {attribute: plan, values: [pro, free]}
            - {attribute: country, values: [NL]}
"""
    pay, ask = (read(text).library[f"touchpoint-{name}"]["bindings"] for name in ("checkout", "desk"))
    assert pay == [{"events": ["pay"], "channels": [], "where": [{"attribute": "plan", "values": ["pro*"]}]}]
    assert ask == [
        {
            "events": ["ask"],
            "channels": [],
            "where": [{"attribute": "plan", "values": ["pro", "free"]}, {"attribute": "country", "values": ["NL"]}],
        }
    ]


def test_a_condition_that_is_no_condition_is_refused_in_words() -> None:
    text = "footfall: 1\ntitle: x\ntouchpoints:\n  - T:\n      bindings: [{events: [pay], where: plan}]\n"
    with pytest.raises(InvalidMapFile) as refused:
        read(text)
    said = "Line 5 has 'plan' as 'bindings: where' of a touchpoint; expected is keys with values"
    assert [str(problem) for problem in refused.value.problems] == [said]
