"""The built web app: its files, and its page for every address that is no file."""

import mimetypes
import os
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from footfall.errors import NotFound

BUILT = Path(__file__).resolve().parent.parent / "static"
FOREVER = "public, max-age=31536000, immutable"  # names of assets hold a hash of what is inside
ASK_AGAIN = "no-cache"  # kept, but asked about each time, so that a new version is seen at once
PACKED = {"br": ".br", "gzip": ".gz"}  # as the build packed them (web/scripts/compress.mjs), the smallest first
MISSING = (
    "<!doctype html><html lang=en><title>Footfall</title><h1>The web app is not built here</h1>"
    "<p>The server and its API run. Build the page with <code>make web-app</code> and reload.</p></html>"
)


def install(app: FastAPI, built: Path = BUILT) -> None:
    """Serve the page and its files. To be called after the routes of the API: this takes every address that is left."""
    files = StaticFiles(directory=built, check_dir=False)

    @app.get("/{path:path}", include_in_schema=False)
    def page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise NotFound(f"There is nothing at /{path}.", todo="See the reference of the API.")
        accepts = request.headers.get("accept-encoding", "")
        return _file(files, built, path, accepts) or _page(built, accepts)


def _file(files: StaticFiles, built: Path, path: str, accepts: str) -> Response | None:
    """The file of that name, if the app has one."""
    found, stat = _found(files, path)
    if stat is None or not Path(found).is_file():
        return None
    forever = Path(found).parent.name == "assets" and built in Path(found).parents
    return _answer(Path(found), accepts, FOREVER if forever else ASK_AGAIN)


def _answer(found: Path, accepts: str, kept: str) -> Response:
    """The file, packed in the smallest way that the browser takes and the build made."""
    made = {coding: packed for coding, ending in PACKED.items() if (packed := Path(f"{found}{ending}")).is_file()}
    coding = next((coding for coding in made if coding in _codings(accepts)), None)
    headers = {"Cache-Control": kept} | ({"Vary": "Accept-Encoding"} if made else {})
    headers |= {"Content-Encoding": coding} if coding else {}
    kind = mimetypes.guess_type(found)[0]
    return FileResponse(made[coding] if coding else found, headers=headers, media_type=kind)


def _codings(accepts: str) -> set[str]:
    """The encodings of an Accept-Encoding header, without those that it forbids with q=0."""
    each = (part.replace(" ", "").lower().partition(";q=") for part in accepts.split(","))
    return {coding for coding, _, weight in each if weight.strip("0.") or not weight}


def _found(files: StaticFiles, path: str) -> tuple[str, os.stat_result | None]:
    """Look a name up so that no path leads out of the folder; what cannot be a name is not there."""
    if not path or path.startswith("."):
        return "", None
    try:
        return files.lookup_path(path)
    except (OSError, ValueError):  # too long, a NUL inside
        return "", None


def _page(built: Path, accepts: str) -> Response:
    index = built / "index.html"
    if not index.is_file():
        return HTMLResponse(MISSING, 503)
    return _answer(index, accepts, ASK_AGAIN)
