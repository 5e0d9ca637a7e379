"""Finds the Chromium that the browser tests drive, or gets one: `python -m tests.e2e.chromium`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
]


def found() -> str | None:
    """Return the browser named by FOOTFALL_CHROMIUM, else the system's, else Playwright's own, else nothing."""
    named = os.environ.get("FOOTFALL_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def playwrights_own() -> str | None:
    """Return the browser that `playwright install` downloaded, if it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def arguments() -> list[str]:
    """Return the flags to start it with; Chromium's sandbox refuses to start for root."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else ARGUMENTS


def install() -> None:
    """Try the system's packages where we may, then Playwright's download."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        ways.insert(0, ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
        subprocess.run(["apt-get", "update", "-qq"], check=False)
    for way in ways:
        print("getting Chromium:", *way, flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(way, env=environment, check=False)
        if found():
            return


def main() -> int:
    """Print the path of a browser, getting one first where there is none."""
    if not found():
        install()
    path = found()
    if path is None:
        print(
            "No Chromium here and none could be got. Install one (Debian: apt-get install chromium), "
            "or name one: FOOTFALL_CHROMIUM=/path/to/chromium",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
