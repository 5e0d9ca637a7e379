"""A whole map without a mouse."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.keys import name_it, press, tab_to
from tests.e2e.maps import PATIENCE, await_saved, cards_on_server, make_map, on_server, open_grid, small_map, soon
from tests.serving import Served

Open = Callable[..., Page]


@pytest.fixture
def page(server: Served, open_page: Open) -> Page:
    """A small map with the focus on its first card and the panel closed."""
    page = open_page(f"{server.address}/maps/{make_map(server, small_map(first=('does', 'pay', 'pays')))}")
    open_grid(page)
    tab_to(page, "grid")
    press(page, "Escape", "ArrowDown")
    expect(page.locator(".card.is-at")).to_be_focused()
    return page


def id_of(page: Page) -> str:
    return page.url.rsplit("/", 1)[1]


def texts_by_place(server: Served, id: str) -> dict[tuple[str, str], list[str]]:
    """The texts of each cell, by the names of its lane and step."""
    records = on_server(server, id)
    found: dict[tuple[str, str], list[str]] = {}
    for lane, step, text in cards_on_server(server, id).values():
        found.setdefault((records[lane]["name"], records[step].get("name", "")), []).append(text)
    return {place: sorted(texts) for place, texts in found.items()}


def test_a_map_is_made_from_nothing_by_keys_alone(server: Served, open_page: Open) -> None:
    page = open_page(server.address)
    page.get_by_role("heading", level=1).first.wait_for()
    tab_to(page, "New map")
    press(page, "Enter")
    expect(page.get_by_placeholder("Ordering and delivery")).to_be_focused()
    page.keyboard.type("Renting a bike")
    page.get_by_role("radio").nth(1).wait_for(timeout=PATIENCE)  # the templates have come: their first is chosen
    press(page, "Tab", "Tab", "Tab", "ArrowUp")
    expect(page.get_by_role("radio", name="An empty map")).to_be_checked()
    press(page, "Enter")
    page.get_by_role("heading", name="This map is empty").wait_for(timeout=PATIENCE)
    tab_to(page, "or with one stage and one lane")
    press(page, "Enter")

    # The focus is on the first stage: rename it, one more after it, then the steps below, a lane and a card.
    expect(page.get_by_role("columnheader", name="Stage without a name, 1 step")).to_be_focused()
    press(page, "Enter")
    name_it(page, "Name of the stage", "Book")
    press(page, "n")
    name_it(page, "Name of the stage", "Ride")
    press(page, "ArrowLeft", "ArrowDown", "F2")
    name_it(page, "Name of the step", "Choose")
    press(page, "n")
    name_it(page, "Name of the step", "Pay")
    press(page, "ArrowDown", "Home", "n")
    expect(page.get_by_label("Name of the lane")).to_be_focused()
    press(page, "Control+a")
    name_it(page, "Name of the lane", "Feels")
    press(page, "ArrowRight", "Enter")
    name_it(page, "Text of the card", "hopes for sun")
    press(page, "n")
    name_it(page, "Text of the card", "and no wind")
    await_saved(page)

    records = on_server(server, id_of(page))
    names = {kind: [r.get("name") for r in records.values() if r["type"] == kind] for kind in ("stage", "step", "lane")}
    assert {kind: set(found) for kind, found in names.items()} == {
        "stage": {"Book", "Ride"},
        "step": {"Choose", "Pay", None},
        "lane": {"Actions", "Feels"},
    }
    assert texts_by_place(server, id_of(page)) == {("Feels", "Choose"): ["and no wind", "hopes for sun"]}


def test_a_card_is_edited_typed_over_moved_carried_and_put_back(server: Served, page: Page) -> None:
    id = id_of(page)
    press(page, "Enter")
    name_it(page, "Text of the card", " by card")
    press(page, "Alt+ArrowRight")
    await_saved(page)
    soon(page, lambda: cards_on_server(server, id), {"first": ("does", "wait", "pays by card")})
    press(page, "Space", "ArrowLeft", "ArrowDown", "Space")
    await_saved(page)
    soon(page, lambda: cards_on_server(server, id), {"first": ("hurts", "pay", "pays by card")})
    press(page, "Space", "ArrowRight", "ArrowUp", "Escape")
    await_saved(page)
    soon(page, lambda: cards_on_server(server, id), {"first": ("hurts", "pay", "pays by card")})
    press(page, "c", "Escape", "Control+s")
    await_saved(page)
    soon(page, lambda: cards_on_server(server, id), {"first": ("hurts", "pay", "c")})


def test_a_deleted_card_comes_back_by_the_undo_of_its_message_and_by_ctrl_z(server: Served, page: Page) -> None:
    before = cards_on_server(server, id_of(page))
    press(page, "Delete")
    expect(page.get_by_label("Messages")).to_contain_text("The card is deleted")
    expect(page.locator(".cell .card")).to_have_count(0)
    tab_to(page, "Undo")
    press(page, "Enter")
    expect(page.locator(".cell .card")).to_have_count(1)
    expect(page.locator(".cell.is-at")).to_be_focused()
    press(page, "Control+Home", "ArrowDown", "ArrowDown", "Delete")
    expect(page.locator(".cell .card")).to_have_count(0)
    press(page, "Control+z")
    expect(page.locator(".cell .card")).to_have_count(1)
    await_saved(page)
    assert cards_on_server(server, id_of(page)) == before


def test_a_lane_with_cards_asks_before_it_goes(server: Served, page: Page) -> None:
    press(page, "Home", "Delete")
    question = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
    expect(question).to_contain_text("One card goes with it")
    press(page, "Escape")
    expect(question).to_have_count(0)
    expect(page.get_by_role("rowheader", name="Lane Does")).to_be_focused()
    assert "does" in on_server(server, id_of(page))


def test_the_emotion_is_drawn_with_plus_and_minus_and_with_alt_and_arrows(server: Served, open_page: Open) -> None:
    records = small_map() | {"does": {"type": "lane", "kind": "emotion", "name": "Feels", "order": "a0"}}
    id = make_map(server, records)
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    tab_to(page, "grid")
    press(page, "Escape", "ArrowDown", "Enter")
    expect(page.get_by_label("What makes it feel so")).to_be_focused()
    press(page, "Enter", "+", "+", "+", "-", "Alt+ArrowUp", "Alt+ArrowDown", "Alt+ArrowDown")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuenow", "0.5")
    await_saved(page)
    [point] = [record for record in on_server(server, id).values() if record["type"] == "card"]
    assert (point["lane"], point["step"], point["score"]) == ("does", "pay", 0.5)


def test_the_palette_finds_and_does_a_command(server: Served, page: Page) -> None:
    press(page, "Control+k")
    expect(page.get_by_role("combobox", name="Command")).to_be_focused()
    page.keyboard.type("duplic")
    expect(page.get_by_role("option")).to_have_text(["DuplicateCtrl+D"])
    press(page, "Enter")
    expect(page.locator(".cell .card")).to_have_count(2)
    await_saved(page)
    assert texts_by_place(server, id_of(page)) == {("Does", "Pay"): ["pays", "pays"]}


def test_the_question_mark_opens_the_shortcuts_and_esc_goes_back_to_the_card(page: Page) -> None:
    press(page, "?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Search shortcuts").fill("duplicate")
    expect(dialog.locator("dt")).to_have_text(["Duplicate"])
    press(page, "Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(".card.is-at")).to_be_focused()
