"""The most dangerous files against a server that runs: it refuses each with a sentence, and goes on serving."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from footfall.events.mapping import Mapping
from tests.hostile import log_cases, packed_cases, parquet_cases, workbook_cases
from tests.hostile.cases import EVENTS, GOOD, Case
from tests.importing import bring_in
from tests.serving import Served, serving

SECONDS = 20  # that a file may take here, so that the endless one ends
DANGEROUS = ("a gzip bomb of one line", "a zip bomb", "a line of 100 MB", "noise")
CASES = [
    *parquet_cases.FLIPPED,
    *(case for case in packed_cases.CASES if case.name in DANGEROUS),
    *(case for case in workbook_cases.CASES if "bomb" in case.name or "entities" in case.name or "end" in case.name),
    log_cases.ENDLESS,
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with one small dataset."""
    environment = os.environ | {"FOOTFALL_IMPORT_SECONDS": str(SECONDS)}
    with serving(tmp_path_factory.mktemp("hostile") / "data", environment=environment) as served:
        assert bring_in(served, "good.csv", GOOD.encode(), told(EVENTS), "Good")["state"] == "done"
        yield served


def told(mapping: Mapping) -> dict[str, Any]:
    """A mapping as the page sends it."""
    return mapping.model_dump(mode="json", exclude_defaults=True) | {"kind": mapping.kind}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_server_takes_or_refuses_it_and_has_what_it_had(case: Case, server: Served, tmp_path: Path) -> None:
    content = case.write(tmp_path).read_bytes()
    before = datasets(server)
    job = bring_in(server, case.file, content, told(case.mapping), "Hostile")
    if job["state"] == "done":
        httpx.delete(f"{server.address}/api/v1/datasets/hostile").raise_for_status()
    else:
        assert case.file in job["problem"]["detail"]
    assert datasets(server) == before
    assert server.process.poll() is None


def datasets(server: Served) -> Any:
    return httpx.get(f"{server.address}/api/v1/datasets").json()
