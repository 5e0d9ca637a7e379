"""Analyses put to a dataset, and the registry of all kinds of them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pyarrow as pa
from ibis import _

from footfall.events.identity import code_of_pseudonym, pseudonym
from footfall.journey.analyses import Analysis
from footfall.journey.questions import Place
from footfall.journey.records import Touchpoint
from footfall.measures.analysed import AnalysedRow, AnalysisResult
from footfall.measures.analyses import (
    before_after,
    behaviours,
    customers,
    ends,
    flow,
    funnel_steps,
    journeys,
    reach,
    retention,
    scores,
    segments,
    stays,
    steps,
    themes,
    tree,
    trend,
    variants,
)
from footfall.measures.analyses.said import NOTHING, Counted
from footfall.measures.answering import UNTOLD, Runs, Span
from footfall.measures.collecting import uncollected
from footfall.measures.places import Combination, resolved
from footfall.measures.tables import customers as all_customers
from footfall.measures.tables import events
from footfall.measures.tabulating import Figured, Found, key_table, members
from footfall.measures.ways import KeyKind, PutAnalysis, Way
from footfall.measures.within import within

WAYS: dict[str, Way] = {
    "reach": reach.WAY,
    "flow": flow.WAY,
    "ends": ends.WAY,
    "variants": variants.WAY,
    "journeys": journeys.WAY,
    "customers": customers.WAY,
    "funnel-steps": funnel_steps.WAY,
    "funnel-losses": funnel_steps.LOSSES,
    "stays": stays.WAY,
    "behaviours": behaviours.WAY,
    "tree": tree.WAY,
    "steps": steps.WAY,
    "step-links": steps.LINKS,
    "retention": retention.WAY,
    "trend": trend.WAY,
    "before-after": before_after.WAY,
    "scores": scores.WAY,
    "themes": themes.WAY,
    "segments": segments.WAY,
}

everybody = events.agg(customers=events.count(where=events.position == 0))  # each path begins once


def put(
    analysis: Analysis,
    touchpoints: Mapping[str, Touchpoint],
    combinations: Sequence[Combination],
    span: Span = UNTOLD,
    counted: Counted = NOTHING,
) -> PutAnalysis:
    """Resolve what an analysis names against a dataset; a touchpoint that the library lacks has no events."""
    way = WAYS[analysis.analysis]
    found = [resolved(place, touchpoints, combinations) for place in places_of(analysis)]
    places, names = tuple(place for place, _ in found), tuple(name for _, name in found)
    nodes = way.nodes(analysis, touchpoints, combinations)
    filtered = within(analysis.only, touchpoints, combinations)
    asked = PutAnalysis(analysis, nodes, places, names, filtered, span.within(analysis.only), counted.version)
    return replace(asked, given={**way.tables(asked), **counted.tables})


def prepared(dataset: Runs, asked: PutAnalysis) -> PutAnalysis:
    """The analysis with the tables that its expressions need and that the data tell. Raises what the engine raises."""
    if asked.is_prepared:
        return asked
    told = WAYS[asked.analysis.analysis].prepare(dataset, asked)
    return replace(asked, given={**asked.given, **told}, is_prepared=True)


def analyse(dataset: Runs, asked: PutAnalysis) -> AnalysisResult:
    """Answer an analysis. Raises what the engine raises."""
    way, asked = WAYS[asked.analysis.analysis], prepared(dataset, asked)
    found = way.answer(dataset, asked)
    everybody = _everybody(dataset) if found.customers is None else found.customers
    with uncollected():
        return _result(way, asked, found, everybody)


def _result(way: Way, asked: PutAnalysis, found: Found, everybody: int) -> AnalysisResult:
    """What was found as people read it."""
    facts = found.facts or ({},) * len(found.rows)
    contrasts = found.contrasts or (None,) * len(found.rows)
    kinds = way.keys_of(asked.analysis)
    keys = [write(kinds, key, asked) for key, _ in found.rows]
    return AnalysisResult(
        analysis=asked.analysis,
        definition=definition_of(asked),
        figures={one.name: one.words for one in way.figures(asked.analysis)},
        names=_names(kinds, asked, found.rows),
        first=asked.span.first,
        last=asked.span.last,
        customers=everybody,
        rows=tuple(
            AnalysedRow(key=key, figures=row, facts=dict(known), contrast=says)
            for key, (_, row), known, says in zip(keys, found.rows, facts, contrasts, strict=True)
        ),
        more=found.more,
        note=" ".join(filter(None, (found.note, asked.nodes.note))),
        details=dict(found.details),
    )


def _everybody(dataset: Runs) -> int:
    """Customers with events."""
    return int(dataset.run(everybody)["customers"][0].as_py())


def definition_of(asked: PutAnalysis) -> str:
    """What is counted, among whom, in plain words."""
    said = WAYS[asked.analysis.analysis].words(asked.analysis).format(*asked.names)
    return f"{said} {asked.within.words}".rstrip()


def places_of(analysis: Analysis) -> tuple[Place, ...]:
    """The places that an analysis names, in the order in which it speaks of them."""
    return WAYS[analysis.analysis].places(analysis)


def opening(asked: PutAnalysis, key: Mapping[str, str], figure: Figured) -> tuple[Any, dict[str, pa.Table]] | None:
    """The population of a figure of one row, and the tables that it needs; None when there is no such row."""
    way = WAYS[asked.analysis.analysis]
    kinds = way.keys_of(asked.analysis)
    values = _key(kinds, key, asked)
    if values is None:
        return None
    keys = tuple(kinds)
    return members(figure, keys), asked.tables() | {"key": key_table(figure, keys, values)}


@cache
def in_order(rows: Any) -> Any:
    """A population with each customer's identity, in the order in which it is paged."""
    named = rows.join(all_customers.select("customer", "identity"), "customer")
    return named.order_by(_.customer, _["at"], _.value).select("identity", "value", "at")


def _key(kinds: Mapping[str, KeyKind], key: Mapping[str, str], asked: PutAnalysis) -> tuple[Any, ...] | None:
    """A key as the tables have it; None when it is no key of this analysis."""
    if key.keys() != kinds.keys():
        return None
    try:
        return tuple(_read(kind, key[name], asked) for name, kind in kinds.items())
    except ValueError:
        return None


PLAIN: dict[KeyKind, Callable[[str], Any]] = {
    "text": str,
    "number": int,
    "decimal": float,
    "customer": lambda text: code_of_pseudonym(text) or 0,  # nobody's code
}


def _read(kind: KeyKind, text: str, asked: PutAnalysis) -> Any:
    if kind == "node":
        return asked.nodes.number(text)
    if kind == "path":
        return [asked.nodes.number(str(id)) for id in json.loads(text)]
    if kind == "place":
        return next((number for number, one in enumerate(asked.analysis.places) if one.id == text), -1)
    return PLAIN[kind](text)


def write(kinds: Mapping[str, KeyKind], key: Sequence[Any], asked: PutAnalysis) -> dict[str, str]:
    """A key of the tables as the answer has it."""
    return {name: _write(kind, value, asked) for (name, kind), value in zip(kinds.items(), key, strict=True)}


def _write(kind: KeyKind, value: Any, asked: PutAnalysis) -> str:
    if kind == "node":
        return asked.nodes.id(value)
    if kind == "path":
        return json.dumps([asked.nodes.id(number) for number in value], ensure_ascii=False)
    if kind == "place":
        return str(asked.analysis.places[value].id)
    if kind == "customer":
        return pseudonym(value)
    return f"{value:g}" if kind == "decimal" else str(value)


def _names(
    kinds: Mapping[str, KeyKind], asked: PutAnalysis, rows: Sequence[tuple[tuple[Any, ...], Any]]
) -> dict[str, str]:
    """The names of the nodes and places that the keys of these rows name."""
    numbers: set[int] = set()
    places = {one.id: one.name for one in asked.analysis.places} if "place" in kinds.values() else {}
    for place, kind in enumerate(kinds.values()):
        if kind == "node":
            numbers |= {key[place] for key, _ in rows}
        elif kind == "path":
            numbers |= {number for key, _ in rows for number in key[place]}
    named = {asked.nodes.id(number): asked.nodes.name(number) for number in sorted(numbers)}
    return {id: name for id, name in named.items() if id} | places
