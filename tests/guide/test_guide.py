"""The examples of the guide do what the guide says."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from footfall.cli import app
from footfall.errors import InvalidMapFile
from footfall.events.mapping import Mapping
from footfall.journey.text import read, write
from footfall.journey.text.tree import parse, plain
from footfall.service.templates import shipped

GUIDE = Path(__file__).resolve().parents[2] / "docs/guide"
TEXT = (GUIDE / "text-format.md").read_text()
FILES = re.findall(r"```yaml\n(.*?)```", TEXT + (GUIDE / "one-page.md").read_text(), re.DOTALL)
MISTYPED = [file for file in FILES if "Mistyped" in file]
ROOT: Any = get_command(app)
PAGES = "".join(page.read_text() for page in sorted(GUIDE.glob("*.md")))
LINES = sorted({line.strip() for line in re.findall(r"^    footfall .*", PAGES, re.MULTILINE)})


@pytest.mark.parametrize("file", [file for file in FILES if file not in MISTYPED])
def test_each_example_of_the_text_format_is_a_map_that_survives_writing(file: str) -> None:
    drawn = read(file)
    assert read(write(drawn.records, drawn.library)) == drawn


def test_the_mistakes_are_told_as_the_page_tells_them() -> None:
    (told,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
    with pytest.raises(InvalidMapFile) as refused:
        read(MISTYPED[0])
    assert f"{refused.value}\n" == told


def test_each_mapping_of_the_importing_page_is_one() -> None:
    mappings = re.findall(r"```yaml\n(.*?)```", (GUIDE / "importing.md").read_text(), re.DOTALL)
    kinds = [Mapping.model_validate(plain(parse(mapping))).kind for mapping in mappings]
    assert kinds == ["events", "wide", "answers", "answers"]


def test_each_mapping_of_the_page_of_mappings_is_one() -> None:
    mappings = re.findall(r"```yaml\n(.*?)```", (GUIDE / "mapping.md").read_text(), re.DOTALL)
    assert all(Mapping.model_validate(plain(parse(mapping))).customer for mapping in mappings)


def test_the_examples_for_notebooks_print_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    page = (GUIDE / "notebooks.md").read_text()
    told = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", page, re.DOTALL)
    names: dict[str, Any] = {}
    for code, printed in told:
        exec(code, names)
        assert capsys.readouterr().out == printed
    assert len(told) == page.count("```python")


@pytest.mark.parametrize("line", LINES)
def test_each_command_of_the_guide_is_one_with_these_options(line: str) -> None:
    name, *words = line.split()[1:]
    known = {
        option for parameter in ROOT.commands[name].params for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {word for word in words if word.startswith("-")} <= known


def test_the_page_of_templates_names_each_of_them_in_both_languages() -> None:
    told = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$", (GUIDE / "templates.md").read_text(), re.MULTILINE)
    english, dutch = shipped("en"), shipped("nl")
    assert told == [(one.id, one.name, other.name) for one, other in zip(english, dutch, strict=True)]
