"""The built web app: its page at every address, its files kept as long as they may be."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from footfall.web import pages, problems


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html>the page")
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "assets/index-1a2b3c.js").write_text("import 'x'")
    (folder / ".sources").write_text("a stamp of the build")
    (tmp_path / "secret").write_text("not yours")
    return folder


@pytest.fixture
async def browser(built: Path) -> AsyncIterator[AsyncClient]:
    app = FastAPI()
    pages.install(app, built)
    problems.install(app)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.mark.parametrize("path", ["/", "/maps/abc", "/data/import", "/maps/abc.js", "/.sources", "/assets/gone.js"])
async def test_every_address_that_is_no_file_is_the_page(browser: AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.text, answer.headers["cache-control"]) == ("<!doctype html>the page", "no-cache")
    assert answer.headers["etag"]


async def test_files_named_by_their_content_are_kept_for_ever(browser: AsyncClient) -> None:
    answer = await browser.get("/assets/index-1a2b3c.js")
    assert (answer.text, answer.headers["cache-control"]) == ("import 'x'", "public, max-age=31536000, immutable")
    assert answer.headers["content-type"].startswith("text/javascript")


async def test_other_files_are_asked_about_each_time(browser: AsyncClient) -> None:
    assert (await browser.get("/icon.svg")).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepts", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("identity", None), ("", None)],
)
async def test_a_file_is_sent_as_small_as_the_browser_takes_it(
    browser: AsyncClient, built: Path, accepts: str, coding: str | None
) -> None:
    packed = {"br": b"packed by Brotli", "gzip": gzip.compress(b"import 'x'", mtime=0), None: b"import 'x'"}
    (built / "assets/index-1a2b3c.js.br").write_bytes(packed["br"])
    (built / "assets/index-1a2b3c.js.gz").write_bytes(packed["gzip"])
    async with browser.stream("GET", "/assets/index-1a2b3c.js", headers={"Accept-Encoding": accepts}) as answer:
        body = b"".join([part async for part in answer.aiter_raw()])
        told = answer.headers
    assert (body, told.get("content-encoding"), told["vary"]) == (packed[coding], coding, "Accept-Encoding")
    assert told["content-type"].startswith("text/javascript")
    assert told["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path", ["/../secret", "/%2e%2e/secret", "/assets/..%2f..%2fsecret", "//secret", "/%00", "/" + 300 * "long"]
)
async def test_no_path_leads_out_of_the_folder(browser: AsyncClient, path: str) -> None:
    assert "not yours" not in (await browser.get(path)).text


async def test_without_a_built_app_the_page_says_how_to_build_it(tmp_path: Path) -> None:
    app = FastAPI()
    pages.install(app, tmp_path / "nothing")
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1") as browser:
        answer = await browser.get("/")
    assert (answer.status_code, "make web-app" in answer.text) == (503, True)
