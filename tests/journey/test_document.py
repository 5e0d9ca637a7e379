"""The lookups of a map; web/src/model/document.test.ts expects the same of its twin."""

import json
from pathlib import Path
from typing import Any

from footfall.journey.document import MapDocument

EXPECTED: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "fixtures/documents/map.json").read_text(encoding="utf-8")
)


def test_a_map_is_read_in_order_and_what_lost_its_place_lies_in_the_tray() -> None:
    document = MapDocument(EXPECTED["records"])
    assert {
        "records": EXPECTED["records"],
        "title": document.header.title,
        "stages": list(document.stages),
        "steps": list(document.steps),
        "lanes": list(document.lanes),
        "links": list(document.links),
        "steps_of": {stage: list(document.steps_of(stage)) for stage in EXPECTED["steps_of"]},
        "cells": [cell | {"cards": list(document.cards_in(cell["lane"], cell["step"]))} for cell in EXPECTED["cells"]],
        "tray": list(document.tray),
    } == EXPECTED


def test_a_document_that_lost_its_header_has_a_bare_one() -> None:
    assert MapDocument({}).header.title == "Untitled map"
