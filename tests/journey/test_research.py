"""What a map takes for granted, and in which order it pays to ask."""

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import LaneKind
from footfall.journey.research import Assumption, Place, Reason, assumptions_of
from footfall.journey.research.plan import LANGUAGES
from footfall.journey.research.telling import TARGET
from footfall.journey.text import read

MAP = """\
footfall: 1
title: Parcel
personas: [Maya]
sources: [Talk with Maya]
opportunities:
  - Name the hour: {customer_value: 5}
stages:
  - Order:
      steps: [Pay]
  - Wait:
      steps: [Track, Open]
lanes:
  - kind: touchpoints
    cards:
      Track: {text: Tracking page, moment_of_truth: true, importance: 4}
  - kind: pain-points
    cards:
      Pay: {text: Two cards refused, severity: minor}
      Track: {text: No time is named, severity: severe, opportunity: Name the hour, tags: [being-asked]}
      Open: {text: Box is torn, severity: severe, evidence: [{source: Talk with Maya, excerpt: e1}]}
  - kind: emotion
    cards:
      Pay: {score: 1, basis: measured}
      Open: {score: 2, feeling: glad}
  - kind: quotes
    cards:
      Pay: {text: Fine, source: Ben}
  - kind: systems
    cards:
      Pay: Ledger
"""


def assumptions(text: str, reach: dict[str, float] | None = None, language: str = "en") -> tuple[Assumption, ...]:
    file = read(text)
    return assumptions_of(MapDocument(file.records), LibraryDocument(file.library), reach or {}, language)


def test_assumptions_are_ranked_by_points_that_are_said() -> None:
    found = assumptions(MAP, {"step-pay": 1.0, "step-track": 0.5})
    assert [(one.text, one.points, one.place, one.is_asked) for one in found] == [
        ("No time is named", 11.0, Place.MIDDLE, True),
        ("Two cards refused", 4.0, Place.BEGIN, False),
        ("glad", 0.0, Place.END, False),
    ]
    assert found[0].reasons == (
        Reason(kind="moment", points=3, says="moment of truth"),
        Reason(kind="importance", points=1.5, says="importance 4 of 5"),
        Reason(kind="severity", points=3, says="severe pain"),
        Reason(kind="value", points=2, says="worth 5 of 5"),
        Reason(kind="reach", points=1.5, says="50% of customers come here"),
    )
    assert found[0].personas == ("Maya",)


def test_what_a_gone_source_said_is_an_assumption_again() -> None:
    file = read(MAP)
    left = LibraryDocument({id: one for id, one in file.library.items() if one["type"] != "source"})
    found = assumptions_of(MapDocument(file.records), left, {})
    assert [one.text for one in found] == ["No time is named", "Box is torn", "Two cards refused", "glad"]


def test_questions_fit_lane_and_place_and_speak_the_readers_language() -> None:
    (_, _, glad) = assumptions(MAP, language="nl-BE")
    assert glad.questions == (
        "Hoe voelde je je bij 'Open', en waardoor?",
        "Met welk gevoel ging je weg?",
        "Welk moment ervan herinner je je het best?",
    )


def test_a_target_of_a_future_map_that_no_measure_follows_is_an_assumption() -> None:
    lane = "lanes:\n  - kind: measures\n    cards:\n      Track: {text: Calls halved, target: 0.1}\n"
    future = MAP.replace("title: Parcel", "title: Parcel\nkind: future").replace("lanes:\n", lane, 1)
    assert [(one.kind, one.text) for one in assumptions(future) if one.kind == TARGET] == [(TARGET, "Calls halved")]
    assert [one.kind for one in assumptions(MAP.replace("lanes:\n", lane, 1)) if one.kind == TARGET] == []


def test_the_bank_asks_three_open_questions_for_every_kind_and_place_in_both_languages() -> None:
    kinds = {LaneKind.ACTIONS, LaneKind.GOALS, LaneKind.NEEDS, LaneKind.EMOTION, LaneKind.QUOTES, LaneKind.PAIN_POINTS}
    assert kinds <= LANGUAGES["en"].bank.keys() == LANGUAGES["nl"].bank.keys()
    for words in LANGUAGES.values():
        for kind in words.bank:
            for place in Place:
                asked = words.questions(kind, place, "Pay")
                assert len(set(asked)) == 3
                assert all(question.endswith(("?", ".")) for question in asked)


def test_a_step_with_braces_in_its_name_is_asked_about_as_it_is_called() -> None:
    found = assumptions(MAP.replace("[Pay]", "['{0} & {step}']").replace("Pay:", "'{0} & {step}':"))
    (pain,) = [one for one in found if one.text == "Two cards refused"]
    assert "'{0} & {step}'" in pain.questions[0]
