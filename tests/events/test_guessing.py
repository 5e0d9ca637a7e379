"""What is proposed for tables that no known tool wrote, and what the questions of a survey are taken for."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from footfall.events.columns import ROW, Asked
from footfall.events.exports.asking import tell
from footfall.events.mapping import Mapping
from footfall.events.proposing import proposal
from footfall.events.sheets import open_sheet

FORM = """Timestamp,Email Address,How likely are you to recommend us? (0-10),How satisfied are you with the shop?,\
How often do you visit?,What should we change?,Rate the queue
2026-05-01 09:30:00,ann@example.org,9,5,Weekly,The queue on Saturdays,3
2026-05-02 09:30:00,bo@example.org,7,4,Monthly,More bread in the evening,2
"""


def proposed(path: Path, content: str) -> tuple[Mapping | None, str]:
    path.write_text(content)
    found = proposal(open_sheet(path))
    return found.mapping, found.missing


def test_a_form_with_a_column_for_each_question_is_a_survey(tmp_path: Path) -> None:
    mapping, missing = proposed(tmp_path / "form.csv", FORM)
    assert mapping == Mapping(
        kind="answers",
        customer="Email Address",
        time="Timestamp",
        asked=(
            Asked(column="How likely are you to recommend us? (0-10)", instrument="nps", scale_min=0, scale_max=10),
            Asked(column="How satisfied are you with the shop?", instrument="csat", scale_min=1, scale_max=5),
            Asked(column="What should we change?"),
        ),
    )
    assert missing == "The scale of 'Rate the queue' cannot be told from the values: say it, or leave the question out."


def test_a_survey_that_names_nobody_has_a_customer_in_each_row(tmp_path: Path) -> None:
    lines = [line.split(",") for line in FORM.splitlines()]
    content = "\n".join(",".join(cells[:1] + cells[2:]) for cells in lines)
    mapping, _ = proposed(tmp_path / "form.csv", content)
    assert mapping
    assert mapping.customer == ROW


def test_events_that_name_nobody_are_for_a_person_to_say(tmp_path: Path) -> None:
    found = proposed(tmp_path / "file.csv", "event,timestamp\nPaid,2026-05-01\n")
    assert found[0] is None
    assert "say (row) where each row is a customer of its own" in found[1]


NPS = {"instrument": "nps", "scale_min": 0, "scale_max": 10}
LIKERT = {"instrument": "csat", "scale_min": 1, "scale_max": 5}


@pytest.mark.parametrize(
    ("question", "values", "asks"),
    [
        ("How likely are you to recommend us?", ["3", "9"], NPS),
        ("In hoeverre zou u ons aanbevelen?", ["3", "9"], NPS),
        ("nps", ["11", "9"], None),
        ("How satisfied are you?", ["5", "4"], LIKERT),
        ("Hoe tevreden bent u?", ["10", "4"], {"instrument": "csat", "scale_min": 1, "scale_max": 10}),
        ("How satisfied are you (1-7)?", ["5", "4"], {"instrument": "csat", "scale_min": 1, "scale_max": 7}),
        ("How satisfied are you?", ["3", "4"], None),
        ("It was easy to get help", ["7", "4"], {"instrument": "ces", "scale_min": 1, "scale_max": 7}),
        ("How much effort did it take?", ["5"], {"instrument": "ces", "scale_min": 1, "scale_max": 5, "better": "low"}),
        ("Rate the food", ["5", "0"], {"instrument": "rating", "scale_min": 0, "scale_max": 5}),
        ("How many children have you?", ["5", "1"], None),
        ("Which shop?", ["North", "South", "North"], {}),
        ("Anything else?", ["The queue was long", "More bread, please"], {"instrument": ""}),
        ("Anything else?", [None, "  "], {}),
    ],
)
def test_words_and_values_tell_what_a_question_asks(question: str, values: list[Any], asks: Any) -> None:
    assert tell(question, "Q1", pa.array(values, pa.string())) == asks


def test_satisfaction_in_words_has_its_scores() -> None:
    found = tell("How satisfied are you?", "Q1", pa.array(["Very satisfied", "Neutral", None]))
    assert found
    assert {name: found[name] for name in LIKERT} == LIKERT
    assert {word: found["labels"][word] for word in ("very satisfied", "neutral", "very dissatisfied")} == {
        "very satisfied": 5,
        "neutral": 3,
        "very dissatisfied": 1,
    }
