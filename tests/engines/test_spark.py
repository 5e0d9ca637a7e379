"""Spark gives what DuckDB gives, on a real cluster of one master and two workers; what is lost is told.

All in one file, and so in one process: starting a cluster takes longer than all questions.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import ibis
import pyarrow.parquet as pq
import pytest
from ibis import _

from footfall.engine.limits import Limits
from footfall.engine.merging import PartFile
from footfall.engine.spark.cluster import KEPT, At, Cluster
from footfall.engine.spark.merging import SparkMerger
from footfall.engine.spark.tables import SHARED, SparkTables
from footfall.engine.tables import Engine, OpenTables
from footfall.errors import QueryLimit, StorageFailed
from footfall.events import merging
from footfall.events.aliases import ROOTS
from footfall.events.layout import ANSWER_PART, EVENT_PART, FACT_PART
from footfall.journey.questions import Duration, Only, Reach, Score
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analysing import WAYS, analyse, in_order, opening, prepared
from footfall.measures.answering import Span, answer, members
from footfall.measures.kinds import kind_of
from footfall.measures.putting import put
from footfall.measures.tables import events, put_as_tables
from footfall.measures.ways import PutAnalysis
from footfall.measures.within import within
from footfall.service.asking import scope
from tests.engines.cluster import Standalone, absent
from tests.measures.analyses.asking import ANALYSES, put_to
from tests.measures.logs import known, moment
from tests.measures.test_questions import QUESTIONS, TOUCHPOINTS

PATIENCE = 120
FILTERED = [Reach(at=("b",)), Duration(at=("a",)), Score(at=("a",))]
ONLY = {
    "period": Only(since=moment(10), until=moment(60), first=5),
    "customers": Only(passed=(("b",),), never=(("c",),), repeated=(("a",),)),
    "events": Only(channels=("x",), without=("b",)),
    "sessions": Only(each="session", ended_at=("a",)),
}
SPAN = Span(moment(0), moment(72))
# PySpark leaves sockets to the garbage collector.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


def alike(value: Any) -> Any:
    """Numbers to nine digits: the order in which workers add them is not given."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {key: alike(one) for key, one in value.items()}
    return [alike(one) for one in value] if isinstance(value, list | tuple) else value


def test_both_engines_answer_every_question_alike(duckdb: OpenTables, spark: SparkTables) -> None:
    assert known(spark) == known(duckdb)
    puts = [put(question, TOUCHPOINTS, known(duckdb)) for question in QUESTIONS]
    found, expected = ([alike(one.model_dump()) for one in answer(each, puts, Span())] for each in (spark, duckdb))
    assert found == expected


def test_both_engines_open_the_same_population_page_by_page(duckdb: OpenTables, spark: SparkTables) -> None:
    one_of_each = {kind_of(question).name: question for question in reversed(QUESTIONS)}
    pages: list[list[Any]] = [[], []]
    for question in one_of_each.values():
        asked = put(question, TOUCHPOINTS, known(duckdb))
        for page, tables in zip(pages, (duckdb, spark), strict=True):
            rows = tables.page(members(kind_of(question)), 2, 5, **put_as_tables([asked]))
            page.append(alike(rows.to_pylist()))
    assert pages[1] == pages[0]


CASES = {analysis.analysis: analysis for analysis, _ in reversed(ANALYSES)}  # the first of each kind


@pytest.mark.parametrize("analysis", CASES.values(), ids=CASES)
def test_both_engines_answer_every_analysis_alike(analysis: Any, duckdb: OpenTables, spark: SparkTables) -> None:
    asked, found = put_to(known(duckdb), analysis, SPAN), list[Any]()
    for tables in (spark, duckdb):
        given = prepared(tables, asked)
        result = analyse(tables, given)
        assert result.rows
        found.append([alike(result.model_dump()), opened(tables, given, result)])
    assert found[0] == found[1]


def opened(tables: OpenTables | SparkTables, asked: PutAnalysis, result: AnalysisResult) -> Any:
    """The population of the first figure of the first row."""
    figure = WAYS[result.analysis.analysis].figures(result.analysis)[0]
    population = opening(asked, result.rows[0].key, figure)
    assert population
    return alike(tables.page(in_order(population[0]), 0, 5, **population[1]).to_pylist())


@pytest.mark.parametrize("only", ONLY.values(), ids=ONLY)
def test_both_engines_answer_under_every_filter_alike(only: Only, duckdb: OpenTables, spark: SparkTables) -> None:
    puts = [put(question.model_copy(update={"only": only}), TOUCHPOINTS, known(duckdb)) for question in FILTERED]
    under = [scope(each, puts[0].within) for each in (spark, duckdb)]
    found, expected = ([alike(one.model_dump()) for one in answer(tables, puts, Span())] for tables in under)
    assert found == expected


def test_tables_of_a_filter_are_kept_for_the_next_question_and_go_when_others_are_asked_for(
    duckdb: OpenTables, spark: SparkTables
) -> None:
    from pyspark.sql import SparkSession

    filters = [within(Only(first=number), {}, known(duckdb)) for number in range(1, KEPT + 4)]
    assert scope(spark, filters[0]) is scope(spark, filters[0])
    rows = [scope(spark, one).run(events.count().as_table()).to_pylist() for one in filters]
    assert rows == [scope(duckdb, one).run(events.count().as_table()).to_pylist() for one in filters]
    views = SparkSession.active().sql(f"SHOW VIEWS IN {SHARED} LIKE 'events_*'").toArrow()
    assert views.num_rows <= KEPT + 1


def test_both_engines_merge_parts_to_the_same_tables(log: Path, joined: Cluster, tmp_path: Path) -> None:
    parts = {
        "event_parts": (EVENT_PART, [PartFile(log / "events.parquet", 0)]),
        "fact_parts": (FACT_PART, []),
        "aliases": (ROOTS, []),
        "answer_parts": (ANSWER_PART, [PartFile(log / "answers.parquet", 1)]),
    }
    with SparkMerger(parts, tmp_path, joined, Limits(seconds=PATIENCE)) as merger:
        for name, step in merging.STEPS.items():
            merger.write(name, step)
    written = {path.name: pq.read_table(path).to_pylist() for path in tmp_path.iterdir()}
    assert written == {name: pq.read_table(log / "tables" / name).to_pylist() for name in written}
    assert set(written) == {f"{name}.parquet" for name in merging.STEPS}


def test_a_dataset_is_asked_on_the_cluster_from_the_size_that_the_settings_say(log: Path, tmp_path: Path) -> None:
    small, large = (Engine(tmp_path, spark=At("spark://127.0.0.1:1", size)) for size in (201, 200))
    assert isinstance(small.tables(log / "tables"), OpenTables)
    assert isinstance(large.tables(log / "tables"), SparkTables)


@pytest.mark.skipif(bool(absent()), reason=absent())
def test_a_cluster_that_is_not_there_is_told_at_once(log: Path) -> None:
    nowhere = SparkTables(log / "tables", Cluster(At("spark://127.0.0.1:1")), Limits())
    with pytest.raises(StorageFailed, match="does not answer: Connection refused"):
        nowhere.run(events.count().as_table())


def test_a_question_that_takes_too_long_is_stopped_and_the_next_one_answered(log: Path, joined: Cluster) -> None:
    hasty = SparkTables(log / "tables", joined, Limits(seconds=2))
    with pytest.raises(QueryLimit, match=r"The question was stopped after 2 seconds\."):
        hasty.run(endless())


def test_a_question_whose_server_ends_is_stopped_while_others_go_on(
    spark: SparkTables, log: Path, joined: Cluster
) -> None:
    other = SparkTables(log / "tables", joined, Limits(seconds=PATIENCE))
    with asked(lambda: other.run(endless())) as answer:
        wait_until(lambda: busy() > 0)
        assert spark.run(events.count().as_table()).to_pylist() == [{"CountStar(events)": 200}]
        other.interrupt()
        with pytest.raises(QueryLimit, match="since the server ends"):
            answer.result(PATIENCE)


def test_workers_that_are_lost_are_replaced_by_others_or_told(
    duckdb: OpenTables, spark: SparkTables, cluster: Standalone, joined: Cluster, log: Path
) -> None:
    """The last test of the cluster, since it takes it apart."""
    expected = duckdb.run(triples()).to_pylist()
    with asked(lambda: spark.run(triples())) as answer:
        wait_until(lambda: busy() > 1)
        cluster.workers[0].kill()
        assert answer.result(PATIENCE).to_pylist() == expected
    cluster.workers[1].kill()
    lonely = SparkTables(log / "tables", joined, Limits(seconds=3))
    with pytest.raises(StorageFailed, match=r"no worker was free within 3 seconds|lost the workers"):
        lonely.run(triples())


def triples() -> Any:
    """Every event beside every pair of others, on both workers: seconds of work, but not minutes."""
    one, two, three = (events.view().select(**{name: "position"}) for name in "abc")
    spread = one.mutate(number=ibis.row_number().over(group_by="a"))
    return spread.cross_join(two).cross_join(three).agg(sum=((_.number + _.a * _.b * _.c) % 7).sum())


def endless() -> Any:
    """More rows than a cluster counts in a day."""
    four = (events.view().select(**{name: "position"}) for name in "defg")
    rows = events.view().select(a="position")
    for more in four:
        rows = rows.cross_join(more)
    return rows.agg(sum=(_.a * _.d * _.e * _.f * _.g % 7).sum())


@contextmanager
def asked(question: Callable[[], Any]) -> Iterator[Future[Any]]:
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(question)


def busy() -> int:
    """How many tasks the workers have just now."""
    from pyspark.sql import SparkSession

    tracker = SparkSession.active().sparkContext.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return sum(stage.numActiveTasks for stage in stages if stage)


def wait_until(is_so: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < end
        threading.Event().wait(0.05)
