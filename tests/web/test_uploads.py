"""Files over HTTP: brought, looked at, imported in the background, cancelled, forgotten."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient, Response

from footfall.service import uploads
from footfall.service.workspace import Workspace
from tests.web import importing
from tests.web.test_routes import is_problem

V1 = "/api/v1/datasets"
ROWS = [f"c{n % 12},2024-01-{1 + n % 28:02} 10:00,{('look', 'buy', 'look')[n % 3]},web" for n in range(48)]
EVENTS = "\n".join(["who,when,what,by", *ROWS, "c1,soon,look,web"]).encode()
MAPPING = {"customer": "who", "time": "when", "event": "what", "channel": "by"}
PATIENCE = 60  # seconds


@pytest.fixture(autouse=True)
def waiting_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where uploads wait in these tests."""
    monkeypatch.setenv("TMPDIR", str(folder := tmp_path / "temporary"))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    folder.mkdir()
    return folder


async def bring(client: AsyncClient, *files: tuple[str, bytes]) -> Any:
    answer = await client.post(f"{V1}/uploads", files=[("files", file) for file in files])
    assert answer.status_code == 201, answer.text
    return answer.json()


async def start(client: AsyncClient, upload: str, file: str = "events.csv", mapping: object = MAPPING) -> Response:
    asked = {"file": file, "mapping": mapping, "name": "Shop"}
    return await client.post(f"{V1}/uploads/{upload}/import", json=asked)


async def ended(client: AsyncClient, job: str) -> Any:
    """The import once it is over."""
    return await importing.ended(client, await client.get(f"{V1}/imports/{job}"))


def files_in(folder: Path) -> list[str]:
    return sorted(name for _, _, names in os.walk(folder) for name in names if name != ".lock")


async def test_a_file_is_brought_tried_imported_and_stays_while_rows_were_refused(
    client: AsyncClient, waiting_room: Path
) -> None:
    upload = await bring(client, ("C:\\data\\events.csv", EVENTS))
    assert upload == {"id": upload["id"], "files": [{"name": "events.csv", "bytes": len(EVENTS)}]}

    shown = (await client.post(f"{V1}/uploads/{upload['id']}/preview", json={"file": "events.csv"})).json()
    assert (shown["columns"], shown["rows"][0]) == (["who", "when", "what", "by"], ["c0", *ROWS[0].split(",")[1:]])
    assert (await client.get("/api/v1/datasets")).json() == []

    job = (await start(client, upload["id"])).json()
    assert (job["file"], job["dataset"], job["report"]) == ("events.csv", "shop", None)
    done = await ended(client, job["id"])
    report = done["report"]
    assert (done["state"], done["rows"], done["share"], done["problem"]) == ("done", 49, 1, None)
    assert (report["dataset"], report["kept"], report["refused"]) == ("shop", 48, 1)
    assert (await client.get(f"{V1}/imports")).json() == [done]
    assert (await client.get(f"{V1}/shop")).json()["events"] == 48
    assert files_in(waiting_room) == ["events.csv"]

    assert (await client.delete(f"{V1}/uploads/{upload['id']}")).status_code == 204
    assert files_in(waiting_room) == []
    assert (await client.delete(f"{V1}/imports/{job['id']}")).status_code == 204
    assert (await client.get(f"{V1}/imports")).json() == []


async def test_a_file_of_which_all_was_kept_is_gone_after_the_import(client: AsyncClient, waiting_room: Path) -> None:
    upload = await bring(client, ("events.csv", EVENTS.replace(b"soon", b"2024-02-02")))
    job = (await start(client, upload["id"])).json()
    assert (await ended(client, job["id"]))["report"]["refused"] == 0
    gone = await client.post(f"{V1}/uploads/{upload['id']}/preview", json={"file": "events.csv"})
    assert is_problem(gone, 404, "not-found")
    assert files_in(waiting_room) == []


async def test_a_trial_says_what_the_first_rows_become(client: AsyncClient) -> None:
    upload = await bring(client, ("events.csv", EVENTS))
    asked = {"file": "events.csv", "mapping": MAPPING}
    trial = (await client.post(f"{V1}/uploads/{upload['id']}/preview", json=asked)).json()["trial"]
    path = trial.pop("path")
    unreadable = "The time cannot be read, or lies outside the years 1900 to 2100."
    assert trial == {
        "rows": 49,
        "kept": 48,
        "stored": 48,
        "left_out": [],
        "refused": [
            {
                "reason": "unreadable-time",
                "sentence": unreadable,
                "count": 1,
                "samples": [{"line": 50, "column": "when", "value": "soon"}],
            }
        ],
        "warnings": [],
        "names": [{"event": "look", "channel": "web", "count": 32}, {"event": "buy", "channel": "web", "count": 16}],
        "cleaned": [],
    }
    assert len(path["customer"]) == 13
    assert [(moment["time"][:10], moment["event"]) for moment in path["moments"]] == [
        ("2024-01-01", "look"),
        ("2024-01-09", "look"),
        ("2024-01-13", "look"),
        ("2024-01-25", "look"),
    ]


async def test_a_mapping_that_does_not_fit_is_told_beside_the_rows(client: AsyncClient) -> None:
    upload = await bring(client, ("events.csv", EVENTS))
    asked = {"file": "events.csv", "mapping": {**MAPPING, "event": "whta"}}
    shown = (await client.post(f"{V1}/uploads/{upload['id']}/preview", json=asked)).json()
    assert shown["problem"].startswith("events.csv lacks the column whta. It has: who, when, what, by.")
    assert (shown["trial"], len(shown["rows"])) == (None, 10)


async def test_a_file_that_a_join_names_can_be_brought_later(client: AsyncClient) -> None:
    upload = await bring(client, ("orders.csv", b"order,when\n1,2024-01-02\n2,2024-01-03\n"))
    mapping = {"customer": "who", "time": "when", "event_is": "Ordered"}
    mapping |= {"joins": [{"file": "people.csv", "key": "order", "column": "who"}]}
    asked = {"file": "orders.csv", "mapping": mapping}
    before = (await client.post(f"{V1}/uploads/{upload['id']}/preview", json=asked)).json()
    assert before["problem"].startswith("The file people.csv is not here.")
    more = {"files": ("people.csv", b"order,who\n1,ann\n2,bob\n")}
    both = (await client.post(f"{V1}/uploads/{upload['id']}/files", files=more)).json()
    assert [file["name"] for file in both["files"]] == ["orders.csv", "people.csv"]
    after = (await client.post(f"{V1}/uploads/{upload['id']}/preview", json=asked)).json()
    assert (after["problem"], after["trial"]["stored"]) == ("", 2)


async def test_an_import_that_fails_says_why_and_leaves_nothing(client: AsyncClient, ws: Workspace) -> None:
    upload = await bring(client, ("events.csv", b"who,when,what,by\nann,soon,look,web\n"))
    job = (await start(client, upload["id"])).json()
    failed = await ended(client, job["id"])
    assert (failed["state"], failed["report"], failed["problem"]["code"]) == ("failed", None, "invalid-data")
    assert failed["problem"]["seen"].startswith("None of the 1 rows of events.csv can be kept")
    assert failed["problem"]["id"]
    assert (await client.get("/api/v1/datasets")).json() == []
    assert list((ws.folder / "datasets").glob("[!.]*")) == []


async def test_a_file_or_a_name_that_is_none_is_refused_before_anything_begins(client: AsyncClient) -> None:
    upload = await bring(client, ("events.csv", EVENTS))
    assert is_problem(await start(client, upload["id"], file="../../etc/passwd"), 404, "not-found")
    asked = {"file": "events.csv", "mapping": MAPPING, "name": " !! "}
    assert is_problem(await client.post(f"{V1}/uploads/{upload['id']}/import", json=asked), 422, "invalid-data")
    assert (await client.get(f"{V1}/imports")).json() == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ann\\orders 2024.csv", "orders 2024.csv"),
        ("naïve – $(rm).csv", "naïve _ _(rm).csv"),
        ("..", "file"),
        ("", "file"),
        ("a\u202eb\x00c\n.csv", "a_b_c_.csv"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_the_name_of_a_file_is_cleaned(given: str, kept: str) -> None:
    assert uploads.clean_name(given) == kept


async def test_more_files_than_an_upload_holds_are_refused(client: AsyncClient, waiting_room: Path) -> None:
    many = [("files", (f"{n}.csv", b"a")) for n in range(uploads.MOST_FILES + 1)]
    assert is_problem(await client.post(f"{V1}/uploads", files=many), 422, "invalid-request")
    twice = [("files", ("a.csv", b"a")), ("files", ("b/a.csv", b"a"))]
    assert is_problem(await client.post(f"{V1}/uploads", files=twice), 422, "invalid-request")
    assert files_in(waiting_room) == []


async def test_a_dataset_is_never_hidden_by_an_address_of_the_api(client: AsyncClient) -> None:
    upload = await bring(client, ("events.csv", EVENTS))
    asked = {"file": "events.csv", "mapping": MAPPING, "name": "Imports"}
    job = (await client.post(f"{V1}/uploads/{upload['id']}/import", json=asked)).json()
    assert (await ended(client, job["id"]))["dataset"] == "imports-1"
    assert (await client.get(f"{V1}/imports-1")).json()["name"] == "Imports"


def test_what_nobody_uses_for_its_time_is_gone(waiting_room: Path) -> None:
    with open_uploads(kept=0.0) as brief:
        brief.add([("a.csv", BytesIO(b"a"))])
        wait_until(lambda: files_in(waiting_room) == [])


def test_what_a_killed_server_left_is_gone_with_the_next_one(waiting_room: Path) -> None:
    left = waiting_room / "footfall-uploads-dead"
    (left / "upload").mkdir(parents=True)
    (left / "upload" / "events.csv").write_text("who")
    (left / ".lock").touch()
    with open_uploads() as alive, open_uploads() as other:
        alive.add([("a.csv", BytesIO(b"a"))])
        other.add([("b.csv", BytesIO(b"b"))])
        assert files_in(waiting_room) == ["a.csv", "b.csv"]
    assert list(waiting_room.iterdir()) == []


def wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end


def open_uploads(kept: float = uploads.KEPT) -> "closing[uploads.Uploads]":
    return closing(uploads.Uploads(None, kept))


async def test_refused_rows_are_downloaded_and_kept_nowhere(client: AsyncClient, waiting_room: Path) -> None:
    upload = await bring(client, ("évents.csv", EVENTS))
    asked = {"file": "évents.csv", "mapping": MAPPING}
    answer = await client.post(f"{V1}/uploads/{upload['id']}/rejects", json=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%C3%A9vents%20refused.csv"
    reason = '"The time cannot be read, or lies outside the years 1900 to 2100."'
    assert answer.content.decode("utf-8-sig") == (
        f"line,reason,who,when,what,by\r\n50,{reason},c1,soon,look,web\r\n"
    )
    assert files_in(waiting_room) == ["évents.csv"]


async def test_refused_rows_of_a_file_that_the_mapping_does_not_fit_are_a_problem(client: AsyncClient) -> None:
    upload = await bring(client, ("events.csv", EVENTS))
    asked = {"file": "events.csv", "mapping": {**MAPPING, "event": "whta"}}
    assert is_problem(await client.post(f"{V1}/uploads/{upload['id']}/rejects", json=asked), 422, "invalid-data")
