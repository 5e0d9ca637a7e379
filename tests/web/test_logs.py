"""The log never comes between a person and their answer."""

import errno
import io
from collections.abc import Callable
from typing import TextIO

import pytest
from httpx import AsyncClient

from footfall.settings import Settings
from footfall.sync.protocol import Problem
from footfall.web.logs import configure


def closed() -> TextIO:
    stream = io.StringIO()
    stream.close()
    return stream


class Full(io.StringIO):
    """A stream of a disk without space."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("gone", [closed, Full])
async def test_a_refusal_is_told_though_the_log_cannot_be_written(
    gone: Callable[[], TextIO], client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = gone()
    with monkeypatch.context() as patched:
        patched.setattr("sys.stderr", stream)
        configure(Settings(log="info"))
        answer = await client.get("/api/v1/maps/unknown")
    assert Problem.model_validate(answer.json()).code == "not-found"
    assert answer.status_code == 404
