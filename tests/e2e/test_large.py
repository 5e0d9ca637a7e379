"""A map of forty steps, twenty lanes and two thousand cards."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, await_saved, card, cell, large_map, make_map, on_server, open_grid, retype
from tests.serving import Served

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def large(server: Served) -> str:
    """The address of a large map."""
    return f"{server.address}/maps/{make_map(server, large_map())}"


def test_all_of_a_large_map_is_there(large: str, open_page: Open) -> None:
    page = open_page(large)
    grid = open_grid(page)
    expect(grid).to_have_attribute("aria-rowcount", "22")
    expect(grid).to_have_attribute("aria-colcount", "41")
    expect(page.locator(".map-foot .legend-end")).to_have_text("2,000 cards")
    expect(card(page, "card-0").locator(".card-text")).to_have_text("card 0: what customers do here")


def test_the_keys_come_to_the_far_corner_of_a_large_map_and_back(large: str, open_page: Open) -> None:
    page = open_page(large)
    open_grid(page)
    cell(page, "lane-0", "step-0").click(position={"x": 2, "y": 2})
    page.keyboard.press("Control+End")
    expect(page.locator('.is-at[data-row="lane-19"][data-column="step-39"]')).to_be_focused(timeout=PATIENCE)
    expect(page.locator('.is-at[data-row="lane-19"][data-column="step-39"]')).to_be_in_viewport()
    page.keyboard.press("Control+Home")
    expect(page.locator('.is-at[data-row="stages"]')).to_be_focused()


def test_what_is_typed_into_a_card_of_a_large_map_arrives(server: Served, large: str, open_page: Open) -> None:
    page = open_page(large)
    open_grid(page)
    retype(page, "card-41", "comes late")
    expect(card(page, "card-41").locator(".card-text")).to_have_text("comes late")
    await_saved(page)
    assert on_server(server, large.rsplit("/", 1)[1])["card-41"]["text"] == "comes late"
