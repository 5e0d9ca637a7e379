"""Alignments: how customers follow a drawn map, the customers behind each number, and the same as CSV."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.questions import EVERYTHING, Only
from footfall.measures.alignment.told import AlignedCustomers, Alignment, Counted
from footfall.service import alignments, questions
from footfall.service.alignments import Page, Table, Terms, Unmapped
from footfall.service.sheets import as_csv
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/maps", tags=["alignments"])

UnmappedQuery = Annotated[
    Unmapped, Query(description="Whether events that no touchpoint takes count as ad hoc, or are only shown.")
]
CSV: dict[int | str, dict[str, Any]] = {
    200: {"description": "The rows.", "content": {"text/csv": {"schema": {"type": "string"}}}}
}


class AlignUnder(BaseModel):
    """On which terms a map's customers are laid beside it."""

    model_config = ConfigDict(extra="forbid")

    only: Only = Field(EVERYTHING, description="Which part of the data.")
    unmapped: Unmapped = Field(
        "count", description="Whether events that no touchpoint takes count as ad hoc, or are only shown."
    )

    @property
    def terms(self) -> Terms:
        """The terms as the service takes them."""
        return Terms(self.only, self.unmapped)


class OpenAlignment(AlignUnder):
    """One number of an alignment, and which page of its customers is wanted."""

    counted: Counted
    offset: int = Field(0, ge=0, le=1_000_000_000, description="Customers to skip.")
    limit: int = Field(100, ge=1, le=questions.MOST_ROWS, description="Customers at most.")


@router.get("/{id}/alignment")
def align_map(ws: Served, actor: Acting, id: str, unmapped: UnmappedQuery = "count") -> Alignment:
    """Lay the customers of a map's dataset beside the map, each path at the lowest cost."""
    return alignments.of_map(ws, actor, id, Terms(unmapped=unmapped))


@router.post("/{id}/alignment")
def align_map_under(ws: Served, actor: Acting, id: str, asked: Annotated[AlignUnder, Body()]) -> Alignment:
    """The same of a part of the data."""
    return alignments.of_map(ws, actor, id, asked.terms)


@router.post("/{id}/alignment/population")
def open_alignment(ws: Served, actor: Acting, id: str, asked: Annotated[OpenAlignment, Body()]) -> AlignedCustomers:
    """Exactly the customers that a number of the alignment counts, page by page."""
    return alignments.population(ws, actor, id, Page(asked.counted, asked.offset, asked.limit), asked.terms)


@router.get("/{id}/alignment/csv", response_class=Response, responses=CSV)
def alignment_as_csv(
    ws: Served,
    actor: Acting,
    id: str,
    part: Annotated[Table, Query(description="Which of its tables.")] = "steps",
    unmapped: UnmappedQuery = "count",
) -> Response:
    """One of the tables of the alignment as a CSV file."""
    columns, rows = alignments.table(alignments.of_map(ws, actor, id, Terms(unmapped=unmapped)), part)
    headers = {"Content-Disposition": f'attachment; filename="alignment-{part}.csv"'}
    return Response(as_csv(columns, rows), media_type="text/csv; charset=utf-8", headers=headers)
