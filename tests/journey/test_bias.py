"""Which leanings of the evidence the checks name, and when they keep silent."""

import pytest

from footfall.journey.checks import Facts, check
from footfall.journey.text import read

BIASES = {
    "assumption-bias",
    "selection-bias",
    "confirmation-bias",
    "anchoring",
    "overconfidence",
    "uncovered-persona",
}
MAP = """\
footfall: 1
title: Parcel
personas:
  - Maya: {segment: Nurses}
  - Ben
sources:
  - Talk with Maya: {kind: interview, held: 2026-03-01, collector: Sanne, personas: [Maya]}
  - Helpline in May: {kind: tickets, held: 2026-05-01, collector: Joris, personas: [Ben]}
touchpoints: [Tracking page]
stages:
  - Wait:
      steps: [Track, Ask, Hope]
lanes:
  - kind: pain-points
    cards:
      Track: {text: No time is named, evidence: [{source: Talk with Maya, excerpt: e1}]}
      Ask: {text: Nobody knows, evidence: [{source: Helpline in May, excerpt: e2}]}
      Hope: {text: Waits at home, evidence: [{source: Talk with Maya, excerpt: e3}]}
  - kind: touchpoints
    cards:
      Track: {touchpoint: Tracking page, moment_of_truth: true, evidence: [{source: Talk with Maya, excerpt: e4}]}
  - kind: emotion
    name: Maya
    persona: Maya
    cards:
      Track: {score: -1, evidence: [{source: Talk with Maya, excerpt: e5}]}
      Ask: {score: 0, evidence: [{source: Talk with Maya, excerpt: e6}]}
      Hope: {score: 1, evidence: [{source: Talk with Maya, excerpt: e7}]}
  - kind: emotion
    name: Ben
    persona: Ben
    cards:
      Track: {score: -2, evidence: [{source: Helpline in May, excerpt: e8}]}
      Ask: {score: 0, evidence: [{source: Helpline in May, excerpt: e9}]}
      Hope: {score: 1, evidence: [{source: Helpline in May, excerpt: e10}]}
"""


def biases(text: str, facts: Facts | None = None, language: str = "en") -> list[tuple[str, str, str]]:
    file = read(text)
    found = check(file.records, file.library, facts, language)
    return [(one.code, one.record, one.sentence) for one in found if one.code in BIASES]


def swapped(*pairs: tuple[str, str]) -> str:
    text = MAP
    for right, wrong in pairs:
        assert right in text
        text = text.replace(right, wrong)
    return text


def test_a_map_whose_evidence_leans_nowhere_is_left_alone() -> None:
    assert biases(MAP) == []


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        (
            [
                (", evidence: [{source: Helpline in May, excerpt: e8}]", ""),
                *[
                    (f", evidence: [{{source: {source}, excerpt: e{n}}}]", "")
                    for source, n in [
                        ("Helpline in May", 9),
                        ("Helpline in May", 10),
                        ("Talk with Maya", 5),
                        ("Talk with Maya", 6),
                        ("Talk with Maya", 7),
                    ]
                ],
            ],
            (
                "assumption-bias",
                "map",
                "6 of 9 emotions, pains and quotes cite nothing: the map shows what you believe.",
            ),
        ),
        (
            [("kind: interview", "kind: staff"), ("kind: tickets", "kind: staff")],
            ("selection-bias", "map", "Only staff speaks for this map; no source that it cites asked a customer."),
        ),
        (
            [("kind: tickets", "kind: interview")],
            ("selection-bias", "map", "All 2 sources that the map cites are of one kind: interviews."),
        ),
        (
            [("collector: Joris", "collector: sanne")],
            ("selection-bias", "map", "All 2 sources that the map cites were gathered by Sanne."),
        ),
        (
            [("collector: Sanne", "segment: Nurses"), ("collector: Joris", "segment: Nurses")],
            ("selection-bias", "map", "All 2 sources that the map cites cover the segment 'Nurses' alone."),
        ),
        (
            [("Nobody knows, evidence: [{source: Helpline in May", "Nobody knows, evidence: [{source: Talk with Maya")],
            (
                "confirmation-bias",
                "card-no-time-is-named",
                "All 3 pains that cite a source cite 'Talk with Maya', and not the other source.",
            ),
        ),
        (
            [("score: -2", "score: -1")],
            ("anchoring", "card-ben-track", "The curve of Ben has the same scores as that of Maya at all 3 steps."),
        ),
        (
            [("[{source: Talk with Maya, excerpt: e3}]", "[{value: 0.5, unit: share, n: 4}]")],
            (
                "overconfidence",
                "card-waits-at-home",
                "The card 'Waits at home' at 'Hope' stands on a number of 4: fewer than 5 say nothing sure.",
            ),
        ),
        (
            [("personas: [Ben]", "segment: Callers")],
            ("uncovered-persona", "map", "No source that the map cites covers the persona Ben."),
        ),
        (
            [("personas: [Maya]", "segment: Others")],
            (
                "uncovered-persona",
                "map",
                "No source that the map cites covers the persona Maya or the segment 'Nurses'.",
            ),
        ),
    ],
)
def test_each_leaning_is_named(pairs: list[tuple[str, str]], found: tuple[str, str, str]) -> None:
    assert biases(swapped(*pairs)) == [found]


def test_all_evidence_of_the_first_source_is_anchoring_once_a_later_source_is_there() -> None:
    one_source = swapped(("{source: Helpline in May", "{source: Talk with Maya"))
    assert biases(one_source) == [
        ("selection-bias", "map", "One source speaks for all of this map: 'Talk with Maya', cited 10 times."),
        (
            "anchoring",
            "map",
            "All 10 citations are of the first source, 'Talk with Maya'; a later one is not cited.",
        ),
        ("uncovered-persona", "map", "No source that the map cites covers the persona Ben."),
    ]
    other_first = one_source.replace("held: 2026-03-01", "held: 2026-06-01")
    assert "anchoring" not in [code for code, _, _ in biases(other_first)]


def test_a_moment_of_truth_with_one_excerpt_is_told_and_with_two_it_is_not() -> None:
    alone = swapped(
        (", evidence: [{source: Talk with Maya, excerpt: e1}]", ", evidence: []"),
        (", evidence: [{source: Talk with Maya, excerpt: e5}]", ""),
        (", evidence: [{source: Helpline in May, excerpt: e8}]", ""),
    )
    said = "The moment of truth 'Tracking page' at 'Track' rests on a single excerpt."
    assert biases(alone) == [("overconfidence", "card-touchpoints-track", said)]
    assert biases(alone.replace("excerpt: e4}", "excerpt: e4}, {source: Helpline in May, excerpt: e11}")) == []


def test_emotions_outside_what_customers_answered_are_told_unless_they_cite_a_number() -> None:
    facts = Facts(felt={"step-hope": (-0.9, -0.3), "step-ask": (-0.4, 0.2)})
    said = (
        "De emotie +1 bij 'Hope' ligt buiten wat klanten antwoordden (-0.9 tot -0.3) en verwijst naar geen getal;"
        " dat geldt voor 2 van de emoties."
    )
    assert biases(MAP, facts, "nl") == [("confirmation-bias", "card-maya-hope", said)]
    cited = MAP.replace("excerpt: e7}", "excerpt: e7, n: 40}").replace("excerpt: e10}", "excerpt: e10, n: 40}")
    assert biases(cited, facts) == []


def test_a_source_that_is_gone_proves_nothing_and_leaves_no_other_trace() -> None:
    file = read(MAP)
    left = {id: record for id, record in file.library.items() if record["type"] != "source"}
    found = [one.sentence for one in check(file.records, left) if one.code in BIASES]
    assert found == ["9 of 9 emotions, pains and quotes cite nothing: the map shows what you believe."]


def test_data_beside_the_sources_lift_the_selection() -> None:
    alike = swapped(("kind: tickets", "kind: interview"))
    read_too = alike.replace("excerpt: e4}", "excerpt: e4}, {dataset: shop, value: 0.2, unit: share, n: 900}")
    assert biases(read_too) == []
