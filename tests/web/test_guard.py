"""Who may talk to the server, how much they may send, and the headers of each answer (rules S5 and S6)."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from footfall.web.guard import HEADERS
from tests.web.test_routes import is_problem

MAPS = "/api/v1/maps"


@pytest.mark.parametrize("host", ["127.0.0.1:8137", "127.0.0.1", "localhost:8137", "[::1]:8137", "[::1]"])
async def test_the_server_answers_to_the_names_of_this_machine(client: AsyncClient, host: str) -> None:
    assert (await client.get(MAPS, headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8137", "127.0.0.1.evil.example", "192.168.1.5:8137", ""]
)
async def test_the_server_answers_to_no_other_name(client: AsyncClient, host: str) -> None:
    for path in (MAPS, "/"):
        assert is_problem(await client.get(path, headers={"Host": host}), 403, "forbidden")


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1.evil.example:8137"]
)
async def test_a_page_from_elsewhere_may_not_write(client: AsyncClient, origin: str) -> None:
    assert is_problem(await client.post(MAPS, json={}, headers={"Origin": origin}), 403, "forbidden")
    assert (await client.get(MAPS)).json() == []


async def test_the_servers_own_page_may_write(client: AsyncClient) -> None:
    made = await client.post(MAPS, json={}, headers={"Origin": "http://127.0.0.1:8137"})
    assert made.status_code == 201


@pytest.mark.parametrize(
    ("headers", "welcome"),
    [
        ({"host": "127.0.0.1:8137", "origin": "http://127.0.0.1:8137"}, True),
        ({"host": "127.0.0.1:8137"}, True),
        ({"host": "127.0.0.1:8137", "origin": "http://evil.example"}, False),
        ({"host": "127.0.0.1:8137", "origin": "http://127.0.0.1:5173"}, False),
        ({"host": "evil.example:8137", "origin": "http://evil.example:8137"}, False),
    ],
)
async def test_a_socket_is_opened_for_the_servers_own_page_and_for_programs_only(
    app: FastAPI, headers: dict[str, str], *, welcome: bool
) -> None:
    assert await first_word(app, headers) == ("websocket.accept" if welcome else "websocket.close")


async def first_word(app: FastAPI, headers: dict[str, str]) -> str:
    """What the server says to somebody who knocks at a socket and leaves."""
    said: list[dict[str, Any]] = []
    knocks = iter([{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1001}])
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "path": "/api/v1/documents/library/live",
        "raw_path": b"/api/v1/documents/library/live",
        "root_path": "",
        "scheme": "ws",
        "query_string": b"",
        "subprotocols": [],
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> Any:
        return next(knocks)

    async def send(message: Any) -> None:
        said.append(message)

    await app(scope, receive, send)
    return str(said[0]["type"])


@pytest.mark.parametrize("path", ["/", "/maps/abc", MAPS, "/api/v1/nowhere", "/icon.svg"])
async def test_every_answer_has_the_headers_that_protect(client: AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]


async def test_a_refused_request_has_the_headers_too(client: AsyncClient) -> None:
    answer = await client.get("/", headers={"Host": "evil.example"})
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


async def test_what_is_of_people_is_not_kept_by_browsers(client: AsyncClient) -> None:
    assert (await client.get(MAPS)).headers["cache-control"] == "no-store"


async def pieces(total: int) -> AsyncIterator[bytes]:
    for _ in range(total // 10_000):
        yield b" " * 10_000


async def test_a_request_that_says_it_is_too_large_is_refused_unread(client: AsyncClient) -> None:
    answer = await client.post(MAPS, content=pieces(20_000), headers={"Content-Length": "1000001"})
    assert is_problem(answer, 413, "too-large")


async def test_a_request_that_grows_too_large_is_refused_on_the_way(client: AsyncClient) -> None:
    answer = await client.post(MAPS, content=pieces(1_100_000), headers={"Content-Type": "application/json"})
    assert is_problem(answer, 413, "too-large")


async def test_customer_data_may_be_larger_than_other_requests(client: AsyncClient) -> None:
    within = await client.post("/api/v1/datasets/nothing", content=pieces(2_000_000))
    assert within.status_code != 413
