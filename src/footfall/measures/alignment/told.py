"""What is told of a dataset laid beside a map."""

from typing import Literal

from pydantic import Field

from footfall.events.report import Utc
from footfall.journey.fields import RecordId
from footfall.journey.records.evidence import Deviating
from footfall.measures.measure import TOO_FEW, Opened, Told


class Share(Told):
    """Some customers among others."""

    customers: int = Field(ge=0, description="How many.")
    of: int = Field(ge=0, description="Among how many.")
    share: float | None = Field(None, description="Their share; empty among none.")
    low: float | None = Field(None, description="Lower bound of the 95 % interval (Wilson).")
    high: float | None = Field(None, description="Upper bound of the 95 % interval (Wilson).")
    too_few: bool = Field(description=f"Among fewer than {TOO_FEW} customers: too few to say.")


class StepAlignment(Told):
    """What customers do at one step; each number counts customers, one may count in several."""

    step: RecordId = Field(description="The step's id.")
    name: str = Field(description="The step's name.")
    seen: bool = Field(description="Whether any event of this dataset can show the step; else all numbers are 0.")
    followed: int = Field(ge=0, description="Did it in its place.")
    missing: int = Field(ge=0, description="Did not do it where the map requires it, and went on.")
    stopped: int = Field(ge=0, description="Did no later step in its place, though the map requires more.")
    ad_hoc: int = Field(ge=0, description="Did something after it, before the next step, that the map does not draw.")
    out_of_order: int = Field(ge=0, description="Did it at another place than drawn.")
    again: int = Field(ge=0, description="Did it more often than drawn.")
    failed: int = Field(ge=0, description="Met a broken promise or a failure at it.")


class LinkAlignment(Told):
    """How many customers follow one link."""

    link: RecordId = Field(description="The link's id.")
    source: RecordId = Field(description="The step that it leaves.")
    target: RecordId = Field(description="The step that it enters.")
    followed: Share = Field(description="Of the customers who did the step that it leaves in its place, who took it.")


class AdHocEvent(Told):
    """What the map does not draw, and between which steps customers do it."""

    node: str = Field(description="The touchpoint's id, or event:<name> for events that no touchpoint takes.")
    name: str = Field(description="The touchpoint's or the event's name.")
    after: str = Field(description="The step done last before; empty: none yet.")
    before: str = Field(description="The step done next; empty: none any more.")
    customers: int = Field(ge=1, description="Customers.")
    events: int = Field(ge=1, description="Events.")


class UnmappedEvent(Told):
    """Events that no touchpoint takes."""

    event: str = Field(description="What the data call them.")
    customers: int = Field(ge=1, description="Customers.")
    events: int = Field(ge=1, description="Events.")


class Deviation(Told):
    """One deviation of a story."""

    what: Deviating
    step: str = Field(
        description="The step's id; of an event ad hoc, and of who stopped, the step done last before, empty: none yet."
    )
    step_name: str = Field(description="The step's name.")
    node: str = Field("", description="Of an event ad hoc: the touchpoint's id, or event:<name>.")
    name: str = Field("", description="Of an event ad hoc: the touchpoint's or the event's name.")


class Story(Told):
    """What a group of customers do otherwise than drawn, in the order of their paths; of the same in a row, one."""

    story: str = Field(description="Its id, the same as long as it is the same story.")
    words: str = Field(description="The story in English.")
    deviations: tuple[Deviation, ...]
    customers: Share = Field(description="Of all customers, those whose story it is.")


class Alignment(Told):
    """How customers follow a drawn map."""

    dataset: str = Field(description="The dataset's id; empty: the map names none.")
    definition: str = Field(description="In plain words: what is counted, among whom.")
    note: str = Field("", description="Why there are no numbers, when there are none; what a reader must know.")
    first: Utc | None = Field(None, description="The dataset's first moment, in UTC.")
    last: Utc | None = Field(None, description="The dataset's last moment, in UTC.")
    customers: int = Field(0, ge=0, description="Customers with events.")
    variants: int = Field(0, ge=0, description="Different paths.")
    fits: Share | None = Field(None, description="Of all customers, those whose path costs nothing.")
    without_step: int = Field(0, ge=0, description="Customers who did no step in its place, though some are required.")
    fit: float | None = Field(None, description="The mean fit: 1 minus the cost of a path over its worst cost.")
    steps: tuple[StepAlignment, ...] = ()
    links: tuple[LinkAlignment, ...] = ()
    ad_hoc: tuple[AdHocEvent, ...] = ()
    more_ad_hoc: int = Field(0, ge=0, description="Such rows left out.")
    unmapped: tuple[UnmappedEvent, ...] = Field((), description="Events that no touchpoint takes, the most first.")
    more_unmapped: int = Field(0, ge=0, description="Such rows left out.")
    stories: tuple[Story, ...] = Field((), description="The commonest stories of customers who deviate.")
    more_stories: int = Field(0, ge=0, description="Stories left out.")
    entered: tuple[RecordId, ...] = Field((), description="Steps that no way leads to: entered from their left.")
    ending: tuple[RecordId, ...] = Field((), description="Steps from which no way leads on to the end.")
    left_out: int = Field(0, ge=0, description="Customers whose path is too long to be a person's.")


class Counted(Told):
    """One number of an alignment, to open its customers."""

    of: Literal["map", "step", "link", "ad-hoc", "unmapped", "story"] = Field(description="Where the number stands.")
    id: str = Field("", max_length=500, description="Of which step, link, node, event or story.")
    what: Literal["", "all", "fits", "deviates", "no-step", "followed", Deviating] = Field(
        "", description="Of the map: all, fits, deviates or no-step; of a step: what is said of it."
    )
    after: str = Field("", max_length=64, description="Of an event ad hoc: the step done last before.")
    before: str = Field("", max_length=64, description="Of an event ad hoc: the step done next.")


class AlignedCustomers(Opened):
    """Exactly the customers that a number of an alignment counts, page by page."""

    counted: Counted
