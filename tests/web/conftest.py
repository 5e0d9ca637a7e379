"""A workspace behind its app, asked without a network."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from footfall.service.workspace import Workspace, workspace
from footfall.settings import Settings
from footfall.web.app import create_app

SMALL = Settings(upload_megabytes=3, request_megabytes=1)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path / "data") as opened:
        yield opened


@pytest.fixture(scope="session")
def routes() -> FastAPI:
    """The app, made once: its routes are read when they are first asked for, which takes longer than most tests."""
    return create_app(None, SMALL)


@pytest.fixture
def app(routes: FastAPI, ws: Workspace) -> FastAPI:
    """The app of this workspace."""
    routes.state.workspace, routes.state.audiences = ws, {}
    return routes


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8137") as opened:
        yield opened
