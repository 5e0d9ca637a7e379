"""Documents and numbers become a picture in which everything is decided."""

import json
import os
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall import render
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render.layouts import draw
from footfall.render.markdown import plain
from footfall.render.picture import Caption, Card, Lane, Picture
from tests.render import maps
from tests.render.maps import Json, Number, Numbers, StepNumbers

GOLDENS = Path(__file__).parent / "goldens"

SMALL: Json = {
    "map": {"type": "map", "title": "Small map", "language": "nl", "personas": ["maya", "gone"], "kind": "future"},
    "first": {"type": "stage", "name": "First", "expected_hours": 3, "order": "a0"},
    "bare": {"type": "stage", "name": "No steps yet", "order": "a1", "colour": 3},
    "ask": {"type": "step", "stage": "first", "name": "Ask", "touchpoint": "tracking"},
    "moods": {"type": "lane", "kind": "emotion", "order": "a0"},
    "pains": {"type": "lane", "kind": "pain-points", "order": "a1", "line_below": "visibility"},
    "mood": {"type": "card", "lane": "moods", "step": "ask", "score": -1.2, "feeling": "boos"},
    "pain": {
        "type": "card",
        "lane": "pains",
        "step": "ask",
        "span": 9,
        "text": "Waits **twice**",
        "severity": "severe",
        "evidence": [{"value": 0.31, "unit": "share", "low": 0.3, "high": 0.32, "n": 1284}],
    },
    "lost": {"type": "card", "lane": "pains", "step": "nowhere", "text": "In the tray"},
}


def small() -> Picture:
    library = {id: maps.LIBRARY[id] for id in ("maya", "tracking", "web", "app")}
    return render.compose(MapDocument(SMALL), LibraryDocument(library), on=maps.TODAY)


def test_a_small_map_becomes_the_picture_that_was_agreed_on() -> None:
    """With FOOTFALL_WRITE_GOLDENS=1 the golden is written anew; then judge its diff."""
    golden = GOLDENS / "small.json"
    made = small().model_dump(mode="json", exclude_defaults=True)
    if os.environ.get("FOOTFALL_WRITE_GOLDENS"):
        golden.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert made == json.loads(golden.read_text(encoding="utf-8"))


def test_a_picture_survives_being_written_as_json() -> None:
    picture = render.compose(*maps.documents(), maps.NUMBERS)
    assert Picture.model_validate_json(picture.model_dump_json()) == picture


def card_of(fields: Json, numbers: Number | None = None, kind: str = "measures") -> Card:
    records: Json = {
        "stage": {"type": "stage"},
        "step": {"type": "step", "stage": "stage"},
        "lane": {"type": "lane", "kind": kind},
        "card": {"type": "card", "lane": "lane", "step": "step", **fields},
    }
    readings = Numbers() if numbers is None else Numbers(cards={"card": numbers})
    (lane,) = render.compose(MapDocument(records), LibraryDocument({}), readings).lanes
    (card,) = lane.bands[0][0].cards
    return card


ASKS: Json = {"question": {"kind": "reach", "at": ["x"]}, "target": 0.6}


@pytest.mark.parametrize(
    ("number", "target_is", "said", "tone"),
    [
        (Number(0.7, "share", 0.65, 0.75), "at-least", "+10.0 to target", "good"),
        (Number(0.5, "share", 0.45, 0.55), "at-least", "−10.0 to target", "bad"),
        (Number(0.7, "share", 0.65, 0.75), "at-most", "+10.0 over limit", "bad"),
        (Number(0.5, "share", 0.45, 0.55), "at-most", "−10.0 under limit", "good"),
        (Number(0.62, "share", 0.55, 0.69), "at-least", "+2.0 to target", "muted"),
        (Number(0.6, "share", 0.55, 0.65), "at-least", "on target", "muted"),
    ],
)
def test_a_measure_says_how_far_its_target_is_and_is_coloured_only_when_it_is_sure(
    number: Number, target_is: str, said: str, tone: str
) -> None:
    figure = card_of({**ASKS, "target_is": target_is}, number).figure
    assert figure is not None
    assert figure.delta is not None
    assert (figure.delta.text, figure.delta.tone) == (said, tone)


def test_too_few_answers_and_no_answer_are_said_in_words() -> None:
    few = card_of(ASKS, Number(0.5, n=4, too_few=True)).figure
    none = card_of(ASKS).figure
    assert few is not None
    assert none is not None
    assert (few.value, few.basis, none.value) == ("too few to say", "n\u00a04", "not measured yet")


def test_a_measure_without_data_shows_what_it_cites() -> None:
    cited = {"value": 0.31, "unit": "share", "low": 0.3, "high": 0.32, "n": 1284}
    card = card_of({**ASKS, "evidence": [cited]})
    assert card.figure is not None
    assert (card.figure.value, card.figure.basis) == ("31.0%", "30.0–32.0\u00a0· n\u00a01,284")
    assert card.mark is not None
    assert card.mark.grade == "measured"
    assert card.captions == ()


def test_every_field_that_is_set_is_shown_in_whichever_lane_the_card_stands() -> None:
    fields = {
        "text": "x",
        "severity": "minor",
        "status": "planned",
        "due": "2027-01-12",
        "customer_value": 4,
        "business_value": 2.5,
        "effort": 1,
        "kano": "attractive",
        "importance": 5,
        "quality": 2,
        "direction": "one-way",
        "ownership": "earned",
        "team": "Shop",
        "owner": "Ann",
        "tags": ["a", "b"],
        "moment_of_truth": True,
    }
    card = card_of(fields, kind="free")
    assert card.severity is not None
    assert card.moment_of_truth == "moment of truth"
    assert [caption.text.replace("\u00a0", " ") for caption in card.captions] == [
        "planned · due 12 January 2027",
        "value 4 · business value 2.5 · effort 1 · attractive",
        "importance 5 · quality 2 · one-way · earned",
        "team Shop · owner Ann · #a · #b",
    ]


def test_quotes_get_marks_once() -> None:
    typed = ["no marks", "“with marks.”", "‘On its way’, they said."]
    painted = [plain(card_of({"text": text}, kind="quotes").text) for text in typed]
    assert painted == ["“no marks”", "“with marks.”", "“‘On its way’, they said.”"]


def test_only_the_first_emotion_lane_shows_the_measured_curve() -> None:
    second = {"type": "card", "lane": "moods", "step": "pay", "score": 1}
    records = {**maps.RICH, "moods": {"type": "lane", "kind": "emotion", "order": "z"}, "second": second}
    charts = [lane.chart for lane in render.compose(*maps.documents(records), maps.NUMBERS).lanes if lane.chart]
    assert [len(chart.dots) for chart in charts] == [8, 0]


def test_a_span_ends_where_the_map_ends() -> None:
    records = {**maps.RICH, "wide": {"type": "card", "lane": "free", "step": "keep", "span": 400, "text": "wide"}}
    lane = next(lane for lane in render.compose(*maps.documents(records)).lanes if lane.kind == "free")
    assert max(cell.start + cell.span for band in lane.bands for cell in band) == 8


def test_an_emotion_lane_without_scores_has_no_empty_chart() -> None:
    (lane,) = render.compose(MapDocument({"lane": {"type": "lane", "kind": "emotion"}}), LibraryDocument({})).lanes
    assert lane.chart is None


def test_an_emotion_lane_without_cards_has_its_row_like_any_other() -> None:
    free, mood = lanes_of({"kind": "free"}, {"kind": "emotion"})
    assert mood.bands == free.bands != ()


def test_the_emotions_of_each_persona_and_basis_are_a_row_with_a_curve_and_the_line_is_below_the_last() -> None:
    cards = {
        "a": {"score": 1, "persona": "maya"},
        "b": {"score": -1, "persona": "tom"},
        "c": {"score": 2, "persona": "maya", "basis": "measured"},
    }
    painted = lanes_of({"kind": "emotion", "line_below": "visibility"}, cards=cards)
    assert [
        (lane.note.replace("\u00a0", " "), len(lane.chart.faces), bool(lane.line_below))
        for lane in painted
        if lane.chart
    ] == [
        ("Maya", 1, False),
        ("Tom", 1, False),
        ("Maya · measured", 1, True),
    ]


def test_a_hidden_lane_is_not_painted_and_a_colour_of_its_own_is() -> None:
    painted = lanes_of({"kind": "free", "hidden": True}, {"kind": "free", "colour": 4}, {"kind": "free"})
    assert [lane.colour for lane in painted] == ["pains", "ink-2"]


def lanes_of(*lanes: Json, cards: dict[str, Json] | None = None) -> tuple[Lane, ...]:
    """The painted lanes of a map of one step, the cards in its first lane."""
    records: dict[str, Json] = {"s": {"type": "stage"}, "p": {"type": "step", "stage": "s"}}
    records |= {f"l{at}": {"type": "lane", "order": f"a{at}", **lane} for at, lane in enumerate(lanes)}
    records |= {id: {"type": "card", "lane": "l0", "step": "p", **card} for id, card in (cards or {}).items()}
    library = {"maya": {"type": "persona", "name": "Maya"}, "tom": {"type": "persona", "name": "Tom"}}
    return render.compose(MapDocument(records), LibraryDocument(library)).lanes


def test_a_number_read_from_data_is_cited_without_its_definition_and_a_note_with_its_n() -> None:
    asked = {"kind": "reach", "at": ["x"]}
    read = {"note": "Of all customers, …", "question": asked, "value": 0.31, "unit": "share", "n": 1284}
    card = card_of({"text": "x", "evidence": [read, {"note": "tracking log", "n": 12}]}, kind="free")
    assert [caption.text.replace("\u00a0", " ") for caption in card.captions] == [
        "31.0% · n 1,284",
        "tracking log · n 12",
    ]


CARD = st.fixed_dictionaries(
    {"type": st.just("card"), "lane": st.sampled_from(["a", "b", "c", "d", "gone"]), "step": st.sampled_from("xyzw")},
    optional={
        "span": st.integers(1, 9),
        "text": st.text(max_size=60),
        "score": st.floats(-2, 2),
        "feeling": st.text(max_size=40),
        "severity": st.sampled_from(["minor", "moderate", "severe"]),
        "tags": st.lists(st.text(max_size=9), max_size=3),
        "channels": st.lists(st.sampled_from(["web", "none"]), max_size=2),
        "touchpoint": st.sampled_from(["tracking", "none"]),
        "moment_of_truth": st.booleans(),
        "target": st.floats(-1e6, 1e6),
        "question": st.just({"kind": "reach", "at": ["tracking"]}),
        "evidence": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "note": st.text(max_size=200),
                    "n": st.integers(0, 10**9),
                    "value": st.floats(-1e9, 1e9),
                    "low": st.floats(-1e9, 1e9),
                    "high": st.floats(-1e9, 1e9),
                    "unit": st.sampled_from(["share", "hours", "points", "score", "customers", "", "EUR"]),
                },
            ),
            max_size=3,
        ),
    },
)
NUMBER = st.builds(
    Number,
    value=st.none() | st.floats(-1e6, 1e6),
    unit=st.sampled_from(["share", "hours", "points", "score", "customers"]),
    low=st.none() | st.floats(-1e6, 1e6),
    high=st.none() | st.floats(-1e6, 1e6),
    n=st.integers(0, 10**9),
    too_few=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(CARD, max_size=8), st.lists(NUMBER, max_size=8), st.sampled_from(["en", "nl"]))
def test_whatever_cards_and_numbers_there_are_each_placed_card_is_painted_once(
    cards: list[Json], numbers: list[Number], language: str
) -> None:
    kinds = {"a": "emotion", "b": "measures", "c": "quotes", "d": "touchpoints"}
    records: Json = {
        "map": {"type": "map", "title": "t", "language": language},
        "stage": {"type": "stage"},
        **{id: {"type": "step", "stage": "stage", "order": id} for id in "xyz"},
        **{id: {"type": "lane", "kind": kind} for id, kind in kinds.items()},
        **{f"card{place}": card for place, card in enumerate(cards)},
    }
    moods = dict(zip("xyz", (StepNumbers(number, number, number) for number in numbers), strict=False))
    readings = Numbers(cards={f"card{place}": number for place, number in enumerate(numbers)}, steps=moods)
    map = MapDocument(records)
    picture = render.compose(map, LibraryDocument(maps.LIBRARY), readings)
    assert Picture.model_validate_json(picture.model_dump_json()) == picture
    placed = Counter(card.lane for id, card in map.cards.items() if id not in map.tray)
    painted = {lane.kind: sum(len(cell.cards) for band in lane.bands for cell in band) for lane in picture.lanes}
    assert {kinds[lane]: placed[lane] for lane in "bcd"} == {kind: painted[kind] for kind in list(kinds.values())[1:]}


AGED: Json = {
    "map": {"type": "map", "title": "Aged", "language": "nl", "review_interval_days": 90},
    "all": {"type": "stage", "name": "All"},
    "wait": {"type": "step", "stage": "all", "name": "Wait"},
    "acts": {"type": "lane", "kind": "actions"},
    "old": {"type": "card", "lane": "acts", "step": "wait", "text": "Old", "evidence": [{"source": "talk"}]},
    "new": {"type": "card", "lane": "acts", "step": "wait", "text": "New", "evidence": [{"source": "survey"}]},
}
SOURCES: Json = {
    "talk": {"type": "source", "name": "Talks", "held": (maps.TODAY - timedelta(days=100)).isoformat()},
    "survey": {"type": "source", "name": "Survey", "held": maps.TODAY.isoformat()},
}


def test_stale_cards_are_marked_and_the_legend_counts_them_where_the_day_is_known() -> None:
    document, library = MapDocument(AGED), LibraryDocument(SOURCES)
    picture = render.compose(document, library, on=maps.TODAY)
    marks = [one.captions for one in painted_cards(picture)]
    assert marks == [(), (Caption(text="verouderd: 100 dagen", tone="warn", icon="clock"),)]
    assert picture.footer.stale == "1 kaart verouderd"
    timeless = render.compose(document, library)
    assert ([one.captions for one in painted_cards(timeless)], timeless.footer.stale) == ([(), ()], "")
    story = render.tell(document, library, on=maps.TODAY)
    assert draw("blueprint", story).footer.stale == "1 kaart verouderd"


def painted_cards(picture: Picture) -> list[Card]:
    return [card for lane in picture.lanes for band in lane.bands for cell in band for card in cell.cards]
