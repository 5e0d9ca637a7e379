"""The routes of sources: a transcript comes in, is marked, and its excerpts are read for cards."""

from unittest.mock import ANY

import pytest
from httpx import AsyncClient
from uuid_utils import uuid7

from footfall.service.workspace import Workspace
from tests.transcripts.files import pages

pytestmark = pytest.mark.anyio
SOURCES = "/api/v1/sources"


async def test_a_transcript_is_brought_marked_edited_cited_and_erased(ws: Workspace, client: AsyncClient) -> None:
    put = {"op": "put", "id": "talk", "record": {"type": "source", "name": "Noor"}}
    change = {"id": str(uuid7()), "ops": [put]}
    assert (await client.post("/api/v1/library/changes", json=change)).status_code == 200
    file = {"file": ("noor.pdf", pages("I waited."), "application/pdf")}
    brought = (await client.put(f"{SOURCES}/talk/transcript", files=file)).json()
    block = {"start": 0, "text": "I waited.", "kind": "paragraph", "page": 1, "seconds": None}
    assert brought["transcript"] == {"format": "pdf", "blocks": [block], "remarks": []}
    assert (await client.get(f"{SOURCES}/talk/transcript")).json() == brought
    marked = await client.post(f"{SOURCES}/talk/excerpts", json={"id": "w", "start": 2, "end": 9})
    place = {"start": 2, "end": 9, "paragraph": 1, "page": 1, "seconds": None}
    excerpt = {"source": "talk", "id": "w", "kind": "quote", "text": "waited.", "place": place, "at": ANY, "by": ANY}
    assert (marked.status_code, marked.json()) == (201, excerpt)
    edited = await client.put(f"{SOURCES}/talk/excerpts/w", json={"kind": "observation", "text": "Waits"})
    excerpt |= {"kind": "observation", "text": "Waits"}
    assert edited.json() == excerpt
    assert (await client.get(f"{SOURCES}/talk/excerpts")).json() == [excerpt]
    assert (await client.get(f"{SOURCES}/excerpts?search=wait")).json() == {"total": 1, "rows": [excerpt]}
    cited = await client.post(f"{SOURCES}/excerpts/cited", json=["talk/w", "talk/x"])
    assert cited.json() == {"total": 1, "rows": [excerpt]}
    assert (await client.get(SOURCES)).json() == {"talk": {"excerpts": 1, "transcript": "noor.pdf"}}
    assert (await client.delete(f"{SOURCES}/talk/words")).json() == {"excerpts": 1}
    assert (await client.delete(f"{SOURCES}/talk/excerpts/w")).status_code == 404


async def test_a_file_that_cannot_be_read_is_a_problem_in_words(client: AsyncClient) -> None:
    put = {"op": "put", "id": "talk", "record": {"type": "source", "name": "Noor"}}
    await client.post("/api/v1/library/changes", json={"id": str(uuid7()), "ops": [put]})
    file = {"file": ("scan.pdf", pages(""), "application/pdf")}
    refused = await client.put(f"{SOURCES}/talk/transcript", files=file)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid-data")
    assert refused.json()["detail"].startswith("scan.pdf holds no text: its 1 page is a picture.")
    nowhere = await client.put(f"{SOURCES}/nobody/transcript", files=file)
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "not-found")
