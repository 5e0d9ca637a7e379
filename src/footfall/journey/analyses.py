"""Analyses: questions whose answer is a table of numbers; `measures.analysing` knows how each one is answered."""

from typing import Annotated, Literal

from pydantic import Field

from footfall.journey.questions import Asked

By = Literal["touchpoint", "event", "channel"]


class Analysed(Asked):
    """What all analyses share."""

    limit: int = Field(200, ge=1, le=10_000, description="Rows at most; the answer says how many more there are.")


class Seen(Analysed):
    """What analyses share that see each event as something."""

    by: By = Field(
        "touchpoint",
        description="What an event is seen as: its touchpoint (where it has none, itself), event, channel.",
    )


class ReachAnalysis(Seen):
    """How many customers come where, which share of them all, and how often?"""

    analysis: Literal["reach"] = "reach"


class FlowAnalysis(Seen):
    """From where do customers go straight to where, how many, and how long does it take?"""

    analysis: Literal["flow"] = "flow"
    per: Literal["customer", "event"] = Field(
        "customer", description="Count each customer once on each way, the first time, or each time somebody goes it."
    )
    times: bool = Field(True, description="Also the median and the 90th percentile of the hours that it takes.")


Analysis = Annotated[ReachAnalysis | FlowAnalysis, Field(discriminator="analysis")]
