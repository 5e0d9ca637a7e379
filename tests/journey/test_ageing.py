"""How old a claim is; the editor's twin sits the same exam."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footfall.journey.ageing import Clock, stale
from footfall.journey.evidence import Ground
from footfall.journey.records.evidence import Evidence
from footfall.journey.records.release import Release
from footfall.journey.records.source import Source

EXAM = json.loads((Path(__file__).parents[2] / "fixtures" / "ageing.json").read_text())


def clock(case: dict[str, Any]) -> Clock:
    sources = {id: Source.model_validate(source) for id, source in EXAM["sources"].items()}
    return Clock(
        today=date.fromisoformat(EXAM["today"]),
        sources=sources,
        ground=Ground(sources),
        releases=tuple(Release.model_validate(release) for release in case.get("releases", ())),
        interval=case.get("interval"),
        released=date.fromisoformat(case["released"]) if "released" in case else None,
    )


@pytest.mark.parametrize("case", EXAM["cases"], ids=[case["says"] for case in EXAM["cases"]])
def test_a_claim_goes_stale_by_date_or_by_a_release(case: dict[str, Any]) -> None:
    evidence = [Evidence.model_validate(one) for one in case["evidence"]]
    found = stale(evidence, case.get("touchpoints", ()), clock(case))
    assert (found and {"days": found.days, "by": found.by}) == case["stale"]
