"""The package as a whole: what importing it costs."""

import subprocess
import sys

HEAVY = {
    "alembic",
    "duckdb",
    "fastapi",
    "ibis",
    "pyarrow",
    "pydantic",
    "scipy",
    "sqlalchemy",
    "typst",
    "uvicorn",
}


def test_importing_footfall_loads_no_heavy_library() -> None:
    """A fresh interpreter imports the package and reports which libraries came along."""
    code = "import sys, footfall; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(answer.stdout.split()) & HEAVY == set()
