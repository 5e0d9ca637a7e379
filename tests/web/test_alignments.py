"""Alignments over HTTP: every number opens exactly its customers, and the tables are CSV files."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient

from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace
from tests.service.test_alignments import DAY, drawn, imported, minutes

ANNA = Actor(id="anna", name="Anna")


@pytest.fixture
def map_id(ws: Workspace, tmp_path: Path) -> str:
    """A map with links, and customers of whom most deviate from it."""
    ways = [("look", "pay", "delivered"), ("look", "delivered"), ("pay", "look", "called", "delivered", "look"), ("=1+1",)]
    lines = [line for n in range(40) for line in minutes(f"c{n}", *ways[n % 4][n % 3 :])]
    imported(ws, ANNA, tmp_path, [*lines, f"late,{DAY} 12:00,delivered,{DAY} 11:00"])
    links = {"1": ("find", "get", "branch"), "2": ("get", "find", "loop"), "3": ("find", "pay", "branch")}
    records = {
        id: {"type": "link", "source": source, "target": target, "kind": kind}
        for id, (source, target, kind) in links.items()
    }
    return drawn(ws, ANNA, **records)


def numbers(found: dict[str, Any]) -> list[tuple[int, dict[str, str]]]:
    """Every number of an alignment, and how to ask for its customers."""
    shown = [(found["customers"], {"of": "map", "what": "all"})]
    shown.append((found["fits"]["customers"], {"of": "map", "what": "fits"}))
    shown.append((found["without_step"], {"of": "map", "what": "no-step"}))
    for what in ("followed", "missing", "stopped", "ad-hoc", "out-of-order", "again", "failed"):
        field = what.replace("-", "_")
        shown += [(one[field], {"of": "step", "id": one["step"], "what": what}) for one in found["steps"]]
    shown += [(one["followed"]["customers"], {"of": "link", "id": one["link"]}) for one in found["links"]]
    shown += [(one["customers"]["customers"], {"of": "story", "id": one["story"]}) for one in found["stories"]]
    shown += [(one["customers"], {"of": "unmapped", "id": one["event"]}) for one in found["unmapped"]]
    for one in found["ad_hoc"]:
        between = {"after": one["after"], "before": one["before"]}
        shown.append((one["customers"], {"of": "ad-hoc", "id": one["node"], **between}))
    return shown


@pytest.mark.anyio
async def test_every_number_opens_exactly_its_customers(client: AsyncClient, map_id: str) -> None:
    at = f"/api/v1/maps/{map_id}/alignment"
    shown = numbers((await client.get(at)).json())
    assert len(shown) > 40
    for count, counted in shown:
        told = (await client.post(f"{at}/population", json={"counted": counted, "limit": 1000})).json()
        customers = {row["customer"] for row in told["rows"]}
        assert (told["total"], len(told["rows"]), len(customers)) == (count, count, count), counted


@pytest.mark.anyio
@pytest.mark.parametrize("part", ["steps", "links", "ad-hoc", "unmapped", "stories"])
async def test_a_table_is_a_csv_file_without_formulas(client: AsyncClient, map_id: str, part: str) -> None:
    answer = await client.get(f"/api/v1/maps/{map_id}/alignment/csv", params={"part": part})
    rows = list(csv.reader(StringIO(answer.text)))
    assert (answer.headers["content-type"], len({len(row) for row in rows})) == ("text/csv; charset=utf-8", 1)
    assert len(rows) > 1
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
