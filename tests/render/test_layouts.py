"""Every layout: what it shows, what it says when it cannot, and that no text in it is more than text."""

import io
import xml.etree.ElementTree as ET
from typing import get_args

import pytest
from pypdf import PdfReader

from footfall import render
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render.layouts import LAYOUTS, read_sheet
from footfall.render.layouts.blueprint import Blueprint
from footfall.render.layouts.matrix import Matrix
from footfall.render.layouts.persona import PersonaSheet
from footfall.render.layouts.storyboard import Storyboard
from footfall.render.layouts.timeline import Timeline
from footfall.render.layouts.wheel import Wheel
from footfall.render.markdown import plain
from footfall.render.picture import Sheet
from tests.render import maps
from tests.render.maps import Json
from tests.render.test_painting import TORTURE, letters, structure

LAYOUT_NAMES: tuple[render.LayoutName, ...] = get_args(render.LayoutName)
TIMELESS = (
    "Nobody has said how long the stages should take, so there is no scale: give a stage or its steps an expected time."
)
SCENELESS = "This map has no storyboard and no images; its steps are told by their actions and by what customers say."
BARE: Json = {
    "map": {"type": "map", "title": "Almost nothing"},
    "stage": {"type": "stage", "name": "Begin"},
    "step": {"type": "step", "stage": "stage", "name": "First"},
    "lane": {"type": "lane", "kind": "measures"},
}
HOSTILE = {
    **TORTURE,
    "read": '#read("/etc/passwd") #sys.inputs',
    "script": "[x](javascript:alert(1)) javascript:alert(1)",
    "marks": "a" + "\u0301" * 10_000,
    "missing": "𐎠𐎡 ꙮ ᚠᚢᚦ 顧客",
}


def rich(layout: render.LayoutName) -> Sheet:
    return render.lay_out(layout, *maps.documents(), maps.NUMBERS, on=maps.TODAY, version="version 14")


def bare(layout: render.LayoutName, records: Json = BARE, library: Json | None = None) -> Sheet:
    return render.lay_out(layout, MapDocument(records), LibraryDocument(library or {}))


def everywhere(text: str) -> tuple[MapDocument, LibraryDocument]:
    """The rich map with a text in every field that takes any."""
    free = {"text", "name", "title", "goal", "feeling", "owner", "role", "quote", "bio", "condition", "scenario", "alt"}
    line = " ".join(text.split())[:480]

    def filled(records: Json) -> Json:
        return {
            id: {key: line if key in free else value for key, value in record.items()} for id, record in records.items()
        }

    people: Json = {"thinks": [line[:200]], "pains": [line[:200]], "traits": [{"low": line[:60], "high": line[:60]}]}
    library = filled(maps.LIBRARY)
    library["maya"] = library["maya"] | people | {"bio": line, "awareness": "most", "functional_value": line}
    records = filled(maps.RICH)
    records["board"] = {"type": "lane", "kind": "storyboard", "order": "b0", "name": line}
    records["need"] = {"type": "lane", "kind": "needs", "order": "b1", "name": line}
    for lane in ("board", "need"):
        records[f"{lane}-card"] = {"type": "card", "lane": lane, "step": "pay", "text": line}
    return MapDocument(records), LibraryDocument(library)


@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_a_layout_survives_being_written_as_json(layout: render.LayoutName) -> None:
    sheet = rich(layout)
    assert read_sheet(sheet.model_dump(mode="json")) == sheet
    assert sheet.layout == layout


def test_every_layout_has_a_template_and_every_map_may_ask_for_it() -> None:
    from footfall.journey.records import Header
    from footfall.render.typesetting import TEMPLATES

    assert {"grid", *LAYOUTS} == set(LAYOUT_NAMES) == set(get_args(Header.model_fields["layout"].annotation))
    assert [name for name in LAYOUT_NAMES if not (TEMPLATES / f"{name}.typ").is_file()] == []


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_a_layout_is_an_accessible_pdf_with_title_language_and_words_for_its_pictures(
    layout: render.LayoutName,
) -> None:
    painted = render.paint(rich(layout), "pdf")
    reader = PdfReader(io.BytesIO(painted.content))
    root = reader.trailer["/Root"]
    figures = [thing for thing in structure(reader) if thing["/S"] == "/Figure"]
    assert painted.warnings == ()
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value, len(reader.pages)) == ("en", True, 1)
    assert reader.metadata is not None
    assert reader.metadata.title == "Parcel delivery, from order to doorstep"
    assert [thing for thing in figures if "/Alt" not in thing] == []
    assert "/H1" in {str(thing["/S"]) for thing in structure(reader)}


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
@pytest.mark.parametrize("format", ["pdf", "svg", "png"])
def test_the_same_map_twice_gives_the_same_bytes(layout: render.LayoutName, format: str) -> None:
    assert render.paint(rich(layout), format).content == render.paint(rich(layout), format).content


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_is_more_than_text_in_any_layout(layout: render.LayoutName, name: str) -> None:
    painted = render.paint(render.lay_out(layout, *everywhere(HOSTILE[name])), "svg")
    tree = ET.fromstring(painted.content)
    links = {value for node in tree.iter() for key, value in node.attrib.items() if key.endswith("href")}
    outside = {link for link in links if not link.startswith(("#", "data:image/"))}
    assert {node.tag.rpartition("}")[2] for node in tree.iter()} & {"script", "foreignObject", "iframe"} == set()
    assert {link for link in outside if not link.startswith(("https://example.org", "mailto:care@"))} == set()


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_a_layout_reads_no_file_that_a_text_names(layout: render.LayoutName) -> None:
    painted = render.paint(render.lay_out(layout, *everywhere('#read("/etc/passwd")')), "pdf")
    found = letters(PdfReader(io.BytesIO(painted.content)).pages[0].extract_text())
    assert letters('#read("/etc/passwd")') in found
    assert "root:x:" not in found


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
@pytest.mark.parametrize("records", [{}, BARE, maps.large(0, 3, 0), maps.large(1, 0, 0)])
def test_an_almost_empty_map_has_every_layout(layout: render.LayoutName, records: Json) -> None:
    assert render.paint(bare(layout, records), "pdf").warnings == ()


def test_what_a_layout_cannot_show_is_said() -> None:
    matrix, persona, timeline, wheel, board, blueprint = (
        bare(name) for name in ("matrix", "persona", "timeline", "wheel", "storyboard", "blueprint")
    )
    assert isinstance(matrix, Matrix)
    assert isinstance(persona, PersonaSheet)
    assert isinstance(blueprint, Blueprint)
    assert matrix.empty == "This map has no touchpoints yet."
    assert persona.empty.startswith("There is no persona yet")
    assert [zone.empty.partition(":")[0] for zone in blueprint.zones] == [
        "What customers do is not drawn",
        "What customers meet is not drawn",
        "What staff do out of sight is not drawn",
        "What holds it up is not drawn",
    ]
    assert [sheet.remarks for sheet in (timeline, wheel, board, blueprint)] == [
        (TIMELESS,),
        (
            "No needs, goals, expectations or thoughts are drawn on this map, so the outer ring is empty.",
            "No emotions are drawn on this map, so the wheel has no faces.",
        ),
        (SCENELESS,),
        ("A blueprint does not show these lanes; the grid does: Measures.",),
    ]


def test_a_wheel_goes_clockwise_with_a_face_and_a_need_at_each_step_and_numbers_the_moments() -> None:
    wheel = rich("wheel")
    assert isinstance(wheel, Wheel)
    assert [plain(tag.text) for tag in wheel.tags if tag.look == "step"] == [
        step["name"] for step in maps.STEPS.values()
    ]
    assert [part.text for part in wheel.arched] == [
        "Before", "During", "After", "Order", "Wait", "Receive", "After",
    ]  # fmt: skip
    assert [face.face for face in wheel.faces] == [1, 1, 2, 1, 1, 2, 0]
    assert [(moment.number, plain(moment.name), moment.step) for moment in wheel.moments] == [
        ("1", "Checkout", "Pay"),
        ("2", "Tracking page", "Track the parcel"),
        ("3", "Slot message", "Delivery day"),
        ("4", "Courier", "Take it in"),
    ]
    assert wheel.persona is not None
    assert "Pay, drawn +1.0, measured +0.7 (n 900)" in wheel.alt


@pytest.mark.parametrize("records", [maps.RICH, maps.dutch(), maps.large(14, 20, 200), maps.large(60, 20, 1200)])
def test_everything_on_a_wheel_stands_inside_of_its_square(records: Json) -> None:
    wheel = render.lay_out("wheel", *maps.documents(records))
    assert isinstance(wheel, Wheel)
    points = [tag.at for tag in wheel.tags] + [face.at for face in wheel.faces] + [one.at for one in wheel.moments]
    assert [at for at in points if not (0 < at.x < wheel.side and 0 < at.y < wheel.side)] == []


def test_a_blueprint_has_three_labelled_lines_and_arrows_where_both_sides_meet() -> None:
    blueprint = rich("blueprint")
    assert isinstance(blueprint, Blueprint)
    lines = [zone.line for zone in blueprint.zones if zone.line is not None]
    assert [(line.kind, line.word, line.crossings) for line in lines] == [
        ("interaction", "Line of interaction", tuple(range(8))),
        ("visibility", "Line of visibility", (1, 3, 4, 5)),
        ("internal", "Line of internal interaction", ()),
    ]
    assert [[lane.kind for lane in zone.lanes] for zone in blueprint.zones] == [
        ["actions"], ["touchpoints"], ["backstage"], [],
    ]  # fmt: skip


def test_a_timeline_is_drawn_to_scale() -> None:
    timeline = rich("timeline")
    assert isinstance(timeline, Timeline)
    (order, wait, receive, after) = timeline.drawn
    assert wait.width / order.width == pytest.approx(48)
    assert after.width / receive.width == pytest.approx(30)
    assert sum(part.width for part in timeline.drawn) == pytest.approx(timeline.width)
    assert [tick.label for tick in timeline.ticks] == [
        "0",
        "7\u00a0days",
        "14\u00a0days",
        "21\u00a0days",
        "28\u00a0days",
    ]
    assert [(column.measured, column.late) for column in timeline.columns] == [
        ("median 24\u00a0min", False), ("median 2.5\u00a0days", True), ("median 9.5\u00a0h", False), ("", False),
    ]  # fmt: skip
    assert timeline.columns[-1].steps[0].share == pytest.approx(2 / 720)


def test_a_stage_without_a_time_is_dashed_and_named() -> None:
    records = {id: dict(record) for id, record in maps.RICH.items()}
    del records["receive"]["expected_hours"]
    timeline = render.lay_out("timeline", *maps.documents(records))
    assert isinstance(timeline, Timeline)
    assert [part.known for part in timeline.drawn] == [True, True, False, True]
    assert timeline.remarks == ("No time is drawn for Receive: dashed, and not to scale.",)


def test_broken_moments_of_truth_are_named() -> None:
    matrix = rich("matrix")
    assert isinstance(matrix, Matrix)
    assert [(plain(row.name), row.step, row.ratings) for row in matrix.broken] == [
        ("Checkout", "Pay", "importance\u00a04.8\u00a0· quality\u00a02.4")
    ]
    (spot,) = matrix.spots
    assert (spot.broken, spot.moment, spot.at.x < matrix.side / 2, spot.at.y < matrix.side / 2) == (True,) * 4
    assert len(matrix.unplaced) == 9


def test_touchpoints_of_equal_ratings_stand_side_by_side() -> None:
    records = {id: dict(record) for id, record in maps.RICH.items()}
    for id in ("touch-day-0", "touch-day-1", "touch-keep-0"):
        records[id] |= {"importance": 4, "quality": 4}
    matrix = render.lay_out("matrix", *maps.documents(records))
    assert isinstance(matrix, Matrix)
    places = [(spot.at.x, spot.at.y) for spot in matrix.spots]
    assert len(set(places)) == len(places) == 4


def test_a_storyboard_tells_steps_without_a_scene_by_their_actions() -> None:
    records = {**maps.RICH, "board": {"type": "lane", "kind": "storyboard", "order": "b0"}}
    records["scene"] = {"type": "card", "lane": "board", "step": "pay", "text": "She pays on the train"}
    board = render.lay_out("storyboard", *maps.documents(records))
    assert isinstance(board, Storyboard)
    assert [(scene.number, plain(scene.caption)) for scene in board.scenes[:3]] == [
        ("1", "Compares home, locker and pick-up"),
        ("2", "She pays on the train"),
        ("3", "Opens the mail on the phone"),
    ]
    assert [scene.stage for scene in board.scenes] == ["Order", "", "Wait", "", "", "Receive", "", "After"]


def test_a_persona_sheet_has_the_whole_empathy_map_or_says_that_it_is_empty() -> None:
    library = {**maps.LIBRARY, "maya": {**maps.LIBRARY["maya"], "thinks": ["Will it come?"], "gains": ["Calm"]}}
    sheet = render.lay_out("persona", *maps.documents(None, library))
    assert isinstance(sheet, PersonaSheet)
    (maya,) = sheet.people
    assert [side.key for side in (*maya.around, *maya.below)] == [
        "thinks", "feels", "hears", "sees", "says", "does", "pains", "gains",
    ]  # fmt: skip
    assert [side.empty for side in maya.below] == ["Nothing noted yet.", ""]
    empty = rich("persona")
    assert isinstance(empty, PersonaSheet)
    assert empty.people[0].empty.startswith("The empathy map of this persona is empty")
