"""The research plan over all maps: customers are counted where data are, and it goes out as files."""

import csv
import io
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Drop, Put, Records
from footfall.service import datasets, library, maps, research
from footfall.service.research_exports import PlanFormat, export
from footfall.service.workspace import Workspace

SHARED: Records = {
    "looks": {"type": "touchpoint", "name": "Looks", "bindings": [{"events": ["look"]}]},
    "maya": {"type": "persona", "name": "Maya"},
    "quick": {"type": "opportunity", "name": "Quick pages", "evidence": [{"note": "Call 7"}]},
}
SHOP: Records = {
    "map": {"type": "map", "title": "Shop", "dataset": "shop", "personas": ["maya"]},
    "visit": {"type": "stage", "name": "Visit"},
    "look": {"type": "step", "stage": "visit", "name": "Look", "touchpoint": "looks"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "slow": {"type": "card", "lane": "pains", "step": "look", "text": "*Slow* =pages"},
    "heard": {"type": "card", "lane": "pains", "step": "look", "text": "Dull", "evidence": [{"note": "Ben"}]},
    "better": {"type": "card", "lane": "pains", "step": "look", "text": "Small pictures", "opportunity": "quick"},
}
OTHER: Records = {
    "map": {"type": "map", "title": "Return"},
    "back": {"type": "stage", "name": "Back"},
    "send": {"type": "step", "stage": "back", "name": "Send"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "box": {"type": "card", "lane": "pains", "step": "send", "text": "No box", "severity": "minor"},
}


@pytest.fixture
def shop(ws: Workspace, anna: Actor, tmp_path: Path) -> str:
    """Two maps, one of them beside data in which 12 of 16 customers look."""
    rows = [f"c{n},2024-01-01 10:{n:02},{'look' if n < 12 else 'leave'}" for n in range(16)]
    (file := tmp_path / "events.csv").write_text("\n".join(["who,when,what", *rows]))
    datasets.import_file(ws, anna, file, Mapping(customer="who", time="when", event="what"), "Shop")
    puts = tuple(Put(id=id, record=record) for id, record in SHARED.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    maps.create(ws, anna, OTHER)
    return maps.create(ws, anna, SHOP)


def test_a_card_is_known_by_what_its_opportunity_cites(ws: Workspace, anna: Actor, shop: str) -> None:
    assert [one.text for one in research.plan(ws, anna, shop).assumptions] == ["*Slow* =pages"]
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Drop(id="quick"),)))
    assert {one.text for one in research.plan(ws, anna, shop).assumptions} == {"*Slow* =pages", "Small pictures"}


def test_all_maps_are_asked_about_and_customers_counted_where_data_are(ws: Workspace, anna: Actor, shop: str) -> None:
    plan = research.plan(ws, anna)
    told = [(one.title, one.text, one.points, [reason.says for reason in one.reasons]) for one in plan.assumptions]
    assert told == [
        ("Shop", "*Slow* =pages", 2.25, ["75% of customers come here"]),
        ("Return", "No box", 1.0, ["minor pain"]),
    ]
    (slow, _) = plan.assumptions
    assert slow.reach is not None
    assert (slow.map, slow.dataset, slow.reach.n, slow.reach.value) == (shop, "shop", 16, 0.75)
    assert [one.title for one in research.plan(ws, anna, shop).assumptions] == ["Shop"]


def test_the_plan_goes_out_as_a_sheet_and_as_questions_and_as_pictures(ws: Workspace, anna: Actor, shop: str) -> None:
    rows = list(csv.reader(io.StringIO(export(ws, anna, PlanFormat.CSV, shop, "nl").content.decode())))
    assert rows[0][:3] == ["Punten", "Aanname", "Soort"]
    assert rows[1][:7] == ["2.25", "*Slow* =pages", "Knelpunten", "Shop", "Visit", "Look", "Maya"]
    notes = export(ws, anna, PlanFormat.MARKDOWN).content.decode()
    assert "## 1. \\*Slow\\* =pages\n\nPain points, Shop › Visit › Look\nWhom to ask: Maya\n" in notes
    assert "- What did that cost you: time, money, something else?\n" in notes
    assert export(ws, anna, PlanFormat.PDF).content.startswith(b"%PDF")
    assert export(ws, anna, PlanFormat.PNG, language="nl").content.startswith(b"\x89PNG")
