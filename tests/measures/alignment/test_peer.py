"""The costs of alignments equal those that pm4py finds; `python -m bench.alignment` compares many more."""

import random

import pytest

from bench.alignment import differing, random_case
from bench.peers import LOADERS


@pytest.mark.skipif(not LOADERS.exists(), reason="pm4py is not here: `python -m bench.importing` installs the peers")
def test_paths_cost_what_pm4py_finds() -> None:
    dice = random.Random(2)
    assert differing([random_case(dice) for _ in range(60)]) == []
