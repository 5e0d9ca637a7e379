"""The bench compares answers before it compares times, so a small run is a test of the measures too."""

import subprocess
import sys
from pathlib import Path

from bench.questions import QUESTIONS

ROOT = Path(__file__).resolve().parents[2]


def test_footfall_duckdb_and_numpy_give_the_same_answers_to_every_question() -> None:
    command = [sys.executable, "-m", "bench", "20000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert [line[:18].strip() for line in run.stdout.splitlines()[3:]] == ["import", *(each.name for each in QUESTIONS)]
