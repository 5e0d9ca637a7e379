"""The record types, one file each, and the two kinds of document that hold them."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from footfall.journey.fields import Record
from footfall.journey.records.brand import BRAND_ID, Brand
from footfall.journey.records.card import Card
from footfall.journey.records.channel import Channel
from footfall.journey.records.comment import Comment
from footfall.journey.records.evidence import Evidence
from footfall.journey.records.figure import Figure
from footfall.journey.records.header import Header, MapKind
from footfall.journey.records.idea import Idea
from footfall.journey.records.insight import Insight
from footfall.journey.records.lane import Lane, LaneKind
from footfall.journey.records.link import Link
from footfall.journey.records.opportunity import BeforeAfter, Comparison, Opportunity, TwoGroups
from footfall.journey.records.persona import Persona, Trait
from footfall.journey.records.release import Release
from footfall.journey.records.rule import Rule
from footfall.journey.records.source import Source, SourceKind
from footfall.journey.records.stage import Stage
from footfall.journey.records.stakeholder import Stakeholder
from footfall.journey.records.step import Step
from footfall.journey.records.team import Team
from footfall.journey.records.touchpoint import Binding, Condition, Touchpoint
from footfall.journey.records.version import Version

_OfMap = Header | Stage | Step | Lane | Card | Link | Comment | Version
_OfLibrary = (
    Persona | Channel | Touchpoint | Team | Stakeholder | Source | Insight | Opportunity | Idea | Release | Rule | Brand
)
MapRecord = Annotated[_OfMap, Field(discriminator="type")]
LibraryRecord = Annotated[_OfLibrary, Field(discriminator="type")]
AnyRecord = Annotated[_OfMap | _OfLibrary, Field(discriminator="type")]

MAP_TYPES: dict[str, type[Record]] = {
    "map": Header,
    "stage": Stage,
    "step": Step,
    "lane": Lane,
    "card": Card,
    "link": Link,
    "comment": Comment,
    "version": Version,
}
# What stands beside a map and not in it: files leave it out, a restored map keeps it, a copy starts without it.
ASIDE_TYPES = frozenset({"comment", "version"})
LIBRARY_TYPES: dict[str, type[Record]] = {
    "persona": Persona,
    "channel": Channel,
    "touchpoint": Touchpoint,
    "team": Team,
    "stakeholder": Stakeholder,
    "source": Source,
    "insight": Insight,
    "opportunity": Opportunity,
    "idea": Idea,
    "release": Release,
    "rule": Rule,
    "brand": Brand,
}
RECORD_TYPES = MAP_TYPES | LIBRARY_TYPES

any_record: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)

HEADER_ID = "map"  # each map has exactly one header, under this id

__all__ = [
    "ASIDE_TYPES",
    "BRAND_ID",
    "HEADER_ID",
    "LIBRARY_TYPES",
    "MAP_TYPES",
    "RECORD_TYPES",
    "AnyRecord",
    "BeforeAfter",
    "Binding",
    "Brand",
    "Card",
    "Channel",
    "Comment",
    "Comparison",
    "Condition",
    "Evidence",
    "Figure",
    "Header",
    "Idea",
    "Insight",
    "Lane",
    "LaneKind",
    "LibraryRecord",
    "Link",
    "MapKind",
    "MapRecord",
    "Opportunity",
    "Persona",
    "Record",
    "Release",
    "Rule",
    "Source",
    "SourceKind",
    "Stage",
    "Stakeholder",
    "Step",
    "Team",
    "Touchpoint",
    "Trait",
    "TwoGroups",
    "Version",
    "any_record",
]
