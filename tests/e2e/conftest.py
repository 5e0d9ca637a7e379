"""A real browser against a real server."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from footfall.demo.installing import install
from footfall.journey.changes import Actor
from footfall.service.workspace import workspace
from tests.e2e import chromium
from tests.serving import Served, serving

AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What fades in has colours of its own until it is there; a fade that is cut short rejects.
STILL = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
DESKTOP = {"width": 1440, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that `-m "not e2e"` leaves browsers out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once a file; each test gets contexts of its own.

    Not once for all: Playwright keeps an event loop running in this thread, beside which no asynchronous test runs.
    """
    path = chromium.found()
    assert path, "no Chromium: run `make .make/chromium` or set FOOTFALL_CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve an empty workspace."""
    with serving(tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the demo, of a smaller shop than people get."""
    data = tmp_path_factory.mktemp("demo") / "data"
    with workspace(data) as ws:
        install(ws, Actor(id="demo", name="Demo"), customers=2_000)
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
    """Give a check of a page by axe: its violations, each with the rule, the places and what to do."""
    source = AXE.read_text()

    def violations(page: Page) -> list[dict[str, Any]]:
        page.evaluate(source)
        page.evaluate(STILL)
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = page.evaluate(f"axe.run(document, {json.dumps(options)})")["violations"]
        return [
            {"rule": each["id"], "help": each["help"], "places": [node["html"][:160] for node in each["nodes"]]}
            for each in found
        ]

    return violations
