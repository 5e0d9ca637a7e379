"""What the server decides about changes that meet (rules S1 to S6 of footfall.journey.settling)."""

import pytest

from footfall.errors import InvalidChange
from footfall.journey.changes import Drop, Put, Set
from footfall.journey.document import LIBRARY_RULES, MAP_RULES, MapDocument
from footfall.journey.settling import normalise, settle

HEADER = {"type": "map", "title": "Parcel"}
CARD = {"type": "card", "lane": "l1", "step": "s1", "text": "opens the link"}
STAGE = {"type": "stage", "name": "Wait"}
MAP = {"map": HEADER, "stage1": STAGE, "card1": CARD}


def test_s1_two_people_typing_in_one_text_both_keep_their_words() -> None:
    late = Set(id="card1", field="text", value="opens the blue link", base="opens the link")
    early = MAP | {"card1": CARD | {"text": "quickly opens the link"}}
    merged = Set(id="card1", field="text", value="quickly opens the blue link")
    assert settle(MAP_RULES, early, {}, (late,)) == (merged,)


def test_s1_two_people_tagging_one_card_both_keep_their_tags() -> None:
    early = MAP | {"card1": CARD | {"tags": ["urgent", "shop"]}}
    late = Set(id="card1", field="tags", value=["parcel"], base=["shop"])
    assert settle(MAP_RULES, early, {}, (late,)) == (Set(id="card1", field="tags", value=["urgent", "parcel"]),)


def test_s1_without_a_base_the_last_writer_wins() -> None:
    assert settle(MAP_RULES, MAP, {}, (Set(id="card1", field="text", value="new"),)) == (
        Set(id="card1", field="text", value="new"),
    )


def test_s2_typed_text_brings_a_dropped_card_back_into_the_tray() -> None:
    typed = Set(id="card1", field="text", value="opens the link twice", base="opens the link")
    revived = Put(id="card1", record=CARD | {"text": "opens the link twice"})
    assert settle(MAP_RULES, {"map": HEADER}, {"card1": CARD}, (typed,)) == (revived,)
    assert list(MapDocument({"map": HEADER, "card1": revived.record}).tray) == ["card1"]


def test_s3_moving_a_dropped_card_has_no_effect() -> None:
    assert settle(MAP_RULES, {"map": HEADER}, {"card1": CARD}, (Set(id="card1", field="step", value="s2"),)) == ()


@pytest.mark.parametrize(
    ("op", "said"),
    [
        (Put(id="c", record={"type": "card", "score": 3}), "score"),
        (Put(id="c", record={"type": "card", "colour": "red"}), "colour"),
        (Put(id="c", record={"type": "persona", "name": "Maya"}), "persona"),
        (Put(id="c", record={"type": "map", "title": "second"}), "header"),
        (Put(id="map", record={"type": "stage"}), "header"),
        (Set(id="card1", field="severity", value="terrible"), "severity"),
        (Drop(id="map"), "header"),
    ],
)
def test_s4_s5_a_change_that_breaks_the_rules_is_refused_whole(op: Put | Set | Drop, said: str) -> None:
    good = Set(id="card1", field="text", value="fine")
    with pytest.raises(InvalidChange) as refused:
        settle(MAP_RULES, MAP, {}, (good, op))
    assert said in str(refused.value)


def test_s6_effective_ops_are_sparse_and_leave_out_what_changes_nothing() -> None:
    put = Put(id="new", record={"type": "card", "text": "hi", "span": 1, "tags": [], "score": None})
    same_text = Set(id="card1", field="text", value="opens the link")
    to_default = Set(id="card1", field="text", value="")
    assert settle(MAP_RULES, MAP, {}, (put, same_text, to_default, Drop(id="never-there"))) == (
        Put(id="new", record={"type": "card", "text": "hi"}),
        Set(id="card1", field="text", value=None),
    )


def test_s6_a_question_inside_a_field_keeps_its_kind() -> None:
    question = {"kind": "reach", "at": ["tracking"]}
    record = {"type": "card", "question": question, "evidence": [{"note": "seen", "question": question}]}
    normal = normalise(MAP_RULES, "card1", record)
    assert normal["question"] == question
    assert normal["evidence"][0]["question"] == question
    assert normalise(MAP_RULES, "card1", normal) == normal


def test_a_library_holds_its_own_record_types() -> None:
    persona = Put(id="maya", record={"type": "persona", "name": "Maya"})
    assert settle(LIBRARY_RULES, {}, {}, (persona,)) == (persona,)
