"""Releases, and what goes stale by them and by time."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Body

from footfall.service import releases, staleness
from footfall.service.releases import Announced, NewRelease
from footfall.service.staleness import StaleMap
from footfall.web.asking import Acting, Served

router = APIRouter(tags=["releases"])


@router.post("/releases")
def announce_release(ws: Served, actor: Acting, new: Annotated[NewRelease, Body()]) -> Announced:
    """Announce a release, as a webhook of a pipeline does. Sent again under the same id, it is answered and not taken again."""
    return releases.announce(ws, actor, new, _today())


@router.get("/stale")
def list_stale(ws: Served, actor: Acting) -> tuple[StaleMap, ...]:
    """Maps with a late review or with cards whose evidence is too old, those with most to do first."""
    return staleness.going_stale(ws, actor, _today())


def _today() -> date:
    return datetime.now(UTC).date()
