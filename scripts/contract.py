"""Writes everything that is generated: schema/, docs/reference/ and web/src/generated; with --check, compares.

All of it is made in a temporary folder first, so that a failure leaves what is committed alone, and so that
`--check` sees exactly what writing would give.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from footfall.contract import generated_files

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("schema", "docs/reference", "web/src/generated")


def main() -> int:
    """Write or compare; the exit code of a comparison is 1 where something is stale."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        generate(fresh)
        if "--check" in sys.argv[1:]:
            return compare(fresh)
        replace(fresh)
    return 0


def generate(target: Path) -> None:
    """Make every generated file below `target`, under its path in the repository."""
    for name, text in generated_files().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    environment = {
        **os.environ,
        "FOOTFALL_OPENAPI": str(target / "schema/openapi.json"),
        "FOOTFALL_GENERATED": str(target / "web/src/generated"),
    }
    command = [sys.executable, "hatch_build.py", "npm", "run", "--silent", "contract"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def compare(fresh: Path) -> int:
    """Print the files that differ from what they are generated from."""
    made, kept = contents(fresh), contents(ROOT)
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    for name in stale:
        print(f"{name} is not what the sources give: run `make contract` and commit what it writes.", file=sys.stderr)
    return 1 if stale else 0


def contents(root: Path) -> dict[str, bytes]:
    """Read the generated folders below `root`: path → bytes."""
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def replace(fresh: Path) -> None:
    """Put the new folders in the place of the old ones."""
    for folder in FOLDERS:
        shutil.rmtree(ROOT / folder, ignore_errors=True)
        shutil.copytree(fresh / folder, ROOT / folder)


if __name__ == "__main__":
    sys.exit(main())
