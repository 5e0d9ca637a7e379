"""Who a customer is stands nowhere in the data folder, in whatever column the file had it."""

from pathlib import Path

import pytest

from footfall.events.columns import Attribute
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.workspace import Workspace
from footfall.settings import settings

PLANTED = ("kd-778812", "visitor-5561x", "jo.doe@mail.example", "0612345678")


def found_in(folder: Path) -> list[tuple[str, str]]:
    """Which planted words stand in which files, the database included."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(path.name, word) for path in files for word in PLANTED if word.encode() in path.read_bytes().lower()]


def test_planted_ids_are_found_nowhere_after_an_import(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    mapping = Mapping(
        customer="client",
        customer_else="visitor",
        also_known_as=("mail", "phone"),
        id="row",
        time="when",
        event="what",
        channel="by",
        attributes=(Attribute(column="note"), Attribute(column="agent", privacy="pseudonymise")),
    )
    rows = [
        "KD-778812,visitor-5561x,jo.doe@mail.example,0612345678,KD-778812,2024-01-01,order of KD-778812,web,KD-778812,",
        "KD-778812,,,,r2,2024-01-02,call by 0612345678,phone,asked by jo.doe@mail.example,jo.doe@mail.example",
        "KD-778812,,jo.doe@mail.example,,r3,KD-778812,mail,mail,,",
        ",visitor-5561x,,,r4,2024-01-03,visit,web,seen: visitor-5561x,KD-778812",
        ",visitor-5561x,,,r4,2024-01-03,visit,web,seen: visitor-5561x,KD-778812",
    ]
    head = "client,visitor,mail,phone,row,when,what,by,note,agent\n"
    (path := tmp_path / "events.csv").write_text(head + "\n".join(rows))
    report = datasets.import_file(ws, anna, path, mapping, "Shop")
    assert (report.kept, report.refused, report.left_out) == (3, 1, 1)
    assert found_in(ws.folder) == []


def test_facts_and_pairs_of_customers_hold_no_ids(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    facts = Mapping(kind="customers", customer="client", attributes=(Attribute(column="note"),))
    (path := tmp_path / "crm.csv").write_text("client,note\nKD-778812,wrote as jo.doe@mail.example for KD-778812\n")
    datasets.import_file(ws, anna, path, facts, "Shop")
    pairs = Mapping(kind="aliases", customer="client", also_known_as=("visitor",))
    (other := tmp_path / "pairs.csv").write_text("client,visitor\nKD-778812,visitor-5561x\n")
    datasets.import_file(ws, anna, other, pairs, "Shop")
    assert found_in(ws.folder) == []


def test_the_key_may_lie_outside_the_data_folder(
    ws: Workspace, anna: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTFALL_KEY_FILE", str(tmp_path / "safe" / "key"))
    settings.cache_clear()
    try:
        (path := tmp_path / "events.csv").write_text("who,when,what\nann,2024-01-01,look\n")
        datasets.import_file(ws, anna, path, Mapping(customer="who", time="when", event="what"), "Shop")
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert (tmp_path / "safe" / "key").stat().st_mode & 0o777 == 0o600
    assert not (ws.folder / "key").exists()
