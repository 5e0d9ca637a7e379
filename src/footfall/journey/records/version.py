"""A version: a name for a point in the map's journal."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from footfall.journey.fields import OptionalId, Record, line, prose, value


class Version(Record):
    """A named point in the journal: the map as it was after the entry `seq`."""

    type: Literal["version"] = "version"
    seq: Annotated[int, Field(ge=1)] = value("The last entry of the journal that it includes.", 1)
    name: str = line("What people call it.", required=True)
    note: str = prose("Why it was named.")
    author: OptionalId = value("Who named it: the id of an actor.", "")
    author_name: str = line("The name that they had then.")
    at: datetime | None = value("When it was named.", None)
