"""The analyses of paths on many random logs equal a count in plain Python."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from footfall.engine.connecting import Connection
from footfall.events.tables import table
from footfall.measures.answering import Runs
from footfall.measures.tables import combinations, customers, events
from tests.measures.analyses.asking import MANY, NODES, put_to
from tests.measures.analyses.checking import check, span_of
from tests.measures.analyses.held import Held, connection
from tests.measures.analyses.oracles.log import Log
from tests.measures.logs import Event, open_log, paths

SPREAD = st.lists(
    st.builds(
        Event,
        st.integers(0, 5),
        st.integers(0, 12) | st.sampled_from([20, 23, 700, 2000, 2183, 2184, 7300]),  # near borders of periods, too
        st.sampled_from(["a", "b", "cc"]),
        st.sampled_from(["", "x", "y"]),
    ),
    min_size=1,
    max_size=40,
)
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # shrinking takes minutes


@pytest.fixture(scope="module")
def duck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    one = connection(tmp_path_factory.mktemp("held"))
    yield one
    one.close()


@pytest.mark.slow
@settings(max_examples=500, deadline=None, derandomize=True, phases=PHASES)
@given(events=SPREAD, number=st.integers(0, len(MANY) - 1))
def test_analyses_of_paths_equal_a_count_by_hand_on_many_logs(
    events: list[Event], number: int, duck: Connection
) -> None:
    analysis, table = MANY[number]
    tables = Held(duck, events)
    asked = put_to(tables.known(), analysis, span_of(events))
    check(tables, asked, table(analysis, Log(paths(events), NODES)))


@settings(max_examples=10, deadline=None, derandomize=True, phases=PHASES)
@given(log=SPREAD)
def test_the_tables_that_are_made_by_hand_are_those_of_an_import(
    log: list[Event], duck: Connection, tmp_path_factory: pytest.TempPathFactory
) -> None:
    by_hand, imported = Held(duck, log), open_log(tmp_path_factory.mktemp("log"), log)
    assert [rows(by_hand, one) for one in MADE] == [rows(imported, one) for one in MADE]


MADE = [
    events.drop("due", "late"),
    customers.select("customer", "identity"),
    combinations.drop("attributes", "events"),
    table("gaps"),
]


def rows(tables: Runs, expression: Any) -> list[tuple[Any, ...]]:
    return sorted(tuple(row.values()) for row in tables.run(expression).to_pylist())
