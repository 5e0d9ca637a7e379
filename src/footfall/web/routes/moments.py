"""Moments of truth: what matters and how good it is, out of a survey or on a map."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from fastapi.responses import Response
from pydantic import Field

from footfall.journey.fields import RecordId
from footfall.measures.measure import Opened
from footfall.render.tokens import Theme
from footfall.service import map_moments, moments, moments_exports, questions
from footfall.service.map_moments import MapMoments
from footfall.service.moments import SurveyAsked, SurveyMoments, SurveyNumber
from footfall.service.exports import BoardFormat
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(prefix="/moments", tags=["moments"])

OwnLine = Annotated[float | None, Query(description="Own line between the halves; empty: the usual one.")]
Which = Annotated[BoardFormat, Query(description="The kind of file.")]
Colours = Annotated[Theme, Query(description="The colours of a picture.")]


class OpenMoment(SurveyAsked):
    """One number of one item, and which page of its answers is wanted."""

    question: str = Field(max_length=500, description="The item.")
    number: SurveyNumber = Field(description="Whose answers: those behind its importance or behind its quality.")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Rows at most.")


@router.get("/survey")
def read_survey_moments(ws: Served, actor: Acting, asked: Annotated[SurveyAsked, Query()]) -> SurveyMoments:
    """The items of a survey by derived importance and quality, the broken moments of truth first."""
    return moments.of_survey(ws, actor, asked)


@router.post("/survey/population")
def open_survey_moment(ws: Served, actor: Acting, asked: Annotated[OpenMoment, Body()]) -> Opened:
    """Exactly the answers that a number counted, page by page."""
    survey = SurveyAsked.model_validate(asked.model_dump(include=set(SurveyAsked.model_fields)))
    return moments.population(ws, actor, survey, asked.question, asked.number, asked.offset, asked.limit)


@router.get("/maps/{id}")
def read_map_moments(
    ws: Served, actor: Acting, id: RecordId, importance_line: OwnLine = None, quality_line: OwnLine = None
) -> MapMoments:
    """The touchpoints of a map by judged importance and measured or judged quality, the broken first."""
    return map_moments.of_map(ws, actor, id, importance_line, quality_line)


@router.get("/export", response_class=Response, responses={200: {"description": "The file."}})
def export_moments(
    ws: Served,
    actor: Acting,
    asked: Annotated[moments_exports.MomentsAsked, Query()],
    format: Which = BoardFormat.PDF,
    language: Speaking = "en",
    theme: Colours = "light",
) -> Response:
    """The view as a picture or a table: of a survey where a dataset is named, else of a map."""
    return sent(moments_exports.export(ws, actor, asked, format, language, theme))
