"""What every room's tests may ask for."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings

from footfall.service.apart import process
from tests.nursery import Nursery

# The same examples each time, so that a change is judged by what it changed; how long one takes depends on the machine.
settings.register_profile("test", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `make soak` looks for new ones: random, many, and each failure prints how to get it back.
settings.register_profile(
    "soak", max_examples=2_000, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("FOOTFALL_EXAMPLES", "test"))

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first: what is quick fills up both cores at the end."""
    long = {item.path for item in items if any(map(item.get_closest_marker, ("e2e", "package", "slow")))}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run asynchronous tests on asyncio, the loop that the server uses."""
    return "asyncio"


@pytest.fixture(autouse=True)
def unconfigured_log() -> Iterator[None]:
    """Forget how a command set the log up: it would write to that test's captured, by now closed, stream."""
    yield
    structlog.reset_defaults()
    root = logging.getLogger()
    for handler in [each for each in root.handlers if type(each) is logging.StreamHandler]:
        root.removeHandler(handler)
    root.setLevel(logging.WARNING)


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[Callable[..., Any]]:
    """Fork the readers of files, in place of starting each anew; give the way in which the product starts them."""
    started = process._started
    if sys.platform != "linux":
        yield started
        return
    nursery = Nursery()
    process._started = nursery.start
    yield started
    process._spares.end()
    process._started = started
    nursery.end()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real data sets, or skip: it is no part of the repository.

    It is looked for as FOOTFALL_SHARED_DATA, then as shared/data beside the checkout or one of its parents.
    """
    named = os.environ.get("FOOTFALL_SHARED_DATA")
    places = [Path(named)] if named else [parent / "shared" / "data" for parent in ROOT.parents]
    for place in places:
        if place.is_dir():
            return place
    pytest.skip("no real data sets here: set FOOTFALL_SHARED_DATA to their folder")
