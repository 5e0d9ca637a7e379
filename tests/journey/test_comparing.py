"""Two maps side by side, as data and in words."""

from footfall.journey.changes import Records
from footfall.journey.comparing import Difference, FieldDifference, compare
from footfall.journey.matching import matched
from footfall.journey.text import read

MAP: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait", "order": "a1"},
    "after": {"type": "stage", "name": "After", "order": "a2"},
    "track": {"type": "step", "stage": "wait", "name": "Track", "order": "a1"},
    "keep": {"type": "step", "stage": "after", "name": "Keep", "order": "a1"},
    "feel": {"type": "lane", "kind": "emotion", "order": "a1"},
    "pains": {"type": "lane", "kind": "pain-points", "name": "What hurts", "order": "a2"},
    "sad": {"type": "card", "lane": "feel", "step": "track", "score": -1, "order": "a1"},
    "late": {"type": "card", "lane": "pains", "step": "track", "text": "No time is named", "order": "a1"},
    "call": {"type": "card", "lane": "pains", "step": "track", "text": "Nobody answers", "order": "a2"},
    "lost": {"type": "card", "lane": "pains", "step": "track", "text": "It got lost", "order": "a3"},
}


def sentences(after: Records, library: Records | None = None) -> list[tuple[str, str, str]]:
    return [(one.group, one.what, one.sentence) for one in compare(MAP, after, library)]


def test_a_map_beside_itself_has_no_differences() -> None:
    assert compare(MAP, MAP) == ()


def test_a_changed_field_is_told_as_it_was_and_as_it_is() -> None:
    after = MAP | {"sad": MAP["sad"] | {"score": 1}}
    expected = Difference(
        what="changed",
        id="sad",
        type="card",
        name="1",
        stage="wait",
        lane="feel",
        group="Wait · emotion",
        fields=(FieldDifference(field="score", before=-1, after=1),),
        sentence="Card '1' in 'emotion' at 'Track': score -1 → 1.",
    )
    assert compare(MAP, after) == (expected,)


def test_what_came_went_and_moved_is_told_by_stage_and_lane() -> None:
    after = {id: record for id, record in MAP.items() if id != "call"}
    after |= {
        "map": MAP["map"] | {"personas": ["maya"]},
        "sad": MAP["sad"] | {"step": "keep"},
        "calm": {"type": "card", "lane": "feel", "step": "track", "feeling": "calm"},
    }
    assert sentences(after, {"maya": {"type": "persona", "name": "Maya"}}) == [
        ("Map", "changed", "Map: personas none → 'Maya'."),
        ("Wait · emotion", "added", "Card 'calm' added in 'emotion' at 'Track'."),
        ("Wait · What hurts", "removed", "Card 'Nobody answers' removed in 'What hurts' at 'Track'."),
        ("After · emotion", "moved", "Card '-1': moved from 'emotion' at 'Track' to 'emotion' at 'Keep'."),
    ]


def test_a_card_put_between_two_others_moves_neither() -> None:
    after = MAP | {
        "new": {"type": "card", "lane": "pains", "step": "track", "text": "It rains", "order": "a2"},
        "call": MAP["call"] | {"order": "a3"},
        "lost": MAP["lost"] | {"order": "a4"},
    }
    assert [(one.what, one.id) for one in compare(MAP, after)] == [("added", "new")]


def test_the_fewest_records_that_explain_a_new_order_have_moved() -> None:
    after = MAP | {"late": MAP["late"] | {"order": "a9"}}
    assert [(one.what, one.id, one.fields) for one in compare(MAP, after)] == [("moved", "late", ())]


def test_comments_and_versions_are_no_difference_between_maps() -> None:
    after = MAP | {
        "c1": {"type": "comment", "target": "sad", "text": "Really?"},
        "v1": {"type": "version", "seq": 1, "name": "First"},
    }
    assert compare(MAP, after) == ()


FILE = """\
footfall: 1
title: Parcel
stages:
  - Wait: [Track the parcel]
lanes:
  - kind: pain-points
    cards: {Track the parcel: No time is named}
"""


def test_a_renamed_step_is_recognised_though_its_id_follows_from_its_name() -> None:
    old, new = read(FILE).records, read(FILE.replace("Track the parcel", "Track the parcels")).records
    assert old.keys() != new.keys()
    assert [one.sentence for one in compare(old, matched(old, new))] == [
        "Step 'Track the parcels' in 'Wait': name 'Track the parcel' → 'Track the parcels'."
    ]


def test_a_card_with_other_words_is_another_card() -> None:
    old, new = read(FILE).records, read(FILE.replace("No time is named", "The van is loud")).records
    assert sorted(one.what for one in compare(old, matched(old, new))) == ["added", "removed"]


def test_what_an_earlier_version_had_no_word_for_is_no_difference() -> None:
    cited = {"note": "Customers who come here", "n": 4, "value": 1.0}
    card = {"type": "card", "text": "Ordered"}
    earlier = {"map": {"type": "map", "title": "Parcel"}, "one": card | {"evidence": [cited]}}
    now = earlier | {"one": card | {"evidence": [cited | {"source": "", "deviation": None}]}}
    assert compare(earlier, now) == ()
    (found,) = compare(earlier, now | {"one": now["one"] | {"text": "Paid"}})
    assert [one.field for one in found.fields] == ["text"]
