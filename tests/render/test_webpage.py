"""A map as one page of HTML: what a parser finds in it; tests/e2e looks at it in a browser."""

import re
from html.parser import HTMLParser

import pytest

from footfall import render
from footfall.errors import RenderFailed
from footfall.journey.document import LibraryDocument, MapDocument
from tests.render import maps
from tests.render.test_layouts import HOSTILE, everywhere
from tests.render.test_slides import PIXEL

pytestmark = pytest.mark.usefixtures("assets")

GREY = render.Image(media_type="image/png", width=1, height=1, data=PIXEL)
EMPTY = {"meta", "col", "br"}  # elements without an end


class Elements(HTMLParser):
    """Every element with its attributes, all text, and whether each element was closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(records: maps.Json | None = None, library: maps.Json | None = None, **images: render.Image) -> str:
    story = render.tell(*maps.documents(records, library), maps.NUMBERS, images=images, on=maps.TODAY)
    return render.show(story, "html").content.decode()


def test_a_page_tells_the_map_as_a_table_and_as_an_outline() -> None:
    read = Elements(page())
    assert read.open == []
    assert [attributes["scope"] for attributes in read.all("th")].count("colgroup") == len(maps.STAGES)
    assert [attributes["scope"] for attributes in read.all("th")].count("col") == len(maps.STEPS)
    assert [len(read.all(tag)) for tag in ("h1", "h3", "h4", "details")] == [1, 4, 8, 4]
    assert read.text.count("Compares home, locker and pick-up") == 2  # in both
    assert "Emotion curve" in str(next(one["aria-label"] for one in read.all("svg") if one["class"] == "curve"))


def test_a_page_asks_for_nothing_outside_itself() -> None:
    read = Elements(page())
    assert {tag for tag, _ in read.found} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert not any(name.startswith("on") or name in {"style", "src"} for _, all in read.found for name in all)
    assert all((one["href"] or "").startswith("#") for one in read.all("use"))
    policy = next(one["content"] for one in read.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'",
        str(policy),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_is_only_ever_text(text: str) -> None:
    map, library = everywhere(text)
    read = Elements(render.show(render.tell(map, library), "html").content.decode())
    assert read.open == []
    known = {tag for tag, _ in Elements(page()).found}
    assert {tag for tag, _ in read.found} <= known
    links = [one["href"] or "" for one in read.all("a")]
    assert all(link.startswith(("#", "http://", "https://", "mailto:")) for link in links)


def test_a_picture_stands_in_the_page_once_and_is_shown_with_its_words() -> None:
    records = maps.RICH | {"actions-pay-0": maps.RICH["actions-pay-0"] | {"image": "shot", "alt": "The <till>"}}
    library = maps.LIBRARY | {"maya": maps.LIBRARY["maya"] | {"photo": "shot"}}
    read = Elements(page(records, library, shot=GREY))
    assert [one["href"] for one in read.all("image")] == [f"data:image/png;base64,{PIXEL}"]
    shown = [one["aria-label"] for one in read.all("svg") if one.get("class") in {"image", "photo"}]
    assert shown == ["Maya Lindqvist", "The <till>", "The <till>"]


def test_equal_maps_are_equal_pages_in_the_language_of_the_map() -> None:
    assert page() == page()
    dutch = Elements(page(maps.dutch()))
    assert dutch.all("html") == [{"lang": "nl"}]
    assert {"Rooster", "Overzicht"} <= {*dutch.text}


def test_a_map_without_anything_says_so() -> None:
    shown = render.show(render.tell(MapDocument({}), LibraryDocument({})), "html").content.decode()
    assert "Nothing is drawn here yet" in shown


def test_a_page_has_no_paper_and_no_layout() -> None:
    with pytest.raises(RenderFailed, match="HTML has its own"):
        render.show(render.tell(*maps.documents()), "html", render.Look(layout="wheel"))
