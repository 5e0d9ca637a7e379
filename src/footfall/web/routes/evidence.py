"""What rests on evidence and what does not: the research plan."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from footfall.render.tokens import Theme
from footfall.service import research, research_exports
from footfall.service.research import ResearchPlan
from footfall.service.research_exports import PlanFormat
from footfall.web.asking import Acting, Served, Speaking

router = APIRouter(prefix="/evidence", tags=["evidence"])

OfMap = Annotated[str, Query(max_length=64, description="The id of one map; all maps without it.")]


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
    theme: Annotated[Theme, Query(description="The colours of a picture.")] = "light",
) -> Response:
    """The research plan as a file."""
    made = research_exports.export(ws, actor, format, map, language, theme)
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)
