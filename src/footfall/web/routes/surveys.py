"""Survey figures of a dataset."""

from fastapi import APIRouter

from footfall.measures.figure import SurveyFigure
from footfall.service import surveys
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets", tags=["datasets"])


@router.get("/{id}/survey")
def read_survey_figures(ws: Served, actor: Acting, id: str) -> list[SurveyFigure]:
    """What each survey question was answered, each scale by itself, unweighted and weighted."""
    return surveys.figures(ws, actor, id)
