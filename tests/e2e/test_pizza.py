"""A whole journey map drawn through the interface with the keyboard alone, in English and in Dutch.

An evening in a pizza restaurant: from a template to eight stages, seven lanes and fifty-six cards. Nothing here calls
the mouse, and the API is asked only at the end for what the server holds. Axe looks at every page and dialog on the
way, in both themes.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from footfall.journey import text
from footfall.journey.changes import Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Card
from tests.e2e.keys import choose, name_it, press, tab_to, type_over, words
from tests.e2e.maps import PATIENCE, open_grid
from tests.e2e.pizza import DUTCH, ENGLISH, Moment, Story
from tests.serving import Served, fetch

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]

# How many steps each stage of the template has; the story has one in each.
STEPS = (1, 2, 2, 2, 3, 2, 1, 2)
# The lanes of the template that the story has no use for: all above the curve.
UNWANTED = 6
# What each lane holds, for a moment of the story.
IN_LANE: dict[str, Callable[[Moment], str]] = {
    "goals": lambda moment: moment.goal,
    "touchpoints": lambda moment: moment.touchpoint,
    "channels": lambda moment: moment.channel,
    "pain-points": lambda moment: moment.problem,
    "ideas": lambda moment: moment.idea,
    "emotion": lambda moment: moment.feeling,
    "thoughts": lambda moment: moment.thought,
}


class Drawing:
    """Somebody who draws a story without a mouse, and what axe found where they came by."""

    def __init__(self, page: Page, story: Story, accessibility: Violations) -> None:
        """Keep the page, the story, and the words of its language."""
        self.page, self.story, self.accessibility = page, story, accessibility
        self.say = words(story.language)
        self.found: dict[str, list[dict[str, Any]]] = {}

    def check(self, place: str) -> None:
        """Let axe look at what is on the screen, in both themes."""
        if violations := self.accessibility(self.page):
            self.found[place] = violations

    def tab_to(self, label: str, key: str = "Tab") -> None:
        tab_to(self.page, self.say(label), key)

    def press(self, *keys: str) -> None:
        press(self.page, *keys)

    def command(self, name: str) -> None:
        """Find a command in the palette and do it."""
        self.press("Control+k")
        expect(self.page.get_by_role("combobox", name=self.say("Command"))).to_be_focused(timeout=PATIENCE)
        self.page.keyboard.type(self.say(name))
        expect(self.page.get_by_role("option")).to_have_count(1)
        self.press("Enter")
        expect(self.page.locator(".panel-fields :focus")).to_have_count(1, timeout=PATIENCE)

    def back_to_map(self) -> None:
        self.press("Escape")
        expect(self.page.locator("[role=grid] :focus")).to_have_count(1, timeout=PATIENCE)

    def rename(self, field: str, name: str) -> None:
        """Give what is in focus another name."""
        self.press("F2")
        expect(self.page.get_by_label(self.say(field))).to_be_focused(timeout=PATIENCE)
        self.press("Control+a")
        name_it(self.page, self.say(field), name)

    def begin(self, template: str) -> None:
        """From home to the gallery, and from a template there to a map."""
        self.page.get_by_role("heading", level=1).wait_for(timeout=PATIENCE)
        self.check("home")
        self.tab_to("Templates")
        self.press("Enter")
        self.page.locator(".template-card").first.wait_for(timeout=PATIENCE)
        self.check("gallery")
        self.tab_to("Search templates")
        self.page.keyboard.type("restaurant")
        expect(self.page.locator(".template-card")).to_have_count(1)
        tab_to(self.page, template)
        self.press("Enter")
        expect(self.page.get_by_placeholder(self.say("Ordering and delivery"))).to_be_focused(timeout=PATIENCE)
        self.page.get_by_role("radio", name=template).wait_for(timeout=PATIENCE)
        self.check("new map")
        self.page.keyboard.type(self.story.title)
        self.press("Enter")
        open_grid(self.page)
        self.check("map with guidance")

    def tell_of_whom(self) -> None:
        """In the details of the map: that it is as things are today, and through whose eyes."""
        self.command("Details of the map: kind, persona, goals")
        expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=PATIENCE)
        expect(self.page.locator(".panel")).to_be_visible(timeout=PATIENCE)
        self.check("details of the map")
        choose(self.page, self.say("Current state"))
        self.tab_to("Add a persona")
        self.page.keyboard.type(self.story.persona)
        expect(self.page.get_by_role("option", name=self.story.persona)).to_be_visible(timeout=PATIENCE)
        self.press("ArrowDown", "Enter")
        for label, told in (("Who this is", "role"), ("Says", "quote")):
            self.tab_to(label)
            type_over(self.page, getattr(self.story, told))
        self.back_to_map()

    def shape_stages(self) -> None:
        """One step in each stage, both named as the story has them."""
        self.press("Control+Home", "ArrowDown")
        for moment, steps in zip(self.story.moments, STEPS, strict=True):
            self.rename("Name of the step", moment.step)
            self.press("ArrowRight", *["Delete"] * (steps - 1))
        self.press("Control+Home")
        for moment in self.story.moments:
            self.rename("Name of the stage", moment.stage)
            self.press("ArrowRight")

    def shape_lanes(self) -> None:
        """Take away what the story does not need, add what is missing, and bring them in order."""
        self.press("Control+Home", "ArrowDown", "ArrowDown", "Home", *["Delete"] * UNWANTED)
        for kind in ("Goals", "Touchpoints", "Channels"):
            self.add_lane(kind)
            self.press(*["Alt+ArrowUp"] * 3)
        self.press("ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown")
        self.add_lane("Thoughts")
        self.to_first_lane()
        for name in self.story.lanes.values():
            self.rename("Name of the lane", name)
            self.press("ArrowDown")

    def add_lane(self, kind: str) -> None:
        self.tab_to("Add lane")
        choose(self.page, self.say(kind))
        tab_to(self.page, "grid", "Shift+Tab")
        expect(self.page.get_by_role("rowheader").last).to_be_focused(timeout=PATIENCE)

    def to_first_lane(self) -> None:
        self.press("Control+Home", "ArrowDown", "ArrowDown", "Home")

    def fill_lanes(self) -> None:
        """Write every card of the story, lane by lane; the curve with plus and minus."""
        self.to_first_lane()
        for kind in self.story.lanes:
            self.press("ArrowRight")
            for moment in self.story.moments:
                self.fill(kind, moment)
                self.press("ArrowRight")
            self.press("Home", "ArrowDown")

    def fill(self, kind: str, moment: Moment) -> None:
        """Make the card of a moment in the cell in focus."""
        self.press("Enter")
        if kind == "channels":
            self.choose_channel(moment.channel)
            return
        field = "What makes it feel so" if kind == "emotion" else "Text of the card"
        name_it(self.page, self.say(field), IN_LANE[kind](moment))
        if kind == "emotion":
            self.press(*["+" if moment.score > 0 else "-"] * round(abs(moment.score) * 2))
        elif kind == "touchpoints":
            self.make_touchpoint(moment.touchpoint)
        elif kind == "pain-points":
            self.weigh(moment.severity)

    def choose_channel(self, name: str) -> None:
        """In the details, which a new card of channels opens: one of the library, or a new one."""
        expect(self.page.locator(".asks :focus")).to_have_count(1, timeout=PATIENCE)
        is_there = self.page.get_by_role("button", name=name, exact=True).count() > 0
        if is_there:
            tab_to(self.page, name)
            self.press("Space")
        else:
            self.tab_to("Another channel")
            self.page.keyboard.type(name)
            self.press("Enter")
        self.back_to_map()

    def make_touchpoint(self, name: str) -> None:
        """In the details of a card, by a name that the library does not have yet."""
        self.press("Control+Enter")
        self.tab_to("Touchpoint of the library")
        self.page.keyboard.type(name)
        self.press("Enter")
        self.back_to_map()

    def weigh(self, severity: str) -> None:
        """Say how much a problem hurts."""
        self.press("Control+Enter")
        self.tab_to("Severity")
        choose(self.page, self.say(severity))
        self.back_to_map()

    def look_around(self) -> None:
        """Through everything that opens over a map, and back to the card."""
        self.check("full map with a card in the panel")
        for name, key, role in (("palette", "Control+k", "dialog"), ("shortcuts", "?", "dialog")):
            self.press(key)
            self.page.get_by_role(role).wait_for(timeout=PATIENCE)  # type: ignore[arg-type]
            self.check(name)
            self.press("Escape")
            expect(self.page.get_by_role(role)).to_have_count(0)  # type: ignore[arg-type]
        self.tab_to("Export", "Shift+Tab")
        self.press("Enter")
        self.page.get_by_role("menu").wait_for(timeout=PATIENCE)
        self.check("export")
        self.press("Escape")
        self.tab_to("Outline")
        self.press("Enter")
        self.page.locator(".outline-page").wait_for(timeout=PATIENCE)
        self.check("outline")

    @property
    def id(self) -> str:
        return self.page.url.rsplit("/", 1)[1]


def meant(story: Story) -> dict[str, Any]:
    """The map of a story, in the words of `told`."""
    return {
        "header": (story.title, "current", story.language),
        "personas": [(story.persona, story.role, story.quote)],
        "stages": [(moment.stage, [moment.step]) for moment in story.moments],
        "lanes": list(story.lanes.items()),
        "cards": {
            (kind, moment.step): [
                (
                    IN_LANE[kind](moment),
                    moment.severity if kind == "pain-points" else "",
                    moment.score if kind == "emotion" else None,
                )
            ]
            for kind in story.lanes
            for moment in story.moments
        },
    }


def told(records: Records, library: Records) -> dict[str, Any]:
    """A map by the names of its parts."""
    document, shared = MapDocument(records), LibraryDocument(library)
    personas = [shared.personas[id] for id in document.header.personas]
    lanes, steps = document.lanes, document.steps
    cards: dict[tuple[str, str], list[tuple[str, str, float | None]]] = {}
    for card in document.cards.values():
        place = (str(lanes[card.lane].kind), steps[card.step].name)
        cards.setdefault(place, []).append((words_of(card, shared), card.severity, card.score))
    return {
        "header": (document.header.title, str(document.header.kind), document.header.language),
        "personas": [(persona.name, persona.role, persona.quote) for persona in personas],
        "stages": [
            (stage.name, [step.name for step in document.steps_of(id).values()])
            for id, stage in document.stages.items()
        ],
        "lanes": [(str(lane.kind), lane.name) for lane in lanes.values()],
        "cards": cards,
    }


def words_of(card: Card, library: LibraryDocument) -> str:
    """What a card says: the names of what it cites of the library, else its text."""
    touchpoint = library.touchpoints.get(card.touchpoint)
    channels = ", ".join(library.channels[id].name for id in card.channels)
    return (touchpoint.name if touchpoint else channels) or card.text


@pytest.mark.parametrize(
    ("story", "locale", "template"),
    [(ENGLISH, "en-GB", "Service blueprint: a restaurant"), (DUTCH, "nl-NL", "Service blueprint: een restaurant")],
    ids=["English", "Dutch"],
)
def test_an_evening_in_a_pizza_restaurant_is_drawn_by_keyboard_alone(
    server: Served, open_page: Open, accessibility: Violations, story: Story, locale: str, template: str
) -> None:
    drawing = Drawing(open_page(server.address, locale=locale), story, accessibility)
    drawing.begin(template)
    drawing.tell_of_whom()
    drawing.shape_stages()
    drawing.shape_lanes()
    drawing.fill_lanes()
    drawing.look_around()
    expect(drawing.page.locator(".save-saved")).to_have_count(1, timeout=PATIENCE)

    api = f"{server.address}/api/v1"
    records = json.loads(fetch(f"{api}/maps/{drawing.id}")[1])["records"]
    library = json.loads(fetch(f"{api}/library")[1])["records"]
    assert told(records, library) == meant(story)
    written = text.read(fetch(f"{api}/maps/{drawing.id}/export?format=yaml")[1].decode())
    assert told(written.records, written.library) == meant(story)
    assert drawing.found == {}
