"""Analyses: tables of numbers about customers' paths, the customers behind each number, and the same as CSV."""

from typing import Annotated

from fastapi import APIRouter, Body, Response
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.analyses import Analysis, Group, SegmentsAnalysis
from footfall.journey.fields import RecordId
from footfall.measures.analysed import AnalysisPopulation, AnalysisResult
from footfall.service import analyses, map_contrast, questions
from footfall.service.analyses import Places
from footfall.service.map_contrast import MapContrast
from footfall.web.asking import Acting, Served

router = APIRouter(tags=["analyses"])


class RunAnalysis(BaseModel):
    """An analysis and the dataset that it is put to."""

    model_config = ConfigDict(extra="forbid")

    dataset: RecordId
    analysis: Analysis


class OpenFigure(RunAnalysis):
    """One figure of an analysis, and which page of its population is wanted."""

    key: dict[str, str] = Field(description="The key of the row, as the answer has it.")
    figure: str = Field(description="Which figure of the row.")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Rows at most.")


class KeepSegments(BaseModel):
    """How segments are found, in which dataset."""

    model_config = ConfigDict(extra="forbid")

    dataset: RecordId
    analysis: SegmentsAnalysis


class TwoGroups(BaseModel):
    """Two groups of customers that are set beside each other."""

    model_config = ConfigDict(extra="forbid")

    groups: tuple[Group, Group]


@router.post("/analyses/run")
def run_analysis(ws: Served, actor: Acting, asked: Annotated[RunAnalysis, Body()]) -> AnalysisResult:
    """A table of numbers, each with its interval and n, with the definition of each."""
    return analyses.run(ws, actor, asked.dataset, asked.analysis)


@router.post("/analyses/population")
def open_figure(ws: Served, actor: Acting, asked: Annotated[OpenFigure, Body()]) -> AnalysisPopulation:
    """Exactly the rows that a figure counted, page by page."""
    page = analyses.Page(asked.key, asked.figure, asked.offset, asked.limit)
    return analyses.population(ws, actor, asked.dataset, asked.analysis, page)


@router.post("/analyses/csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def analysis_as_csv(ws: Served, actor: Acting, asked: Annotated[RunAnalysis, Body()]) -> Response:
    """The same rows as a CSV file."""
    return Response(
        analyses.as_csv(ws, actor, asked.dataset, asked.analysis),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{asked.dataset}-{asked.analysis.analysis}.csv"'},
    )


@router.post("/analyses/segments", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def keep_segments(ws: Served, actor: Acting, asked: Annotated[KeepSegments, Body()]) -> Response:
    """The segment of each customer, as a file that can be imported as an attribute of the same customers."""
    return Response(
        analyses.segments_csv(ws, actor, asked.dataset, asked.analysis),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{asked.dataset}-segments.csv"'},
    )


@router.post("/maps/{id}/contrast")
def contrast_map(ws: Served, actor: Acting, id: str, asked: Annotated[TwoGroups, Body()]) -> MapContrast:
    """What two groups of customers do differently at the steps of a map, corrected for all that is compared."""
    return map_contrast.of_map(ws, actor, id, asked.groups)


@router.get("/datasets/{id}/places")
def list_places(ws: Served, actor: Acting, id: str) -> Places:
    """What filters and places may name: touchpoints and events, channels, and attributes of customers."""
    return analyses.places(ws, actor, id)
