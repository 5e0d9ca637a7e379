"""Maps of a workspace as files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.exchange.formats import Format
from footfall.journey import text
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.document import MapDocument
from footfall.render.slides.writing import MEDIA_TYPE
from footfall.service import exports, images, library, maps
from footfall.service.exports import ExportFormat
from footfall.service.workspace import Workspace, workspace
from tests.images.files import photo
from tests.render.conftest import assets
from tests.render.maps import RICH

__all__ = ["assets"]

ANNA = Actor(id="anna", name="Anna")
SHORT: dict[str, dict[str, object]] = {
    "map": {"type": "map", "title": "Pizza", "personas": ["lin"]},
    "s": {"type": "stage", "name": "Eat", "order": "a0"},
    "p": {"type": "step", "stage": "s", "name": "Order", "order": "a0"},
    "l": {"type": "lane", "kind": "images", "order": "a0"},
}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path / "data") as opened:
        yield opened


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize(
    ("format", "media_type", "start"),
    [
        ("pdf", "application/pdf", b"%PDF"),
        ("svg", "image/svg+xml", b"<svg"),
        ("png", "image/png", b"\x89PNG"),
        ("pptx", MEDIA_TYPE, b"PK"),
    ],
)
def test_a_map_is_exported_as_a_picture(ws: Workspace, format: str, media_type: str, start: bytes) -> None:
    id = maps.create(ws, ANNA, RICH)
    made = exports.export(ws, ANNA, id, ExportFormat(format))
    assert made.content.startswith(start)
    assert (made.media_type, made.filename, made.warnings) == (
        media_type,
        f"parcel-delivery-from-order-to-doorstep.{format}",
        (),
    )


def test_whatever_comes_in_from_another_tool_can_go_out() -> None:
    assert {format.value for format in Format} <= {format.value for format in ExportFormat}


def test_a_map_is_exported_as_text_that_reads_back_as_the_same_map(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, RICH)
    made = exports.export(ws, ANNA, id, ExportFormat.YAML)
    assert (made.media_type, made.filename) == (
        "application/yaml",
        "parcel-delivery-from-order-to-doorstep.journey.yaml",
    )
    assert text.read(made.content.decode()).records == maps.read_records(ws, ANNA, id).records


@pytest.mark.usefixtures("assets")
def test_a_map_whose_dataset_is_gone_is_exported_without_numbers_and_says_so(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, {"map": {"type": "map", "title": "Lost", "dataset": "gone"}})
    made = exports.export(ws, ANNA, id, ExportFormat.SVG)
    assert made.warnings == ("The dataset 'gone' that this map names is not here.",)


def test_a_map_that_is_not_here_is_not_exported(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        exports.export(ws, ANNA, "nowhere", ExportFormat.PDF)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Crème brûlée: één!", "creme-brulee-een.pdf"),
        ("../../etc/passwd\r\nX: y", "etc-passwd-x-y.pdf"),
        ("顧客", "map.pdf"),
        ("a" * 300, "a" * 80 + ".pdf"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert exports.filename(MapDocument({"map": {"type": "map", "title": title}}), "pdf") == name


@pytest.mark.usefixtures("assets")
def test_the_pictures_of_cards_and_personas_are_exported_and_a_gone_one_leaves_its_words(ws: Workspace) -> None:
    seen, gone = images.keep(ws, ANNA, photo((90, 60))).id, "0" * 64
    lin = {"type": "persona", "name": "Lin", "photo": gone, "order": "a0"}
    library.change(ws, ANNA, Change(id=str(uuid7()), ops=(Put(id="lin", record=lin),)))
    card = {"type": "card", "lane": "l", "step": "p"}
    id = maps.create(ws, ANNA, {**SHORT, "a": {**card, "image": seen}, "b": {**card, "image": gone}})
    made = exports.export(ws, ANNA, id, ExportFormat.SVG).content
    assert made.count(b"data:image/jpeg;base64,") == 1


def test_a_map_as_text_keeps_the_ids_of_pictures(ws: Workspace) -> None:
    id = maps.create(ws, ANNA, {**SHORT, "a": {"type": "card", "lane": "l", "step": "p", "image": "f" * 64}})
    assert f"image: {'f' * 64}" in exports.export(ws, ANNA, id, ExportFormat.YAML).content.decode()
