"""The routes for pictures: written anew when they come, and harmless when they go."""

import hashlib
from io import BytesIO
from unittest.mock import ANY

import pytest
from httpx import AsyncClient, Response
from PIL import Image

from footfall.service.workspace import Workspace
from tests.images.files import bomb, photo, picture, turned_photo
from tests.render.conftest import assets
from tests.render.test_drawings import SCRIPTED

__all__ = ["assets"]
pytestmark = pytest.mark.anyio


async def bring(client: AsyncClient, content: bytes, name: str = "a.png", media: str = "image/png") -> Response:
    return await client.post("/api/v1/images", files={"file": (name, content, media)})


def kept_files(ws: Workspace) -> int:
    return sum(path.is_file() for path in (ws.folder / "files").rglob("*"))


async def test_a_picture_is_kept_under_the_fingerprint_of_its_bytes_and_shown_harmlessly(client: AsyncClient) -> None:
    kept = (await bring(client, turned_photo(), "me.jpg", "text/html")).json()
    assert kept == {"id": ANY, "media_type": "image/jpeg", "width": 30, "height": 40}
    shown = await client.get(f"/api/v1/images/{kept['id']}")
    assert hashlib.sha256(shown.content).hexdigest() == kept["id"]
    wanted = {
        "content-type": "image/jpeg",
        "cache-control": "private, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
    }
    assert {name: shown.headers[name] for name in wanted} == wanted


async def test_the_same_picture_twice_is_one_file(ws: Workspace, client: AsyncClient) -> None:
    answers = [await bring(client, photo((60, 40))) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert kept_files(ws) == 1


@pytest.mark.usefixtures("assets")
async def test_a_drawing_with_a_script_becomes_a_png(client: AsyncClient) -> None:
    kept = (await bring(client, SCRIPTED, "a.svg", "image/svg+xml")).json()
    shown = await client.get(f"/api/v1/images/{kept['id']}")
    assert shown.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(shown.content)).size == (2000, 1200)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Dear all,\n", "The file is no picture, whatever its name says."),
        (b"<html><svg onload=alert(1)></svg><script>1</script></html>", "The drawing cannot be painted"),
        (picture("PNG")[:60], "The picture is broken or was not copied to its end."),
        (bomb(30_000, 30_000), "The picture unfolds to very many pixels."),
        (bomb(9_000, 9_000), "The picture has 9,000 by 9,000 pixels."),
    ],
    ids=["text", "page", "broken", "bomb", "81 megapixels"],
)
@pytest.mark.usefixtures("assets")
async def test_what_is_no_picture_is_a_problem_and_nothing_stays(
    ws: Workspace, client: AsyncClient, content: bytes, sentence: str
) -> None:
    answer = await bring(client, content)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-image")
    assert answer.json()["detail"].startswith(sentence)
    assert kept_files(ws) == 0


async def test_a_huge_file_is_a_problem(ws: Workspace, client: AsyncClient) -> None:
    answer = await bring(client, bytes(1_200_000))
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert kept_files(ws) == 0


@pytest.mark.parametrize("id", ["0" * 64, "..%2F..%2Fkey", "a"])
async def test_a_picture_that_is_not_here_is_not_found(client: AsyncClient, id: str) -> None:
    assert (await client.get(f"/api/v1/images/{id}")).status_code == 404


async def test_a_file_that_is_no_longer_what_it_was_is_not_shown(ws: Workspace, client: AsyncClient) -> None:
    id = (await bring(client, picture("PNG"))).json()["id"]
    (ws.folder / "files" / id[:2] / id).write_bytes(b"<script>alert(1)</script>")
    assert (await client.get(f"/api/v1/images/{id}")).status_code == 404
