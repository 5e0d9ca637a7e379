"""A picture painted by a process of its own: its memory goes back when it is done, and it can be ended in time.

The child (`python -m footfall.render`) reads one JSON object and writes one line of JSON, then the file's bytes.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from footfall.errors import RenderFailed
from footfall.render.paper import Paper
from footfall.render.picture import Sheet
from footfall.render.tokens import Theme
from footfall.render.typesetting import Format, Painting

SOURCES = Path(__file__).parents[2]


def paint_apart(picture: Sheet, format: Format, theme: Theme, limit: float, paper: Paper) -> Painting:
    """Paint in a child process. Raises TimeoutError when it takes longer than `limit` seconds, and RenderFailed."""
    drawn = picture.model_dump(mode="json")
    return order({"picture": drawn, "format": format.value, "theme": theme, "paper": asdict(paper)}, limit)


def order(wanted: dict[str, Any], limit: float) -> Painting:
    """Have a child do what __main__.py knows. Raises TimeoutError after `limit` seconds, and RenderFailed."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "footfall.render"],
            input=json.dumps(wanted).encode(),
            capture_output=True,
            timeout=limit,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    return _read(done.stdout, done.returncode)


def _environment() -> dict[str, str]:
    """The child finds this very package, wherever it was imported from."""
    places = [str(SOURCES), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}


def _read(output: bytes, code: int) -> Painting:
    line, _, content = output.partition(b"\n")
    if code or not line:
        raise RenderFailed(
            "The map was too large to be painted: its painter ended before it was done.",
            todo="Export fewer stages at once.",
        )
    said: dict[str, Any] = json.loads(line)
    if said["refused"]:
        raise RenderFailed(*said["refused"])
    return Painting(content, said["media_type"], tuple(said["warnings"]))
