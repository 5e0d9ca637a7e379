"""The insert menu, heads that are dragged and carried, the export dialog, and hands and habits that differ."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import (
    PATIENCE,
    at_rest,
    await_saved,
    card,
    cards_on_server,
    cell,
    make_map,
    on_server,
    open_grid,
    soon,
)
from tests.e2e.test_keyboard import id_of, name_it, press, tab_to
from tests.e2e.test_structure import step_head, wide_map
from tests.serving import Served

Open = Callable[..., Page]
Axe = Callable[[Page], list[dict[str, Any]]]

STEPS = """() => [...document.querySelectorAll('.step-head')].map((head) => head.dataset.column)"""
STAGES = """() => [...document.querySelectorAll('.stage-name')].map((name) => name.textContent)"""
LANES = """() => [...document.querySelectorAll('.lane-name')].map((name) => name.dataset.row)"""


@pytest.fixture
def page(server: Served, open_page: Open) -> Page:
    """A map of two stages and four steps with the focus on its first card and the panel closed."""
    records = wide_map(first=("does", "pay", "pays"))
    records["hurts"] |= {"kind": "pain-points", "hint": "What goes wrong?"}
    page = open_page(f"{server.address}/maps/{make_map(server, records)}")
    open_grid(page)
    tab_to(page, "grid")
    press(page, "Escape", "ArrowDown")
    expect(card(page, "first")).to_be_focused()
    return page


def drag(page: Page, what: Locator, where: Locator, *, share: float = 0.8, down: float = 0.5) -> None:
    """Drag from the middle of one thing to a share of another's width and height."""
    start, end = at_rest(what), at_rest(where)
    page.mouse.move(start["x"] + 30, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] * share, end["y"] + end["height"] * down, steps=5)
    expect(page.locator(".drop-line")).to_be_visible()
    page.mouse.up()


def test_a_slash_in_an_empty_cell_offers_what_fits_and_esc_leaves_nothing(
    server: Served, page: Page, accessibility: Axe
) -> None:
    before = cards_on_server(server, id_of(page))
    press(page, "ArrowDown", "/")
    field = page.get_by_role("combobox", name="Insert")
    expect(field).to_be_focused()
    expect(page.get_by_role("option")).to_have_text(["New pain point", "What goes wrong?from the template, as a text"])
    assert accessibility(page) == []
    press(page, "Escape")
    expect(field).to_have_count(0)
    expect(cell(page, "hurts", "pay")).to_be_focused()
    assert cards_on_server(server, id_of(page)) == before

    press(page, "/")
    page.keyboard.type("wrong")
    press(page, "Enter")
    expect(page.get_by_label("Text of the card")).to_have_value("What goes wrong?")
    name_it(page, "Text of the card", " The till")
    await_saved(page)
    texts = [text for lane, step, text in cards_on_server(server, id_of(page)).values() if lane == "hurts"]
    assert texts == ["What goes wrong? The till"]


def test_a_slash_on_a_card_is_a_slash(page: Page) -> None:
    press(page, "/")
    expect(page.get_by_label("Text of the card")).to_have_value("/")


def test_heads_are_dragged_to_other_places(server: Served, page: Page) -> None:
    drag(page, step_head(page, "pay"), step_head(page, "wait"))
    expect(step_head(page, "pay")).to_be_visible()
    soon(page, lambda: page.evaluate(STEPS), ["wait", "pay", "ride", "call"])
    drag(page, step_head(page, "pay"), step_head(page, "ride"), share=0.2)
    soon(page, lambda: page.evaluate(STEPS), ["wait", "pay", "ride", "call"])
    drag(page, page.locator('.stage-head[data-column="wait"]'), page.locator('.stage-head[data-column="pay"]'))
    soon(page, lambda: page.evaluate(STAGES), ["Use", "Buy"])
    drag(page, page.locator('.lane-name[data-row="does"]'), page.locator('.lane-name[data-row="hurts"]'), down=0.8)
    soon(page, lambda: page.evaluate(LANES), ["hurts", "does"])
    await_saved(page)
    soon(page, lambda: on_server(server, id_of(page))["pay"]["stage"], "use")


def test_a_head_is_carried_by_keys_and_put_back_with_esc(page: Page) -> None:
    press(page, "ArrowUp", "Space", "ArrowRight")
    soon(page, lambda: page.evaluate(STEPS), ["wait", "pay", "ride", "call"])
    press(page, "ArrowRight", "Escape")
    soon(page, lambda: page.evaluate(STEPS), ["pay", "wait", "ride", "call"])
    press(page, "ArrowUp", "Space", "ArrowRight", "Space")
    soon(page, lambda: page.evaluate(STAGES), ["Use", "Buy"])
    press(page, "ArrowDown", "ArrowDown", "Home", "Space", "ArrowDown", "Enter")
    soon(page, lambda: page.evaluate(LANES), ["hurts", "does"])


def test_ctrl_p_opens_the_export_and_never_prints(page: Page, accessibility: Axe) -> None:
    page.evaluate("window.print = () => { document.title = 'printed' }")
    press(page, "Control+p")
    dialog = page.get_by_role("dialog", name="Export the map")
    expect(dialog.get_by_role("button", name="PDF to print")).to_be_visible()
    assert accessibility(page) == []
    with page.expect_download(timeout=PATIENCE) as download:
        dialog.get_by_role("button", name="Text").press("Enter")
    assert download.value.suggested_filename.endswith(".journey.yaml")
    expect(dialog).to_have_count(0)
    expect(card(page, "first")).to_be_focused()


def test_typing_over_can_be_switched_off_and_stays_off(page: Page) -> None:
    press(page, "Control+k")
    page.keyboard.type("letters type over")
    press(page, "Enter")
    expect(page.get_by_label("Messages")).to_contain_text("Letters type over nothing")
    expect(card(page, "first")).to_be_focused()
    press(page, "x")
    expect(card(page, "first").locator(".card-text")).to_have_text("pays")
    page.reload()
    open_grid(page)
    card(page, "first").click()
    press(page, "x")
    expect(card(page, "first").locator(".card-text")).to_have_text("pays")
    press(page, "ArrowDown", "y")
    expect(page.get_by_label("Text of the card")).to_have_value("y")


def test_two_fingers_on_the_glass_zoom_the_grid(server: Served, page: Page) -> None:
    box = at_rest(page.locator(".map-scroll"))
    where = {"x": box["x"] + 300, "y": box["y"] + 150}
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})

    def touch(kind: str, apart: float) -> None:
        points = [{"x": where["x"] - apart, "y": where["y"]}, {"x": where["x"] + apart, "y": where["y"]}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else points})

    touch("touchStart", 50)
    for apart in (60, 70, 75):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    expect(page.locator(".zoom-control")).to_contain_text("150")


def test_a_lane_that_a_colleague_deletes_while_one_types_in_it_leaves_the_text_in_the_tray(
    server: Served, open_page: Open, page: Page
) -> None:
    anna, bram = page, open_page(page.url)
    open_grid(bram)
    press(anna, "Enter")
    anna.keyboard.type(" by card, and waits")
    bram.locator('.lane-name[data-row="does"]').click()
    press(bram, "Delete")
    bram.get_by_role("alertdialog").get_by_role("button", name="Delete lane").click()
    told = "A colleague took away what you were typing in"
    expect(anna.get_by_label("Messages")).to_contain_text(told, timeout=PATIENCE)
    for each in (anna, bram):
        expect(each.get_by_role("region", name="Tray")).to_contain_text("pays by card, and waits", timeout=PATIENCE)
    anna.get_by_role("region", name="Tray").get_by_role("button", name="Place it").click()
    for each in (anna, bram):
        expect(card(each, "first")).to_be_visible(timeout=PATIENCE)


def test_a_card_that_two_people_drag_at_once_stands_in_one_of_both_places(
    server: Served, open_page: Open, page: Page
) -> None:
    anna, bram = page, open_page(page.url)
    open_grid(bram)
    for each, where in ((anna, cell(anna, "does", "ride")), (bram, cell(bram, "hurts", "pay"))):
        start, end = at_rest(card(each, "first")), at_rest(where)
        each.mouse.move(start["x"] + 20, start["y"] + 8)
        each.mouse.down()
        each.mouse.move(end["x"] + 40, end["y"] + 20, steps=4)
    anna.mouse.up()
    bram.mouse.up()
    for each in (anna, bram):
        await_saved(each)
    place = cards_on_server(server, id_of(page))["first"][:2]
    assert place in {("does", "ride"), ("hurts", "pay")}
    for each in (anna, bram):
        expect(cell(each, *place).locator('[data-card="first"]')).to_have_count(1, timeout=PATIENCE)
        expect(each.locator('[role=grid] [data-card="first"]')).to_have_count(1)
