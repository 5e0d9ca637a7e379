"""Working with the keyboard alone: going to a control by its name, typing, choosing from a list."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE

FAR = 60  # presses of Tab after which a control counts as out of reach
LOCALES = Path(__file__).resolve().parents[2] / "web/src/locales"
MESSAGE = re.compile(r'^msgid "(?P<english>.+)"\nmsgstr "(?P<said>.+)"$', re.MULTILINE)

# What the control in focus is called: by its label, by the words inside of it, or `grid` anywhere in the map.
FOCUS = """() => {
  const at = document.activeElement;
  if (at.matches('[role=grid], [role=grid] *')) return ['grid'];
  const named = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const labels = [...(at.labels ?? [])].map((label) => label.querySelector('.field-label') ?? label);
  const texts = [...named, ...labels, at].map((each) => each?.textContent.trim());
  return [at.getAttribute('aria-label'), ...texts].filter(Boolean);
}"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab, if need be, until the focus is on the control whose name begins so; `grid` is the map."""
    for _ in range(FAR):
        if any(said.startswith(name) for said in page.evaluate(FOCUS)):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not come to {name}")


def name_it(page: Page, field: str, name: str) -> None:
    """Type into the field that is open, and finish."""
    expect(page.get_by_label(field)).to_be_focused(timeout=PATIENCE)
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def type_over(page: Page, text: str) -> None:
    """Type over all that stands in the field in focus."""
    press(page, "Control+a")
    page.keyboard.type(text)


def choose(page: Page, name: str) -> None:
    """Open the list or the menu in focus, and choose what is called so by typing its name."""
    begins = re.compile(f"^{re.escape(name)}")  # what follows is its hint
    option = page.get_by_role("option", name=begins).or_(page.get_by_role("menuitem", name=begins)).first
    press(page, "Enter")
    expect(option).to_be_visible(timeout=PATIENCE)
    page.keyboard.type(name)
    expect(option).to_be_focused()
    press(page, "Enter")
    expect(option).to_be_hidden()
    expect(page.locator(":focus")).to_have_count(1)  # back on what opened it


@cache
def words(language: str) -> Callable[..., str]:
    """What the pages say in a language for a text in English, from the catalogues of translations."""
    catalogues = (path.read_text(encoding="utf-8") for path in LOCALES.rglob(f"{language}.po"))
    said = {found["english"]: found["said"] for catalogue in catalogues for found in MESSAGE.finditer(catalogue)}
    return lambda english, **values: said[english].format(**values)
