"""Tables: combinations know attributes, and what an older release wrote is merged anew."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.events.columns import Attribute
from footfall.events.dataset import DatasetFolder
from footfall.events.identity import code_of, pseudonym, workspace_key
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.journey.questions import Late
from footfall.measures.answering import Span, answer
from footfall.measures.putting import Put
from footfall.service import datasets
from footfall.service.asking import combinations_of
from footfall.service.datasets import EventName
from footfall.service.workspace import Workspace

PLANS = Mapping(customer="who", time="when", event="what", attributes=(Attribute(column="plan"),))
ROWS = "ann,2024-01-02,buy,pro\nann,2024-01-03,pay,\nbo,2024-01-02,buy,basic\ncy,2024-01-02,buy,pro\n"


def load(ws: Workspace, anna: Actor, folder: Path) -> DatasetFolder:
    (path := folder / "events.csv").write_text(f"who,when,what,plan\n{ROWS}")
    datasets.import_file(ws, anna, path, PLANS, "Shop")
    return DatasetFolder(ws.folder / "datasets" / "shop")


def test_combinations_tell_attributes_apart_and_the_dataset_counts_events_by_name(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    load(ws, anna, tmp_path)
    folder, manifest = datasets.find(ws, anna, "shop")
    known = combinations_of(ws.engine.tables(folder.tables(manifest)))
    assert [(one.event, dict(one.attributes), one.events) for one in known] == [
        ("buy", {"plan": "basic"}, 1),
        ("buy", {"plan": "pro"}, 2),
        ("pay", {}, 1),
    ]
    assert datasets.read(ws, anna, "shop").names == (
        EventName(event="buy", channel="", events=3),
        EventName(event="pay", channel="", events=1),
    )


def test_a_part_of_an_older_release_lacks_newer_columns_and_is_merged_anew(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    folder = load(ws, anna, tmp_path)
    manifest = folder.read()
    assert manifest is not None
    was = datasets.read(ws, anna, "shop")
    part = folder.part_file(was.reports[0].part)
    first = ["customer", "time", "event", "channel", "due", "arrival"]
    pq.write_table(pq.read_table(part).select(first), part)
    folder.tables(manifest).rename(folder.folder / "tables-of-before")
    ws.engine.close()
    assert datasets.list(ws, anna)[0].events == 4
    assert datasets.read(ws, anna, "shop") == was
    assert not (folder.folder / "tables-of-before").exists()
    combinations = pq.read_table(folder.tables(manifest) / "combinations.parquet")
    assert combinations.column("attributes") == pa.chunked_array([["", ""]])


def test_a_row_whose_id_an_earlier_import_has_counts_once_until_that_is_undone(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    mapping = Mapping(customer="who", time="when", event="what", id="id")
    (first := tmp_path / "first.csv").write_text("who,when,what,id\nann,2024-01-02,buy,1\nann,2024-01-03,buy,2\n")
    (second := tmp_path / "second.csv").write_text("who,when,what,id\nann,2024-01-03,buy,2\nann,2024-01-04,buy,3\n")
    alone = datasets.import_file(ws, anna, first, mapping, "Shop")
    both = datasets.import_file(ws, anna, second, mapping, "Shop")
    assert [(one.reason, one.count) for one in both.warnings] == [("known-id", 1)]
    assert datasets.read(ws, anna, "shop").reports[1] == both
    assert datasets.read(ws, anna, "shop").events == 3
    datasets.undo_import(ws, anna, "shop", alone.part)
    assert datasets.read(ws, anna, "shop").events == 2


def test_late_counts_what_the_file_calls_broken_and_what_came_after_its_time(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    mapping = Mapping(customer="who", time="when", event="what", due="due", on_time="kept")
    rows = "a,2024-01-02,x,2024-01-01,\nb,2024-01-02,x,2024-01-03,\nc,2024-01-02,x,2024-01-03,no\nd,2024-01-02,x,,yes\n"
    (path := tmp_path / "events.csv").write_text(f"who,when,what,due,kept\n{rows}e,2024-01-02,x,,\n")
    datasets.import_file(ws, anna, path, mapping, "Shop")
    folder, manifest = datasets.find(ws, anna, "shop")
    combination = combinations_of(ws.engine.tables(folder.tables(manifest)))[0]
    put = Put(Late(at=("x",)), (frozenset({combination.number}),), ("x",))
    (told,) = answer(ws.engine.tables(folder.tables(manifest)), [put], Span())
    assert (told.value, told.n) == (0.5, 4)


def test_silence_cuts_a_customers_path_into_sessions(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    gap = Mapping(customer="who", time="when", event="what", session_gap=30)
    rows = "ann,2024-01-02 10:00,a\nann,2024-01-02 10:30,b\nann,2024-01-02 11:01,c\nann,2024-01-03 09:00,d\n"
    (path := tmp_path / "web.csv").write_text(f"who,when,what\n{rows}bo,2024-01-02 10:00,a\n")
    datasets.import_file(ws, anna, path, gap, "Shop")
    (shop := tmp_path / "shop.csv").write_text("who,when,what\nann,2024-01-02 12:00,Order\n")
    datasets.import_file(ws, anna, shop, Mapping(customer="who", time="when", event="what"), "Shop")
    who = pseudonym(code_of(workspace_key(ws.folder / "key"), "ann"))
    moments = datasets.customer(ws, anna, "shop", who).moments
    assert [(one.event, one.session) for one in moments] == [("a", 1), ("b", 1), ("c", 2), ("Order", 1), ("d", 3)]
