"""Opportunities beside the maps and the data that speak of them; the records themselves are the library's."""

from fastapi import APIRouter

from footfall.service import opportunities, owners
from footfall.service.opportunities import AllConcerned, Standing
from footfall.service.owners import Owners
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/opportunities", tags=["opportunities"])


@router.get("/standing")
def read_standing(ws: Served, actor: Acting) -> Standing:
    """The cards of all maps that name an opportunity, each with its cell."""
    return opportunities.standing(ws, actor)


@router.get("/customers")
def read_concerned(ws: Served, actor: Acting) -> AllConcerned:
    """How many customers came to what each opportunity is about, with the question that opens exactly these."""
    return opportunities.concerned(ws, actor)


@router.get("/owners")
def read_owners(ws: Served, actor: Acting) -> Owners:
    """Which team answers for which touchpoints, stages and opportunities, and what nobody answers for."""
    return owners.read(ws, actor)
