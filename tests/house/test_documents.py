"""What the documents say about the repository is so."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_finds_it(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text())
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_make_target_that_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", page.read_text(), re.MULTILINE))
    assert named - TARGETS == set()


def test_the_index_of_decisions_lists_each_of_them() -> None:
    folder = ROOT / "docs/adr"
    listed = re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", (folder / "README.md").read_text())
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_each_decision_says_context_decision_and_consequences() -> None:
    wanted = ["Context", "Decision", "Consequences"]
    found = {
        path.name: re.findall(r"^## (.+)$", path.read_text(), re.MULTILINE) for path in ROOT.glob("docs/adr/0*.md")
    }
    assert {name: heads for name, heads in found.items() if heads != wanted} == {}


def test_the_index_of_documents_lists_every_page() -> None:
    listed = set(re.findall(r"\]\(([^)]+)\)", (ROOT / "docs/README.md").read_text()))
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in PAGES if ROOT / "docs" in path.parents}
    unlisted = {name for name in pages - listed if not re.match(r"README|adr/\d", name)}
    assert unlisted == set()
