"""Datasets and questions over HTTP."""

from typing import Any

import pytest
from httpx import AsyncClient

from tests.web.importing import bring_in

EVENTS = b"who,when,what,by\n" + b"".join(
    b"c%d,2024-01-%02d 10:00,%s,web\n" % (n % 12, 1 + n % 28, [b"look", b"buy", b"look"][n % 3]) for n in range(48)
)
MAPPING = {"customer": "who", "time": "when", "event": "what", "channel": "by"}


async def post_file(client: AsyncClient) -> Any:
    """Import the events as the dataset `shop`; gives the report."""
    return (await bring_in(client, EVENTS, MAPPING))["report"]


async def add_touchpoint(client: AsyncClient) -> None:
    record = {"type": "touchpoint", "name": "Looks", "bindings": [{"events": ["look"]}]}
    op = {"op": "put", "id": "look", "record": record}
    change = {"id": "0190b6e0-0000-7000-8000-000000000001", "ops": [op]}
    assert (await client.post("/api/v1/library/changes", json=change)).status_code == 200


@pytest.mark.anyio
async def test_a_file_is_imported_asked_and_taken_out_again(client: AsyncClient) -> None:
    report = await post_file(client)
    assert (report["dataset"], report["rows"], report["kept"], report["file"]) == ("shop", 48, 48, "events.csv")
    assert (await post_file(client))["unchanged"] is True
    dataset = (await client.get("/api/v1/datasets/shop")).json()
    assert (dataset["customers"], dataset["events"], dataset["first"]) == (12, 48, "2024-01-01T10:00:00Z")

    await add_touchpoint(client)
    asked = {"dataset": "shop", "question": {"kind": "reach", "at": ["look"]}}
    measure = (await client.post("/api/v1/questions/ask", json=asked)).json()
    page = (await client.post("/api/v1/questions/population", json={**asked, "limit": 1000})).json()
    assert measure["value"] == sum(row["value"] for row in page["rows"]) / page["total"]
    someone = page["rows"][0]["customer"]
    path = (await client.get(f"/api/v1/datasets/shop/customers/{someone}")).json()
    assert len(path["moments"]) == 4

    undone = await client.delete(f"/api/v1/datasets/shop/imports/{report['part']}")
    assert undone.status_code == 204
    assert (await client.get("/api/v1/datasets/shop")).status_code == 404


@pytest.mark.anyio
async def test_a_map_is_read_with_all_its_numbers(client: AsyncClient) -> None:
    await post_file(client)
    await add_touchpoint(client)
    records = {
        "map": {"type": "map", "title": "M", "dataset": "shop"},
        "s": {"type": "stage", "name": "S"},
        "t": {"type": "step", "stage": "s", "name": "T", "touchpoint": "look"},
        "l": {"type": "lane", "kind": "measures"},
        "c": {"type": "card", "lane": "l", "step": "t", "question": {"kind": "reach", "at": ["look"]}},
        "d": {"type": "card", "lane": "l", "step": "t", "question": {"kind": "late", "at": ["gone"]}},
    }
    id = (await client.post("/api/v1/maps", json={"records": records})).json()["id"]
    found = (await client.get(f"/api/v1/maps/{id}/readings")).json()
    assert found["dataset"]["id"] == "shop"
    assert found["cards"]["c"] == found["steps"]["t"]["reach"] == found["stages"]["s"]["reach"]
    assert found["cards"]["d"]["note"] == "No events of this dataset are bound to an unknown touchpoint."
    assert found["steps"]["t"]["emotion"] is None


@pytest.mark.anyio
@pytest.mark.parametrize("page", [{"offset": -1}, {"limit": 0}, {"limit": 10**6}])
async def test_a_page_out_of_bounds_is_refused(page: dict[str, int], client: AsyncClient) -> None:
    asked = {"dataset": "shop", "question": {"kind": "reach", "at": ["look"]}, **page}
    assert (await client.post("/api/v1/questions/population", json=asked)).status_code == 422
