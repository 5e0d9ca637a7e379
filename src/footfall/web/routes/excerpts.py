"""What customers wrote: excerpts with their feeling and themes, and what people say of them."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import Field

from footfall.service import excerpts, keeping
from footfall.service.excerpts import Excerpt, ExcerptFilter, ExcerptPage
from footfall.service.keeping import Kept
from footfall.service.overruling import Overruling
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets", tags=["excerpts"])

class ExcerptQuery(ExcerptFilter):
    """Which excerpts, and which page of them."""

    offset: int = Field(0, ge=0, description="Excerpts to pass over.")
    limit: int = Field(50, ge=0, le=excerpts.MOST, description="Excerpts of a page.")


@router.get("/{id}/excerpts")
def list_excerpts(ws: Served, actor: Acting, id: str, asks: Annotated[ExcerptQuery, Query()]) -> ExcerptPage:
    """What customers wrote, the latest first, and counts of all that the filter lets in."""
    wanted = ExcerptFilter.model_validate(asks.model_dump(exclude={"offset", "limit"}))
    return excerpts.list(ws, actor, id, wanted, asks.offset, asks.limit)


@router.put("/{id}/excerpts/{excerpt}/overruling")
def overrule_excerpt(
    ws: Served, actor: Acting, id: str, excerpt: str, says: Annotated[Overruling, Body()]
) -> Excerpt:
    """Say what an excerpt is; it holds in all counts, and in every import of the same words."""
    return excerpts.overrule(ws, actor, id, excerpt, says)


@router.delete("/{id}/excerpts/{excerpt}/overruling")
def take_back_overruling(ws: Served, actor: Acting, id: str, excerpt: str) -> Excerpt:
    """Let an excerpt be as it was told again."""
    return excerpts.take_back(ws, actor, id, excerpt)


@router.post("/{id}/excerpts/{excerpt}/kept")
def keep_excerpt(ws: Served, actor: Acting, id: str, excerpt: str) -> Kept:
    """Keep what a customer wrote as evidence: an excerpt of the source that the dataset is, which cards can cite."""
    return keeping.keep(ws, actor, id, excerpt)
