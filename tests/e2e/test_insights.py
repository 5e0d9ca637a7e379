"""Excerpts become groups on the board, a group an insight, an insight an opportunity; a colleague sees it all."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect
from uuid_utils import uuid7

from tests.e2e.maps import PATIENCE, at_rest, await_saved
from tests.serving import Served, fetch

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
SAID = {"e1": "Nobody told me the hour.", "e2": "I stayed at home all day.", "e3": "The box was fine."}


def post(server: Served, path: str, body: object) -> None:
    asked = urllib.request.Request(
        f"{server.address}/api/v1/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(asked, timeout=30).close()


def shelve_source(server: Served) -> None:
    """A source in which three passages are marked."""
    record = {"type": "source", "name": "Talk with Maya", "n": 3}
    post(server, "library/changes", {"id": str(uuid7()), "ops": [{"op": "put", "id": "talk", "record": record}]})
    for id, text in SAID.items():
        post(server, "sources/talk/excerpts", {"id": id, "text": text})


def test_excerpts_are_grouped_and_promoted_and_an_opportunity_grows_of_them(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    shelve_source(server)
    page = open_page(f"{server.address}/evidence/board")
    colleague = open_page(f"{server.address}/evidence/board")
    loose = page.get_by_role("region", name="Not grouped")
    loose.get_by_role("button", name=f"More for “{SAID['e1']}”").click(timeout=PATIENCE)
    page.get_by_role("menuitem", name="Begin a group with it").click()
    group = page.get_by_role("region", name="New group")
    expect(group.get_by_role("listitem")).to_have_count(1)

    loose.get_by_role("button", name=f"Move “{SAID['e2']}”").press("Alt+ArrowRight")
    expect(group.get_by_role("listitem")).to_have_count(2)
    name = group.get_by_label("Name of the group")
    name.fill("Nobody knows when")
    name.press("Enter")
    insight = page.get_by_role("region", name="Nobody knows when")
    note, target = at_rest(loose.get_by_text(SAID["e3"])), at_rest(insight)
    page.mouse.move(note["x"] + 5, note["y"] + 5)
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + 40, steps=4)
    page.mouse.up()
    expect(loose.get_by_role("listitem")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(loose.get_by_role("listitem")).to_have_count(1)
    insight.get_by_role("button", name="Promote to insight").click()
    await_saved(page)
    assert accessibility(page) == []
    seen = colleague.get_by_role("region", name="Nobody knows when")
    expect(seen.get_by_role("listitem")).to_have_count(2, timeout=PATIENCE)

    insight.get_by_role("link", name="Insight").click()
    details = page.get_by_role("region", name="Details of Nobody knows when")
    expect(details.get_by_text(SAID["e2"])).to_be_visible(timeout=PATIENCE)
    expect(details.get_by_text("heard · 1 source · 3 people")).to_be_visible()
    assert accessibility(page) == []
    details.get_by_role("button", name="Make an opportunity").click()
    expect(page.get_by_text("It grew from an insight: Nobody knows when")).to_be_visible(timeout=PATIENCE)
    await_saved(page)
    records = json.loads(fetch(f"{server.address}/api/v1/library")[1])["records"]
    (grown,) = [record for record in records.values() if record["type"] == "opportunity"]
    assert [(one["source"], one["excerpt"]) for one in grown["evidence"]] == [("talk", "e1"), ("talk", "e2")]
