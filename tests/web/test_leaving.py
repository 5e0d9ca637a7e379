"""A heavy question leaves the server free for others, and ends when the one who asked it goes away."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import anyio
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from ibis import _

from footfall import demo
from footfall.engine.reader import ReaderLeft
from footfall.journey.changes import Actor
from footfall.measures.tables import events
from footfall.service import datasets, readings
from footfall.service.workspace import Workspace, workspace
from footfall.settings import Settings
from footfall.web.app import create_app

PATIENCE = 30
DEMO = "demo-shop"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("leaving")) as ws:
        demo.install(ws, Actor(id="anna", name="Anna"), customers=300)
        yield ws


class Heavy:
    """In the place of a map's numbers: a question that would take hours."""

    def __init__(self) -> None:
        self.begun, self.ended = Event(), list[str]()

    def __call__(self, ws: Workspace, actor: Actor, id: str) -> Any:
        folder, manifest = datasets.find(ws, actor, DEMO)
        tables = ws.engine.tables(folder.tables(manifest))
        self.begun.set()
        try:
            tables.found.all([id], lambda _: [tables.run(for_hours())])
        except ReaderLeft as error:
            self.ended.append(error.seen)
            raise


async def test_others_are_answered_while_a_heavy_question_runs_and_it_ends_when_its_reader_leaves(
    shop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    heavy, app = Heavy(), create_app(shop, Settings())
    monkeypatch.setattr(readings, "of_map", heavy)
    leaves = asyncio.Event()
    reader = asyncio.create_task(get(app, "/api/v1/maps/demo/readings", leaves))
    assert await anyio.to_thread.run_sync(heavy.begun.wait, PATIENCE)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1:8137/api/v1") as other:
        question = {"kind": "reach", "at": ["event:order"]}
        answer = await other.post("/questions/ask", json={"dataset": DEMO, "question": question})
    assert (answer.status_code, heavy.ended) == (200, [])
    leaves.set()
    await asyncio.wait_for(reader, PATIENCE)
    assert heavy.ended == ["The question was stopped, since nobody waits for its answer."]


async def get(app: FastAPI, path: str, leaves: asyncio.Event) -> None:
    """A request whose sender stays on the line until they leave."""
    came = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Any:
        if came:
            return came.pop()
        await leaves.wait()
        return {"type": "http.disconnect"}

    async def send(_: Any) -> None:
        """Nobody reads it."""

    headers = [(b"host", b"127.0.0.1:8137")]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    await app({**scope, "http_version": "1.1", "raw_path": path.encode(), "root_path": "", "scheme": "http"}, receive, send)


def for_hours() -> Any:
    """Every event beside every pair of others: more rows than a machine counts in a day."""
    one, two, three = (events.view().select(**{name: "position"}) for name in "abc")
    return one.cross_join(two).cross_join(three).agg(sum=(_.a * _.b * _.c % 7).sum())
