"""`python -m bench.editor`: how long a map of 40 steps, 20 lanes and 2,000 cards takes to open, and a key to show.

A time runs from the browser's own stamp (start of the navigation, time of the key event) to the first task after the
frame that shows the effect. The figures are those of one machine; say which, and what else it did.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e import chromium
from tests.e2e.maps import large_map, make_map
from tests.serving import serving

ROUNDS = 7
KEYS = "When it is late, customers ask where their parcel is and whether anybody is coming at all today."
SCREEN = {"width": 1440, "height": 900}

WATCH = """
window.after = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage(0);
});
const look = () => document.querySelector('.card')
  ? after((now) => { window.opened = now; }) : requestAnimationFrame(look);
look();
window.keys = [];
addEventListener('keydown', ({ timeStamp }) => after((now) => keys.push(now - timeStamp)), true);
"""


def main() -> None:
    """Measure and print the figures."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served, sync_playwright() as play:
        address = f"{served.address}/maps/{make_map(served, large_map())}"
        browser = play.chromium.launch(executable_path=chromium.found(), args=chromium.arguments())
        tell("navigation to first card", [opening(browser, address) for _ in range(ROUNDS)])
        page = opened(browser, address)
        tell("key to paint, typing", typing(page))
        tell("key to paint, arrows", walking(page))
        browser.close()


def opened(browser: Browser, address: str) -> Page:
    """Open the map as somebody who was never here."""
    page = browser.new_context(viewport=SCREEN, bypass_csp=True).new_page()  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.opened")
    return page


def opening(browser: Browser, address: str) -> float:
    """Milliseconds until the first card is painted."""
    page = opened(browser, address)
    took = float(page.evaluate("window.opened"))
    page.context.close()
    return took


def typing(page: Page) -> list[float]:
    """Milliseconds of each key typed into a card."""
    page.locator(".card").first.dblclick()
    page.get_by_label("Text of the card").wait_for()
    return keyed(page, lambda: page.keyboard.type(KEYS, delay=80))


def walking(page: Page) -> list[float]:
    """Milliseconds of each arrow key through the cells."""
    page.keyboard.press("Escape")
    keys = ["ArrowRight"] * 20 + ["ArrowDown"] * 20 + ["ArrowLeft"] * 10

    def press() -> None:
        for key in keys:
            page.keyboard.press(key, delay=60)

    return keyed(page, press)


def keyed(page: Page, act: Callable[[], object]) -> list[float]:
    """Milliseconds of each key that `act` presses."""
    page.evaluate("keys.length = 0")
    act()
    page.wait_for_timeout(200)
    return [float(took) for took in page.evaluate("keys")]


def tell(name: str, took: list[float]) -> None:
    """Print the middle, the 95th of a hundred, and the worst."""
    p95 = quantiles(took, n=20)[-1]
    print(f"{name:26} p50 {median(took):7.1f} ms   p95 {p95:7.1f} ms   most {max(took):7.1f} ms   n {len(took)}")


if __name__ == "__main__":
    main()
