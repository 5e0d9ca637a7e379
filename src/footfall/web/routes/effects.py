"""Effects: whether an opportunity helped."""

from fastapi import APIRouter

from footfall.measures.helped.effect import Effect
from footfall.service import helped
from footfall.web.asking import Acting, Served, Speaking

router = APIRouter(tags=["opportunities"])


@router.get("/opportunities/{id}/effect")
def read_effect(ws: Served, actor: Acting, id: str, language: Speaking = "en") -> Effect:
    """Whether an opportunity helped: how much, how sure that is, the numbers behind it; or what is lacking to say so."""
    return helped.effect(ws, actor, id, language)
