"""Templates over HTTP."""

from httpx import AsyncClient

from tests.web.test_routes import V1, is_problem


async def test_a_map_begins_with_a_template_in_a_language(client: AsyncClient) -> None:
    listed = (await client.get(f"{V1}/templates", params={"language": "nl"})).json()
    wanted = next(one for one in listed if one["id"] == "general-five")
    made = await client.post(f"{V1}/maps", json={"template": wanted["id"], "language": "nl", "title": "Onze reis"})
    assert made.status_code == 201
    (summary,) = (await client.get(f"{V1}/maps")).json()
    assert (summary["id"], summary["title"]) == (made.json()["id"], "Onze reis")
    assert [stage["name"] for stage in summary["stages"]] == [stage["name"] for stage in wanted["stages"]]


async def test_a_map_is_kept_as_a_template_and_the_template_deleted(client: AsyncClient) -> None:
    map_id = (await client.post(f"{V1}/maps", json={"template": "general-five"})).json()["id"]
    kept = await client.post(f"{V1}/maps/{map_id}/template", json={"name": "Ours", "description": "For us."})
    first = (await client.get(f"{V1}/templates")).json()[0]
    told = {name: first[name] for name in ("id", "name", "description", "own", "languages")}
    id = kept.json()["id"]
    assert (kept.status_code, told) == (
        201,
        {"id": id, "name": "Ours", "description": "For us.", "own": True, "languages": ["en"]},
    )
    assert (await client.delete(f"{V1}/templates/{id}")).status_code == 204
    assert is_problem(await client.delete(f"{V1}/templates/{id}"), 404, "not-found")
    assert is_problem(await client.delete(f"{V1}/templates/general-five"), 422, "invalid-request")


async def test_what_is_no_template_is_refused_as_a_problem(client: AsyncClient) -> None:
    assert is_problem(await client.post(f"{V1}/maps", json={"template": "nothing"}), 404, "not-found")
    both = {"template": "general-five", "records": {"s": {"type": "stage", "name": "Wait"}}}
    assert is_problem(await client.post(f"{V1}/maps", json=both), 422, "invalid-request")
    wrong = {"records": {"l": {"type": "lane", "kind": "emotions"}}}
    assert is_problem(await client.post(f"{V1}/maps", json=wrong), 422, "invalid-request")
    assert (await client.get(f"{V1}/maps")).json() == []


async def test_the_records_of_a_template_are_read_in_a_language(client: AsyncClient) -> None:
    read = (await client.get(f"{V1}/templates/general-five", params={"language": "nl"})).json()
    assert (read["id"], read["seq"], read["records"]["map"]["language"]) == ("general-five", 0, "nl")
    assert is_problem(await client.get(f"{V1}/templates/nothing"), 404, "not-found")


async def test_a_map_is_copied_without_its_comments(client: AsyncClient) -> None:
    records = {"map": {"type": "map", "title": "Parcel"}, "buy": {"type": "stage", "name": "Buy"}}
    first = (await client.post(f"{V1}/maps", json={"records": records})).json()["id"]
    said = await client.post(f"{V1}/maps/{first}/comments", json={"target": "buy", "text": "Really?"})
    assert said.status_code == 201
    second = (await client.post(f"{V1}/maps/{first}/copy", json={"title": "Copy of Parcel"})).json()["id"]
    read = (await client.get(f"{V1}/maps/{second}")).json()["records"]
    assert read == records | {"map": {"type": "map", "title": "Copy of Parcel"}}
    assert is_problem(await client.post(f"{V1}/maps/nothing/copy", json={}), 404, "not-found")
