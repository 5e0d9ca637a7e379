"""`make screenshots`: pictures of the demo for the README and the guide, in docs/pictures."""

import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from footfall.demo.installing import install  # noqa: E402 - the package beside this script, not an installed one
from footfall.journey.changes import Actor  # noqa: E402 - as above
from footfall.service.workspace import workspace  # noqa: E402 - as above
from tests.e2e import chromium  # noqa: E402 - the tests know where a browser is
from tests.serving import serving  # noqa: E402 - and how to serve

PICTURES = ROOT / "docs/pictures"
Screen = dict[str, int]

DESKTOP: Screen = {"width": 1440, "height": 900}
PHONE: Screen = {"width": 390, "height": 844}
WIDEST = 1_500  # pixels of a picture from the export
STILL = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
SOMEBODY = "localStorage.setItem('footfall.person', JSON.stringify({id: 'sanne', name: 'Sanne de Wit'}))"


def main() -> None:
    """Serve a fresh demo and take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.found(), args=chromium.arguments())
        map = f"{address}/maps/demo"
        keep("editor-light", shot(browser, map, ".measure-value", act=open_worst_answers))
        keep("editor-dark", shot(browser, map, ".measure-value", scheme="dark", act=close_panel))
        keep("phone", shot(browser, map, ".map-title", screen=PHONE))
        fetched(f"{address}/api/v1/datasets/demo-shop/draft", b"")
        keep("home", shot(browser, address, ".preview .curve-measured"))
        keep("import", shot(browser, f"{address}/data/import", "input[type=file]", act=look_into_orders))
        browser.close()
        keep("export", fetched(f"{address}/api/v1/maps/demo/export?format=png"))


def open_worst_answers(page: Page) -> None:
    """Open the customers behind the lowest measured emotion."""
    page.locator(".point-measured").nth(4).click()
    page.locator(".panel-rows tbody tr").first.wait_for()
    page.mouse.move(0, 0)


def close_panel(page: Page) -> None:
    """Give the map the whole width."""
    page.get_by_role("button", name="Details", exact=True).click()
    page.mouse.move(0, 0)


def look_into_orders(page: Page) -> None:
    """Choose a file of orders, as a shop would export it."""
    rows = ["order_no,customer_no,city,ordered_at,paid_at,delivered_at,promised_delivery,channel"]
    for n in range(240):
        day, late = 1 + n % 24, n % 9 == 0
        moments = f"2026-05-{day:02} 10:{n % 60:02},2026-05-{day:02} 10:{n % 60:02},2026-05-{day + 5 + late:02} 14:10"
        promised = "soon" if n % 80 == 79 else f"2026-05-{day + 5:02} 20:00"
        rows.append(f"{70_000 + n},{9_000 + n % 200},Utrecht,{moments},{promised},{'app' if n % 3 else 'web'}")
    file = FilePayload(name="orders-may.csv", mimeType="text/csv", buffer="\n".join(rows).encode())
    page.locator("input[type=file]").set_input_files([file])
    page.locator(".journey li").first.wait_for()
    page.mouse.move(0, 0)


@contextmanager
def demo() -> Iterator[str]:
    """Serve a demo nobody has touched; its address."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with workspace(data) as ws:
            install(ws, Actor(id="sanne", name="Sanne de Wit"))
        with serving(data) as served:
            yield served.address


def shot(
    browser: Browser,
    address: str,
    awaited: str,
    *,
    screen: Screen = DESKTOP,
    scheme: str = "light",
    act: Callable[[Page], None] = lambda _: None,
) -> bytes:
    """A picture of a page when what is awaited is there and `act` has been done."""
    options: dict[str, Any] = {"viewport": screen, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = browser.new_context(**options, locale="en-GB").new_page()
    page.add_init_script(SOMEBODY)
    page.goto(address)
    page.locator(awaited).first.wait_for()
    act(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(STILL)
    picture = page.screenshot()
    page.context.close()
    return picture


def fetched(address: str, body: bytes | None = None) -> bytes:
    """What the server answers."""
    with urllib.request.urlopen(urllib.request.Request(address, body), timeout=60) as answer:
        return bytes(answer.read())


def keep(name: str, picture: bytes) -> None:
    """Write a picture, small enough for a repository."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.thumbnail((WIDEST, WIDEST))
    path = PICTURES / f"{name}.png"
    image.save(path, optimize=True)
    print(path.relative_to(ROOT), path.stat().st_size // 1024, "KiB")


if __name__ == "__main__":
    main()
