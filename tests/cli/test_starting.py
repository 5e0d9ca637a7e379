"""Beginning a map file with a template."""

import json
from pathlib import Path

from footfall.service.templates import SHELF
from tests.cli.terminal import Answer, run


def test_a_map_file_begins_with_a_template_in_a_language(tmp_path: Path) -> None:
    file = tmp_path / "shop.journey.yaml"
    answer = run("new", file, "--template", "general-five", "--language", "nl", "--title", "Onze winkel")
    assert answer == Answer(0, f"Wrote {file}.\n", "")
    lines = file.read_text().splitlines()
    assert lines[:6] == ["footfall: 1", "title: Onze winkel", "language: nl", "", "stages:", "  - Bewustwording:"]
    checked = run("check", file)
    assert (checked.code, checked.out.count("no-persona"), "error" in checked.out) == (1, 1, False)


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "shop.journey.yaml"
    file.write_text("mine")
    answer = run("new", file)
    assert (answer.code, file.read_text()) == (2, "mine")
    assert "is there already" in answer.err


def test_a_template_that_is_not_there_writes_nothing(tmp_path: Path) -> None:
    answer = run("new", tmp_path / "shop.journey.yaml", "--template", "general-fife")
    assert answer.code == 2
    assert "Did you mean 'general-five'?" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_templates_are_listed_for_people_and_for_programs() -> None:
    told = json.loads(run("templates", "--language", "nl", "--format", "json").out)
    assert [one["id"] for one in told] == list(SHELF)
    assert all(id in run("templates").out for id in SHELF)
