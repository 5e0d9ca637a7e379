"""One log, open in DuckDB and in a Spark cluster that lives as long as these tests."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.engine.limits import Limits
from footfall.engine.spark.cluster import At, Cluster
from footfall.engine.spark.tables import SparkTables
from footfall.engine.tables import OpenTables
from footfall.journey.changes import Actor
from tests.engines.cluster import HOST, SMALL, Standalone, absent, standalone
from tests.measures.logs import Answer, Event, open_log

LIMITS = Limits(seconds=120)


@pytest.fixture(scope="session")
def anna() -> Actor:
    return Actor(id="anna", name="Anna")


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standalone]:
    if why := absent():
        pytest.skip(why)
    with pytest.MonkeyPatch.context() as patch, standalone(tmp_path_factory.mktemp("cluster")) as running:
        patch.setenv("SPARK_LOCAL_IP", HOST)
        yield running


@pytest.fixture(scope="session")
def joined(cluster: Standalone) -> Iterator[Cluster]:
    client = Cluster(At(cluster.address, memory_megabytes=500, more=SMALL))
    yield client
    client.close()


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Customers who come back, share moments and days, and answer on several scales."""
    folder, chance = tmp_path_factory.mktemp("log"), random.Random(7)
    open_log(folder, [_event(chance) for _ in range(200)], [_answer(chance) for _ in range(80)])
    return folder


@pytest.fixture(scope="session")
def duckdb(log: Path) -> OpenTables:
    return OpenTables(log / "tables", log / "spill", LIMITS)


@pytest.fixture(scope="session")
def spark(log: Path, joined: Cluster) -> SparkTables:
    return SparkTables(log / "tables", joined, LIMITS)


def _event(chance: random.Random) -> Event:
    names, due = chance.choice(["a", "a", "b", "cc"]), chance.choice([None, chance.randrange(72)])
    is_day = chance.random() < 0.1
    return Event(chance.randrange(25), chance.randrange(72), names, chance.choice(["", "x"]), due, is_day)


def _answer(chance: random.Random) -> Answer:
    scale, instrument = chance.choice([((1, 5), ""), ((0, 10), "nps"), ((0, 10), "")])
    score = chance.choice([None, float(chance.randint(*scale))])
    about, question = chance.choice([None, "a", "b", "z"]), chance.choice(["q", "q", "r"])
    text, feeling = chance.choice([(None, None), ("slow", -0.5), ("kind", 0.5)])
    who, hour = chance.randrange(27), chance.randrange(72)
    return Answer(who, hour, score, about, question, scale, instrument, text=text, feeling=feeling)
