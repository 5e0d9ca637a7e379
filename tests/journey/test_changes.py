"""The Python twin of apply, invert and diff sits the exam of fixtures/changes."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.journey.changes import apply, diff, invert, same
from tests.journey.change_scripts import FOLDER, FROZEN, Script, op_list, random_script

EDGES: list[Script] = json.loads((FOLDER / "edges.json").read_text())
EXAM = {script["name"]: script for script in EDGES}
EXAM |= {f"frozen {n}": script for n, script in enumerate(json.loads(FROZEN.read_text()))}
RULES = {"A1", "A2", "A3", "I1", "D1", "D2"}


@pytest.fixture(params=EXAM)
def script(request: pytest.FixtureRequest) -> Script:
    """One script of the exam."""
    return copy.deepcopy(EXAM[request.param])  # type: ignore[no-any-return]


def test_apply_gives_the_document_of_the_exam(script: Script) -> None:
    assert same(apply(script["before"], op_list.validate_python(script["ops"])), script["after"])


def test_invert_gives_the_ops_of_the_exam(script: Script) -> None:
    inverse = invert(script["before"], op_list.validate_python(script["ops"]))
    assert inverse == op_list.validate_python(script["inverse"])


def test_diff_gives_the_ops_of_the_exam(script: Script) -> None:
    assert diff(script["before"], script["after"]) == op_list.validate_python(script["diff"])


def test_apply_and_invert_leave_their_input_as_it_was(script: Script) -> None:
    kept = copy.deepcopy(script["before"])
    ops = op_list.validate_python(script["ops"])
    apply(script["before"], ops)
    invert(script["before"], ops)
    assert script["before"] == kept


def test_every_rule_but_a4_has_a_case_by_hand() -> None:
    assert {script["rule"] for script in EDGES} == RULES


@given(st.randoms(use_true_random=False))
def test_a_change_and_its_inverse_give_the_first_document_back(random: Any) -> None:
    script = random_script(random)
    assert same(apply(script["after"], op_list.validate_python(script["inverse"])), script["before"])


@given(st.randoms(use_true_random=False))
def test_a_diff_leads_from_one_document_to_any_other_and_nothing_differs_from_itself(random: Any) -> None:
    before, after = random_script(random)["before"], random_script(random)["after"]
    assert same(apply(before, diff(before, after)), after)
    assert diff(after, copy.deepcopy(after)) == ()
