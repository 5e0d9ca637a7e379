"""What a map uses of the library."""

from footfall.journey.changes import Records
from footfall.journey.uses import POINTING, Uses, uses_in

RECORDS: Records = {
    "map": {"type": "map", "title": "Parcel", "personas": ["noor"]},
    "track": {"type": "step", "name": "Track", "touchpoint": "app"},
    "sad": {"type": "card", "persona": "noor", "channels": ["mail", "phone"]},
    "calls": {"type": "card", "touchpoint": "app", "channels": ["phone"], "teams": ["care"]},
}


def test_cards_steps_and_the_map_itself_are_counted_apart() -> None:
    assert uses_in(RECORDS) == {
        "app": Uses(cards=1, steps=1, first="track"),
        "care": Uses(cards=1, first="calls"),
        "mail": Uses(cards=1, first="sad"),
        "noor": Uses(cards=1, of_map=True, first="sad"),
        "phone": Uses(cards=2, first="sad"),
    }


def test_a_record_that_names_something_twice_counts_once() -> None:
    assert uses_in({"two": {"type": "card", "channels": ["app", "app"]}}) == {"app": Uses(cards=1, first="two")}


def test_a_source_is_used_by_the_cards_that_cite_it() -> None:
    said = {"type": "card", "evidence": [{"source": "talk", "excerpt": "one"}, {"source": "talk"}, {"note": "heard"}]}
    assert uses_in({"said": said}) == {"talk": Uses(cards=1, first="said")}


def test_references_within_a_map_are_no_uses_of_the_library() -> None:
    assert "lane" not in POINTING["card"]
    assert {"touchpoint", "channels", "persona", "teams"} <= set(POINTING["card"])
