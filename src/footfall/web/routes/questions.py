"""Questions: put one to a dataset, open the customers behind its answer, and read all numbers of a map at once."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import RecordId
from footfall.journey.questions import Question
from footfall.measures.measure import Measure, Population
from footfall.service import questions, readings
from footfall.service.readings import Readings
from footfall.web.asking import Acting, Served

router = APIRouter(tags=["questions"])


class PutQuestion(BaseModel):
    """A question and the dataset that it is put to."""

    model_config = ConfigDict(extra="forbid")

    dataset: RecordId
    question: Question


class PutForPopulation(PutQuestion):
    """A question, and which page of its population is wanted."""

    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Rows at most.")


@router.post("/questions/ask")
def ask_question(ws: Served, actor: Acting, asked: Annotated[PutQuestion, Body()]) -> Measure:
    """One number with its definition, interval and n."""
    return questions.ask(ws, actor, asked.dataset, asked.question)


@router.post("/questions/population")
def open_population(ws: Served, actor: Acting, asked: Annotated[PutForPopulation, Body()]) -> Population:
    """Exactly the rows that the number counted, page by page."""
    return questions.population(ws, actor, asked.dataset, asked.question, asked.offset, asked.limit)


@router.get("/maps/{id}/readings")
def read_map_numbers(ws: Served, actor: Acting, id: str) -> Readings:
    """All living numbers of one map."""
    return readings.of_map(ws, actor, id)
