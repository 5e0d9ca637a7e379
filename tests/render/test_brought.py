"""Pictures that people brought, on paper: on cards and beside personas, with words for who does not see them."""

from base64 import b64decode, b64encode

import pytest

from footfall import render
from footfall.images import remake
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render import painting
from tests.images.files import photo, picture
from tests.render.maps import Json
from tests.render.test_painting import pdf, structure

pytestmark = pytest.mark.usefixtures("assets")

PHOTO, DRAWING = remake(photo((90, 60))), remake(picture("PNG"))
BROUGHT = {
    name: render.Image(
        media_type=made.media_type, width=made.width, height=made.height, data=b64encode(made.content).decode()
    )
    for name, made in {"photo": PHOTO, "drawing": DRAWING}.items()
}


def card(step: str, **fields: object) -> Json:
    return {"type": "card", "lane": "looks", "step": step, "order": "a0", **fields}


RECORDS: dict[str, Json] = {
    "map": {"type": "map", "title": "Pizza", "personas": ["lin"]},
    "eat": {"type": "stage", "name": "Eat", "order": "a0"},
    "order": {"type": "step", "stage": "eat", "name": "Order", "order": "a0"},
    "pay": {"type": "step", "stage": "eat", "name": "Pay", "order": "a1"},
    "looks": {"type": "lane", "kind": "storyboard", "order": "a0"},
    "first": card("order", text="She waits", image="photo", alt="A long queue"),
    "second": card("pay", text="The bill", image="gone", alt="A receipt"),
}
LIBRARY: dict[str, Json] = {"lin": {"type": "persona", "name": "Lin de Vries", "photo": "drawing", "order": "a0"}}


def composed() -> render.Picture:
    return render.compose(MapDocument(RECORDS), LibraryDocument(LIBRARY), images=BROUGHT)


def cards() -> list[tuple[str, str, str, list[str]]]:
    found = [card for band in composed().lanes[0].bands for cell in band for card in cell.cards]
    return [(card.number, card.image, card.alt, [line.text for line in card.captions]) for card in found]


def test_a_card_has_its_picture_and_one_whose_picture_is_gone_keeps_its_words() -> None:
    assert cards() == [("1", "photo", "A long queue", []), ("2", "", "", ["A receipt"])]
    assert composed().personas[0].photo == "drawing"


def test_a_pdf_shows_pictures_and_says_what_they_show() -> None:
    reader = pdf(composed())
    assert "<pdfuaid:part>1</pdfuaid:part>" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    alts = {str(thing["/Alt"]) for thing in structure(reader) if "/Alt" in thing}
    assert {"A long queue", "Lin de Vries"} <= alts
    assert len(reader.pages[0].images) == 2


def test_an_svg_holds_the_very_bytes_of_a_photo() -> None:
    content = render.paint(composed(), "svg").content
    _, _, rest = content.partition(b"data:image/jpeg;base64,")
    assert b64decode(rest.partition(b'"')[0]) == PHOTO.content


def test_a_png_with_pictures_is_painted() -> None:
    assert render.paint(composed(), "png").content.startswith(b"\x89PNG")


def test_many_pictures_are_painted_apart_and_come_out_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    here = render.paint(composed(), "svg")
    monkeypatch.setattr(painting, "MANY_LETTERS", 0)
    assert render.paint(composed(), "svg") == here


def test_a_picture_without_words_is_called_a_picture() -> None:
    records = {**RECORDS, "first": card("order", image="photo")}
    picture = render.compose(MapDocument(records), LibraryDocument({}), images=BROUGHT)
    (shown, _) = [one for band in picture.lanes[0].bands for cell in band for one in cell.cards]
    assert shown.alt == "Picture"
