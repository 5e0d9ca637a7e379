"""Maps in a repository: the action's script in a real git, its inputs, and the hooks."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from footfall.cli import app
from footfall.render.typesetting import FONTS

ROOT = Path(__file__).resolve().parents[2]
MAP = "footfall: 1\ntitle: Parcel\nstages:\n  - Order: [Pay]\nlanes:\n  - kind: actions\n    cards: {Pay: Pays}\n"
INPUTS = {
    "MAPS": "maps",
    "FAIL_ON": "fail-on",
    "LANGUAGE_OF_FINDINGS": "language",
    "PICTURES": "pictures",
    "BASE": "base",
}


def git(folder: Path, *arguments: str) -> str:
    said = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return said.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=Anna", "-c", "user.email=anna@example.org", "commit", "--quiet", "-m", "Maps")
    return git(folder, "rev-parse", "HEAD")


def test_the_action_checks_paints_and_tells_what_changed(tmp_path: Path) -> None:
    if shutil.which("git") is None or not (Path(sys.executable).parent / "footfall").exists() or not FONTS.is_dir():
        pytest.skip("git, the command footfall or its fonts are not here")
    (folder := tmp_path / "repository" / "maps").mkdir(parents=True)
    repository = folder.parent
    git(repository, "init", "--quiet")
    (folder / "parcel.journey.yaml").write_text(MAP)
    base = commit(repository)
    (folder / "parcel.journey.yaml").write_text(MAP.replace("Pay: Pays", "Pay: [Pays, Waits]"))
    (repository / "new.journey.yaml").write_text(MAP)
    commit(repository)
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "MAPS": ":(glob)**/*.journey.yaml",
        "FAIL_ON": "error",
        "LANGUAGE_OF_FINDINGS": "nl",
        "PICTURES": "out",
        "BASE": base,
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    script = ["bash", str(ROOT / "scripts/action.sh")]
    done = subprocess.run(script, cwd=repository, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (
        "::warning file=maps/parcel.journey.yaml,line=1,title=no-persona::De klantreis noemt geen persona."
        in done.stdout
    )
    pictures = sorted(path.name for path in (repository / "out").iterdir())
    assert pictures == ["maps-parcel.diff.svg", "maps-parcel.svg", "new.svg"]
    changed = "Order · actions\n  + Card 'Waits' added in 'actions' at 'Pay'."
    assert (tmp_path / "summary.md").read_text() == (
        f"### maps/parcel.journey.yaml\n\n```text\n{changed}\n```\n\n### new.journey.yaml\n\nA new map.\n\n"
    )


def test_every_input_of_the_action_reaches_the_script_and_stands_on_its_page() -> None:
    action = YAML(typ="safe", pure=True).load((ROOT / "action.yml").read_text())
    page = (ROOT / "docs/guide/repository.md").read_text()
    given = next(step["env"] for step in action["runs"]["steps"] if "scripts/action.sh" in step.get("run", ""))
    assert given == {variable: f"${{{{ inputs.{name} }}}}" for variable, name in INPUTS.items()}
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == set(action["inputs"])
    script = (ROOT / "scripts/action.sh").read_text()
    assert all(f"${variable}" in script for variable in INPUTS)


def test_every_hook_runs_a_command_that_there_is() -> None:
    hooks = YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text())
    commands = {f"footfall {name}" for name in get_command(app).commands}  # type: ignore[attr-defined]
    assert [hook["entry"] for hook in hooks if hook["entry"] not in commands] == []
