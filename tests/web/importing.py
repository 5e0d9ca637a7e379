"""A file brought and imported over HTTP, as the page does it."""

import json
import time
from typing import Any

from httpx import AsyncClient, Response

DATASETS = "/api/v1/datasets"
PATIENCE = 60  # seconds


async def bring_in(client: AsyncClient, file: bytes, mapping: object, name: str = "Shop") -> Any:
    """Import `events.csv`: gives the import once it has ended, or the answer that refused it before it began."""
    brought = await client.post(f"{DATASETS}/uploads", files={"files": ("events.csv", file)})
    if brought.is_error:
        return brought
    body = f'{{"file": "events.csv", "name": {json.dumps(name)}, "mapping": {as_text(mapping)}}}'
    headers = {"Content-Type": "application/json"}
    begun = await client.post(f"{DATASETS}/uploads/{brought.json()['id']}/import", content=body, headers=headers)
    return begun if begun.is_error else await ended(client, begun)


async def ended(client: AsyncClient, begun: Response) -> Any:
    """The import once it is over."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = (await client.get(f"{DATASETS}/imports/{begun.json()['id']}")).json()
        if found["state"] in {"done", "failed", "cancelled"}:
            return found
    raise TimeoutError(found)


def as_text(mapping: object) -> str:
    """A mapping as JSON, or a text that may be none."""
    return mapping if isinstance(mapping, str) else json.dumps(mapping)
