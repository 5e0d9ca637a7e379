"""A first map out of a dataset."""

from fastapi import APIRouter

from footfall.service import drafts
from footfall.web.asking import Acting, Served
from footfall.web.routes.maps import Created

router = APIRouter(prefix="/datasets", tags=["datasets"])


@router.post("/{id}/draft", status_code=201)
def draft_map(ws: Served, actor: Acting, id: str) -> Created:
    """Draft a map of a dataset: its steps by usual order, measured emotion and pain points, each citing its number."""
    return Created(id=drafts.draft(ws, actor, id))
