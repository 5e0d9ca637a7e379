"""Opportunities beside the maps and the data that speak of them; the records themselves are the library's."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from footfall.render.tokens import Theme
from footfall.journey.fields import RecordId
from footfall.measures.measure import Opened
from footfall.service import concerning, opportunities, opportunity_boards, owners
from footfall.service.exports import BoardFormat
from footfall.service.concerning import AllConcerned
from footfall.service.opportunities import Standing
from footfall.service.opportunity_boards import OpportunityView, Wish
from footfall.service.owners import Owners
from footfall.service.questions import MOST_ROWS
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(prefix="/opportunities", tags=["opportunities"])


@router.get("/standing")
def read_standing(ws: Served, actor: Acting) -> Standing:
    """The cards of all maps that name an opportunity, each with its cell."""
    return opportunities.standing(ws, actor)


@router.get("/customers")
def read_concerned(ws: Served, actor: Acting) -> AllConcerned:
    """How many customers each opportunity concerns: those of the number that it cites, else of its steps."""
    return concerning.concerned(ws, actor)


@router.get("/{id}/customers")
def open_concerned(
    ws: Served,
    actor: Acting,
    id: str,
    dataset: Annotated[RecordId, Query(description="Customers of which dataset.")],
    offset: Annotated[int, Query(ge=0, le=1_000_000_000, description="Rows to skip.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows at most.")] = 100,
) -> Opened:
    """Exactly the customers whom an opportunity concerns, each once, page by page."""
    return concerning.customers(ws, actor, id, dataset, offset, limit)


@router.get("/owners")
def read_owners(ws: Served, actor: Acting) -> Owners:
    """Which team answers for which touchpoints, stages and opportunities, and what nobody answers for."""
    return owners.read(ws, actor)


@router.get("/export", response_class=Response, responses={200: {"description": "The file."}})
def export_opportunities(
    ws: Served,
    actor: Acting,
    view: Annotated[OpportunityView, Query(description="Which view.")] = "list",
    format: Annotated[BoardFormat, Query(description="The kind of file.")] = BoardFormat.PDF,
    language: Speaking = "en",
    theme: Annotated[Theme, Query(description="The colours of a picture.")] = "light",
) -> Response:
    """A view of all opportunities as a picture or as rows."""
    return sent(opportunity_boards.export(ws, actor, Wish(view, format, language, theme)))
