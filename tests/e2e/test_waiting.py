"""Parts of the page that come over a slow line: what is typed for them waits, and goes nowhere else."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.maps import PATIENCE, card, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]


def held_up(page: Page) -> Callable[[], None]:
    """Keep what opens over or beside the map from coming, until the function that is returned is called."""
    waiting: list[Route] = []
    page.route("**/beyond-*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - a builtin cannot be marked
    page.reload()
    open_grid(page).focus()

    def let_through() -> None:
        for route in waiting:
            route.continue_()

    return let_through


def test_a_command_typed_before_the_palette_has_come_is_run_and_changes_no_card(
    server: Served, open_page: Open
) -> None:
    map = make_map(server, small_map(a=("does", "pay", "pays")))
    before = on_server(server, map)
    page = open_page(f"{server.address}/maps/{map}")
    let_through = held_up(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("history")
    page.keyboard.press("Enter")
    let_through()
    page.get_by_role("complementary", name="History").wait_for(timeout=PATIENCE)
    assert on_server(server, map) == before


def test_a_comment_typed_before_its_panel_has_come_stands_in_its_field(server: Served, open_page: Open) -> None:
    map = make_map(server, small_map(a=("does", "pay", "pays")))
    page = open_page(f"{server.address}/maps/{map}")
    let_through = held_up(page)
    card(page, "a").click()
    page.keyboard.press("Shift+C")
    page.keyboard.type("Is this so?")
    let_through()
    expect(page.get_by_label("About pays")).to_have_value("Is this so?", timeout=PATIENCE)
    expect(card(page, "a")).to_contain_text("pays")


def test_what_is_typed_before_a_menu_has_come_chooses_in_it(server: Served, open_page: Open) -> None:
    map = make_map(server, small_map(a=("does", "pay", "pays")))
    page = open_page(f"{server.address}/maps/{map}")
    let_through = held_up(page)
    head = page.locator('[role=columnheader][data-row="steps"][data-column="pay"]')
    head.click()
    page.keyboard.press("Shift+F10")
    page.keyboard.type("customers may skip")
    page.keyboard.press("Enter")
    let_through()
    expect(head).to_have_accessible_name("Step Pay, optional", timeout=PATIENCE)
