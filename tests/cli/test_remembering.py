"""A mapping of last year's file from a terminal: what is called otherwise and what could not be mapped is said."""

from pathlib import Path

import pytest

from tests.cli.terminal import run

MAPPING = "kind: events\ncustomer: order no\ntime: order date 2025\nevent: state\nchannel: shop\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with last year's mapping."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(MAPPING)
    return tmp_path


def test_a_mapping_of_last_year_reads_this_years_file(here: Path) -> None:
    (here / "new.csv").write_text("Order_No,order date 2026,state,shop\no1,2026-01-02,paid,web\n")
    answer = run("import", "new.csv", "--into", "Shop", "--mapping", "old.yaml", "--data", "data")
    assert answer.code == 0, answer.err
    assert answer.out.startswith("Kept 1 of 1 rows of new.csv")
    assert answer.err.splitlines()[:2] == [
        "'order no' is called 'Order_No' now.",
        "'order date 2025' is called 'order date 2026' now.",
    ]


def test_a_mapping_that_names_what_a_file_lacks_imports_nothing_and_says_what(here: Path) -> None:
    (here / "new.csv").write_text("order no,order date 2026,state\no1,2026-01-02,paid\n")
    refused = run("import", "new.csv", "--into", "Shop", "--mapping", "old.yaml", "--data", "data")
    assert refused.code == 2
    assert "new.csv lacks 'shop', and nothing in it is like that. Nothing was imported." in refused.err
    assert not (here / "data").exists()
    shown = run("import", "new.csv", "--propose", "--mapping", "old.yaml")
    assert shown.out == "kind: events\ncustomer: order no\ntime: order date 2026\nevent: state\n"
    assert "Could not be mapped, since new.csv has nothing like it: 'shop'." in shown.err


def test_a_mapping_that_was_used_before_is_proposed_again(here: Path) -> None:
    (here / "old.csv").write_text("order no,order date 2025,state,shop\no1,2025-01-02,paid,web\n")
    assert run("import", "old.csv", "--into", "Shop", "--mapping", "old.yaml", "--data", "data").code == 0
    (here / "new.csv").write_text("order no,order date 2026,state,shop\no1,2026-01-02,paid,web\n")
    again = run("import", "new.csv", "--propose", "--data", "data")
    assert again.out == MAPPING.replace("2025", "2026")
    assert again.err.startswith("As old.csv was imported into 'shop' on ")
    elsewhere = run("import", "new.csv", "--propose", "--data", "nowhere")
    assert "shop" not in elsewhere.err
    assert not (here / "nowhere").exists()
