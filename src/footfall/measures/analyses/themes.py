"""Themes: what customers write about, how many of them, and how they feel about it, told apart by groups.

A comment counts at each of its themes; the themes come as a table of excerpts (texts/themes.py finds them).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import ibis
from ibis import _
from pydantic import JsonValue

from footfall.events.identity import pseudonym
from footfall.journey.analyses import Grouping, ThemesAnalysis
from footfall.measures.analyses import said
from footfall.measures.answering import Runs
from footfall.measures.spreading import Rows
from footfall.measures.tables import customers
from footfall.measures.tabulating import Figured, Found, Wanted, tabulate
from footfall.measures.ways import KeyKind, PutAnalysis, Way

CITED = 3  # excerpts beside each theme


@cache
def _comments(groups: tuple[Grouping, ...]) -> Any:
    """All comments, told apart."""
    rows = said.asked_for(said.felt().filter(_.text.notnull()))
    return said.grouped(rows, groups).mutate(at=_.time)


@cache
def _themed(groups: tuple[Grouping, ...]) -> Any:
    """Comments once at each of their themes."""
    themes = ibis.table({"excerpt": "string", "theme": "string"}, name="themes")
    return _comments(groups).join(themes, "excerpt")


@cache
def populations(groups: tuple[Grouping, ...]) -> tuple[Rows, Rows, Rows, Rows]:
    """Comments of a theme, those that feel, customers who wrote of it, and customers who wrote at all."""
    keys = [*groups, "theme"]

    @cache
    def comments() -> Any:
        return _themed(groups).select(*keys, "customer", "at", value=ibis.literal(1, "float64"))

    @cache
    def feelings() -> Any:
        rows = _themed(groups)
        return rows.filter(rows.felt.notnull()).select(*keys, "customer", "at", value="felt")

    @cache
    def writers() -> Any:
        return _themed(groups).group_by(*keys, "customer").agg(at=_.time.min()).mutate(value=1)

    @cache
    def all_writers() -> Any:
        return _comments(groups).group_by(*groups, "customer").agg(at=_.time.min())

    return comments, feelings, writers, all_writers


def figures(analysis: ThemesAnalysis) -> Sequence[Figured]:
    """How many comments and customers, which share of those who wrote, and how they feel."""
    comments, feelings, writers, everybody = populations(analysis.groups)
    return (
        Figured("comments", "answers", "count", "Comments about it.", comments),
        Figured("customers", "customers", "count", "Customers who wrote about it.", writers),
        Figured(
            "share",
            "share",
            "share",
            "Of the customers who wrote, the share who wrote about it.",
            writers,
            everybody,
            analysis.groups,
        ),
        Figured("feeling", "score", "mean", "Mean feeling of the comments about it, from -1 to 1.", feelings),
    )


def keys(analysis: ThemesAnalysis) -> Mapping[str, KeyKind]:
    """What tells groups apart, and the theme."""
    return said.keys(analysis) | {"theme": "text"}


def words(analysis: ThemesAnalysis) -> str:
    """What is counted."""
    only = f" to “{analysis.survey_question}”" if analysis.survey_question else ""
    return f"Comments in answers{only} by what they are about; a comment about two themes counts at both."


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The themes of most comments first, each with its latest excerpts, in the order of the rows."""
    keys = tuple(way.keys_of(put.analysis))
    found = tabulate(dataset, keys, way.figures(put.analysis), Wanted(put.analysis.limit), put.tables())
    cited: dict[tuple[Any, ...], list[JsonValue]] = {}
    for row in dataset.run(_cited(put.analysis.groups), **put.tables()).to_pylist():
        excerpt: JsonValue = {"excerpt": row["excerpt"], "customer": pseudonym(row["identity"]), "text": row["text"]}
        cited.setdefault(tuple(row[key] for key in keys), []).append(excerpt)
    return replace(found, details={"excerpts": [cited.get(key, []) for key, _ in found.rows]})


@cache
def _cited(groups: tuple[Grouping, ...]) -> Any:
    """The latest excerpts of each theme."""
    rows = _themed(groups).join(customers.select("customer", "identity"), "customer")
    latest = ibis.window(group_by=[*groups, "theme"], order_by=[ibis.desc("time"), "excerpt", "identity"])
    ranked = rows.mutate(rank=ibis.row_number().over(latest))
    chosen = ranked.filter(ranked["rank"] < CITED).order_by(*groups, "theme", "rank")
    return chosen.select(*groups, "theme", "excerpt", "identity", "text")


WAY = Way({}, figures, words, said.places, run, keys, said.given)
