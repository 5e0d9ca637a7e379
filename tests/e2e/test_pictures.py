"""Pictures on cards: chosen, dropped and pasted, refused in a sentence, gone without a fuss, and never a script."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.maps import PATIENCE, Records, await_saved, card, cell, make_map, on_server, open_grid, small_map
from tests.images.files import picture
from tests.render.test_drawings import SCRIPTED
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PNG: FilePayload = {"name": "queue.png", "mimeType": "image/png", "buffer": picture("PNG", (300, 200))}
TEXT: FilePayload = {"name": "queue.png", "mimeType": "image/png", "buffer": b"Dear all,\n"}
DRAWING: FilePayload = {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": SCRIPTED}
# What a browser does when a file is dropped on, or pasted into, an element.
BRING = """([kind, selector, data, type]) => {
  const files = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  files.items.add(new File([bytes], 'a.png', { type }));
  const more = { bubbles: true, cancelable: true };
  const event = kind === 'drop' ? new DragEvent('drop', { ...more, dataTransfer: files })
    : new ClipboardEvent('paste', { ...more, clipboardData: files });
  document.querySelector(selector).dispatchEvent(event);
}"""


def picture_map(**cards: tuple[str, str, str]) -> Records:
    """A map of two lanes: scenes and actions."""
    records = small_map(**cards)
    records["does"] |= {"kind": "storyboard"}
    return records


def opened(server: Served, open_page: Open, **cards: tuple[str, str, str]) -> tuple[str, Page]:
    map = make_map(server, picture_map(**cards))
    page = open_page(f"{server.address}/maps/{map}")
    open_grid(page)
    return map, page


def bring(page: Page, kind: str, selector: str) -> None:
    page.evaluate(BRING, [kind, selector, b64encode(picture("PNG", (300, 200))).decode(), "image/png"])


def choose(page: Page, file: FilePayload, button: str = "Choose a picture…") -> None:
    """Press the button by key, and give the file to the browser's own dialog."""
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name=button).press("Enter")
    asked.value.set_files(file)


def shown(place: Locator) -> Locator:
    """The picture of a card, loaded from the server."""
    loaded = place.locator("img[src^='/api/v1/images/']")
    expect(loaded).to_be_visible(timeout=PATIENCE)
    loaded.evaluate("image => image.decode()")
    return loaded


def test_a_picture_is_chosen_by_key_described_replaced_and_taken_away(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    map, page = opened(server, open_page, a=("does", "pay", "She waits"))
    card(page, "a").click()
    choose(page, PNG)
    shown(card(page, "a"))
    page.get_by_label("What it shows").fill("A queue")
    page.get_by_label("What it shows").press("Enter")
    expect(card(page, "a")).to_have_accessible_name("She waits, picture: A queue, assumed")
    await_saved(page)
    first = on_server(server, map)["a"]
    assert (first["text"], first["alt"], len(first["image"])) == ("She waits", "A queue", 64)
    assert accessibility(page) == []
    choose(page, DRAWING, "Replace…")
    expect(card(page, "a").locator(f"img[src$='{first['image']}']")).to_have_count(0, timeout=PATIENCE)
    shown(card(page, "a"))
    page.get_by_role("button", name="Remove", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Choose a picture…")).to_be_focused()
    expect(card(page, "a").locator("img")).to_have_count(0)
    await_saved(page)
    assert on_server(server, map)["a"].get("image", "") == ""
    card(page, "a").click()
    page.keyboard.press("Control+z")
    shown(card(page, "a"))


def test_pictures_are_dropped_on_cells_and_pasted_into_them(server: Served, open_page: Open) -> None:
    map, page = opened(server, open_page, a=("hurts", "pay", "It is loud"), b=("does", "wait", "She waits"))
    bring(page, "drop", '.cell[data-row="does"][data-column="pay"]')
    shown(cell(page, "does", "pay").locator(".card"))
    bring(page, "drop", '[data-card="a"]')
    shown(card(page, "a"))
    card(page, "b").click()
    bring(page, "paste", '[role=grid] [data-card="b"]')
    shown(card(page, "b"))
    card(page, "b").dblclick()
    page.keyboard.type(" and waits")
    bring(page, "paste", "[aria-label='Text of the card']")
    page.keyboard.press("Enter")
    shown(card(page, "b"))
    await_saved(page)
    records = on_server(server, map)
    assert (records["a"]["text"], records["b"]["text"]) == ("It is loud", "She waits and waits")
    assert sum(bool(record.get("image")) for record in records.values()) == 3


def test_a_refused_picture_says_why_and_what_was_typed_stays(server: Served, open_page: Open) -> None:
    map = make_map(server, picture_map(a=("does", "pay", "She waits")))
    page = open_page(f"{server.address}/maps/{map}", is_refused=True)
    open_grid(page)
    card(page, "a").click()
    choose(page, TEXT)
    why = "The file is no picture, whatever its name says."
    expect(page.get_by_role("alert")).to_contain_text(why, timeout=PATIENCE)
    expect(card(page, "a")).to_contain_text(why)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    choose(page, PNG, "Replace…")
    shown(card(page, "a"))
    assert on_server(server, map)["a"]["text"] == "She waits"


def test_a_drawing_runs_nothing_and_a_picture_that_is_gone_is_a_quiet_sign(server: Served, open_page: Open) -> None:
    records = picture_map(a=("does", "pay", "She waits"), b=("does", "wait", ""))
    records["b"] |= {"image": "0" * 64, "alt": "The bill"}
    page = open_page(f"{server.address}/maps/{make_map(server, records)}", is_refused=True)
    page.on("dialog", lambda dialog: pytest_fails(dialog.message))
    open_grid(page)
    expect(card(page, "b")).to_contain_text("The picture is not here: The bill", timeout=PATIENCE)
    card(page, "a").click()
    choose(page, DRAWING)
    source = shown(card(page, "a")).get_attribute("src")
    answer = page.request.get(f"{server.address}{source}")
    assert (answer.headers["content-type"], answer.body()[:4]) == ("image/png", b"\x89PNG")


def pytest_fails(said: str) -> None:
    raise AssertionError(f"a script ran: {said}")


def test_a_megabyte_is_not_pasted_in_part_and_what_stood_there_stays(server: Served, open_page: Open) -> None:
    map, page = opened(server, open_page, a=("does", "pay", "She waits"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('a'.repeat(1048576))")
    told = page.get_by_text(re.compile("there is room for 20,000 characters, and this has 1,048,.*on the clipboard"))
    card(page, "a").click()
    page.get_by_role("textbox", name="Text", exact=True).click()
    page.keyboard.press("Control+v")
    expect(told.first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value("She waits")
    card(page, "a").dblclick()
    page.keyboard.press("Control+v")
    expect(page.get_by_label("Text of the card")).to_have_value("She waits")
    expect(told).to_have_count(2, timeout=PATIENCE)
    page.keyboard.press("Escape")
    assert on_server(server, map)["a"]["text"] == "She waits"
