"""The page of commands says what the commands say."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from footfall.contract.commands import commands_page

app = Typer(add_completion=False)


@app.command()
def paint(
    file: Annotated[Path, Argument(help="The map.")],
    form: Annotated[str, Option("--format", "-f", help="pdf | svg")] = "pdf",
) -> None:
    """Paint a map."""


@app.command()
def hush() -> None:
    """Say nothing."""


def test_each_command_has_its_sentence_its_call_and_its_parameters() -> None:
    _, _, body = commands_page(app).partition("\n## ")
    expected = """footfall hush

Say nothing.

    footfall hush [OPTIONS]

## footfall paint

Paint a map.

    footfall paint [OPTIONS] {file}

| Parameter | Meaning |
| --- | --- |
| `FILE` | The map. |
| `--format, -f` | pdf \\| svg Default: `pdf`. |
"""
    assert body == expected
