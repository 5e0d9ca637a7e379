"""Pictures of one map file, and of many at once."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.render.conftest import assets

__all__ = ["assets"]

MAP = "footfall: 1\ntitle: {title}\nstages:\n  - Order: [Pay]\nlanes:\n  - kind: emotion\n    cards: {{Pay: 1}}\n"


def maps(folder: Path, *names: str) -> list[Path]:
    """A map file for each name."""
    paths = [folder / f"{name}.journey.yaml" for name in names]
    for path in paths:
        path.write_text(MAP.format(title=path.stem))
    return paths


@pytest.mark.usefixtures("assets")
def test_many_maps_are_painted_into_a_folder_each_under_its_own_name(tmp_path: Path) -> None:
    output = tmp_path / "pictures"
    answer = run("render", *maps(tmp_path, "one", "two"), "-o", output, "--format", "svg", "--as", "wheel")
    assert (answer.code, answer.out) == (0, f"Wrote {output / 'one.svg'}.\nWrote {output / 'two.svg'}.\n")
    assert [path.read_bytes()[:4] for path in sorted(output.iterdir())] == [b"<svg", b"<svg"]


@pytest.mark.usefixtures("assets")
def test_one_map_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (good,) = maps(tmp_path, "good")
    bad = tmp_path / "bad.journey.yaml"
    bad.write_text("footfall: 1\n")
    answer = run("render", bad, good, "-o", tmp_path / "out", "--format", "svg")
    assert (answer.code, answer.out) == (2, f"Wrote {tmp_path / 'out/good.svg'}.\n")
    assert answer.err == f"{bad}: Line 1 has no 'title', which a map file needs\n"


def test_two_maps_of_one_name_are_refused_before_anything_is_painted(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    files = [*maps(tmp_path, "one"), *maps(tmp_path / "more", "one")]
    answer = run("render", *files, "-o", tmp_path / "out")
    assert answer.code == 2
    assert "Two of the files would be written as" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("assets")
def test_paper_is_for_pdf_and_a_layout_nobody_knows_is_refused(tmp_path: Path) -> None:
    (file,) = maps(tmp_path, "one")
    assert run("render", file, "-o", tmp_path / "one.pdf", "--paper", "a4", "--theme", "print").code == 0
    assert "Only a PDF has paper" in run("render", file, "-o", tmp_path / "one.png", "--paper", "a4").err
    assert run("render", file, "-o", tmp_path / "one.png", "--as", "spiral").code == 2
