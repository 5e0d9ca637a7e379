"""Effects: whether an opportunity helped."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from footfall.measures.helped.effect import Effect
from footfall.render.tokens import Theme
from footfall.service import helped, helped_boards
from footfall.service.exports import BoardFormat
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(tags=["opportunities"])


@router.get("/opportunities/{id}/effect")
def read_effect(ws: Served, actor: Acting, id: str, language: Speaking = "en") -> Effect:
    """Whether an opportunity helped: how much, how sure that is, the numbers behind it; or what is lacking to say so."""
    return helped.effect(ws, actor, id, language)


@router.get("/opportunities/{id}/effect/export", response_class=Response, responses={200: {"description": "The file."}})
def export_effect(
    ws: Served,
    actor: Acting,
    id: str,
    format: Annotated[BoardFormat, Query(description="The kind of file.")] = BoardFormat.PDF,
    language: Speaking = "en",
    theme: Annotated[Theme, Query(description="The colours of a picture.")] = "light",
) -> Response:
    """The answer with all its numbers as a picture or as rows."""
    return sent(helped_boards.export(ws, actor, id, format, language, theme))
