"""Questions put to a dataset, answered together: the population of each first, then the aggregate over exactly that."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Protocol

import ibis
import pyarrow as pa
from ibis import _

from footfall.journey.questions import Only
from footfall.measures import details, statistics
from footfall.measures.kinds import Kind, definition, kind_of
from footfall.measures.measure import TOO_FEW, Measure
from footfall.measures.putting import Put
from footfall.measures.tables import customers, put_as_tables
from footfall.measures.within import in_utc

QUANTILE = {"median": 0.5, "p90": 0.9}
EMOTION_SCALE = (-2.0, 2.0)


class Runs(Protocol):
    """Something that runs expressions over a dataset's tables."""

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Give the rows of an expression; `tables` stand in it under their names."""
        ...

    def sharing(self, expression: Any, **tables: pa.Table) -> AbstractContextManager["Runs"]:
        """While the block lasts, expressions that contain this one reckon it once, if they can."""
        ...


def _aware(moment: datetime | None) -> datetime | None:
    return in_utc(moment).replace(tzinfo=UTC) if moment else None


@dataclass(frozen=True)
class Span:
    """The first and the last moment of a dataset, in UTC; `is_cut` says that what happened at the last is not in it."""

    first: datetime | None = None
    last: datetime | None = None
    is_cut: bool = False

    def within(self, only: Only) -> "Span":
        """What of it a filter lets in."""
        first = max(filter(None, (self.first, _aware(only.since))), default=None)
        until = _aware(only.until)
        last = min(filter(None, (self.last, until)), default=None)
        return Span(first, last, is_cut=until is not None and last == until)

    @property
    def latest(self) -> datetime | None:
        """The latest moment at which something in it may have happened."""
        return self.last - timedelta.resolution if self.last and self.is_cut else self.last


UNTOLD = Span()


@dataclass(frozen=True)
class _Summary:
    """A population in a few numbers."""

    n: int = 0
    customers: int = 0
    value: float | None = None
    interval: statistics.Interval = statistics.UNKNOWN


def answer(dataset: Runs, puts: Sequence[Put], span: Span) -> list[Measure]:
    """Answer questions, those of one kind in one go. Raises what the engine raises."""
    found: dict[int, Measure] = {}
    by_kind: dict[str, list[int]] = {}
    for index, put in enumerate(puts):
        if put.is_bound:
            by_kind.setdefault(kind_of(put.question).name, []).append(index)
        else:
            found[index] = _measure(put, _Summary(), {}, span)
    for indices in by_kind.values():
        some = [puts[index] for index in indices]
        found |= dict(zip(indices, _answer_kind(dataset, some, span), strict=True))
    return [found[index] for index in range(len(puts))]


def _answer_kind(dataset: Runs, puts: Sequence[Put], span: Span) -> list[Measure]:
    kind = kind_of(puts[0].question)
    asked = put_as_tables(puts)
    counted = {row["ask"]: row for row in dataset.run(_counted(kind), **asked).to_pylist()}
    if kind.aggregate in QUANTILE:
        summaries = _quantiles(dataset, kind, counted, asked)
    else:
        summaries = {ask: _mean_or_sum(kind, row) for ask, row in counted.items()}
    beside = details.beside(dataset, kind, asked)
    return [_measure(put, summaries.get(ask, _Summary()), beside.get(ask, {}), span) for ask, put in enumerate(puts)]


@cache
def _counted(kind: Kind) -> Any:
    """For each question the size of its population, and the sums from which means follow."""
    rows = kind.population()
    return rows.group_by("ask").agg(
        n=rows.count(),
        customers=rows.customer.nunique(),
        total=rows.value.sum(),
        squares=(rows.value * rows.value).sum(),
    )


def _mean_or_sum(kind: Kind, row: Mapping[str, Any]) -> _Summary:
    n, total, squares = row["n"], row["total"], row["squares"]
    if kind.aggregate == "sum":
        return _Summary(n, row["customers"], total)
    mean = total / n
    if kind.unit == "share":
        interval = statistics.share_interval(total, n)
    elif kind.unit == "points":
        interval = statistics.promoter_interval(n, mean, squares)
    else:
        interval = statistics.mean_interval(n, mean, squares)
    return _Summary(n, row["customers"], mean, interval)


def _quantiles(
    dataset: Runs, kind: Kind, counted: Mapping[int, Mapping[str, Any]], asked: Mapping[str, pa.Table]
) -> dict[int, _Summary]:
    """Read off the sorted populations at the ranks that the quantile and its interval need."""
    p = QUANTILE[kind.aggregate]
    needed = {ask: _ranks(row["n"], p) for ask, row in counted.items()}
    pairs = [{"ask": ask, "rank": rank} for ask, ranks in needed.items() for rank in set(ranks) if rank is not None]
    ranks = pa.Table.from_pylist(pairs, pa.schema([("ask", pa.int32()), ("rank", pa.int64())]))
    values = {
        (row["ask"], row["rank"]): row["value"] for row in dataset.run(_ranked(kind), ranks=ranks, **asked).to_pylist()
    }
    found = {}
    for ask, (below, above, low, high) in needed.items():
        row = counted[ask]
        beyond = statistics.quantile_ranks(row["n"], p)[2]
        value = values[ask, below] + beyond * (values[ask, above] - values[ask, below])
        interval = (values.get((ask, low)), values.get((ask, high)))
        found[ask] = _Summary(row["n"], row["customers"], value, interval)
    return found


def _ranks(n: int, p: float) -> tuple[int, int, int | None, int | None]:
    below, above, _beyond = statistics.quantile_ranks(n, p)
    return below, above, *statistics.quantile_interval_ranks(n, p)


@cache
def _ranked(kind: Kind) -> Any:
    """(ask, rank, value) of the asked ranks of each population, sorted by value."""
    ranks = ibis.table({"ask": "int32", "rank": "int64"}, name="ranks")
    in_order = ibis.window(group_by="ask", order_by=["value", "customer"])
    rows = kind.population().mutate(rank=ibis.row_number().over(in_order) + 1)
    return rows.join(ranks, ["ask", "rank"]).select("ask", "rank", "value")


def _measure(put: Put, summary: _Summary, beside: Mapping[str, Any], span: Span) -> Measure:
    kind = kind_of(put.question)
    low, high = summary.interval
    return Measure(
        question=put.question,
        definition=definition(put),
        aggregate=kind.aggregate,
        value=summary.value,
        unit=kind.unit,
        low=low,
        high=high,
        n=summary.n,
        customers=summary.customers,
        first=span.first,
        last=span.last,
        too_few=summary.customers < TOO_FEW,
        scale=EMOTION_SCALE if getattr(put.question, "as_emotion", False) else beside.get("survey_scale"),
        note=_note(put, summary, beside),
        details=dict(beside),
    )


def _note(put: Put, summary: _Summary, beside: Mapping[str, Any]) -> str:
    unbound = [name for name, place in zip(put.names, put.places, strict=True) if not place]
    if unbound:
        return f"No events of this dataset are bound to {' and '.join(unbound)}."
    if not summary.n:
        return "There is nothing to count here."
    if came := beside.get("customers_in_unknown_order"):
        return f"{came:,} customers may have come in this order, and count: of some events only the day is known."
    if often := beside.get("next_unknown"):
        return f"{often:,} times it is not known what came next, and does not count: only the day is known."
    return ""


@cache
def people(kind: Kind) -> Any:
    """Whom one answer is about, each customer once: of a share those who make it up, else all that it counted."""
    rows = kind.population()
    if kind.unit == "share":
        rows = rows.filter(rows.value == 1)
    once = rows.group_by("customer").agg(value=_.value.mean(), at=_.at.min())
    named = once.join(customers.select("customer", "identity"), "customer")
    return named.order_by(_.customer).select("identity", "value", "at")


@cache
def members(kind: Kind) -> Any:
    """The population of one question with each customer's identity, in the order in which it is paged."""
    rows = kind.population().join(customers.select("customer", "identity"), "customer")
    return rows.order_by(_.customer, _.at, _.value).select("identity", "value", "at")
