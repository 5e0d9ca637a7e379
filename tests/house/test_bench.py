"""The bench compares answers before it compares times, so a small run is a test of the measures too."""

import json
import subprocess
import sys
from pathlib import Path

from bench.questions import QUESTIONS
from bench.table import table_page
from tests.e2e.maps import large_map

ROOT = Path(__file__).resolve().parents[2]


def test_footfall_duckdb_and_numpy_give_the_same_answers_to_every_question() -> None:
    command = [sys.executable, "-m", "bench", "20000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert [line[:18].strip() for line in run.stdout.splitlines()[3:]] == ["import", *(each.name for each in QUESTIONS)]


def test_footfall_and_duckdb_take_in_the_same_files() -> None:
    command = [sys.executable, "-m", "bench.importing", "2000", "3000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    told = [line.strip().split("  ")[0].partition(";")[0] for line in run.stdout.splitlines()]
    assert told == ["2,000 rows of csv", "footfall", "duckdb", "3,000 rows of parquet", "footfall", "duckdb"]


def test_the_lock_of_the_peers_has_a_hash_for_everything_and_names_no_registry() -> None:
    packages = json.loads((ROOT / "bench/peers/package-lock.json").read_text())["packages"]
    held = {name: each for name, each in packages.items() if name}
    assert [name for name, each in held.items() if "integrity" not in each or "resolved" in each] == []
    assert {f"node_modules/{name}" for name in packages[""]["dependencies"]} <= set(held)


def test_the_plain_table_has_the_cells_and_cards_of_the_map() -> None:
    page = table_page(large_map(steps=3, lanes=2, cards=12))
    counts = [page.count(part) for part in ("<td", '<div class="card"', "<th scope=row>")]
    assert counts == [6, 12, 2]
