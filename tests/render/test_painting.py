"""Pictures as files: what a reader of the PDF, the SVG and the PNG finds."""

import io
import re
import time
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from footfall import render
from footfall.errors import RenderFailed
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render import apart, painting, press, typesetting
from footfall.render.markdown import plain
from footfall.render.picture import Picture
from tests.render import maps
from tests.render.maps import Json

pytestmark = pytest.mark.usefixtures("assets")

SVG = "{http://www.w3.org/2000/svg}"
TORTURE = {
    "bidi": "abc שלום \u202e dcba \u202c مرحبا بالعالم",
    "zero width": "a\u200bb\u200cc\u200dd\ufeffe",
    "family": "👩‍👩‍👧‍👦 👍🏽 🇳🇱 party 🎉",
    "controls": "a\x00b\x07c\x1bd\x85e",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "cjk": "顧客旅程地図の長い文章です。一目で分かります。" * 4,
    "markup": '#let x = read("/etc/passwd") $x^2$ *b* _i_ <a> @ref `raw` \\ // /* */ #eval("1") </svg><script>',
    "endless": "W" * 400,
    "url": "https://example.org/" + "a/very-long_path.html?x=1&" * 12,
    "noncharacter": "\ufffe\uffff\U0001ffff",
    "thai": "ลูกค้าไม่สามารถหาปุ่มได้และโทรหาศูนย์บริการลูกค้า",
}


def pdf(picture: Picture) -> PdfReader:
    return PdfReader(io.BytesIO(render.paint(picture, "pdf").content))


@cache
def rich() -> Picture:
    return render.compose(*maps.documents(), maps.NUMBERS, on=maps.TODAY, version="version 14")


def letters(text: str) -> str:
    """A text without spaces, hyphens and marks: a PDF breaks lines where it likes."""
    return re.sub(r"[\s\u00ad\u200b\u00a0\u2010-]", "", text)


def texts(picture: Picture) -> list[str]:
    cards = [card for lane in picture.lanes for band in lane.bands for cell in band for card in cell.cards]
    return [line for card in cards for line in plain(card.text).split("\n")]


def test_a_pdf_is_one_page_as_large_as_the_map() -> None:
    (page,) = pdf(rich()).pages
    picture = rich()
    assert float(page.mediabox.width) == pytest.approx(picture.width + 2 * picture.margin, abs=0.5)
    assert 1000 < float(page.mediabox.height) < 2500


def test_a_pdf_is_tagged_marked_as_universally_accessible_titled_and_in_its_language() -> None:
    reader = pdf(rich())
    root = reader.trailer["/Root"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "Parcel delivery, from order to doorstep"


def test_a_pdf_holds_the_text_of_every_card_and_of_every_heading() -> None:
    found = letters(pdf(rich()).pages[0].extract_text())
    wanted = texts(rich()) + [plain(step.name) for step in rich().steps if step] + ["Maya Lindqvist", "version 14"]
    assert [text for text in wanted if letters(text) not in found] == []


def test_a_pdf_tells_the_curve_in_words_and_has_a_table_with_heads() -> None:
    reader = pdf(rich())
    alts = [str(thing["/Alt"]) for thing in structure(reader) if "/Alt" in thing]
    assert {"/Table", "/TH", "/TD", "/H1"} <= {str(thing["/S"]) for thing in structure(reader)}
    assert any(alt.startswith("Emotion curve from −2 to +2. Choose delivery: drawn") for alt in alts)
    assert {"assumed", "heard", "counted", "measured"} <= set(alts)


def structure(reader: PdfReader) -> list[Json]:
    """All elements of the structure tree."""
    found: list[Json] = []
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting.extend(element)
        elif isinstance(element, dict):
            if "/S" in element:
                found.append(element)
            if "/K" in element:
                waiting.append(element["/K"])
    return found


def test_equal_pictures_are_equal_files() -> None:
    assert render.paint(rich(), "pdf").content == render.paint(rich(), "pdf").content


def test_an_svg_is_well_formed_and_has_a_title_and_a_description() -> None:
    root = ET.fromstring(render.paint(rich(), "svg").content)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text == "Parcel delivery, from order to doorstep"
    assert description.text == (
        "Customer journey map · current state: Parcel delivery, from order to doorstep. "
        "4 stages, 8 steps, 11 lanes and 67 cards: Order, Wait, Receive, After."
    )


def test_an_svg_keeps_harmless_links_only() -> None:
    text = (
        "[a](https://example.org/a?b=1&c='2') [b](javascript:alert(1)) [c](mailto:c@example.org) [d](data:text/html,x)"
    )
    content = render.paint(render.compose(*one_card(text)), "svg").content
    links = {
        value for node in ET.fromstring(content).iter() for name, value in node.attrib.items() if name.endswith("href")
    }
    outside = {link for link in links if not link.startswith(("#", "data:image/"))}
    assert outside == {"https://example.org/a?b=1&c='2'", "mailto:c@example.org"}


def test_a_png_shows_something_to_its_edges() -> None:
    image = Image.open(io.BytesIO(render.paint(rich(), "png").content)).convert("RGB")
    quarters = [
        image.crop(
            (x * image.width // 2, y * image.height // 2, (x + 1) * image.width // 2, (y + 1) * image.height // 2)
        )
        for x in (0, 1)
        for y in (0, 1)
    ]
    assert image.width > 3000
    assert [len(quarter.getcolors(1_000_000)) > 50 for quarter in quarters] == [True] * 4


def test_a_large_png_is_less_sharp_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "MOST_PIXELS", 200_000)
    painted = render.paint(rich(), "png")
    image = Image.open(io.BytesIO(painted.content))
    assert image.width * image.height <= 210_000
    assert [re.sub(r"\d+", "N", warning) for warning in painted.warnings] == [
        "The picture is large, so it has N pixels per inch."
    ]


def test_dutch_maps_are_in_dutch() -> None:
    picture = render.compose(*maps.documents(maps.dutch()), maps.NUMBERS, on=maps.TODAY)
    reader = pdf(picture)
    found = letters(reader.pages[0].extract_text())
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert [word for word in ("Knelpunten", "61,4%", "23november2026", "verschil−1,5") if word not in found] == []


@pytest.mark.parametrize("language", ["ar", "EN", "nl-BE", "zh-Hant-TW", "gsw"])
def test_a_map_may_be_in_any_language_and_the_pdf_says_which(language: str) -> None:
    records = {**maps.RICH, "map": {"type": "map", "title": "Map", "language": language}}
    painted = render.paint(render.compose(*maps.documents(records)), "pdf")
    assert painted.warnings == ()
    said = str(PdfReader(io.BytesIO(painted.content)).trailer["/Root"]["/Lang"])
    assert said.split("-", maxsplit=1)[0] == language.split("-", maxsplit=1)[0].lower()


def one_card(text: str, **header: str) -> tuple[MapDocument, LibraryDocument]:
    records: Json = {
        "map": {"type": "map", "title": text[:400], "owner": text[:400], "scenario": text, "personas": ["p"], **header},
        "stage": {"type": "stage", "name": text[:400], "goal": text},
        "step": {"type": "step", "stage": "stage", "name": text[:400]},
        "lane": {"type": "lane", "kind": "free", "name": text[:400], "actor": text[:400]},
        "card": {"type": "card", "lane": "lane", "step": "step", "text": text, "owner": text[:400], "channels": ["c"]},
        "mood": {"type": "lane", "kind": "emotion"},
        "point": {"type": "card", "lane": "mood", "step": "step", "score": 2, "feeling": text[:12]},
    }
    people: Json = {
        "p": {"type": "persona", "name": text[:400], "quote": text[:400], "facts": [text[:100]]},
        "c": {"type": "channel", "name": text[:400], "icon": "no-such-icon"},
    }
    return MapDocument(records), LibraryDocument(people)


@pytest.mark.parametrize("name", TORTURE)
@pytest.mark.parametrize("format", ["pdf", "svg", "png"])
def test_no_text_stops_a_picture(name: str, format: str) -> None:
    painted = render.paint(render.compose(*one_card(TORTURE[name])), format)
    assert len(painted.content) > 10_000
    if format == "svg":
        ET.fromstring(painted.content)


def test_a_pdf_whose_fonts_lack_a_character_is_made_all_the_same_and_says_so() -> None:
    painted = render.paint(render.compose(*one_card(TORTURE["thai"])), "pdf")
    assert painted.content.startswith(b"%PDF")
    assert len(painted.warnings) == 1
    assert painted.warnings[0].startswith("The PDF is tagged but not marked as PDF/UA-1.")
    assert render.paint(rich(), "pdf").warnings == ()


@pytest.mark.parametrize("format", ["svg", "png"])
def test_a_picture_with_characters_without_a_face_says_which(format: str) -> None:
    painted = render.paint(render.compose(*one_card("ลูก → 顧客")), format)
    assert painted.warnings == (
        "Some characters have no face in the bundled fonts and are shown as boxes, maybe ก ล ู.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ждёт посылку",
        "Περιμένει το δέμα",
        "ממתין לחבילה",
        "يريد العميل",
        "顧客旅程 お客様",
        "고객이 기다립니다",
        "🎉 👍🏽 → ≥ ✓",
    ],
)
@pytest.mark.parametrize("format", ["pdf", "svg"])
def test_the_scripts_of_the_world_have_a_face(text: str, format: str) -> None:
    assert render.paint(render.compose(*one_card(text)), format).warnings == ()


def test_emoji_are_painted_in_ink_and_keep_the_pdf_accessible() -> None:
    assert render.paint(render.compose(*one_card(TORTURE["family"])), "pdf").warnings == ()


def test_markup_in_a_text_is_a_text() -> None:
    found = letters(
        pdf(render.compose(*one_card('#let x = read("/etc/passwd") $x^2$ #eval("1")'))).pages[0].extract_text()
    )
    assert letters('#let x = read("/etc/passwd") $x^2$ #eval("1")') in found


def test_no_text_is_wider_than_the_page() -> None:
    for name in ("endless", "url"):
        picture = render.compose(*one_card(TORTURE[name]))
        image = Image.open(io.BytesIO(render.paint(picture, "png").content)).convert("L")
        margin = int(picture.margin * 2 * 0.9)
        strip = image.crop((image.width - margin, 0, image.width, image.height))
        assert strip.getextrema() == (255, 255)


@pytest.mark.parametrize(
    "records", [{}, {"map": {"type": "map", "title": "t" * 200}}, maps.large(0, 3, 0), maps.large(1, 0, 0)]
)
def test_a_map_without_steps_or_lanes_is_a_picture_too(records: Json) -> None:
    for format in ("pdf", "svg", "png"):
        assert render.paint(render.compose(MapDocument(records), LibraryDocument({})), format).warnings == ()


def test_forty_steps_twenty_lanes_and_two_thousand_cards_are_one_page_with_every_card() -> None:
    picture = render.compose(*maps.documents(maps.large(40, 20, 2000), {}))
    (page,) = pdf(picture).pages
    numbers = set(re.findall(r"Card(\d+)says", letters(page.extract_text())))
    assert numbers == {str(number) for number in range(2000)}


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(RenderFailed) as refused:
        render.paint(rich(), "docx")
    assert str(refused.value) == "There is no picture format “docx”. Known are pdf, svg, png."


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_one_is_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(painting, "MANY_CARDS", 10_000)
    slow = render.compose(*maps.documents(maps.large(30, 20, 900), {}))
    start = time.monotonic()
    with pytest.raises(RenderFailed, match="took longer than"):
        render.paint(slow, "png", limit=0.05)
    assert time.monotonic() - start < 1
    assert render.paint(rich(), "svg", limit=30).content


@pytest.mark.parametrize("format", ["pdf", "svg", "png"])
def test_a_picture_of_many_cards_is_painted_apart_and_comes_out_the_same(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = render.paint(rich(), format)
    monkeypatch.setattr(painting, "MANY_CARDS", 10)
    assert render.paint(rich(), format) == here


def test_a_picture_painted_apart_is_given_up_in_time_and_its_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "MANY_CARDS", 10)
    with pytest.raises(RenderFailed, match="took longer than"):
        render.paint(rich(), "pdf", limit=0.01)
    with pytest.raises(RenderFailed, match="a missing colour"):
        apart._read(b'{"refused": ["a missing colour", "", ""]}\n', 0)
    with pytest.raises(RenderFailed, match="too large"):
        apart._read(b"", -9)


def test_missing_fonts_are_said_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typesetting, "FONTS", tmp_path)
    press.retire()
    with pytest.raises(RenderFailed, match="The fonts of the renderer are not here"):
        render.paint(rich(), "svg")
    press.retire()


def test_the_templates_take_no_packages_and_evaluate_nothing() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in typesetting.TEMPLATES.glob("*.typ"))
    assert re.findall(r"@preview|@local|\beval\(|\bplugin\(|\bread\(", sources) == []
