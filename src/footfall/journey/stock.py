"""What is kept of a map so that many maps can be looked at together without opening each."""

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.document import MapDocument
from footfall.journey.nesting import Opening, openings_of
from footfall.journey.places import places_of_steps


class Stock(BaseModel):
    """One map, in short."""

    model_config = ConfigDict(frozen=True)

    opens: tuple[Opening, ...] = Field((), description="The steps that open a map.")
    meets: tuple[str, ...] = Field((), description="The touchpoints of its steps, each once.")


def stock_of(document: MapDocument) -> Stock:
    """What is kept of this map."""
    met = (touchpoint for place in places_of_steps(document).values() for touchpoint in place)
    return Stock(opens=openings_of(document), meets=tuple(dict.fromkeys(met)))
