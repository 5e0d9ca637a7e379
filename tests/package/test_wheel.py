"""The wheel, not the tree: what is inside, and that it serves the page where there is no Node."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import fetch, serving

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 20_000_000  # bytes, most of them fonts; far above it, something was packed that does not belong
NOTO = ("Emoji", "SansArabic", "SansHebrew", "SansSC", "SansKR")
FONTS = [f"footfall/render/assets/fonts/Noto{script}-Regular.ttf" for script in NOTO]
FONTS += [
    f"footfall/render/assets/fonts/Inter-{face}.ttf" for face in ("Regular", "Medium", "SemiBold", "Bold", "Italic")
]
LICENCES = [
    "footfall/render/assets/fonts/LICENSE",
    *(f"footfall/render/assets/fonts/LICENSE-Noto{script}" for script in NOTO),
    "footfall/render/assets/icons/LICENSE",
    "footfall/static/licences.md",
]

TEMPLATES = [
    path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src/footfall/journey/templates").glob("*.yaml")
]

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel out of the sdist, as a registry would get them."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (found,) = target.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, its dependencies from the lock; gives the folder of commands."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=True)
    pip = [str(place / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    locked = ["--require-hashes", "-r", str(ROOT / "requirements/runtime.txt")]
    for what in (locked, ["--no-deps", "--no-index", str(wheel)]):
        subprocess.run([*pip, *what], check=True)
    return place / "bin"


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start `footfall serve` with a PATH that holds nothing, and give its address once it answers."""
    place = tmp_path_factory.mktemp("served")
    bare = {"PATH": str(place), "HOME": str(place), "LANG": "C.UTF-8"}
    with serving(place / "data", [str(installed / "footfall")], bare) as served:
        yield served.address


def test_the_wheel_holds_the_web_app_the_fonts_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {"footfall/static/index.html", "footfall/py.typed", *FONTS, *LICENCES, *TEMPLATES}
    assert wanted - names == set()
    assert [name for name in names if re.fullmatch(r"footfall-.*/licenses/LICENSE", name)] != []


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        roots = {name.split("/", 1)[0] for name in archive.namelist()}
    assert {re.sub(r"-.*\.dist-info", ".dist-info", root) for root in roots} == {"footfall", "footfall.dist-info"}
    assert wheel.stat().st_size < LARGEST


def test_the_installed_package_serves_the_page_and_its_script_without_node(address: str) -> None:
    kind, page = fetch(f"{address}/")
    assert kind == "text/html"
    scripts = re.findall(r'<script[^>]* src="(/[^"]+\.js)"', page.decode())
    assert [fetch(f"{address}{script}")[0] for script in scripts] == ["text/javascript"] * len(scripts) != []


def test_the_installed_command_says_its_version(installed: Path) -> None:
    command = [str(installed / "footfall"), "--version"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": os.defpath})
    assert re.search(r"\d+\.\d+\.\d+", answer.stdout)
