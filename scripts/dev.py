"""Serves for developers: the server starts anew when a source changes, and Vite serves the page with reload.

Open the address that Vite prints. FOOTFALL_DATA names the workspace; without it .demo is served.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src/footfall"
SERVER = [sys.executable, "-m", "footfall", "serve"]
EDITOR = [sys.executable, "hatch_build.py", "npm", "run", "dev"]
PORT = os.environ.get("FOOTFALL_PORT", "8137")
ENVIRONMENT = {
    "FOOTFALL_DATA": str(ROOT / ".demo"),
    "FOOTFALL_DEV_SERVER": f"http://127.0.0.1:{PORT}",
    **os.environ,
    "FOOTFALL_PORT": PORT,
}


def main() -> None:
    """Run both until one is interrupted; a server that ends by a mistake waits for the next change."""
    editor = subprocess.Popen(EDITOR, cwd=ROOT, env=ENVIRONMENT)
    try:
        while editor.poll() is None:
            serve_until_a_change()
    except KeyboardInterrupt:
        pass
    finally:
        editor.terminate()
        editor.wait()


def serve_until_a_change() -> None:
    """Run the server until a source of it is written, added or taken away."""
    seen = written()
    server = subprocess.Popen(SERVER, cwd=ROOT, env=ENVIRONMENT)
    try:
        while written() == seen:
            time.sleep(0.5)
        print("a source changed: the server starts anew", flush=True)
    finally:
        server.terminate()
        server.wait()


def written() -> dict[Path, float]:
    """Tell when each source of the server was written."""
    kinds = (".py", ".typ", ".yaml")
    return {path: path.stat().st_mtime for path in SOURCES.rglob("*") if path.suffix in kinds}


if __name__ == "__main__":
    main()
