"""The structure of a map: cards over several steps, links, and steps that may be skipped or repeated."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import (
    PATIENCE,
    Records,
    at_rest,
    await_saved,
    card,
    cell,
    make_map,
    on_server,
    open_grid,
    small_map,
    soon,
)
from tests.e2e.test_keyboard import id_of, press, tab_to
from tests.serving import Served

SETTLING = 300  # milliseconds in which a page shows that it has something to save

Open = Callable[..., Page]
Axe = Callable[[Page], list[dict[str, Any]]]


def wide_map(**cards: tuple[str, str, str]) -> Records:
    """The small map with a second stage of two steps."""
    return small_map(**cards) | {
        "use": {"type": "stage", "name": "Use", "order": "a1"},
        "ride": {"type": "step", "name": "Ride", "stage": "use", "order": "a0"},
        "call": {"type": "step", "name": "Call", "stage": "use", "order": "a1"},
    }


@pytest.fixture
def page(server: Served, open_page: Open) -> Page:
    """A map of four steps with the focus on its first card and the panel closed."""
    records = wide_map(first=("does", "pay", "pays"), second=("does", "pay", "looks"), third=("does", "wait", "waits"))
    page = open_page(f"{server.address}/maps/{make_map(server, records)}")
    open_grid(page)
    tab_to(page, "grid")
    press(page, "Escape", "ArrowDown", "ArrowDown")
    expect(card(page, "second")).to_be_focused()
    return page


def placed(server: Served, page: Page, id: str) -> tuple[str, int]:
    """The first step of a card and how many it covers, on the server."""
    await_saved(page)
    record = on_server(server, id_of(page))[id]
    return record["step"], record.get("span", 1)


def step_head(page: Page, step: str) -> Locator:
    return page.locator(f'[role=columnheader][data-row="steps"][data-column="{step}"]')


def width(page: Page, id: str) -> float:
    return at_rest(card(page, id))["width"]


def test_a_card_is_made_wider_and_narrower_by_keys_and_keeps_its_place_in_the_grid(
    server: Served, page: Page, accessibility: Axe
) -> None:
    single = width(page, "second")
    press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight")
    soon(page, lambda: placed(server, page, "second"), ("pay", 3))
    expect(card(page, "second")).to_have_accessible_name("looks, assumed, over 3 steps")
    assert width(page, "second") > 3 * single
    third, second = at_rest(card(page, "third")), at_rest(card(page, "second"))
    assert third["y"] >= second["y"] + second["height"], "the wide card covers no other"
    expect(cell(page, "does", "ride")).to_contain_text("“looks” reaches here")
    assert accessibility(page) == []

    # One row still has one cell a step: right of the wide card is the next step.
    press(page, "ArrowRight")
    expect(card(page, "third")).to_be_focused()
    press(page, "ArrowLeft", "Alt+Shift+ArrowLeft")
    soon(page, lambda: placed(server, page, "second"), ("pay", 2))
    press(page, "Control+z", "Control+z", "Control+z")
    soon(page, lambda: placed(server, page, "second"), ("pay", 1))


def test_the_edge_of_a_card_is_dragged_over_other_steps(server: Served, page: Page) -> None:
    card(page, "first").click()
    edge, ride = at_rest(page.locator(".card-edge")), at_rest(cell(page, "does", "ride"))
    page.mouse.move(edge["x"] + 5, edge["y"] + 8)
    page.mouse.down()
    page.mouse.move(ride["x"] + 30, edge["y"] + 8, steps=4)
    expect(page.locator(".card-stretch")).to_be_visible()
    page.mouse.up()
    soon(page, lambda: placed(server, page, "first"), ("pay", 3))


def test_what_happens_to_steps_keeps_wide_cards_sane_and_undo_takes_it_back(server: Served, page: Page) -> None:
    press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight")
    soon(page, lambda: placed(server, page, "second"), ("pay", 3))
    step_head(page, "wait").click()
    press(page, "Delete")
    page.get_by_role("alertdialog").get_by_role("button", name="Delete step").click()
    soon(page, lambda: placed(server, page, "second"), ("pay", 2))
    expect(page.locator("[role=grid] .is-at")).to_be_focused()
    press(page, "Control+z")
    soon(page, lambda: placed(server, page, "second"), ("pay", 3))
    step_head(page, "pay").click()
    press(page, "n", "Escape")
    soon(page, lambda: placed(server, page, "second"), ("pay", 4))
    press(page, "Control+z")
    soon(page, lambda: placed(server, page, "second"), ("pay", 3))
    page.locator('[role=columnheader][data-row="stages"][data-column="ride"]').click()
    press(page, "Alt+Enter")
    expect(card(page, "second")).to_be_visible()
    page.wait_for_timeout(SETTLING)  # that nothing is saved has no sign
    soon(page, lambda: placed(server, page, "second"), ("pay", 3))


def test_links_are_made_changed_and_removed_by_keys_alone(server: Served, page: Page, accessibility: Axe) -> None:
    press(page, "Control+Shift+L")
    dialog = page.get_by_role("dialog", name="Link “Pay” to another step")
    expect(dialog.get_by_role("combobox", name="Step")).to_be_focused()
    assert accessibility(page) == []
    page.keyboard.type("ride")
    press(page, "Enter")
    expect(page.locator(".link-next")).to_be_visible()
    expect(step_head(page, "pay")).to_have_accessible_name("Step Pay, then Ride")
    expect(card(page, "second")).to_be_focused()

    press(page, "Control+Shift+L")
    expect(dialog.get_by_role("combobox", name="Step")).to_be_focused()
    page.keyboard.type("call")
    press(page, "Tab")
    expect(dialog.get_by_role("button", name="Kind of link")).to_be_focused()
    page.keyboard.type("br")
    press(page, "Tab")
    page.keyboard.type("late")
    press(page, "Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator(".link-branch")).to_contain_text("late")
    expect(step_head(page, "pay")).to_have_accessible_name("Step Pay, then Ride, if late: Call")
    assert accessibility(page) == []
    await_saved(page)
    links = [record for record in on_server(server, id_of(page)).values() if record["type"] == "link"]
    assert [(link["source"], link["target"], link.get("kind"), link.get("condition")) for link in links] == [
        ("pay", "ride", None, None),
        ("pay", "call", "branch", "late"),
    ]

    press(page, "Control+k")
    page.keyboard.type("all links")
    press(page, "Enter")
    remove = page.get_by_role("button", name="Remove the link: Pay · then Ride")
    remove.press("Enter")
    expect(remove).to_have_count(0)
    assert accessibility(page) == []
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".link-line")).to_have_count(1)
    press(page, "Control+k")
    page.keyboard.type("hide the links")
    press(page, "Enter")
    expect(page.locator(".link-line")).to_have_count(0)


def test_a_deleted_step_takes_its_links_and_undo_brings_both_back(server: Served, open_page: Open) -> None:
    records = wide_map() | {
        "on": {"type": "link", "source": "pay", "target": "wait"},
        "back": {"type": "link", "source": "call", "target": "pay", "kind": "loop"},
    }
    id = make_map(server, records)
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    step_head(page, "wait").click()
    press(page, "Delete")
    expect(page.locator(".link-line")).to_have_count(1)
    await_saved(page)
    soon(page, lambda: {"on", "wait"}.isdisjoint(on_server(server, id)), True)
    press(page, "Control+z")
    expect(page.locator(".link-line")).to_have_count(2)
    await_saved(page)
    soon(page, lambda: on_server(server, id).get("on", {}).get("target"), "wait")


def test_the_outline_tells_of_wide_cards_links_and_marks(server: Served, open_page: Open, accessibility: Axe) -> None:
    records = wide_map(first=("does", "pay", "pays")) | {
        "on": {"type": "link", "source": "wait", "target": "ride"},
        "late": {"type": "link", "source": "wait", "target": "call", "kind": "branch", "condition": "late"},
    }
    records["first"]["span"] = 3
    records["wait"] |= {"optional": True, "repeatable": True}
    page = open_page(f"{server.address}/maps/{make_map(server, records)}")
    open_grid(page)
    page.get_by_role("radio", name="Outline").click()
    expect(page.get_by_text("also in Wait, Ride")).to_be_visible()
    page.get_by_role("button", name="Wait", exact=True).click()
    expect(page.get_by_role("list", name="Links")).to_have_text("then Rideif late: Call")
    expect(page.locator(".from-before")).to_have_text("pays since Pay")
    expect(page.locator(".step-marks")).to_have_text("optional may repeat")
    assert accessibility(page) == []
    page.get_by_role("button", name="if late: Call", exact=True).press("Enter")
    expect(page.locator(".outline-page h2")).to_have_text("Call", timeout=PATIENCE)


def test_a_step_is_marked_as_optional_from_its_menu_by_keys(server: Served, page: Page) -> None:
    press(page, "ArrowUp", "ArrowUp", "Shift+F10")
    page.keyboard.type("customers may skip")
    press(page, "Enter")
    expect(step_head(page, "pay")).to_have_accessible_name("Step Pay, optional")
    await_saved(page)
    soon(page, lambda: on_server(server, id_of(page))["pay"].get("optional"), True)
