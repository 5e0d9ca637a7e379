"""Every number that a page shows equals the aggregate over the customers that it opens, asked as a page asks."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from statistics import fmean, median
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient

from footfall import demo
from footfall.journey.changes import Actor
from footfall.service.workspace import workspace
from footfall.settings import Settings
from footfall.web.app import create_app

CUSTOMERS = 2_500  # a shop of a size at which opening every number page by page is quick


@pytest.fixture(scope="module")
async def shop(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[AsyncClient]:
    """The demo, with a draft of a map of the same data beside its own."""
    with workspace(tmp_path_factory.mktemp("numbers")) as ws:
        demo.install(ws, Actor(id="anna", name="Anna"), customers=CUSTOMERS)
        transport = ASGITransport(create_app(ws, Settings()), raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8137/api/v1") as client:
            yield client


def measures_in(found: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every measure in an answer of the server, wherever it stands, with its place."""
    if isinstance(found, dict) and {"question", "aggregate", "n"} <= found.keys():
        yield place, found
    elif isinstance(found, dict):
        for name, part in found.items():
            yield from measures_in(part, f"{place} {name}".strip())


async def population(client: AsyncClient, question: object) -> list[dict[str, Any]]:
    """All rows that a number opens, as the page's download gathers them."""
    rows: list[dict[str, Any]] = []
    while True:
        asked = {"dataset": "demo-shop", "question": question, "offset": len(rows), "limit": 1000}
        page = (await client.post("/questions/population", json=asked)).raise_for_status().json()
        rows += page["rows"]
        if len(rows) >= page["total"] or not page["rows"]:
            assert len(rows) == page["total"]
            return rows


def aggregate(how: str, values: list[float]) -> float | None:
    if not values:
        return None
    return {"mean": fmean, "median": median, "sum": sum, "p90": ninth_decile}[how](values)


def ninth_decile(values: list[float]) -> float:
    ordered, place = sorted(values), 0.9 * (len(values) - 1)
    below, above = ordered[int(place)], ordered[min(int(place) + 1, len(values) - 1)]
    return below + (place - int(place)) * (above - below)


async def opened(client: AsyncClient, measure: dict[str, Any]) -> tuple[int, int, float | None]:
    """How many rows and customers a number opens, and what these rows come to."""
    rows = await population(client, measure["question"])
    values = [row["value"] for row in rows]
    return len(rows), len({row["customer"] for row in rows}), aggregate(measure["aggregate"], values)


@pytest.mark.slow
@pytest.mark.anyio
async def test_every_number_on_the_demo_map_is_the_aggregate_over_what_it_opens(shop: AsyncClient) -> None:
    found = (await shop.get("/maps/demo/readings")).json()
    records = (await shop.get("/maps/demo")).json()["records"]
    shown = dict(measures_in(found))
    places = Counter(" ".join(place.split()[::2]) for place in shown)
    asking = sum("question" in record for record in records.values())
    steps = sum(record["type"] == "step" for record in records.values())
    assert places["cards"] == asking > 15
    assert places["steps reach"] == places["steps emotion"] == steps
    assert {"steps drop_off", "steps late", "stages reach", "stages funnel", "stages duration"} <= places.keys()
    assert await wrong(shop, shown) == {}
    everybody = {measure["n"] for measure in shown.values() if measure["question"]["kind"] == "reach"}
    assert everybody == {found["dataset"]["customers"]} == {CUSTOMERS}


@pytest.mark.slow
@pytest.mark.anyio
async def test_every_number_that_a_draft_cites_is_the_aggregate_over_what_it_opens(shop: AsyncClient) -> None:
    id = (await shop.post("/datasets/demo-shop/draft")).json()["id"]
    records = (await shop.get(f"/maps/{id}")).json()["records"]
    cited = {
        f"{card} {place}": proof
        for card, record in records.items()
        for place, proof in enumerate(record.get("evidence", ()))
    }
    assert len(cited) > 20
    for proof in cited.values():
        told = (
            await shop.post("/questions/ask", json={"dataset": proof["dataset"], "question": proof["question"]})
        ).json()
        assert {name: proof[name] for name in ("value", "n", "unit")} == {
            name: told[name] for name in ("value", "n", "unit")
        }
    shown = dict(measures_in((await shop.get(f"/maps/{id}/readings")).json()))
    assert await wrong(shop, shown) == {}


async def wrong(client: AsyncClient, shown: dict[str, dict[str, Any]]) -> dict[str, object]:
    """The numbers that are not the aggregate over what they open."""
    found: dict[str, object] = {}
    for place, measure in shown.items():
        rows, customers, value = await opened(client, measure)
        if (rows, customers, value) != (measure["n"], measure["customers"], pytest.approx(measure["value"], rel=1e-9)):
            found[place] = (rows, customers, value), measure
    return found
