"""Workspaces for the tests of the verbs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace, workspace


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with workspace(tmp_path / "data") as opened:
        yield opened


@pytest.fixture(scope="session")
def anna() -> Actor:
    """Give somebody who acts."""
    return Actor(id="anna", name="Anna")
