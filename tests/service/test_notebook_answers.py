"""Analyses in a notebook: of a dataset of a workspace, and of what was just read."""

from pathlib import Path

import pytest

import footfall
from footfall.errors import InvalidMapFile, InvalidQuestion, NotFound
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.notebook_answers import Analyses
from footfall.service.workspace import workspace

MAPPING = Mapping(customer="who", time="at", event="what")
ROWS = [f"{who},2026-01-01T{9 + hour:02}:00:00,{what}" for who in range(12) for hour, what in enumerate(["<b>", "buy"])]
WAY = {"source": "event:<b>", "target": "event:buy"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "events.csv").write_text("\n".join(["who,at,what", *ROWS]))
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, Actor(id="anna", name="Anna"), folder / "events.csv", MAPPING, "Shop")
    return folder


def test_a_dataset_of_a_workspace_answers_with_tables(folder: Path) -> None:
    with footfall.open_dataset(folder / "data", "Shop") as shop:
        flow = shop.flow(by="event", times=False)
        (row,) = flow.to_polars().select("source", "target", "customers", "share_low").to_dicts()
        assert row == {**WAY, "customers": 12, "share_low": flow.result.rows[0].figures["share"].low}
        assert flow.to_pandas()["customers"].tolist() == [12]
        opened = flow.population(WAY, "customers")
        assert (opened.num_rows, opened["value"].to_pylist()) == (12, [1.0] * 12)
        assert shop.ask("reach", at=["event:buy"], only={"first": 1}).value == 0
        assert {"flow", "variants", "ask"} <= set(dir(shop))


def test_an_answer_shows_itself_as_a_picture_beside_its_table_and_nothing_in_it_is_markup(folder: Path) -> None:
    with footfall.open_dataset(folder / "data", "Shop") as shop:
        shown = shop.variants()._repr_html_()
    assert shown.count("<svg ") == shown.count("<table>") == 1
    assert "&lt;b&gt; › buy" in shown
    assert "<b>" not in shown


def test_what_was_read_answers_the_same(folder: Path) -> None:
    read = footfall.read_events(folder / "events.csv", MAPPING)
    assert read.reach().to_arrow()["customers"].to_pylist() == [12, 12]
    assert read.analyse("customers", limit=3).to_arrow().num_rows == 3
    assert read.ask("flow", source=["event:<b>"], target=["event:buy"]).value == 12
    read.analyses.close()


def test_what_cannot_be_asked_is_refused_in_words(folder: Path) -> None:
    with footfall.open_dataset(folder / "data", "shop") as shop:
        with pytest.raises(InvalidQuestion, match="per: Input should be"):
            shop.flow(per="week")
        with pytest.raises(InvalidQuestion, match="no touchpoint 'nowhere'"):
            shop.ask("reach", at=["nowhere"])
        with pytest.raises(InvalidQuestion, match="The question does not fit: at: Field required"):
            shop.ask("reach")
        with pytest.raises(AttributeError, match="has no 'mood'"):
            shop.mood()
    with pytest.raises(NotFound):
        footfall.open_dataset(folder / "data", "other")
    with pytest.raises(NotFound):
        footfall.open_dataset(folder / "nowhere", "shop")


def test_closing_twice_is_no_mistake(folder: Path) -> None:
    shop: Analyses = footfall.open_dataset(folder / "data", "shop")
    shop.close()
    shop.close()


DRAWN = """footfall: 1
title: Shop
stages:
  - Shop:
      steps: [{Look: {touchpoint: Page}}, {Buy: {touchpoint: Till}}, {Get: {touchpoint: Door}}]
touchpoints:
  - Page: {bindings: [<b>]}
  - Till: {bindings: [buy]}
  - Door: {bindings: [got]}
"""


def test_a_drawn_map_is_laid_beside_a_dataset_and_shows_itself(folder: Path) -> None:
    (folder / "shop.journey.yaml").write_text(DRAWN)
    with footfall.open_dataset(folder / "data", "Shop") as shop:
        found = shop.align(folder / "shop.journey.yaml", only={"first": 1})
        (look, buy, _) = found.to_arrow().select(["step", "followed", "stopped", "seen"]).to_pylist()
        assert look == {"step": "Look", "followed": 12, "stopped": 12, "seen": "yes"}
        assert (buy["followed"], found.to_polars("stories")["story"].to_list()) == (0, ["stopped after “Look”"])
        step = found.result.steps[0].step
        assert found.population(of="step", id=step, what="stopped").num_rows == 12
        assert found._repr_html_().count("<table>") == 2
        with pytest.raises(InvalidQuestion, match="No number is told so: what"):
            found.population(of="step", what="lost")
        with pytest.raises(InvalidMapFile, match="cannot be read"):
            shop.align(folder / "nowhere.yaml")
        with pytest.raises(InvalidQuestion, match="The filter does not fit: first"):
            shop.align(folder / "shop.journey.yaml", only={"first": 0})


def test_what_was_read_is_laid_beside_a_map_too(folder: Path) -> None:
    (folder / "shop.journey.yaml").write_text(DRAWN)
    read = footfall.read_events(folder / "events.csv", MAPPING)
    found = read.align(folder / "shop.journey.yaml")
    assert (found.result.fits.customers, found.result.customers) == (12, 12)
    assert "12, 100% (" in found._repr_html_()
