"""A real browser against a real server."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from footfall.demo.installing import install
from footfall.journey.changes import Actor
from footfall.service.workspace import workspace
from tests.e2e import chromium
from tests.e2e.maps import PATIENCE
from tests.serving import Served, serving

AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What fades in has colours of its own until it is there; a fade that is cut short rejects.
STILL = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
IS_DARK = "matchMedia('(prefers-color-scheme: dark)').matches"
DESKTOP = {"width": 1440, "height": 900}

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that `-m "not e2e"` leaves browsers out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


class Chromium:
    """Chromium for the browser tests that follow each other; each gets contexts of its own.

    Not for all tests: Playwright keeps an event loop running in this thread, beside which no asynchronous test runs.
    """

    def __init__(self) -> None:
        self._open = ExitStack()
        self._browser: Browser | None = None

    def browser(self) -> Browser:
        """The browser, started by the first who asks."""
        if self._browser is None:
            path = chromium.found()
            assert path, "no Chromium: run `make .make/chromium` or set FOOTFALL_CHROMIUM"
            playwright = self._open.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
            self._open.callback(self._browser.close)
        return self._browser

    def close(self) -> None:
        """End it; the next who asks starts another."""
        self._browser = None
        self._open.close()


CHROMIUM = Chromium()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """End the browser once a test comes that is none of these."""
    if nextitem is None or nextitem.get_closest_marker("e2e") is None:
        CHROMIUM.close()


@pytest.fixture(scope="module")
def browser() -> Browser:
    return CHROMIUM.browser()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve an empty workspace."""
    with serving(tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of the demo, of a smaller shop than people get; whoever serves it copies it."""
    data = tmp_path_factory.mktemp("demo") / "data"
    with workspace(data) as ws:
        install(ws, Actor(id="demo", name="Demo"), customers=2_000)
    return data


@pytest.fixture(scope="module")
def demo(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the demo."""
    data = shutil.copytree(demo_data, tmp_path_factory.mktemp("demo") / "data")
    with serving(data) as served:
        yield served


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages as different people: each call is a browser profile of its own (viewport, color_scheme ...).

    Whatever a page writes to the console as an error, or throws, fails the test at its end; pages that are opened with
    `loses_server` may complain about the network, those with `is_refused` about an answer that says no.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one(address: str, *, loses_server: bool = False, is_refused: bool = False, **options: Any) -> Page:
        def complain(text: str) -> None:
            allowed = (loses_server and "net::ERR_" in text) or (is_refused and "a status of 4" in text)
            if not allowed:
                complaints.append(text)

        context = browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce"} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complain(f"{error}"))
        page.on("console", lambda message: complain(message.text) if message.type == "error" else None)
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def accessibility() -> Callable[[Page], list[dict[str, Any]]]:
    """Give a check of a page by axe, in light and in dark: its violations, each with the rule, the places, what to do.

    The page stays as it is and changes its colours alone, so that the other theme is asked for contrast alone.
    """
    source = AXE.read_text()

    def look(page: Page, run: dict[str, Any]) -> list[dict[str, Any]]:
        page.evaluate(STILL)
        found = page.evaluate(f"axe.run(document, {json.dumps(run | {'resultTypes': ['violations']})})")["violations"]
        theme = "dark" if page.evaluate(IS_DARK) else "light"
        return [{"theme": theme, "rule": each["id"], "help": each["help"], "places": places_of(each)} for each in found]

    def violations(page: Page) -> list[dict[str, Any]]:
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(source)
        found = look(page, {"runOnly": {"type": "tag", "values": RULES}})
        was = page.evaluate(IS_DARK)
        page.emulate_media(color_scheme="light" if was else "dark")
        found += look(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        page.emulate_media(color_scheme="dark" if was else "light")
        return found

    return violations


def places_of(violation: dict[str, Any]) -> list[str]:
    return [node["html"][:160] for node in violation["nodes"]]
