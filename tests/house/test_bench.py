"""The bench compares answers before it compares times, so a small run is a test of the measures too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import racing
from bench.analyses import FOOTFALL, POLARS, prove_equal
from bench.peers import LOADERS
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


@pytest.mark.slow
@pytest.mark.skipif(not LOADERS.exists(), reason="the peers are not here: `python -m bench.analyses` installs them")
def test_footfall_and_its_peers_give_the_same_answers_of_what_customers_do() -> None:
    command = [sys.executable, "-m", "bench.analyses", "3000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert [line.split(" | ")[0] for line in run.stdout.splitlines()[7:14]] == [
        f"| {task}"
        for task in (
            racing.FLOW,
            racing.TIMES,
            racing.VARIANTS,
            racing.ENDS,
            racing.CONTRAST,
            racing.DROPPED,
            racing.FUNNEL,
        )
    ]


@pytest.mark.parametrize(
    ("task", "ours", "theirs"),
    [
        (racing.FLOW, {("a", "b"): 2.0}, {("a", "b"): 3.0}),
        (racing.FLOW, {("a", "b"): 2.0}, {("a", "b"): 2.0, ("b", "a"): 1.0}),
        (racing.TIMES, {("a", "b"): 2.0}, {("a", "b"): 3.5}),
        (racing.VARIANTS, {("a",): 2.0, ("all variants",): 3.0}, {("a",): 2.0, ("b",): 1.0}),
        (racing.VARIANTS, {("a",): 2.0, ("all variants",): 2.0}, {("a",): 2.0, ("b",): 3.0}),
    ],
)
def test_an_answer_that_is_not_the_peer_s_ends_the_bench(
    tmp_path: Path, task: str, ours: racing.Answer, theirs: racing.Answer
) -> None:
    for way, answer in ((FOOTFALL, ours), (POLARS, theirs)):
        (tmp_path / way).mkdir()
        racing.leave(tmp_path / way, task, answer)
    with pytest.raises(SystemExit, match="differ from pm4py on polars"):
        prove_equal(tmp_path, POLARS, [task])


def test_variants_that_tie_and_times_in_whole_seconds_are_no_difference(tmp_path: Path) -> None:
    told = {
        racing.VARIANTS: ({("a",): 1.0, ("all variants",): 3.0}, {("b",): 1.0, ("a",): 1.0, ("c",): 1.0}),
        racing.TIMES: ({("a", "b"): 2.7}, {("a", "b"): 2.0}),
    }
    for task, answers in told.items():
        for way, answer in zip((FOOTFALL, POLARS), answers, strict=True):
            (tmp_path / way).mkdir(exist_ok=True)
            racing.leave(tmp_path / way, task, answer)
    prove_equal(tmp_path, POLARS, list(told))
