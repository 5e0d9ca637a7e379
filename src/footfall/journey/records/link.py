"""A link between two steps."""

from typing import Literal

from footfall.journey.fields import OptionalId, Record, line, reference, value


class Link(Record):
    """How customers get from one step to another."""

    type: Literal["link"] = "link"
    source: OptionalId = reference("step", "The step that it leaves.")
    target: OptionalId = reference("step", "The step that it enters.")
    kind: Literal["next", "branch", "loop", "two-way", "hand-over", "parallel"] = value(
        "What the link means; parallel: both steps are done, in any order.", "next"
    )
    condition: str = line("When a branch is taken.")
