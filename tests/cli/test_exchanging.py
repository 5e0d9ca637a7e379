"""Maps of other tools in the terminal: brought in, turned into another format, and what was not placed is said."""

from pathlib import Path

import pytest

from tests.cli.terminal import run

DAY = "journey\n  title Day\n  section Work\n    Tea: 9: Me\n"


def test_a_map_of_another_tool_is_imported_and_what_is_odd_is_said(tmp_path: Path) -> None:
    (tmp_path / "day.mmd").write_text(DAY)
    answer = run("import", tmp_path / "day.mmd", "--data", tmp_path / "ws")
    assert (answer.code, answer.out.startswith("Imported day.mmd as map ")) == (0, True)
    assert answer.err == "Line 4: 'Tea' has the score 9 on a scale from 1 to 5. It is drawn as 5 and kept as a tag.\n"
    export = run("export", "Day", "-o", tmp_path / "out.txt", "--to", "mermaid", "--data", tmp_path / "ws")
    assert (export.code, (tmp_path / "out.txt").read_text()) == (0, DAY)


def test_files_are_converted_without_a_workspace_and_several_maps_get_numbers(tmp_path: Path) -> None:
    (tmp_path / "days.md").write_text(f"```mermaid\n{DAY}```\n\n```mermaid\n{DAY}```\n")
    answer = run("convert", tmp_path / "days.md", tmp_path / "day.journey.yaml")
    written = [tmp_path / "day.journey.yaml", tmp_path / "day-2.journey.yaml"]
    assert answer.out.splitlines() == [f"Wrote {path}." for path in written]
    back = run("convert", written[1], tmp_path / "back.mmd")
    assert (back.err, (tmp_path / "back.mmd").read_text()) == ("", DAY)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("day.mmd", "day.doc"), "Its ending says the format: .yaml, .yml, .mmd"),
        (("day.mmd", "day.x", "--to", "doc"), "There is no format 'doc'."),
        (("day.mmd", "day.mmd", "--as", "doc"), "There is no format 'doc'."),
        (("day.txt", "day.mmd"), "day.txt is no map that Footfall knows."),
        (("maya.md", "maya.mmd"), "maya.md holds no map. It has personas alone."),
    ],
)
def test_what_cannot_be_converted_is_one_sentence(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("day.mmd").write_text(DAY)
    Path("day.txt").write_text("hello")
    Path("maya.md").write_text("# Persona: Maya\n\n**Goals**:\n\n- A\n\n**Needs**:\n\n- B\n")
    answer = run("convert", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
