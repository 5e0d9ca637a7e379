"""Analyses: put one to a dataset, open the customers behind each of its figures, take it along as CSV."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from footfall.errors import InvalidQuestion
from footfall.events.report import Utc
from footfall.journey.analyses import KINDS, Analysis, ContrastAnalysis, SegmentsAnalysis, named_places
from footfall.journey.changes import Actor
from footfall.journey.records import Team, Touchpoint
from footfall.measures.analysed import AnalysedRow, AnalysisPopulation, AnalysisResult
from footfall.measures.measure import Member
from footfall.service import datasets, library, sheets
from footfall.service.questions import check_page, touchpoints_for
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.service.contrasting import AskedContrast
    from footfall.service.exploring import AskedAnalysis


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class KnownNode(_Model):
    """A touchpoint, or an event that no touchpoint takes, as places and pictures name it."""

    id: str = Field(description="The touchpoint's id, or event:<name>.")
    name: str
    events: int
    customers: int
    bound: bool = Field(description="Whether it is a touchpoint.")


class CustomerAttribute(_Model):
    """An attribute of customers, with the values that most customers have."""

    name: str
    values: tuple[str, ...]


class Places(_Model):
    """What filters and places of a dataset may name."""

    nodes: tuple[KnownNode, ...] = Field(description="The most frequent first.")
    channels: tuple[str, ...]
    attributes: tuple[CustomerAttribute, ...] = ()
    first: Utc | None = Field(None, description="The first moment, in UTC.")
    last: Utc | None = Field(None, description="The last moment, in UTC.")
    customers: int = Field(description="Customers with events.")
    events: int


def parse(given: Any) -> Analysis:
    """An analysis as the API takes it. Raises InvalidQuestion, in words for who typed it."""
    try:
        return TypeAdapter[Analysis](Analysis).validate_python(given)
    except ValidationError as error:
        raise InvalidQuestion(_refusal(given, error.errors()[0]), "See `footfall explore --help`.") from error


def _refusal(given: Any, detail: Any) -> str:
    kind = given.get("analysis") if isinstance(given, dict) else None
    place = ".".join(str(part) for part in detail["loc"][1:])
    match detail["type"]:
        case "union_tag_invalid" | "union_tag_not_found" | "model_attributes_type":
            return f"'{kind or ''}' is no analysis. There are: {', '.join(KINDS)}."
        case "missing":
            return f"A {kind} analysis needs {place}."
        case "extra_forbidden":
            return f"A {kind} analysis has no {place}."
        case _:
            return f"{place}: {detail['msg']}."


def run(ws: Workspace, actor: Actor, dataset: str, analysis: Analysis) -> AnalysisResult:
    """Answer an analysis. Raises NotFound, InvalidQuestion, QueryLimit."""
    return put_for(ws, actor, dataset, analysis).result()


@dataclass(frozen=True)
class Page:
    """A figure of one row, and which page of its population is wanted."""

    key: Mapping[str, str]
    figure: str
    offset: int = 0
    limit: int = 100


def population(ws: Workspace, actor: Actor, dataset: str, analysis: Analysis, page: Page) -> AnalysisPopulation:
    """A page of exactly the rows that a figure counted. Raises NotFound, InvalidQuestion, QueryLimit."""
    from footfall.events.identity import pseudonym

    check_page(page.offset, page.limit)
    asked = put_for(ws, actor, dataset, analysis)
    total, rows = asked.members(page.key, page.figure, page.offset, page.limit)
    found = tuple(Member(customer=pseudonym(row["identity"]), value=row["value"], at=row["at"]) for row in rows)
    return AnalysisPopulation(
        analysis=analysis,
        key=dict(page.key),
        figure=page.figure,
        definition=asked.definition(page.figure),
        total=total,
        offset=page.offset,
        rows=found,
    )


def as_csv(ws: Workspace, actor: Actor, dataset: str, analysis: Analysis) -> str:
    """The same rows as a table: the key, then of each figure its value, bounds and counts."""
    return table_of(run(ws, actor, dataset, analysis))


def segments_csv(ws: Workspace, actor: Actor, dataset: str, analysis: SegmentsAnalysis) -> str:
    """The segment of each customer, as a file that can be imported as an attribute of the same customers."""
    from footfall.events.identity import OWN, pseudonym
    from footfall.service.exploring import put_analysis, segments_of

    asked = put_analysis(ws, actor, dataset, touchpoints_for(ws, actor, named_places(analysis.only)), analysis)
    lines = (f"{OWN}{pseudonym(identity)},{segment}" for identity, segment in segments_of(asked))
    return "\n".join(["customer,segment", *lines, ""])


CONTRAST = ("effect", "p", "q")
PARTS = ("value", "low", "high", "n", "customers")


def table_of(result: AnalysisResult) -> str:
    """The rows of an answer as CSV."""
    keys, figures = columns_of(result)
    facts = facts_of(result)
    sure = CONTRAST if any(row.contrast for row in result.rows) else ()
    heads = [name if part == "value" else f"{name}_{part}" for name in figures for part in PARTS]

    def cells(row: AnalysedRow) -> list[object]:
        told = [getattr(row.figures[name], part) for name in figures for part in PARTS]
        known = [*(row.key[key] for key in keys), *(row.facts.get(name, "") for name in facts)]
        return [*known, *told, *(getattr(row.contrast, name, None) for name in sure)]

    return sheets.as_csv([*keys, *facts, *heads, *sure], map(cells, result.rows))


def columns_of(result: AnalysisResult) -> tuple[list[str], list[str]]:
    """The names of the key's columns, and of the figures."""
    first = result.rows[0] if result.rows else None
    return (list(first.key), list(first.figures)) if first else ([], list(result.figures))


def facts_of(result: AnalysisResult) -> list[str]:
    """The names of what else is known of rows."""
    return list(dict.fromkeys(name for row in result.rows for name in row.facts))


def named(result: AnalysisResult, text: str) -> str:
    """A key as people read it: the names of nodes, also of those in a path."""
    if text.startswith("["):
        return " › ".join(result.names.get(id, id) for id in json.loads(text))
    return result.names.get(text, text)


def places(ws: Workspace, actor: Actor, dataset: str) -> Places:
    """What filters and places of a dataset may name. Raises NotFound, QueryLimit."""
    from footfall.service.exploring import known_places

    folder, manifest = datasets.find(ws, actor, dataset)
    summary = datasets.summary(folder, manifest)
    touchpoints = library.read(ws, actor).touchpoints
    known = known_places(ws.engine.tables(folder.tables(manifest)), touchpoints)
    return Places(
        nodes=tuple(KnownNode(**node, bound=node["id"] in touchpoints) for node in known.nodes),
        channels=known.channels,
        attributes=tuple(CustomerAttribute(name=name, values=values) for name, values in known.attributes.items()),
        first=summary.first,
        last=summary.last,
        customers=known.customers,
        events=summary.events,
    )


def put_for(ws: Workspace, actor: Actor, dataset: str, analysis: Analysis) -> "AskedAnalysis | AskedContrast":
    """An analysis as it is put to a dataset. Raises NotFound, InvalidQuestion."""
    if isinstance(analysis, ContrastAnalysis):
        from footfall.service.contrasting import contrast_of, named_by

        touchpoints_for(ws, actor, named_by(analysis))
        return contrast_of(analysis, lambda one: _put(ws, actor, dataset, one))
    return _put(ws, actor, dataset, analysis)


def _put(ws: Workspace, actor: Actor, dataset: str, analysis: Analysis) -> "AskedAnalysis":
    from footfall.measures.analysing import places_of
    from footfall.measures.within import places_of_filter
    from footfall.service.exploring import put_analysis

    places = (*places_of(analysis), *places_of_filter(analysis.only))
    touchpoints = touchpoints_for(ws, actor, places)
    if getattr(analysis, "by", "") == "team":
        touchpoints = _with_teams(touchpoints, library.read(ws, actor).teams)
    return put_analysis(ws, actor, dataset, touchpoints, analysis)


def _with_teams(touchpoints: Mapping[str, Touchpoint], teams: Mapping[str, Team]) -> dict[str, Touchpoint]:
    """Touchpoints that each say the name of their team, also where the library has the team."""
    owners = {id: teams[one.owner_team].name for id, one in touchpoints.items() if one.owner_team in teams}
    return {id: one.model_copy(update={"team": owners.get(id, one.team)}) for id, one in touchpoints.items()}
