"""What cannot be imported over HTTP is a problem (RFC 9457) with a sentence, and nothing of it stays."""

import gzip
import hashlib
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient, Response

from footfall.service.workspace import Workspace
from footfall.sync.protocol import Problem
from tests.web.importing import bring_in

EVENTS = b"who,when,what,by\n" + b"".join(b"c%d,2024-01-%02d 10:00,look,web\n" % (n, 1 + n % 28) for n in range(48))
MAPPING = {"customer": "who", "time": "when", "event": "what", "channel": "by"}
JOINED = {**MAPPING, "joins": [{"file": "people.csv", "key": "by", "column": "who"}]}
MAP = "footfall: 1\ntitle: Parcel\nstages:\n  - Wait: [Track]\nlanes:\n  - kind: actions\n    cards: {Track: Waits}\n"


@pytest.fixture(params=["an empty workspace", "a dataset that grows"])
async def filled(request: pytest.FixtureRequest, client: AsyncClient) -> AsyncClient:
    """A client of a workspace that has no dataset yet, and of one that has the dataset of the upload's name."""
    if request.param == "a dataset that grows":
        good = await bring_in(client, b"who,when,what,by\nann,2024-01-02,look,web\n", MAPPING)
        assert good["state"] == "done"
    return client


def contents(ws: Workspace) -> dict[str, str]:
    """All files of the workspace with their fingerprints, but for the database's."""
    files = (path for path in ws.folder.rglob("*") if path.is_file() and not path.name.startswith("footfall.db"))
    return {path.relative_to(ws.folder).as_posix(): fingerprint(path) for path in files if path.suffix != ".lock"}


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problem_of(found: Any) -> Problem:
    """The refusal in the one shape of refusals, whether an answer brings it or an import that failed."""
    if isinstance(found, Response):
        told = Problem.model_validate(found.json())
        assert (found.headers["content-type"], told.status) == ("application/problem+json", found.status_code)
    else:
        assert found["state"] == "failed"
        told = Problem.model_validate(found["problem"])
    assert 400 <= told.status < 500
    assert told.id
    return told


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("mapping", "file", "code", "sentence"),
    [
        ("{", EVENTS, "invalid-request", "JSON decode error"),
        ({"customer": "who"}, EVENTS, "invalid-request", "needs the column that holds the time"),
        ({**MAPPING, "custommer": "who"}, EVENTS, "invalid-request", "mapping.custommer: Extra inputs"),
        ({**MAPPING, "zone": "Mars/Olympus"}, EVENTS, "invalid-data", "'Mars/Olympus' is not a time zone."),
        ({**MAPPING, "event": "whta"}, EVENTS, "invalid-data", "lacks the column whta. It has: who, when, what, by."),
        (JOINED, EVENTS, "invalid-data", "The file people.csv is not here."),
        (MAPPING, b"", "invalid-data", "events.csv is empty."),
        (MAPPING, b"\n\n \n", "invalid-data", "events.csv is empty."),
        (MAPPING, b"who,when,what,by\n", "invalid-data", "events.csv has a header but no rows."),
        (MAPPING, b"\x00\x01\x02" * 999, "invalid-data", "events.csv is not a text file"),
        (MAPPING, b"\x89PNG\r\n\x1a\n" + bytes(99), "invalid-data", "events.csv is a picture"),
        (MAPPING, b"PK\x03\x04" + bytes(99), "invalid-data", "events.csv is a damaged zip archive"),
        (MAPPING, b"PAR1" + bytes(99), "invalid-data", "events.csv is a damaged Parquet file"),
        (MAPPING, gzip.compress(EVENTS, mtime=0)[:-9], "invalid-data", "events.csv is a damaged gzip file"),
        (MAPPING, gzip.compress(b"a,b\n" * 40_000_000, 9, mtime=0), "invalid-data", "events.csv unpacks to more than"),
        (MAPPING, b"x" * 2_000_000, "invalid-data", "has a line of more than 1 MB"),
        (MAPPING, b"a,b\n1,2\n", "invalid-data", "lacks the columns who, when, what, by. It has: a, b."),
        (MAPPING, b"who,when,what,by\nann,soon,look,web\n", "invalid-data", "None of the 1 rows of events.csv can be"),
        (MAPPING, EVENTS * 4000, "too-large", "more than 3 million bytes"),
    ],
)
async def test_a_file_that_cannot_be_imported_is_a_problem_and_leaves_nothing_behind(
    mapping: object, file: bytes, code: str, sentence: str, filled: AsyncClient, ws: Workspace
) -> None:
    datasets, before = (await filled.get("/api/v1/datasets")).json(), contents(ws)
    told = problem_of(await bring_in(filled, file, mapping))
    assert told.code == code
    assert sentence in told.detail
    assert (await filled.get("/api/v1/datasets")).json() == datasets
    assert contents(ws) in (before, before | {"key": contents(ws).get("key")})  # a key is made once, before all else


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["", " !! ", "x" * 201])
async def test_a_dataset_needs_a_name(name: str, client: AsyncClient, ws: Workspace) -> None:
    problem_of(await bring_in(client, EVENTS, MAPPING, name))
    assert contents(ws) == {}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("title:", "titel:", "Line 2 has 'titel', which is no key of a map file. Did you mean 'title'?"),
        ("{Track:", "{Trakc:", "refers to the step 'Trakc', which is not in this file. Did you mean 'Track'?"),
        ("kind: actions", "kind: acts", "'acts' as 'kind' of a lane. Did you mean 'actions'?"),
        ("footfall: 1\n", "", "should say 'footfall: 1'"),
        (MAP, "", "The file is empty."),
        (MAP, "a,b\n1,2\n", "is no map file"),
    ],
)
async def test_a_map_file_with_a_mistake_is_a_problem_and_makes_nothing(
    right: str, wrong: str, sentence: str, client: AsyncClient
) -> None:
    before = await everything(client)
    text = MAP.replace(right, wrong, 1)
    told = problem_of(await client.post("/api/v1/maps/import", files={"file": ("a.journey.yaml", text)}))
    assert told.code == "invalid-map-file"
    assert sentence in told.detail
    assert await everything(client) == before


async def everything(client: AsyncClient) -> list[Any]:
    return [(await client.get(f"/api/v1/{kind}")).json() for kind in ("maps", "library", "datasets")]
