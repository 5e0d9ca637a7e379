"""Fresh random change scripts through both twins: Python and TypeScript must end in the same document."""

import json
import subprocess
from pathlib import Path
from random import Random
from secrets import randbits
from typing import Any

from hatch_build import node_environment

from footfall.journey.changes import same
from tests.journey.change_scripts import Script, random_script

WEB = Path(__file__).resolve().parents[2] / "web"
COUNT = 500
ANSWERS = ("after", "inverse", "diff")


def test_500_random_change_scripts_end_in_the_same_document_in_python_and_in_typescript() -> None:
    seed = randbits(32)
    print(f"seed {seed}")
    random = Random(seed)
    scripts = [random_script(random) for _ in range(COUNT)]
    answers = typescript_answers(scripts)
    assert len(answers) == COUNT
    assert [n for n in range(COUNT) if not agree(scripts[n], answers[n])] == [], f"scripts of seed {seed} differ"


def agree(script: Script, answer: dict[str, Any]) -> bool:
    """Whether the TypeScript twin ended where the Python twin did."""
    return all(same(script[name], answer[name]) for name in ANSWERS)


def typescript_answers(scripts: list[Script]) -> list[dict[str, Any]]:
    """Let Node answer; it runs TypeScript as it is."""
    asked = json.dumps([{"before": script["before"], "ops": script["ops"]} for script in scripts])
    command = ["node", "scripts/exam.ts"]
    done = subprocess.run(
        command, cwd=WEB, env=node_environment(), input=asked.encode(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)  # type: ignore[no-any-return]
