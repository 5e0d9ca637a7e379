"""Every kind of edit arrives on the other's screen, and each undo takes back only one's own.

A case says what Anna does. Bram then sees it, edits a card of his own, and Anna undoes all that she can: the map is as
it was, with his edit in it, until he takes that back too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as field_

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.maps import PATIENCE, Records, at_rest, await_saved, card, make_map, on_server, open_grid, retype, soon
from tests.serving import Served

MAP = "map"
Act = Callable[[Page], object]

START: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "buy": {"type": "stage", "name": "Buy", "order": "a0"},
    "use": {"type": "stage", "name": "Use", "order": "a1"},
    "pay": {"type": "step", "name": "Pay", "stage": "buy", "order": "a0"},
    "wait": {"type": "step", "name": "Wait", "stage": "buy", "order": "a1"},
    "read": {"type": "step", "name": "Read", "stage": "use", "order": "a0"},
    "does": {"type": "lane", "kind": "actions", "name": "Does", "order": "a0"},
    "feels": {"type": "lane", "kind": "emotion", "name": "Feels", "order": "a1"},
    "hurts": {"type": "lane", "kind": "pain-points", "name": "Hurts", "order": "a2"},
    "first": {"type": "card", "lane": "does", "step": "pay", "text": "pays", "order": "a0"},
    "under": {"type": "card", "lane": "does", "step": "pay", "text": "looks", "order": "a1"},
    "second": {"type": "card", "lane": "does", "step": "wait", "text": "waits", "order": "a0"},
    "mood": {"type": "card", "lane": "feels", "step": "pay", "score": 1, "order": "a0"},
    "pain": {"type": "card", "lane": "hurts", "step": "read", "text": "too long", "order": "a0"},
}

# All that a map shows, without focus and selection, which are each person's own.
PICTURE = """(withPanel) => {
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const each of copy.querySelectorAll('.only-read, .presence, .add-card, .more')) each.remove();
    return copy.textContent.trim();
  };
  const look = (element) => [...element.classList].filter((name) => /hue|line-|fold|shape-|unset/.test(name)).join(' ');
  const said = (element) => (element.getAttribute('aria-label') ?? '').replace(', selected', '');
  const parts = [...document.querySelectorAll('[role=grid] [role=row], [role=grid] [data-row]')].map((element) => [
    element.dataset.row, element.dataset.column, element.dataset.card, said(element), look(element),
    element.ariaValueNow, element.dataset.row ? words(element) : '',
    [...element.querySelectorAll('[class*=hue]')].map(look).join()]);
  const around = [...document.querySelectorAll('.map-add, .kind-badge, .persona-strip, .tray')].map(words);
  const title = document.querySelector('.map-title input').value;
  const fields = withPanel ? [...document.querySelectorAll('aside :is(input, textarea, button, h2, article)')] : [];
  return JSON.stringify([title, around, parts, fields.map((field) => field.value || words(field))]);
}"""


@dataclass(frozen=True)
class Case:
    """One kind of edit: what Anna does, and where Bram looks (at the map as a whole, or at the details of a part)."""

    name: str
    act: Act
    at: str = ""
    can_undo: bool = True


def at_card(id: str = "first") -> str:
    return f'[role=grid] .card[data-card="{id}"]'


def at_cell(lane: str = "does", step: str = "read") -> str:
    return f'[role=gridcell][data-row="{lane}"][data-column="{step}"]'


def at_lane(id: str = "hurts") -> str:
    return f'.lane-name[data-row="{id}"]'


def at_step(id: str = "pay") -> str:
    return f'.head[data-row="steps"][data-column="{id}"]'


def at_stage(id: str = "read") -> str:
    return f'.head[data-row="stages"][data-column="{id}"]'


def keys(place: str, *pressed: str) -> Act:
    """Go to a place and press keys; what is no name of a key is typed."""

    def act(page: Page) -> None:
        page.locator(place).first.click(position={"x": 6, "y": 6})
        for key in pressed:
            page.keyboard.type(key[1:]) if key.startswith('"') else page.keyboard.press(key)

    return act


def command(place: str, words: str) -> Act:
    """Go to a place and do what the palette calls so."""

    def act(page: Page) -> None:
        if place:
            page.locator(place).first.click(position={"x": 6, "y": 6})
        page.keyboard.press("Control+k")
        page.get_by_role("combobox", name="Command").fill(words)
        page.keyboard.press("Enter")

    return act


def menu(place: str, item: str) -> Act:
    """Choose an item of a place's menu."""

    def act(page: Page) -> None:
        page.locator(place).first.click(button="right", position={"x": 6, "y": 6})
        page.get_by_role("menuitem", name=re.compile(f"^{item}")).click()

    return act


def field(place: str, label: str, text: str) -> Act:
    """Write into a field of a place's details."""

    def act(page: Page) -> None:
        details(page, place)
        page.locator("aside").get_by_label(label).first.fill(text)
        page.keyboard.press("Tab")

    return act


def choice(place: str, label: str, option: str) -> Act:
    """Choose in a list of a place's details."""

    def act(page: Page) -> None:
        details(page, place)
        page.locator("aside").get_by_role("button", name=label).first.click()
        page.get_by_role("option", name=option).first.click()

    return act


def name_persona(page: Page) -> None:
    """Add a new persona to the map by its name."""
    details(page, MAP)
    page.get_by_role("combobox", name="Add a persona").fill("Otto")
    page.keyboard.press("Enter")


def link(page: Page) -> None:
    """Link a step to another."""
    page.locator(at_step()).first.click(position={"x": 6, "y": 6})
    page.keyboard.press("Control+Shift+L")
    expect(page.get_by_role("dialog").get_by_role("combobox", name="Step")).to_be_focused()
    page.keyboard.type("wait")
    page.keyboard.press("Enter")


def details(page: Page, place: str) -> None:
    """Show the details of a place; those of the map show where nothing has the focus yet."""
    if place == MAP:
        page.reload()
        open_grid(page)
    elif place:
        page.locator(place).first.click(position={"x": 6, "y": 6})
    if page.locator("aside").count() == 0:
        page.get_by_role("button", name="Details", exact=True).click()
    expect(page.locator("aside :is(input, textarea)").first).to_be_visible(timeout=PATIENCE)


def drag(page: Page) -> None:
    """Drag the first card over two cells."""
    page.locator(at_card()).hover()
    page.mouse.down()
    box = at_rest(page.locator(at_cell()))
    for share in (0.5, 1):
        page.mouse.move(box["x"] + 60 * share, box["y"] + 20, steps=6)
    page.mouse.up()


def paste_range(page: Page) -> None:
    """Paste four cells of a spreadsheet."""
    page.locator(at_cell("does", "wait")).click(position={"x": 6, "y": 6})
    page.evaluate(
        """() => { const data = new DataTransfer(); data.setData('text/plain', 'a\\tb\\nc\\td');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})); }"""
    )


def delete_lane(page: Page) -> None:
    """Delete a lane with what is in it."""
    keys(at_lane(), "Delete")(page)
    page.get_by_role("alertdialog").get_by_role("button", name="Delete lane").click()


def delete_stage(page: Page) -> None:
    """Delete a stage with what is in it."""
    keys(at_stage(), "Delete")(page)
    page.get_by_role("alertdialog").get_by_role("button", name="Delete stage").click()


def retitle(page: Page) -> None:
    """Give the map another title."""
    page.get_by_label("Title of the map").fill("Letter")
    page.keyboard.press("Enter")


def comment(page: Page) -> None:
    """Say something about a card."""
    keys(at_card(), "Shift+C", '"Is this so?', "Control+Enter")(page)


CASES = [
    Case("add a card", keys(at_cell(), "n", '"reads', "Enter")),
    Case("type over an empty cell", keys(at_cell(), '"reads', "Enter")),
    Case("add a card above", keys(at_card("under"), "Shift+Enter", '"before', "Enter")),
    Case("edit a card", lambda page: retype(page, "first", "pays twice")),
    Case("move a card aside", keys(at_card(), "Alt+ArrowRight")),
    Case("move a card down", keys(at_card("second"), "Alt+ArrowDown")),
    Case("move a card within its cell", keys(at_card(), "Alt+ArrowDown")),
    Case("carry a card", keys(at_card(), "Space", "ArrowRight", "ArrowRight", "Space")),
    Case("drag a card", drag),
    Case("delete a card", keys(at_card(), "Delete")),
    Case("widen a card", keys(at_card(), "Alt+Shift+ArrowRight")),
    Case("duplicate a card", keys(at_card(), "Control+d")),
    Case("cut and paste a card", lambda page: (keys(at_card(), "Control+x")(page), keys(at_cell(), "Control+v")(page))),
    Case("paste a range of a spreadsheet", paste_range),
    Case("delete several cards", keys(at_card(), "Shift+ArrowDown", "Delete")),
    Case("duplicate several cards", keys(at_card(), "Shift+ArrowDown", "Control+d")),
    Case("an emotion half a point better", keys('.point-drawn[data-card="mood"]', "+")),
    Case("the owner of a card", field(at_card(), "Owner", "Noor"), at_card()),
    Case("the tags of a card", field(at_card(), "Tags", "soon, cheap"), at_card()),
    Case("the severity of a pain point", choice(at_card("pain"), "Severity", "severe"), at_card("pain")),
    Case("add a lane", command("", "add lane: ideas")),
    Case("add a lane below", keys(at_lane(), "n", '"More', "Enter")),
    Case("rename a lane", keys(at_lane(), "F2", "Control+a", '"Bothers', "Enter")),
    Case("move a lane", keys(at_lane(), "Alt+ArrowUp")),
    Case("delete a lane with its cards", delete_lane),
    Case("fold a lane", keys(at_lane("feels"), "Alt+Enter")),
    Case("hide a lane", menu(at_lane(), "Hide lane")),
    Case("colour a lane", menu(at_lane(), "Teal")),
    Case("duplicate a lane", menu(at_lane(), "Duplicate lane")),
    Case("the kind of a lane", choice(at_lane(), "Kind", "Barriers")),
    Case("a line below a lane", choice(at_lane("does"), "Line below", "Line of visibility")),
    Case("add a step", keys(at_step(), "n", '"Leave', "Enter")),
    Case("rename a step", keys(at_step(), "F2", "Control+a", '"Settle', "Enter")),
    Case("move a step", keys(at_step(), "Alt+ArrowRight")),
    Case("move a step to the next stage", keys(at_step("wait"), "Alt+ArrowRight")),
    Case("duplicate a step", menu(at_step(), "Duplicate step")),
    Case("a step that may be skipped", menu(at_step(), "Customers may skip it")),
    Case("link a step to another", link),
    Case("what a step should take", field(at_step(), "Should take", "3"), at_step()),
    Case("add a stage", keys(at_stage(), "n", '"Leave', "Enter")),
    Case("rename a stage", keys(at_stage(), "F2", "Control+a", '"Enjoy', "Enter")),
    Case("move a stage", keys(at_stage(), "Alt+ArrowLeft")),
    Case("delete a stage with its cards", delete_stage),
    Case("fold a stage", keys(at_stage(), "Alt+Enter")),
    Case("colour a stage", menu(at_stage(), "Rust")),
    Case("duplicate a stage", menu(at_stage(), "Duplicate stage")),
    Case("the title of the map", retitle),
    Case("the kind of the map", choice(MAP, "Kind", "Future"), MAP),
    Case("the scenario of the map", field(MAP, "Scenario", "Noor orders a lamp."), MAP),
    Case("the persona of the map", name_persona, MAP, can_undo=False),  # the library has an undo of its own
    Case("a comment on a card", comment, can_undo=False),
]


@dataclass
class Together:
    """Two people on one map."""

    server: Served
    anna: Page
    bram: Page
    id: str = ""
    start: Records = field_(default_factory=dict)

    def begin(self) -> None:
        """Take a fresh map, unless the one that is open is as it was made."""
        if not self.id or on_server(self.server, self.id) != self.start:
            self.id = make_map(self.server, START)
            self.start = on_server(self.server, self.id)
        for page in (self.anna, self.bram):
            if not page.url.endswith(f"/maps/{self.id}"):
                page.goto(f"{self.server.address}/maps/{self.id}")
                open_grid(page)
            page.keyboard.press("Escape")

    def settle(self, page: Page, wanted: Callable[[str], bool], with_panel: bool = False) -> str:
        """Wait until what a page shows is as wanted: the picture of it."""
        for _ in range(PATIENCE // 50):
            found = picture(page, with_panel)
            if wanted(found):
                return found
            page.wait_for_timeout(50)
        return picture(page, with_panel)


def picture(page: Page, with_panel: bool = False) -> str:
    return str(page.evaluate(PICTURE, with_panel))


def picture_at_rest(page: Page, with_panel: bool) -> str:
    """What a page shows once nothing more of it comes: the parts of a panel are fetched one by one."""
    before, now = "", picture(page, with_panel)
    while before != now:
        page.wait_for_timeout(200)
        before, now = now, picture(page, with_panel)
    return now


@pytest.fixture(scope="module")
def together(browser: Browser, server: Served) -> Iterator[Together]:
    """Two browser profiles that stay for all cases; what they complain about fails the module."""
    complaints: list[str] = []
    pages = []
    for name in ("Anna", "Bram"):
        context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")  # type: ignore[arg-type]
        person = f"JSON.stringify({{id: '{name.lower()}', name: '{name}'}})"
        context.add_init_script(
            f"localStorage['footfall.person'] = {person}; localStorage['footfall-others'] = 'hidden'"
        )
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        pages.append(page)
    yield Together(server, *pages)
    for page in pages:
        page.context.close()
    assert complaints == []


def undo_all(page: Page) -> None:
    """Take back all that one did oneself."""
    undo = page.get_by_role("button", name="Undo", exact=True).first
    page.keyboard.press("Escape")
    while undo.is_enabled():
        undo.click()
        page.wait_for_timeout(30)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_edit_arrives_and_its_undo_takes_back_nothing_else(together: Together, case: Case) -> None:
    together.begin()
    anna, bram = together.anna, together.bram
    if case.at:
        details(bram, case.at)
    has_panel = case.at != ""
    before = picture_at_rest(bram, has_panel)
    case.act(anna)

    after = together.settle(bram, lambda found: found != before, has_panel)
    assert after != before, "nothing arrived"
    await_saved(anna)
    assert together.settle(bram, lambda found: found == picture(anna)) == picture(anna)
    if not case.can_undo:
        return
    if not has_panel:
        bram_edits_too(together)
    undo_all(anna)
    await_saved(anna)
    if not has_panel:
        bram_undoes(together)
    assert together.settle(bram, lambda found: found == before, has_panel) == before
    await_saved(bram)
    soon(bram, lambda: on_server(together.server, together.id), together.start)


def bram_edits_too(together: Together) -> None:
    """Bram writes into a card of his own; Anna sees it."""
    retype(together.bram, "second", "waits at home")
    words = card(together.anna, "second").locator(".card-text")
    expect(words).to_have_text("waits at home", timeout=PATIENCE)


def bram_undoes(together: Together) -> None:
    """Anna has taken back all of hers: his edit is all that is left, until he takes it back too."""
    left = {**together.start, "second": together.start["second"] | {"text": "waits at home"}}
    soon(together.bram, lambda: on_server(together.server, together.id), left)
    undo_all(together.bram)
