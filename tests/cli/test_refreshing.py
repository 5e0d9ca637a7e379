"""`footfall import --replaces`: the newer file is read as the earlier one was, and what changed is said."""

from pathlib import Path

import pytest

from tests.cli.terminal import run

HEAD = "klant;moment;wat\n"


def test_a_newer_file_is_read_as_the_one_whose_place_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("may.csv").write_text(HEAD + "k1;2026-05-01 10:00;Order\nk2;2026-05-02 10:00;Order\n")
    Path("june.csv").write_text(HEAD + "k1;2026-05-01 10:00;Order\nk3;2026-06-02 10:00;Order\n")
    columns = ("--customer", "klant", "--time", "moment", "--event", "wat")
    first = run("import", "may.csv", "--into", "Shop", "--data", "data", *columns)
    part = first.err.split()[-1]
    newer = run("import", "june.csv", "--into", "Shop", "--data", "data", "--replaces", part)
    assert newer.out.splitlines() == [
        "Kept 2 of 2 rows of june.csv in the dataset 'shop'.",
        "2 events of 2 customers, 2026-05-01 to 2026-06-02.",
        "In the place of may.csv: 1 new, 1 the same, 1 gone;",
        "1 customers are new, 1 are gone.",
    ]
    unknown = run("import", "june.csv", "--into", "Shop", "--data", "data", "--replaces", part)
    assert (unknown.code, f"has no import '{part}'" in unknown.err) == (2, True)
