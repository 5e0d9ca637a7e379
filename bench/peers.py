"""The peers of the bench: npm packages of a lock of their own, installed into `.make/peers` and nowhere else."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hatch_build

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "bench/peers"
INSTALLED = ROOT / ".make/peers"
LOADERS = ROOT / ".make/loaders"
# Peers that would call home find nobody there.
ALONE = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "DO_NOT_TRACK": "1"}


def install() -> None:
    """Bring the programs and their packages where they run."""
    shutil.copytree(SOURCES, INSTALLED, dirs_exist_ok=True)
    environment = hatch_build.node_environment()
    hatch_build.install_packages(INSTALLED, hatch_build.npm_command(environment), environment)


def loading(name: str, file: Path) -> tuple[list[str], dict[str, str]]:
    """The command that loads a log as a Python peer does, and its environment; the peers are installed first."""
    return running("loaders.py", name, str(file))


def running(script: str, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command that runs a script of the bench among the Python peers, which are installed first."""
    python, wanted = LOADERS / "bin/python", ROOT / "requirements/loaders.txt"
    stamp = LOADERS / "installed.txt"
    if not stamp.exists() or stamp.read_bytes() != wanted.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", str(LOADERS)], check=True)
        lock = ["--require-hashes", "--requirement", str(wanted)]
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *lock], check=True)
        stamp.write_bytes(wanted.read_bytes())
    return [str(python), str(ROOT / "bench" / script), *arguments], os.environ | ALONE


def versions() -> str:
    """Which peers these are."""
    names = ("@hocuspocus/server", "@hocuspocus/provider", "yjs")
    found = {name: json.loads((INSTALLED / "node_modules" / name / "package.json").read_text()) for name in names}
    node = subprocess.run(
        ["node", "--version"], env=hatch_build.node_environment(), capture_output=True, text=True, check=True
    )
    return ", ".join(f"{name} {told['version']}" for name, told in found.items()) + f", Node {node.stdout.strip()}"


@contextmanager
def hocuspocus(port: int) -> Iterator[subprocess.Popen[str]]:
    """Run a Hocuspocus server on this machine until the block ends."""
    server = _node("server.mjs", str(port))
    try:
        if server.stdout is None or server.stdout.readline() != "listens\n":
            raise SystemExit("The Hocuspocus server did not start; see what it wrote above.")
        yield server
    finally:
        server.terminate()
        server.wait(20)


def load(kind: str, address: str, **asked: float) -> "subprocess.Popen[str]":
    """Start many clients of one kind; `told` waits for what they measured. They stop by themselves."""
    return _node("load.mjs", kind, address, json.dumps(asked))


def told(clients: "subprocess.Popen[str]", patience: float) -> dict[str, Any]:
    """What the clients measured, in milliseconds."""
    try:
        output, _ = clients.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        clients.kill()
        raise
    result: dict[str, Any] = json.loads(output.splitlines()[-1])
    return result


def _node(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ["node", *arguments],
        cwd=INSTALLED,
        env=hatch_build.node_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
