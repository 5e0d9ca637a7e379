"""The locks hold what is asked for, on every platform, and name no registry."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "runtime": PROJECT["project"]["dependencies"],
    "build": GROUPS["build"],
    "spark": PROJECT["project"]["optional-dependencies"]["spark"],
    "dev": [
        *PROJECT["project"]["dependencies"],
        *GROUPS["build"],
        *filter(lambda each: isinstance(each, str), GROUPS["dev"]),
    ],
}
BROUGHT = {"polars"}  # who wants rows as its tables has it
IMPORTING = {"runtime": ["src"], "dev": ["tests", "bench", "scripts"]}
# Packages whose documents send one to a package of their own making.
PARTS = {"starlette": "fastapi", "pydantic_core": "pydantic"}
OURS = {"footfall", "bench", "tests", "scripts", "hatch_build"}


def pinned(name: str) -> dict[str, list[Version]]:
    """Read a lock: package → versions (one for each range of Pythons)."""
    found: dict[str, list[Version]] = {}
    for package, version in re.findall(r"^([\w.\[\]-]+)==([^ ;\\]+)", lock(name), re.MULTILINE):
        found.setdefault(canonicalize_name(package.partition("[")[0]), []).append(Version(version))
    return found


def lock(name: str) -> str:
    return (ROOT / f"requirements/{name}.txt").read_text()


@pytest.mark.parametrize("name", ASKED)
def test_the_lock_has_every_dependency_at_a_version_that_is_asked_for(name: str) -> None:
    held = pinned(name)
    asked = [Requirement(text) for text in ASKED[name]]
    missing = [
        str(each)
        for each in asked
        if not any(version in each.specifier for version in held.get(canonicalize_name(each.name), []))
    ]
    assert missing == [], "run `make lock` and commit what it writes"


@pytest.mark.parametrize("name", ASKED)
def test_the_lock_has_a_hash_for_everything_and_names_no_registry(name: str) -> None:
    lines = lock(name).splitlines()
    assert [line for line in lines if "==" in line and not line.endswith("\\")] == []
    assert [line for line in lines if "://" in line or line.startswith("--")] == []


def test_every_dependency_says_beside_its_floor_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    asked = [each for each in ASKED["dev"] if isinstance(each, str)]
    assert [each for each in asked if not re.search(rf'"{re.escape(each)}", +# \S', text)] == []


def test_the_lock_of_the_web_names_no_registry_and_holds_what_package_json_asks_for() -> None:
    asked = json.loads((ROOT / "web/package.json").read_text())
    text = (ROOT / "web/package-lock.json").read_text()
    assert '"resolved"' not in text
    held = json.loads(text)["packages"][""]
    assert {kind: held[kind] for kind in ("dependencies", "devDependencies")} == {
        kind: asked[kind] for kind in ("dependencies", "devDependencies")
    }


def test_the_lock_of_the_web_holds_the_tools_for_every_platform() -> None:
    """npm writes a lock that only fits this machine where node_modules lay there before."""
    packages = json.loads((ROOT / "web/package-lock.json").read_text())["packages"]
    optional = {
        (name, each)
        for name, package in packages.items()
        for each in package.get("optionalDependencies", {})
        if f"node_modules/{each}" not in packages and f"{name}/node_modules/{each}" not in packages
    }
    assert optional == set()


@pytest.mark.parametrize(("lock", "folders"), IMPORTING.items())
def test_whatever_the_sources_import_is_asked_for_by_name(lock: str, folders: list[str]) -> None:
    """A package that only comes along with another is gone when that one lets go of it; extras are imported, too."""
    asked = {canonicalize_name(Requirement(text).name) for text in [*ASKED[lock], *ASKED["spark"]]}
    whose = {module: {canonicalize_name(name) for name in names} for module, names in packages_distributions().items()}
    whose |= {"pyspark": {"pyspark"}}  # may be absent
    whose |= {module: {whole} for module, whole in PARTS.items()}
    foreign = {module for folder in folders for module in imported(ROOT / folder)} - set(sys.stdlib_module_names) - OURS
    foreign -= BROUGHT
    assert {module for module in foreign if not whose.get(module, set()) & asked} == set()


def imported(folder: Path) -> set[str]:
    """The top names of all that the files of a folder import."""
    nodes = [node for path in folder.rglob("*.py") for node in ast.walk(ast.parse(path.read_text()))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.partition(".")[0] for name in names}
