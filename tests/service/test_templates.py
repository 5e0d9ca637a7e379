"""Templates: the shipped ones are sound and alike in both languages; a workspace keeps its own."""

from importlib import resources
from typing import Any

import pytest

from footfall.errors import InvalidMapFile, InvalidRequest, NotFound
from footfall.journey.changes import Actor
from footfall.journey.checks import Level, check
from footfall.journey.document import MapDocument
from footfall.journey.text import read, write
from footfall.service import maps, templates
from footfall.service.mapfiles import take_in
from footfall.service.templates import LANGUAGES, SHELF, NewTemplate, TemplateLane, TemplateStage
from footfall.service.workspace import Workspace

FOLDER = resources.files("footfall.journey") / "templates"
FILES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".yaml"))


def text_of(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


def shape(id: str, language: str) -> dict[str, Any]:
    """What both languages of a template must have in common."""
    document = MapDocument(read(text_of(f"{id}.{language}.journey.yaml")).records)
    place = {step: at for at, step in enumerate(document.steps)}
    return {
        "header": (document.header.kind, document.header.layout),
        "stages": [
            [(step.optional, step.repeatable, bool(step.hint)) for step in document.steps_of(id).values()]
            for id in document.stages
        ],
        "lanes": [
            (lane.kind, lane.line_below, lane.colour, bool(lane.name), bool(lane.actor), bool(lane.hint))
            for lane in document.lanes.values()
        ],
        "links": sorted(
            (place[link.source], place[link.target], link.kind, bool(link.condition))
            for link in document.links.values()
        ),
        "cards": len(document.cards),
    }


def test_each_template_is_a_file_in_each_language_and_the_gallery_has_them_all() -> None:
    assert sorted(f"{id}.{language}.journey.yaml" for id in SHELF for language in LANGUAGES) == FILES


@pytest.mark.parametrize("file", FILES)
def test_a_template_lacks_only_what_a_map_of_its_own_brings_and_is_written_as_footfall_writes(file: str) -> None:
    held = read(text_of(file))
    grave = {one.code for one in check(held.records, held.library) if one.level is not Level.NOTE}
    assert grave <= {"no-persona", "no-scope", "no-stage-goal", "goal-unserved"}
    assert held.library == {}
    assert write(held.records, {}) == text_of(file)


@pytest.mark.parametrize("file", FILES)
def test_a_template_says_what_it_is_for_and_what_goes_into_each_stage_and_lane(file: str) -> None:
    document = MapDocument(read(text_of(file)).records)
    told = [document.header.description, *(one.hint for one in (*document.stages.values(), *document.lanes.values()))]
    assert all(told)
    assert document.header.language == file.split(".")[1]


@pytest.mark.parametrize("id", SHELF)
def test_a_template_has_the_same_shape_in_both_languages_and_other_words(id: str) -> None:
    english, dutch = (templates.records_of(id, language) for language in LANGUAGES)
    assert shape(id, "en") == shape(id, "nl")
    hints = [{record.get("hint") for record in records.values()} - {None} for records in (english, dutch)]
    assert hints[0].isdisjoint(hints[1])


def test_a_template_with_an_unknown_kind_of_lane_is_refused_with_a_sentence(ws: Workspace, anna: Actor) -> None:
    wrong = text_of("general-five.en.journey.yaml").replace("kind: emotion", "kind: emotions")
    with pytest.raises(InvalidMapFile, match=r"has 'emotions' as 'kind' of a lane\. Did you mean 'emotion'"):
        take_in(ws, anna, "shelf.journey.yaml", wrong.encode())
    assert maps.list(ws, anna) == []


def test_the_gallery_shows_the_shipped_templates_in_the_asked_language(ws: Workspace, anna: Actor) -> None:
    listed = templates.list(ws, anna, "nl-BE")
    assert [(one.id, one.language, one.own) for one in listed] == [(id, "nl", False) for id in SHELF]
    assert listed[0].stages[0] == TemplateStage(
        name="Bewustwording",
        hint="De klant merkt een behoefte, en merkt jullie op.",
        steps=("Een behoefte merken", "Van jullie horen"),
    )
    assert {one.language for one in templates.list(ws, anna, "fr")} == {"en"}


def test_a_map_begins_with_a_template_under_its_own_title(ws: Workspace, anna: Actor) -> None:
    made = maps.read_records(ws, anna, templates.begin(ws, anna, "general-five", "nl", "Onze pizzeria")).records
    template = templates.records_of("general-five", "nl")
    assert made == template | {"map": {"type": "map", "title": "Onze pizzeria", "language": "nl"}}


def test_a_map_can_be_kept_as_a_template_without_what_is_true_of_it_alone(ws: Workspace, anna: Actor) -> None:
    drawn = maps.create(
        ws,
        anna,
        {
            "map": {"type": "map", "title": "Parcel", "kind": "future", "dataset": "parcels", "owner": "Anna"},
            "s": {"type": "stage", "name": "Wait", "colour": 2},
            "p": {"type": "step", "stage": "s", "name": "Track"},
            "l": {"type": "lane", "kind": "pain-points", "hint": "What hurts?"},
            "c": {"type": "card", "lane": "l", "step": "p", "text": "Slow", "owner": "Anna", "tags": ["wait"]},
            "v": {"type": "version", "name": "First"},
        },
    )
    bare = templates.keep(ws, anna, drawn, NewTemplate(name="Delivery", description="For parcels."))
    full = templates.keep(ws, anna, drawn, NewTemplate(name="Delivery with cards", cards=True))
    (first, second), shipped = templates.list(ws, anna)[:2], templates.list(ws, anna)[2:]
    assert [first.id, second.id] == [full, bare]
    assert second == templates.Template(
        id=bare,
        language="en",
        languages=("en",),
        name="Delivery",
        description="For parcels.",
        kind=maps.MapKind.FUTURE,
        own=True,
        kept_by="Anna",
        kept_at=second.kept_at,
        stages=(TemplateStage(name="Wait", colour=2, steps=("Track",)),),
        lanes=(TemplateLane(kind=maps.LaneKind.PAIN_POINTS, hint="What hurts?"),),
    )
    assert shipped == templates.shipped()
    begun = maps.read_records(ws, anna, templates.begin(ws, anna, full)).records
    assert begun["map"] == {"type": "map", "title": "Delivery with cards", "kind": "future"}
    assert begun["c"] == {"type": "card", "lane": "l", "step": "p", "text": "Slow", "tags": ["wait"]}
    assert begun.keys() == {"map", "s", "p", "l", "c"}


def test_templates_are_no_maps_and_only_own_ones_can_be_deleted(ws: Workspace, anna: Actor) -> None:
    drawn = maps.create(ws, anna, {})
    own = templates.keep(ws, anna, drawn, NewTemplate(name="Ours"))
    assert [one.id for one in maps.list(ws, anna)] == [drawn]
    with pytest.raises(NotFound):
        maps.read(ws, anna, own)
    begun = templates.begin(ws, anna, own)
    templates.delete(ws, anna, own)
    assert maps.read(ws, anna, begun).header.title == "Ours"
    with pytest.raises(NotFound):
        templates.delete(ws, anna, own)
    with pytest.raises(NotFound):
        templates.delete(ws, anna, drawn)
    with pytest.raises(InvalidRequest, match="comes with Footfall"):
        templates.delete(ws, anna, "general-five")


def test_a_template_that_is_not_there_is_told_with_one_that_may_be_meant(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(NotFound, match=r"There is no template 'general-fiv'\. Did you mean 'general-five'"):
        templates.begin(ws, anna, "general-fiv")
