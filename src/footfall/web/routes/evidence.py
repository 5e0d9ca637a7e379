"""What rests on evidence and what does not: the affinity board, insights, the research plan."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from footfall.render.tokens import Theme
from footfall.service import board_exports, research, research_exports
from footfall.service.exports import BoardFormat
from footfall.service.research import ResearchPlan
from footfall.service.research_exports import PlanFormat
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(prefix="/evidence", tags=["evidence"])

OfMap = Annotated[str, Query(max_length=64, description="The id of one map; all maps without it.")]
InTheme = Annotated[Theme, Query(description="The colours of a picture.")]
AsBoard = Annotated[BoardFormat, Query(description="The kind of file.")]


@router.get("/plan")
def read_research_plan(ws: Served, actor: Acting, map: OfMap = "", language: Speaking = "en") -> ResearchPlan:
    """What the maps take for granted, the most important first, each with questions to ask."""
    return research.plan(ws, actor, map, language)


@router.get("/plan/export", response_class=Response)
def export_research_plan(
    ws: Served,
    actor: Acting,
    format: Annotated[PlanFormat, Query(description="The kind of file.")] = PlanFormat.PDF,
    map: OfMap = "",
    language: Speaking = "en",
    theme: InTheme = "light",
) -> Response:
    """The research plan as a file."""
    return sent(research_exports.export(ws, actor, format, map, language, theme))


@router.get("/board/export", response_class=Response)
def export_affinity_board(
    ws: Served, actor: Acting, format: AsBoard = BoardFormat.PDF, language: Speaking = "en", theme: InTheme = "light"
) -> Response:
    """All excerpts by the groups of the affinity board, as a file."""
    return sent(board_exports.board(ws, actor, format, language, theme))


@router.get("/insights/export", response_class=Response)
def export_insights(
    ws: Served, actor: Acting, format: AsBoard = BoardFormat.PDF, language: Speaking = "en", theme: InTheme = "light"
) -> Response:
    """All insights with what they rest on, as a file."""
    return sent(board_exports.insights(ws, actor, format, language, theme))
