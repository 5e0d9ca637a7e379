"""A file brought to a server that runs, and imported, as the page does it."""

from typing import Any

import httpx

from tests.serving import Served


def bring_in(served: Served, name: str, content: bytes, mapping: dict[str, Any], into: str) -> dict[str, Any]:
    """Upload a file, look into it and import it; the job once it has ended."""
    with httpx.Client(base_url=f"{served.address}/api/v1/datasets", timeout=120) as client:
        upload = client.post("/uploads", files={"files": (name, content)}).raise_for_status().json()
        seen = client.post(f"/uploads/{upload['id']}/preview", json={"file": name, "mapping": mapping})
        assert seen.status_code < 500
        asked = {"file": name, "mapping": mapping, "name": into}
        job = client.post(f"/uploads/{upload['id']}/import", json=asked).json()
        while job["state"] not in ("done", "failed"):
            job = client.get(f"/imports/{job['id']}").json()
        client.delete(f"/uploads/{upload['id']}")
        return dict(job)
