"""`--caution`: what a reader must know is said with the import or later, and shown with the dataset."""

from pathlib import Path

import pytest

from tests.cli.terminal import run


def test_a_caution_comes_with_an_import_or_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("may.csv").write_text("klant;moment;wat\nk1;2026-05-01 10:00;Order\n")
    columns = ("--customer", "klant", "--time", "moment", "--event", "wat")
    run("import", "may.csv", "--into", "Shop", "--data", "data", *columns, "--caution", "One in twenty.")
    assert run("datasets", "shop", "--data", "data").out.splitlines()[1] == "Mind: One in twenty."
    later = run("datasets", "shop", "--caution", "All of them.", "--data", "data")
    assert later.out.splitlines()[1] == "Mind: All of them."
    nothing = run("datasets", "--caution", "All of them.", "--data", "data")
    assert (nothing.code, "no dataset" in nothing.err) == (2, True)
