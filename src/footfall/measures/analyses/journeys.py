"""Journeys: a few paths that stand for many, by grouping variants that are alike."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import Any

import ibis
import pyarrow as pa

from footfall.journey.analyses import JourneysAnalysis
from footfall.measures.analyses import variants
from footfall.measures.analyses.reach import everybody
from footfall.measures.answering import Runs
from footfall.measures.tabulating import Figured, Found, summary
from footfall.measures.ways import PutAnalysis, Way, tabulated

MOST_VARIANTS = 500  # that are grouped, the commonest first
Path = tuple[int, ...]

GROUPS = pa.schema([("variant", pa.list_(pa.int32())), ("path", pa.list_(pa.int32()))])


@cache
def groups() -> Any:
    """(variant, path): which path stands for a variant."""
    return ibis.table({"variant": "array<int32>", "path": "array<int32>"}, name="groups")


@cache
def grouped() -> Any:
    """Each customer with the path that stands for theirs."""
    theirs = variants.paths().rename(variant="path")
    return theirs.join(groups(), "variant").select("path", "customer", "value", "at")


FIGURES = (
    Figured("customers", "customers", "count", "Customers whose path is this one or is like it.", grouped),
    Figured("share", "share", "share", "Of all customers with events, the share of these.", grouped, everybody),
    Figured("median_hours", "hours", "median", "Median hours from the first event of a path to its last.", grouped),
    Figured("p90_hours", "hours", "p90", "90th percentile of the hours from the first event to the last.", grouped),
)


def figures(analysis: JourneysAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """How many customers, which share of them all, and how long it took."""
    return FIGURES


def words(analysis: JourneysAnalysis) -> str:
    """What is counted."""
    return (
        f"Paths that stand for those like them: the {MOST_VARIANTS:,} commonest variants are taken one by one, the "
        "commonest first; each joins the path that it is most like, if at least "
        f"{analysis.alike:.0%} of it is the same, or else stands for itself."
    )


def prepare(dataset: Runs, put: PutAnalysis) -> dict[str, pa.Table]:
    """The table behind `groups()`."""
    rows = dataset.run(summary(variants.paths, ("path",), limit=MOST_VARIANTS), **put.tables()).to_pylist()
    found = grouped_alike([tuple(row["path"]) for row in rows], put.analysis.alike, put.analysis.limit)
    columns = [pa.array(list(map(list, column)), pa.list_(pa.int32())) for column in (found.keys(), found.values())]
    return {"groups": pa.table(columns, GROUPS)}


def grouped_alike(paths: Sequence[Path], alike: float, most: int) -> dict[Path, Path]:
    """For each path the earlier one that stands for it; a path like none stands for itself while there are few enough.

    Leader clustering (Hartigan 1975, chapter 3) in the order given, with the longest common share of both paths as
    likeness; of equally like leaders the earlier one.
    """
    leaders: list[Path] = []
    found: dict[Path, Path] = {}
    for path in paths:
        likest = ((likeness(path, one, alike), one) for one in leaders)
        best, leader = max(likest, default=(0.0, ()), key=itemgetter(0))
        if best >= alike:
            found[path] = leader
        elif len(leaders) < most:
            leaders.append(path)
            found[path] = path
    return found


def likeness(one: Path, other: Path, least: float = 0.0) -> float:
    """1 minus the edits (insertions, deletions, replacements) that make one of the other, by the longer of both.

    Levenshtein (1966). Where it is certain to be below `least` it is told as 0.
    """
    longer = max(len(one), len(other))
    allowed = int((1 - least) * longer + 1e-9)
    shared = (Counter(one) & Counter(other)).total()
    if longer - shared > allowed:
        return 0.0
    return 1 - edits(one, other) / longer


def edits(one: Path, other: Path) -> int:
    """The least number of insertions, deletions and replacements that make one path of the other."""
    row = list(range(len(other) + 1))
    for i, step in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, there in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (step != there))
    return row[-1]


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The journeys with the most customers, and which share of all they cover together."""
    found = tabulated(way, dataset, put)
    covered = sum(row["share"].value or 0 for _, row in found.rows)
    return replace(found, details={"variants": put.given["groups"].num_rows, "coverage": min(1.0, covered)})


WAY = Way({"path": "path"}, figures, words, run=run, prepare=prepare, shared=lambda _: grouped())
