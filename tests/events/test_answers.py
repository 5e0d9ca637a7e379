"""Answers out of the files of survey tools: codes, words and commas are read; what is no answer is counted."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from footfall.errors import InvalidData
from footfall.events.columns import Asked
from footfall.events.converting import Converted, convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.report import Unanswered

NPS = Asked(column="nps", question="Recommend", instrument="nps", scale_min=0, scale_max=10, blank=("11",))
FOOD = Asked(column="food", instrument="rating", scale_min=1, scale_max=5, not_applicable=("6",), blank=("0",))
EFFORT = Asked(column="effort", instrument="ces", scale_min=1, scale_max=7, better="low", about="call")
WHY = Asked(column="why", blank=("-",))
SURVEY = Mapping(kind="answers", customer="who", time_is="2017-05", weight="w", asked=(NPS, FOOD, EFFORT, WHY))


def read(folder: Path, mapping: Mapping, text: str) -> tuple[Converted, list[dict[str, Any]]]:
    path = folder / "answers.csv"
    path.write_text(text, encoding="utf-8")
    found = convert(open_source(path, mapping, {}), Pseudonyms(b"k" * 32), folder / "part")
    return found, pq.read_table(folder / "part").to_pylist()


def scores(rows: list[dict[str, Any]]) -> list[float | None]:
    return [row["score"] for row in rows]


def score_mapping(**fields: Any) -> Mapping:
    told: dict[str, Any] = {"kind": "answers", "customer": "who", "time": "when", "score": "s"}
    return Mapping.model_validate(told | {"scale_min": 1, "scale_max": 10} | fields)


def column_of(*values: str) -> str:
    return "who;when;s\n" + "".join(f"c{place};2024-01-02;{value}\n" for place, value in enumerate(values))


def test_one_row_gives_an_answer_for_each_filled_cell(tmp_path: Path) -> None:
    text = "who,nps,food,effort,why,w\nann,9,6,2,Long queue,1.5\nbo,11,0,,-,0.5\ncas,10,4,7,,2\n"
    found, rows = read(tmp_path, SURVEY, text)
    assert (found.rows, found.kept, found.stored) == (3, 2, 6)
    keys = ("question", "instrument", "score", "scale_max", "better", "about", "text", "weight", "arrival")
    assert sorted(tuple(row[key] for key in keys) for row in rows if row["weight"] == 1.5) == [
        ("Recommend", "nps", 9.0, 10.0, "high", None, None, 1.5, 0),
        ("effort", "ces", 2.0, 7.0, "low", "call", None, 1.5, 2),
        ("why", "", None, None, "", None, "Long queue", 1.5, 3),
    ]
    assert {row["time"] for row in rows} == {datetime(2017, 5, 1)}


def test_cells_without_an_answer_are_counted_by_question(tmp_path: Path) -> None:
    text = "who,nps,food,effort,why,w\nann,9,6,2,Long queue,1.5\nbo,11,0,,-,0.5\ncas,10,4,7,,2\n"
    found, _ = read(tmp_path, SURVEY, text)
    assert found.unanswered == (
        Unanswered(question="Recommend", instrument="nps", blank=1),
        Unanswered(question="effort", instrument="ces", blank=1),
        Unanswered(question="food", instrument="rating", not_applicable=1, blank=1),
        Unanswered(question="why", blank=2),
    )
    assert [(one.reason, one.count) for one in found.refusals] == [("no-answer", 1)]


def test_a_cell_that_is_no_score_is_left_out_and_said_while_the_row_stays(tmp_path: Path) -> None:
    found, rows = read(tmp_path, SURVEY, "who,nps,food,effort,why,w\nann,9,9,no idea,,1\n")
    assert scores(rows) == [9.0]
    assert [(one.reason, one.samples[0].column, one.samples[0].value) for one in found.warnings] == [
        ("outside-scale", "food", "9"),
        ("unreadable-score", "effort", "no idea"),
    ]


@pytest.mark.parametrize("weight", ["", "0", "-1", "much"])
def test_a_row_without_a_weight_above_zero_is_refused(weight: str, tmp_path: Path) -> None:
    found, rows = read(tmp_path, SURVEY, f"who,nps,food,effort,why,w\nann,9,4,2,,{weight}\nbo,9,,,,1\n")
    assert ([one.reason for one in found.refusals], len(rows)) == (["no-weight"], 1)


def test_scores_are_read_from_words_that_the_mapping_knows(tmp_path: Path) -> None:
    mapping = score_mapping(labels={"Good": 5, "bad": 1})
    assert scores(read(tmp_path, mapping, column_of("good", "BAD", "3"))[1]) == [5.0, 1.0, 3.0]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (("4,5", "3", "10"), [4.5, 3.0, 10.0]),
        (("5 - very satisfied", "1 - not at all", "3"), [5.0, 1.0, 3.0]),
        (("10 (extremely likely)", "9", "8"), [10.0, 9.0, 8.0]),
        (("5 stars", "1 star", "4.5 stars"), [5.0, 1.0, 4.5]),
    ],
)
def test_a_column_that_is_written_alike_throughout_is_read_as_numbers(
    values: tuple[str, ...], wanted: list[float], tmp_path: Path
) -> None:
    assert scores(read(tmp_path, score_mapping(), column_of(*values))[1]) == wanted


def test_one_value_of_another_shape_makes_no_shape(tmp_path: Path) -> None:
    found, rows = read(tmp_path, score_mapping(), column_of("5 - good", "about 7", "3"))
    assert (scores(rows), [(one.reason, one.count) for one in found.refusals]) == ([3.0], [("unreadable-score", 2)])


def test_codes_are_no_scores_whatever_their_case_and_a_text_beside_them_keeps_its_row(tmp_path: Path) -> None:
    mapping = score_mapping(not_applicable=("Niet gebruikt",), blank=("99",), text="t")
    text = "who,when,s,t\na,2024-01-02,niet gebruikt,But the parking!\nb,2024-01-02,99.0,\nc,2024-01-02,7,\n"
    found, rows = read(tmp_path, mapping, text)
    assert [(row["score"], row["text"]) for row in rows] == [(None, "But the parking!"), (7.0, None)]
    assert found.unanswered == (Unanswered(not_applicable=1, blank=1),)


def test_a_time_for_all_rows_that_cannot_be_read_is_refused_with_an_example(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="'May' cannot be read"):
        read(tmp_path, SURVEY.model_copy(update={"time_is": "May"}), "who,nps,food,effort,why,w\nann,9,4,2,,1\n")


def test_personal_data_stands_in_no_text_that_is_stored_nor_in_the_report(tmp_path: Path) -> None:
    mapping = score_mapping(text="t", question="q", about="a", channel="c")
    text = (
        "who,when,s,t,q,a,c\n"
        "cust-4711,2024-01-02,7,I am cust-4711 at a@b.nl or 06-12345678,for cust-4711,mail a@b.nl,tel 020-1234567\n"
        "cust-4712,2024-01-02,06-12345678,,,,\n"
    )
    found, rows = read(tmp_path, mapping, text)
    assert [tuple(row[key] for key in ("text", "question", "about", "channel")) for row in rows] == [
        ("I am [customer] at [e-mail] or [phone]", "for [customer]", "mail [e-mail]", "tel [phone]")
    ]
    assert [sample.value for one in found.refusals for sample in one.samples] == ["[phone]"]
    stored = (tmp_path / "part").read_bytes() + str(found).encode()
    assert [planted for planted in (b"4711", b"a@b", b"12345678", b"1234567") if planted in stored] == []


def test_a_comment_is_stored_with_its_language_its_feeling_and_the_words_that_decided_it(tmp_path: Path) -> None:
    mapping = score_mapping(score="", text="t", language="l")
    written = ("The driver was friendly a@b.nl,", "Te laat!,nl-BE", "Muito bom,pt")
    text = "who,when,t,l\n" + "".join(f"{place},2024-01-02,{line}\n" for place, line in enumerate(written))
    rows = read(tmp_path, mapping, text)[1]
    assert [(row["language"], row["feeling"] and round(row["feeling"], 1), row["marks"]) for row in rows] == [
        ("en", 0.5, "15:23:2"),
        ("nl", -0.5, "0:7:-2"),
        ("pt", None, ""),
    ]
    assert len({row["excerpt"] for row in rows}) == 3


def test_the_same_words_of_the_same_customer_have_the_same_name_in_every_import(tmp_path: Path) -> None:
    mapping = score_mapping(score="", text="t")
    once = read(tmp_path, mapping, "who,when,t\na,2024-01-02,Fine\n")[1]
    again = read(tmp_path, mapping, "who,when,t\nz,2024-01-01,Fine\na,2024-03-03,Fine\n")[1]
    assert once[0]["excerpt"] == again[1]["excerpt"] != again[0]["excerpt"]
