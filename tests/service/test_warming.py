"""The numbers of the last changed map are read before anybody asks; a server that ends does not wait for them."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from ibis import _

from footfall import demo
from footfall.engine.tables import OpenTables
from footfall.errors import QueryLimit
from footfall.journey.changes import Actor
from footfall.measures.tables import events
from footfall.service import datasets, maps, readings, warming
from footfall.service.workspace import Workspace, workspace

PATIENCE = 30


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, anna: Actor) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    with workspace(folder) as made:
        demo.install(made, anna, customers=300)
        maps.create(made, anna, {}, "no-data")
    return folder


@pytest.fixture
def ws(shop: Path) -> Iterator[Workspace]:
    with workspace(shop) as opened:
        yield opened


def test_what_was_warmed_is_read_without_a_question_to_the_data(
    ws: Workspace, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert warming.warm(ws, anna) == "demo"
    monkeypatch.setattr(OpenTables, "run", lambda *_, **__: pytest.fail("asked again"))
    assert readings.of_map(ws, anna, "demo").steps


def test_a_workspace_without_data_opens_no_engine(tmp_path: Path, anna: Actor) -> None:
    with workspace(tmp_path) as empty:
        maps.create(empty, anna, {}, "bare")
        assert warming.warm(empty, anna) == ""
        assert "engine" not in vars(empty)


def test_a_warming_that_would_take_hours_ends_when_the_server_does(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, told = Event(), list[QueryLimit]()

    def read_for_hours(ws: Workspace, actor: Actor, id: str) -> None:
        folder, manifest = datasets.find(ws, actor, "demo-shop")
        tables = ws.engine.tables(folder.tables(manifest))
        begun.set()
        try:
            tables.run(for_hours())
        except QueryLimit as error:
            told.append(error)
            raise

    monkeypatch.setattr(readings, "of_map", read_for_hours)
    begun_warming = warming.Warming(ws)
    assert begun.wait(PATIENCE)
    begun_warming.end()
    assert [error.seen for error in told] == ["The question was stopped, since the server ends."]


def for_hours() -> Any:
    """Every event beside every pair of others: more rows than a machine counts in a day."""
    one, two, three = (events.view().select(**{name: "position"}) for name in "abc")
    return one.cross_join(two).cross_join(three).agg(sum=(_.a * _.b * _.c % 7).sum())
