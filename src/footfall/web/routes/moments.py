"""Moments of truth: what matters and how good it is, out of a survey or on a map."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from fastapi.responses import Response
from pydantic import Field

from footfall.journey.fields import RecordId
from footfall.measures.measure import Opened
from footfall.render.tokens import Theme
from footfall.service import map_moments, moments, moments_exports, questions
from footfall.service.map_moments import MapAsked, MapMoments
from footfall.service.moments import SurveyAsked, SurveyMoments, SurveyNumber
from footfall.service.exports import BoardFormat
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(prefix="/moments", tags=["moments"])

Which = Annotated[BoardFormat, Query(description="The kind of file.")]
Colours = Annotated[Theme, Query(description="The colours of a picture.")]


class OpenMoment(SurveyAsked):
    """One number of one item, and which page of its answers is wanted."""

    question: str = Field(max_length=500, description="The item.")
    number: SurveyNumber = Field(description="Whose answers: those behind its importance or behind its quality.")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Rows at most.")


class OpenMapMoment(MapAsked):
    """The derived importance of one touchpoint, and which page of its customers is wanted."""

    card: str = Field(max_length=64, description="The card.")
    late: bool = Field(False, description="Of its broken promise.")
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
    ws: Served, actor: Acting, id: RecordId, asked: Annotated[MapAsked, Query()]
) -> MapMoments:
    """The touchpoints of a map by derived or judged importance and measured or judged quality, the broken first."""
    return map_moments.of_map(ws, actor, id, asked)


@router.post("/maps/{id}/population")
def open_map_moment(ws: Served, actor: Acting, id: RecordId, asked: Annotated[OpenMapMoment, Body()]) -> Opened:
    """Exactly the customers behind a derived importance, page by page."""
    of_map = MapAsked.model_validate(asked.model_dump(include=set(MapAsked.model_fields)))
    return map_moments.population(ws, actor, id, of_map, (asked.card, asked.late), (asked.offset, asked.limit))


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
