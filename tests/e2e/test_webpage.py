"""A map exported as one page of HTML, opened from disk: axe finds nothing, and grid and outline take turns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from footfall import render
from tests.e2e.conftest import DESKTOP
from tests.render import maps

Open = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "map.html"
    story = render.tell(*maps.documents(), maps.NUMBERS, on=maps.TODAY)
    written.write_bytes(render.show(story, "html").content)
    return written


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_grid_and_outline(
    file: Path,
    open_page: Open,
    accessibility: Callable[[Page], list[dict[str, Any]]],
    screen: dict[str, int],
) -> None:
    page = open_page(file.as_uri(), viewport=screen)
    views = {"Grid": page.get_by_role("table"), "Outline": page.get_by_role("heading", name="Take it in", level=4)}
    expect(views["Grid" if screen == DESKTOP else "Outline"]).to_be_visible()
    for name, shown in views.items():
        page.get_by_role("link", name=name, exact=True).click()
        expect(shown).to_be_visible()
        hidden = next(other for key, other in views.items() if key != name)
        expect(hidden).to_be_hidden()
        assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
