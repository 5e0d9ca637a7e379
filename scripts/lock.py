"""Resolves the dependencies into requirements/, for Python 3.11 and newer on every system, with hashes.

The files name no registry: pip and uv take the one that they are set up for.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *[sys.executable, "-m", "uv", "pip", "compile", "--quiet"],
    *["--universal", "--python-version", "3.11", "--generate-hashes"],
    *["--no-emit-index-url", "--no-emit-find-links", "--no-header", *sys.argv[1:]],
]


def main() -> None:
    """Write the locks; each later one agrees with the one before, but for the peers of the bench, which stand alone."""
    lock("runtime", "pyproject.toml")
    lock("dev", "pyproject.toml", "--group", "build", "--group", "dev", "--constraint", "requirements/runtime.txt")
    lock("build", "--group", "build", "--constraint", "requirements/dev.txt")
    lock("spark", "pyproject.toml", "--extra", "spark", "--constraint", "requirements/dev.txt")
    lock("loaders", "bench/peers/loaders.in")


def lock(name: str, *options: str) -> None:
    """Resolve one set; an existing lock is kept as far as it still fits (pass --upgrade to move on)."""
    subprocess.run([*COMPILE, *options, "--output-file", f"requirements/{name}.txt"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
