"""Every route against an unknown id, and every refusal in one shape. A route without a row here fails."""

from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from uuid_utils import uuid7

from footfall.service.workspace import Workspace
from footfall.sync.protocol import Problem

V1 = "/api/v1"
CHANGE = {"id": str(uuid7()), "ops": [{"op": "drop", "id": "nothing"}]}
ASKED = {"dataset": "unknown", "question": {"kind": "reach", "at": ["nowhere"]}}
ANALYSED = {"dataset": "unknown", "analysis": {"analysis": "flow"}}
OPENED = {**ANALYSED, "key": {"source": "event:a", "target": "event:b"}, "figure": "customers"}
FILE = {"file": ("nothing.csv", b"")}  # a file in which there is nothing to import
READ = {"file": "a.csv", "mapping": {"customer": "a", "time": "b", "event_is": "c"}}
IMPORTED = {**READ, "name": "A"}
# Method and path → what to send, and the status of the answer. `{...}` in a path becomes an id that is not here.
MOMENT = {"dataset": "unknown", "question": "Food", "number": "quality"}
KANO = {"waves": [{"dataset": "unknown"}], "pairs": [{"feature": "chat", "with_it": "with", "without_it": "without"}]}
MATRIX: dict[tuple[str, str], tuple[dict[str, Any], int]] = {
    ("get", "/workspace"): ({}, 200),
    ("get", "/people"): ({}, 200),
    ("get", "/maps"): ({}, 200),
    ("post", "/maps"): ({"json": {}}, 201),
    ("post", "/maps/import/look"): ({"files": FILE}, 422),
    ("post", "/maps/import"): ({"files": FILE}, 422),
    ("post", "/maps/{id}/import"): ({"files": FILE}, 422),
    ("get", "/templates"): ({}, 200),
    ("get", "/templates/{id}"): ({}, 404),
    ("delete", "/templates/{id}"): ({}, 404),
    ("post", "/maps/{id}/template"): ({"json": {"name": "Ours"}}, 404),
    ("get", "/maps/{id}"): ({}, 404),
    ("post", "/maps/{id}/copy"): ({"json": {"title": "Twice"}}, 404),
    ("delete", "/maps/{id}"): ({}, 404),
    ("post", "/maps/{id}/future"): ({}, 404),
    ("post", "/maps/{id}/changes"): ({"json": CHANGE}, 404),
    ("get", "/maps/{id}/checks"): ({}, 404),
    ("get", "/maps/{id}/readings"): ({}, 404),
    ("get", "/maps/{id}/alignment"): ({}, 404),
    ("post", "/maps/{id}/alignment"): ({"json": {"only": {"first": 3}}}, 404),
    ("post", "/maps/{id}/alignment/population"): ({"json": {"counted": {"of": "map"}}}, 404),
    ("get", "/maps/{id}/alignment/csv"): ({}, 404),
    ("get", "/maps/{id}/history"): ({}, 404),
    ("get", "/maps/{id}/at/{seq}"): ({}, 422),
    ("get", "/maps/{id}/differences"): ({"params": {"since": 0}}, 404),
    ("get", "/maps/{id}/differences/{other}"): ({}, 404),
    ("post", "/maps/{id}/versions"): ({"json": {"name": "First"}}, 404),
    ("post", "/maps/{id}/restore"): ({"json": {"seq": 1}}, 404),
    ("get", "/maps/{id}/comments"): ({}, 404),
    ("post", "/maps/{id}/comments"): ({"json": {"text": "Why?"}}, 404),
    ("put", "/maps/{id}/comments/{comment}/resolved"): ({"json": {"resolved": True}}, 404),
    ("get", "/maps/{id}/export"): ({}, 404),
    ("get", "/maps/{id}/nesting"): ({}, 404),
    ("post", "/maps/{id}/targets"): ({}, 404),
    ("get", "/maps/{id}/roadmap"): ({}, 404),
    ("get", "/maps/{id}/roadmap/export"): ({}, 404),
    ("get", "/opportunities/standing"): ({}, 200),
    ("get", "/opportunities/customers"): ({}, 200),
    ("get", "/opportunities/owners"): ({}, 200),
    ("get", "/opportunities/export"): ({}, 200),
    ("get", "/opportunities/{id}/customers"): ({"params": {"dataset": "unknown"}}, 404),
    ("get", "/opportunities/{id}/effect"): ({}, 404),
    ("get", "/opportunities/{id}/effect/export"): ({}, 404),
    ("get", "/moments/survey"): ({"params": {"dataset": "unknown"}}, 404),
    ("post", "/moments/survey/population"): ({"json": MOMENT}, 404),
    ("get", "/moments/maps/{id}"): ({}, 404),
    ("post", "/moments/maps/{id}/population"): ({"json": {"card": "unknown"}}, 404),
    ("get", "/moments/export"): ({"params": {"dataset": "unknown"}}, 404),
    ("get", "/kano/datasets/{id}"): ({}, 404),
    ("post", "/kano/run"): ({"json": KANO}, 404),
    ("post", "/kano/population"): ({"json": KANO | {"number": "M"}}, 404),
    ("post", "/kano/answers"): ({"json": {"name": "Kano", "table": "chat"}}, 422),
    ("post", "/kano/export"): ({"json": KANO}, 404),
    ("get", "/portfolio"): ({}, 200),
    ("get", "/portfolio/scores"): ({}, 200),
    ("get", "/portfolio/fits"): ({}, 200),
    ("get", "/portfolio/export"): ({}, 200),
    ("get", "/portfolio/maps/{id}/cards"): ({"params": {"pile": "assumed"}}, 404),
    ("get", "/search"): ({}, 200),
    ("post", "/releases"): ({"json": {"id": "app-4", "name": "App 4", "touchpoints": ["unknown"]}}, 422),
    ("get", "/stale"): ({}, 200),
    ("get", "/evidence/plan"): ({}, 200),
    ("get", "/evidence/plan/export"): ({}, 200),
    ("get", "/evidence/board/export"): ({}, 200),
    ("get", "/evidence/insights/export"): ({}, 200),
    ("get", "/sources"): ({}, 200),
    ("get", "/sources/excerpts"): ({}, 200),
    ("post", "/sources/excerpts/cited"): ({"json": ["unknown/unknown"]}, 200),
    ("get", "/sources/{id}/transcript"): ({}, 404),
    ("put", "/sources/{id}/transcript"): ({"files": FILE}, 404),
    ("delete", "/sources/{id}/words"): ({}, 200),
    ("get", "/sources/{id}/excerpts"): ({}, 404),
    ("post", "/sources/{id}/excerpts"): ({"json": {"text": "Why?"}}, 404),
    ("put", "/sources/{id}/excerpts/{excerpt}"): ({"json": {"kind": "quote", "text": "Why?"}}, 404),
    ("delete", "/sources/{id}/excerpts/{excerpt}"): ({}, 404),
    ("get", "/datasets"): ({}, 200),
    ("post", "/datasets/uploads"): ({"files": {"files": ("a.csv", b"a,b")}}, 201),
    ("post", "/datasets/uploads/{id}/files"): ({"files": {"files": ("a.csv", b"a,b")}}, 404),
    ("delete", "/datasets/uploads/{id}"): ({}, 404),
    ("post", "/datasets/uploads/{id}/preview"): ({"json": {"file": "a.csv"}}, 404),
    ("post", "/datasets/uploads/{id}/import"): ({"json": IMPORTED}, 404),
    ("post", "/datasets/uploads/{id}/rejects"): ({"json": READ}, 404),
    ("get", "/datasets/imports"): ({}, 200),
    ("get", "/datasets/imports/{job}"): ({}, 404),
    ("delete", "/datasets/imports/{job}"): ({}, 404),
    ("get", "/datasets/{id}"): ({}, 404),
    ("patch", "/datasets/{id}"): ({"json": {"caution": "A sample."}}, 404),
    ("delete", "/datasets/{id}"): ({}, 404),
    ("delete", "/datasets/{id}/imports/{part}"): ({}, 404),
    ("get", "/datasets/{id}/customers/{pseudonym}"): ({}, 404),
    ("get", "/datasets/{id}/bindings"): ({}, 404),
    ("get", "/datasets/{id}/survey"): ({}, 404),
    ("get", "/datasets/{id}/excerpts"): ({}, 404),
    ("put", "/datasets/{id}/excerpts/{excerpt}/overruling"): ({"json": {"language": "en"}}, 404),
    ("delete", "/datasets/{id}/excerpts/{excerpt}/overruling"): ({}, 404),
    ("post", "/datasets/{id}/excerpts/{excerpt}/kept"): ({}, 404),
    ("post", "/datasets/{id}/bindings/try"): ({"json": {"binding": {"events": ["a"]}}}, 404),
    ("post", "/datasets/{id}/draft"): ({}, 404),
    ("post", "/questions/ask"): ({"json": ASKED}, 422),
    ("post", "/questions/population"): ({"json": ASKED}, 422),
    ("post", "/analyses/run"): ({"json": ANALYSED}, 404),
    ("post", "/analyses/population"): ({"json": OPENED}, 404),
    ("post", "/analyses/csv"): ({"json": ANALYSED}, 404),
    ("post", "/analyses/segments"): ({"json": {"dataset": "gone", "analysis": {"analysis": "segments"}}}, 404),
    ("post", "/maps/{id}/contrast"): ({"json": {"groups": [{"name": name, "only": {}} for name in "ab"]}}, 404),
    ("get", "/datasets/{id}/places"): ({}, 404),
    ("post", "/images"): ({"files": FILE}, 422),
    ("get", "/images/{id}"): ({}, 404),
    ("get", "/library"): ({}, 200),
    ("get", "/library/usage"): ({}, 200),
    ("get", "/library/checks"): ({}, 200),
    ("post", "/library/changes"): ({"json": CHANGE}, 200),
}


def is_problem(answer: Response, status: int, code: str) -> bool:
    """Whether the answer is a problem as the reference describes it, with an id to quote and nothing of the inside."""
    problem = Problem.model_validate(answer.json())
    told = (answer.status_code, answer.headers["content-type"], problem.status, problem.code)
    return told == (status, "application/problem+json", status, code) and bool(problem.id and problem.detail)


def test_every_route_has_a_row(app: FastAPI) -> None:
    routes = {(method, path.removeprefix(V1)) for path, item in app.openapi()["paths"].items() for method in item}
    assert routes == set(MATRIX)


@pytest.mark.parametrize(("method", "path"), MATRIX)
async def test_an_unknown_id_is_not_found_and_nothing_else(client: AsyncClient, method: str, path: str) -> None:
    send, status = MATRIX[method, path]
    answer = await client.request(method, V1 + path.replace("{", "unknown-").replace("}", ""), **send)
    assert answer.status_code == status, answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert status < 400 or is_problem(answer, status, answer.json()["code"])


@pytest.mark.parametrize(("method", "path"), [row for row, (send, _) in MATRIX.items() if send])
async def test_a_body_of_another_form_is_refused_as_a_problem(client: AsyncClient, method: str, path: str) -> None:
    answer = await client.request(method, V1 + path.replace("{", "").replace("}", ""), content=b'{"wrong": ')
    assert is_problem(answer, 422, "invalid-request")


async def test_addresses_and_methods_that_are_not_there_are_problems(client: AsyncClient) -> None:
    assert is_problem(await client.get(f"{V1}/nowhere"), 404, "not-found")
    assert is_problem(await client.get("/api"), 404, "not-found")
    assert is_problem(await client.put(f"{V1}/maps"), 405, "invalid-request")
    assert is_problem(await client.post("/"), 405, "invalid-request")


async def test_an_actor_that_is_none_is_refused(client: AsyncClient) -> None:
    answer = await client.get(f"{V1}/maps", headers={"X-Footfall-Actor": "no spaces please"})
    assert is_problem(answer, 422, "invalid-request")


async def test_the_actor_of_the_headers_stands_in_the_journal(client: AsyncClient) -> None:
    anna = {"X-Footfall-Actor": "anna", "X-Footfall-Actor-Name": "Anna%20J%C3%B8rgensen%20%F0%9F%93%A6"}
    made = await client.post(f"{V1}/maps", json={}, headers=anna)
    (summary,) = (await client.get(f"{V1}/maps")).json()
    assert (summary["id"], summary["updated_by"]) == (made.json()["id"], {"id": "anna", "name": "Anna Jørgensen 📦"})


async def test_a_map_is_made_changed_read_and_deleted(client: AsyncClient) -> None:
    records = {"map": {"type": "map", "title": "Parcel"}, "c": {"type": "card", "text": "waits"}}
    id = (await client.post(f"{V1}/maps", json={"records": records})).json()["id"]
    change = {"id": str(uuid7()), "ops": [{"op": "set", "id": "c", "field": "text", "value": "waits long"}]}
    first = await client.post(f"{V1}/maps/{id}/changes", json=change)
    again = await client.post(f"{V1}/maps/{id}/changes", json=change)
    assert (first.status_code, first.json()["seq"], again.json()) == (200, 2, first.json())
    read = await client.get(f"{V1}/maps/{id}")
    assert read.json() == {"id": id, "seq": 2, "records": records | {"c": {"type": "card", "text": "waits long"}}}
    assert (await client.delete(f"{V1}/maps/{id}")).status_code == 204
    assert is_problem(await client.get(f"{V1}/maps/{id}"), 404, "not-found")


async def test_a_change_against_the_rules_is_refused_as_a_problem(client: AsyncClient) -> None:
    id = (await client.post(f"{V1}/maps", json={})).json()["id"]
    change = {"id": str(uuid7()), "ops": [{"op": "drop", "id": "map"}]}
    assert is_problem(await client.post(f"{V1}/maps/{id}/changes", json=change), 422, "invalid-change")


async def test_a_mistake_of_ours_is_a_problem_without_a_trace_of_the_inside(
    client: AsyncClient, ws: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    ws.store.write(lambda writing: writing.exec_driver_sql("DROP TABLE people") and None).result()
    broken = await client.get(f"{V1}/people")
    assert is_problem(broken, 503, "storage-failed")
    assert "Traceback" not in broken.text
    assert broken.json()["id"] in capsys.readouterr().out


async def test_the_openapi_document_is_served(client: AsyncClient) -> None:
    document = (await client.get(f"{V1}/openapi.json")).json()
    assert set(document["paths"]) == {V1 + path for _, path in MATRIX}
