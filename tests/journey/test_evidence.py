"""The grade of a claim is computed from what it cites; the editor's twin sits the same exam."""

import json
from pathlib import Path
from typing import Any

import pytest

from footfall.journey.evidence import Grade, Ground, grade
from footfall.journey.records import Evidence

EXAM = json.loads((Path(__file__).parents[2] / "fixtures" / "grades.json").read_text())
GROUND = Ground(**EXAM["ground"])


@pytest.mark.parametrize("case", EXAM["cases"], ids=[case["says"] for case in EXAM["cases"]])
def test_a_claim_has_the_grade_of_what_it_cites(case: dict[str, Any]) -> None:
    assert grade([Evidence.model_validate(one) for one in case["evidence"]], GROUND) == case["grade"]


def test_the_order_of_what_is_cited_does_not_matter() -> None:
    note, interval = Evidence(note="six interviews"), Evidence(n=212, value=0.2, low=0.15, high=0.26)
    assert grade((note, interval)) == grade((interval, note)) == Grade.MEASURED


def test_where_nobody_can_tell_what_is_there_nothing_is_called_gone() -> None:
    assert grade((Evidence(source="talk", excerpt="e1"),)) == Grade.HEARD
    assert grade((Evidence(dataset="shop", n=9, low=0, high=1),)) == Grade.MEASURED
