"""Paired answers of a dataset as Kano reads them: what a customer said with a feature and without it, at one moment."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.measures.tables import answers, customers

PAIRS = pa.schema([("pair", pa.int32()), ("with_it", pa.string()), ("without_it", pa.string())])
SAID = pa.schema([("said_with", pa.string()), ("said_without", pa.string())])
TOGETHER = ["customer", "time"]


def pairs_table(pairs: Sequence[tuple[str, str]]) -> pa.Table:
    """The table `kano_pairs`: the question with the feature and the one without it, by number."""
    rows = [{"pair": number, "with_it": one, "without_it": other} for number, (one, other) in enumerate(pairs)]
    return pa.Table.from_pylist(rows, PAIRS)


def said_table(said: Sequence[tuple[str | None, str | None]]) -> pa.Table:
    """The table `kano_said`: pairs of answers, word for word, whose customers are wanted; "" for none."""
    return pa.Table.from_pylist([{"said_with": one or "", "said_without": other or ""} for one, other in said], SAID)


@cache
def _pairs() -> Any:
    return ibis.table({"pair": "int32", "with_it": "string", "without_it": "string"}, name="kano_pairs")


@cache
def both() -> Any:
    """(pair, customer, time, said_with, said_without): each customer's answers as they stand, empty for one not given.

    A score stands as its number. Of several answers to one question at one moment the least counts, so that nobody
    counts twice.
    """
    text = answers.score.notnull().ifelse(answers.score.cast("string"), answers.text)
    told = answers.mutate(said=text).filter(_.said != "")
    once = told.group_by("question", *TOGETHER).agg(said=_.said.min())
    pairs = _pairs()
    with_it = once.join(pairs, once.question == pairs.with_it).select("pair", *TOGETHER, said_with="said")
    without_it = once.join(pairs, once.question == pairs.without_it).select("pair", *TOGETHER, said_without="said")
    keys = ["pair", *TOGETHER]
    found = with_it.select(*keys).union(without_it.select(*keys), distinct=True)
    joined = found.left_join(with_it, keys).drop(*(f"{key}_right" for key in keys)).left_join(without_it, keys)
    return joined.select(*keys, said_with=_.said_with.fill_null(""), said_without=_.said_without.fill_null(""))


def _between(rows: Any, since: Any, until: Any) -> Any:
    rows = rows if since is None else rows.filter(rows.time >= since)
    return rows if until is None else rows.filter(rows.time < until)


def counts(since: Any = None, until: Any = None) -> Any:
    """(pair, said_with, said_without, n): how often each pair of answers was given, in a period without a zone."""
    rows = _between(both(), since, until)
    grouped = rows.group_by("pair", "said_with", "said_without").agg(n=_.count())
    return grouped.order_by("pair", "said_with", "said_without")


def members(since: Any = None, until: Any = None) -> Any:
    """Who gave one of the wanted pairs of answers to the first pair of questions, in the order of pages."""
    said = ibis.table({"said_with": "string", "said_without": "string"}, name="kano_said")
    rows = _between(both(), since, until).filter(_.pair == 0).join(said, ["said_with", "said_without"])
    named = rows.join(customers.select("customer", "identity"), "customer")
    return named.order_by(_.customer, _.time).select("identity", value=ibis.literal(1, "float64"), at=_.time)


@cache
def questions() -> Any:
    """(question, n): all questions that were answered, the most answered first."""
    told = answers.filter((answers.question != "") & (answers.score.notnull() | (answers.text != "")))
    return told.group_by("question").agg(n=_.count()).order_by(ibis.desc("n"), "question")
