"""`python -m bench.editor [steps lanes cards]`: a map of 60 steps, 40 lanes and 5,000 cards beside a plain table.

The table is a static page with the same cells and no more: about the least that a browser can do for them. Both are
measured in turns, in one browser. A time runs from the browser's own stamp (start of the navigation, time of the key
event) to the first task after the frame that shows the effect. While scrolling each frame scrolls on by itself, so that
every frame has something new to lay out and paint. The figures are those of one machine; the ratios say more.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.table import served as served_page
from bench.table import table_page
from tests.e2e import chromium
from tests.e2e.maps import large_map, make_map
from tests.serving import serving

ROUNDS = 5
KEYS = "Customers ask where their parcel is."
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
window.scrolling = (x, y, frames) => new Promise((done) => {
  const scroller = document.querySelector('.map-scroll'), took = [];
  let before = performance.now();
  const step = (now) => {
    took.push(now - before);
    before = now;
    scroller.scrollBy(x, y);
    if (took.length < frames) requestAnimationFrame(step); else done(took.slice(2));
  };
  requestAnimationFrame(step);
});
"""


@dataclass(frozen=True)
class Way:
    """One of the two pages: its address, and how one comes to type in its first card, and to walk its cells."""

    address: str
    begin_typing: Callable[[Page], object]
    begin_walking: Callable[[Page], object]


def main() -> None:
    """Measure in turns and print the table."""
    steps, lanes, cards = [int(each) for each in sys.argv[1:4]] or (60, 40, 5_000)
    records = large_map(steps, lanes, cards)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data") as served,
        served_page(table_page(records), Path(folder)) as table,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium.found(), args=chromium.arguments())
        print(f"{machine()}, Chromium {browser.version}")
        print(f"{steps} steps, {lanes} lanes, {cards:,} cards; medians and 95ths of {ROUNDS} rounds in turns\n")
        ours = Way(f"{served.address}/maps/{make_map(served, records)}", edit_first, enter_grid)
        plain = Way(table, type_first, enter_table)
        told([(measured(browser, ours), measured(browser, plain)) for _ in range(ROUNDS)])
        browser.close()


def machine() -> str:
    """What this runs on, and what else it does."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"


def edit_first(page: Page) -> None:
    page.locator(".card").first.dblclick()
    page.get_by_label("Text of the card").wait_for()


def type_first(page: Page) -> None:
    page.locator(".card").first.click()


def enter_grid(page: Page) -> None:
    page.keyboard.press("Escape")


def enter_table(page: Page) -> None:
    page.locator("td").first.focus()


Figures = dict[str, list[float]]


def measured(browser: Browser, way: Way) -> Figures:
    """Milliseconds of everything, on a fresh page of somebody who was never here."""
    page = browser.new_context(viewport=SCREEN, bypass_csp=True).new_page()  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    counted = page.context.new_cdp_session(page)
    counted.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(way.address)
    page.wait_for_function("window.opened")
    found = {"navigation to first card": [float(page.evaluate("window.opened"))]}
    found["CPU until then"] = [thread_time(counted)]
    page.wait_for_timeout(500)
    way.begin_typing(page)
    found["key to paint, typing"] = keyed(page, lambda: page.keyboard.type(KEYS, delay=60))
    way.begin_walking(page)
    found["key to paint, arrows"] = keyed(page, lambda: walk(page))
    page.evaluate("document.querySelector('.map-scroll').scrollTo(0, 0)")
    found["frame, scrolling down"] = page.evaluate("scrolling(0, 30, 45)")
    found["frame, scrolling aside"] = page.evaluate("scrolling(60, 0, 45)")
    page.context.close()
    return found


def thread_time(counted: CDPSession) -> float:
    """Milliseconds of CPU of the page's main thread: a busy machine lengthens these least."""
    metrics = counted.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def walk(page: Page) -> None:
    """Go through the cells with the arrows."""
    for key in ["ArrowRight"] * 8 + ["ArrowDown"] * 8 + ["ArrowLeft"] * 4:
        page.keyboard.press(key, delay=40)


def keyed(page: Page, act: Callable[[], object]) -> list[float]:
    """Milliseconds of each key that `act` presses."""
    page.evaluate("keys.length = 0")
    act()
    page.wait_for_timeout(200)
    return [float(took) for took in page.evaluate("keys")]


def told(rounds: list[tuple[Figures, Figures]]) -> None:
    """Print the middle and the 95th of a hundred of both, and the ratio of the middles."""
    print(f"{'milliseconds':26}{'Footfall':>16}{'plain table':>16}{'ratio':>8}")
    for name in rounds[0][0]:
        ours, plain = ([took for pair in rounds for took in pair[side][name]] for side in (0, 1))
        print(f"{name:26}{both(ours):>16}{both(plain):>16}{median(ours) / median(plain):7.1f}x")


def both(took: list[float]) -> str:
    """The middle and the 95th."""
    return f"{median(took):.1f} / {quantiles(took, n=20)[-1]:.1f}"


if __name__ == "__main__":
    main()
