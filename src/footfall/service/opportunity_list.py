"""All opportunities in short: what is written of them, and what follows from it."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.evidence import Grade, grade
from footfall.journey.opportunities import is_quick_win
from footfall.journey.records import Opportunity
from footfall.service import concerning, library
from footfall.service.concerning import Concerned
from footfall.service.workspace import Workspace


class ListedOpportunity(BaseModel):
    """An opportunity with what follows from it."""

    model_config = ConfigDict(frozen=True)

    id: str
    opportunity: Opportunity
    grade: Grade = Field(description="How well it is proven, by what it cites.")
    is_quick_win: bool = Field(description="Whether it is worth more than the middle for less effort than that.")
    concerned: tuple[Concerned, ...] = Field(description="Whom it concerns, one entry a dataset.")


def read(ws: Workspace, actor: Actor) -> tuple[ListedOpportunity, ...]:
    """All opportunities, in their order. Raises QueryLimit, StorageFailed."""
    shared, customers = library.read(ws, actor), concerning.concerned(ws, actor).concerned
    return tuple(
        ListedOpportunity(
            id=id,
            opportunity=one,
            grade=grade(one.evidence, shared.ground),
            is_quick_win=is_quick_win(one),
            concerned=customers.get(id, ()),
        )
        for id, one in shared.opportunities.items()
    )
