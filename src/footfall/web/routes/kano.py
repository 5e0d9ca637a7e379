"""Kano: what features are to customers, out of paired questions."""

from typing import Annotated

from fastapi import APIRouter, Body
from fastapi.responses import Response
from pydantic import Field

from footfall.journey.fields import RecordId
from footfall.measures.measure import Opened
from footfall.render.tokens import Theme
from footfall.service import kano, kano_exports, kano_pasting, questions
from footfall.service.kano import KanoAsked, KanoNumber, KanoQuestions, KanoResult
from footfall.service.kano_pasting import KanoStored, PastedKano
from footfall.service.exports import BoardFormat
from footfall.web.asking import Acting, Served
from footfall.web.routes.exports import sent

router = APIRouter(prefix="/kano", tags=["kano"])


class OpenKano(KanoAsked):
    """One number of the first feature in the first wave, and which page of its customers is wanted."""

    number: KanoNumber = Field(description="Which number: a class, all, better, worse, refused or incomplete.")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Rows to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Rows at most.")


class ExportKano(KanoAsked):
    """Which features as which file."""

    format: BoardFormat = Field(BoardFormat.PDF, description="The kind of file.")
    language: str = Field("en", max_length=35, description="The reader's language, a BCP 47 tag.")
    theme: Theme = Field("light", description="The colours of a picture.")


@router.get("/datasets/{id}")
def list_kano_questions(ws: Served, actor: Acting, id: RecordId) -> KanoQuestions:
    """The questions of a dataset, and the pairs that their names make likely."""
    return kano.questions(ws, actor, id)


@router.post("/run")
def run_kano(ws: Served, actor: Acting, asked: Annotated[KanoAsked, Body()]) -> KanoResult:
    """The features by class, with how sure that is, what they add and cost, and whether they changed."""
    return kano.run(ws, actor, asked)


@router.post("/population")
def open_kano(ws: Served, actor: Acting, asked: Annotated[OpenKano, Body()]) -> Opened:
    """Exactly the customers that a number counted, page by page."""
    return kano.population(ws, actor, asked, asked.number, (asked.offset, asked.limit))


@router.post("/answers", status_code=201)
def store_kano_answers(ws: Served, actor: Acting, pasted: Annotated[PastedKano, Body()]) -> KanoStored:
    """Make a pasted table of answers a dataset."""
    return kano_pasting.store(ws, actor, pasted)


@router.post("/export", response_class=Response, responses={200: {"description": "The file."}})
def export_kano(ws: Served, actor: Acting, asked: Annotated[ExportKano, Body()]) -> Response:
    """The features as a picture of their table, or as CSV."""
    wanted = KanoAsked.model_validate(asked.model_dump(include=set(KanoAsked.model_fields)))
    return sent(kano_exports.export(ws, actor, wanted, asked.format, asked.language, asked.theme))
