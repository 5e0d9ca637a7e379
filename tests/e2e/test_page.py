"""The page as a browser gets it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]


def test_the_first_page_opens_without_a_complaint_in_the_console(server: Served, open_page: Open) -> None:
    page = open_page(server.address)
    page.get_by_role("heading", level=1).first.wait_for()
    assert "Footfall" in page.title()


def test_axe_finds_nothing_on_the_first_page_in_light_and_in_dark(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    page = open_page(server.address)
    page.get_by_role("heading", level=1).first.wait_for()
    assert accessibility(page) == []


def test_the_page_asks_no_other_machine_for_anything(server: Served, open_page: Open) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address)
    page.get_by_role("heading", level=1).first.wait_for()
    elsewhere = [url for url in asked if not url.startswith((server.address, "data:", "blob:"))]
    assert elsewhere == []
