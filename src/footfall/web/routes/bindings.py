"""Bindings: how the library's touchpoints and a dataset's events fit together, and what a rule would match."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.fields import OptionalId
from footfall.journey.records import Binding
from footfall.service import bindings
from footfall.service.bindings import Bindings, TriedRule
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets/{id}/bindings", tags=["bindings"])


class TryRule(BaseModel):
    """A rule, and the touchpoint that would have it."""

    model_config = ConfigDict(extra="forbid")

    binding: Binding
    touchpoint: OptionalId = Field("", description="The touchpoint's id; empty: one that is not there yet.")


@router.get("")
def read_bindings(ws: Served, actor: Acting, id: str) -> Bindings:
    """Every event of a dataset with the touchpoints that take it, and what unbound ones may be by their names."""
    return bindings.read(ws, actor, id)


@router.post("/try")
def try_rule(ws: Served, actor: Acting, id: str, asked: TryRule) -> TriedRule:
    """What a rule would match, and which touchpoints take some of that already; nothing is stored."""
    return bindings.try_rule(ws, actor, id, asked.binding, asked.touchpoint)
