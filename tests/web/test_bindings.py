"""Bindings over HTTP."""

import pytest
from httpx import AsyncClient

from tests.web.test_datasets import add_touchpoint, post_file

AT = "/api/v1/datasets/shop/bindings"


@pytest.mark.anyio
async def test_what_is_bound_is_read_and_a_rule_is_tried(client: AsyncClient) -> None:
    await post_file(client)
    await add_touchpoint(client)
    found = (await client.get(AT)).json()
    assert [(one["event"], one["once"], one["unbound"]) for one in found["names"]] == [("look", 32, 0), ("buy", 0, 16)]
    assert found["proposals"] == [{"event": "buy", "offers": [], "name": "Buy"}]
    tried = (await client.post(f"{AT}/try", json={"binding": {"events": ["*"], "channels": ["web"]}})).json()
    assert tried == {
        "counted": "events",
        "events": 48,
        "customers": 12,
        "names": ["look", "buy"],
        "new": 16,
        "beside": [{"touchpoint": "look", "events": 32}],
    }


@pytest.mark.anyio
async def test_a_rule_that_is_none_and_a_dataset_that_is_gone_are_refused(client: AsyncClient) -> None:
    assert (await client.get("/api/v1/datasets/gone/bindings")).status_code == 404
    assert (await client.post(f"{AT}/try", json={"binding": {"events": []}})).status_code == 422
