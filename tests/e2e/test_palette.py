"""One list of commands: the palette, the `?` dialog and the page of the guide say the same, with the same keys."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import make_map, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Rows = list[tuple[str, str]]
GUIDE = Path(__file__).resolve().parents[2] / "docs/guide/keyboard.md"
ELSEWHERE = ("While typing", "While carrying", "While presenting")  # keys that mean something else in the middle of it
UNNAMED = ("Type over", "All commands")  # a letter types over; and who reads the palette has found it
READ = "(rows) => rows.map((row) => [...row.children].map((each) => each.textContent))"


def told(*, beside: tuple[str, ...] = ()) -> dict[str, Rows]:
    """Group → (what, keys) as the guide has them; a command without a key has none."""
    sections = GUIDE.read_text().split("\n## ")[1:]
    rows = {
        head: [(does, keys) for keys, does in re.findall(r"^\| (.*?) \| (.*?) \|$", body, re.MULTILINE)[2:]]
        for head, _, body in (section.partition("\n") for section in sections)
        if head not in beside
    }
    return {
        head: [(does, ", ".join(re.findall(r"`(.+?)`", keys))) for does, keys in each] for head, each in rows.items()
    }


@pytest.fixture
def page(server: Served, open_page: Open) -> Page:
    """A small map in front of somebody, with somebody else on it."""
    id = make_map(server, small_map(first=("does", "pay", "pays")))
    pages = [open_page(f"{server.address}/maps/{id}") for _ in range(2)]
    for each in pages:
        open_grid(each)
    return pages[1]


def lines(page: Page) -> Locator:
    """Open the palette: its lines."""
    page.keyboard.press("Control+k")
    found = page.get_by_role("listbox", name="Commands").get_by_role("option")
    expect(found.first).to_be_visible()
    return found


def test_the_palette_has_every_command_of_the_guide_with_its_first_key(page: Page) -> None:
    shown = [(row[0], "".join(row[1:])) for row in lines(page).evaluate_all(READ)]
    wanted = [
        (does, keys.split(", ")[0])
        for rows in told(beside=ELSEWHERE).values()
        for does, keys in rows
        if does not in UNNAMED
    ]
    assert sorted(shown[: len(wanted)]) == sorted(wanted)
    assert [keys for _, keys in shown[len(wanted) :] if keys] == []


def test_the_dialog_of_shortcuts_has_every_group_of_the_guide_with_the_same_keys(page: Page) -> None:
    page.locator("body").press("?")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    groups = dialog.locator(".shortcut-group").evaluate_all(
        """(groups) => groups.map((group) => [group.querySelector('h3').textContent,
          [...group.querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling.textContent])])"""
    )
    shown = {head: dict(rows) for head, rows in groups}
    wanted = {
        head: {does: "  or  ".join(keys.split(", ")[:2]) for does, keys in rows if keys}
        for head, rows in told().items()
    }
    assert {head: {does: rows[does] for does in wanted[head]} for head, rows in shown.items()} == wanted


def test_the_palette_has_all_that_the_bars_and_their_menus_do(page: Page) -> None:
    menus = {}
    for name in ("Export", "Theme", "Language", "1 colleague is here", "Add lane"):
        page.get_by_role("button", name=name, exact=True).click()
        items = page.get_by_role("menu").get_by_role("menuitem")
        menus[name] = [text.split("\n")[0] for text in items.all_inner_texts()]
        page.keyboard.press("Escape")
        expect(page.get_by_role("menu")).to_have_count(0)
    said = set(lines(page).evaluate_all("(rows) => rows.map((row) => row.firstElementChild.textContent)"))
    named = {
        "Export": "Export as: {}",
        "Theme": "Theme: {}",
        "Language": "Language: {}",
        "Add lane": "Add lane: {}",
        "1 colleague is here": "{}",
    }
    renamed = {"Show where colleagues are": "Show or hide where colleagues are"}
    missing = {
        name: [item for item in items if not {item, named[name].format(renamed.get(item, item))} & said]
        for name, items in menus.items()
    }
    assert missing == {name: [] for name in menus}
    assert all(menus.values())


def test_what_the_palette_offers_happens(page: Page) -> None:
    for words, seen in (
        ("theme dark", "html[data-theme=dark]"),
        ("outline", ".outline"),
        ("as grid", "[role=grid]"),
        ("lane emotion", '.lane-title:text-is("Emotion")'),
        ("history", ".history"),
        ("all maps", "h1:text-is('Maps')"),
    ):
        lines(page)
        page.get_by_role("combobox", name="Command").fill(words)
        page.keyboard.press("Enter")
        expect(page.get_by_role("listbox", name="Commands")).to_have_count(0)
        expect(page.locator(seen).first).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
