"""Every command and option says what it is for, and saying it costs little."""

import subprocess
import sys
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from footfall.cli import app

ROOT: Any = get_command(app)
COMMANDS = sorted(ROOT.commands)
HEAVY = {"alembic", "duckdb", "fastapi", "ibis", "pyarrow", "ruamel", "scipy", "sqlalchemy", "typst", "uvicorn"}
LATER = {"pydantic"}  # Typer needs it itself as soon as it reads the options of a command


def test_the_commands_are_those_that_the_guide_names() -> None:
    assert isinstance(ROOT, TyperGroup)
    guide = {
        "demo",
        "serve",
        "import",
        "datasets",
        "undo",
        "ask",
        "draft",
        "render",
        "check",
        "diff",
        "convert",
        "export",
        "maps",
    } | {
        "new",
        "templates",
        "fmt",
        "merge",
        "sync",
        "bindings",
        "excerpts",
        "explore",
        "align",
        "evidence",
        "opportunities",
    }
    assert guide == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_each_of_its_parameters_has_help(name: str) -> None:
    command = ROOT.commands[name]
    assert (command.help or "").endswith(".")
    assert [parameter.name for parameter in command.params if not getattr(parameter, "help", None)] == []


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"], ["check", "--help"]])
def test_asking_for_help_loads_no_heavy_library(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom footfall.cli import app\n"
        f"try:\n    app({arguments!r})\nfinally:\n    print(*{{name.partition('.')[0] for name in sys.modules}})"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage" in answer.stdout
    unwanted = HEAVY | (LATER if arguments == ["--help"] else set())
    assert unwanted & set(answer.stdout.splitlines()[-1].split()) == set()
