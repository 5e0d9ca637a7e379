"""The route that gives a map as a file."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from footfall.journey.changes import Actor
from footfall.service import maps
from footfall.service.workspace import Workspace, workspace
from footfall.web.app import create_app
from tests.render.conftest import assets
from tests.render.maps import RICH

__all__ = ["assets"]

ANNA = Actor(id="anna", name="Anna")


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
async def client(ws: Workspace) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(ws))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1/api/v1") as opened:
        yield opened


@pytest.mark.usefixtures("assets")
async def test_a_map_comes_as_a_pdf_to_keep(ws: Workspace, client: httpx.AsyncClient) -> None:
    id = maps.create(ws, ANNA, RICH)
    answer = await client.get(f"/maps/{id}/export", params={"format": "pdf"})
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="parcel-delivery-from-order-to-doorstep.pdf"'
    )


async def test_an_unknown_map_is_not_found_and_an_unknown_format_is_refused(client: httpx.AsyncClient) -> None:
    unknown = await client.get("/maps/nowhere/export")
    assert unknown.status_code == 404
    refused = await client.get("/maps/nowhere/export", params={"format": "docx"})
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.usefixtures("assets")
async def test_what_could_not_be_done_as_wished_is_said_in_a_header(ws: Workspace, client: httpx.AsyncClient) -> None:
    id = maps.create(ws, ANNA, {"map": {"type": "map", "title": "ลูกค้า"}})
    answer = await client.get(f"/maps/{id}/export")
    assert answer.headers["x-footfall-warnings"].startswith("The%20PDF%20is%20tagged%20but")
