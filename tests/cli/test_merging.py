"""Map files in a repository: canonical form, and merging as git asks for it, with a real git."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Answer, run
from tests.journey.text.documents import PARCEL

ATTRIBUTES = "*.journey.yaml merge=footfall\n"


def test_a_file_is_put_in_form_once(tmp_path: Path) -> None:
    file = tmp_path / "map.journey.yaml"
    file.write_text(PARCEL.replace("Order: [Choose, Pay]", "Order:\n      - Choose\n      - Pay"))
    assert run("fmt", file, "--check") == Answer(1, f"{file} is not in canonical form.\n", "")
    assert run("fmt", file) == Answer(0, f"Wrote {file}.\n", "")
    assert file.read_text() == PARCEL
    assert run("fmt", file, "--check") == Answer(0, "", "")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a git repository with a map, in which footfall merges maps."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "config", "user.name", "Anna")
    git(tmp_path, "config", "user.email", "anna@example.org")
    driver = f"'{sys.executable}' -c 'from footfall.cli import app; app()' merge %O %A %B"
    git(tmp_path, "config", "merge.footfall.driver", driver)
    (tmp_path / ".gitattributes").write_text(ATTRIBUTES)
    (tmp_path / "map.journey.yaml").write_text(PARCEL)
    commit(tmp_path, "A map")
    return tmp_path


def git(folder: Path, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["git", *arguments], cwd=folder, check=check, capture_output=True, text=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def branches(folder: Path, theirs: str, ours: str) -> None:
    """Two branches of the repository with these maps; `main` is left checked out."""
    git(folder, "checkout", "--quiet", "-b", "research")
    (folder / "map.journey.yaml").write_text(theirs)
    commit(folder, "What research says")
    git(folder, "checkout", "--quiet", "main")
    (folder / "map.journey.yaml").write_text(ours)
    commit(folder, "What the team says")


def test_two_branches_that_edit_different_cells_merge_without_a_conflict(repository: Path) -> None:
    theirs = PARCEL.replace("[Opens the link, Calls]", "[Opens the link, Calls, Asks a neighbour]  # interviews")
    ours = PARCEL.replace("[Opens the link, Calls]", "[Opens the link every hour, Calls]").replace(
        "price", "lowest price"
    )
    branches(repository, theirs, ours)
    merged = git(repository, "merge", "--quiet", "research", check=False)
    assert (merged.returncode, merged.stderr) == (0, "")
    assert (repository / "map.journey.yaml").read_text() == PARCEL.replace("price", "lowest price").replace(
        "[Opens the link, Calls]", "[Opens the link every hour, Calls, Asks a neighbour]  # interviews"
    )


def test_two_branches_that_edit_one_cell_leave_one_readable_conflict(repository: Path) -> None:
    branches(repository, PARCEL.replace("the price", "a voucher"), PARCEL.replace("the price", "the lowest price"))
    merged = git(repository, "merge", "--quiet", "research", check=False)
    assert merged.returncode == 1
    assert "Changed on both sides: Card 'Looks for a voucher' in 'actions' at 'Pay'" in merged.stderr
    conflict = (
        "<<<<<<< ours\n      Pay: Looks for the lowest price\n=======\n      Pay: Looks for a voucher\n>>>>>>> theirs\n"
    )
    assert (repository / "map.journey.yaml").read_text() == PARCEL.replace("      Pay: Looks for the price\n", conflict)


def test_a_side_that_is_no_map_is_merged_line_by_line_and_said(repository: Path) -> None:
    branches(repository, PARCEL.replace("title:", "titel:"), PARCEL.replace("Calls", "Calls twice"))
    merged = git(repository, "merge", "--quiet", "research", check=False)
    assert merged.returncode == 1
    assert "Did you mean 'title'?" in merged.stderr
    assert (repository / "map.journey.yaml").read_text().count("=======") == 2
