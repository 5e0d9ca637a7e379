"""Excerpts and survey figures in a terminal."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run

ANSWERS = "who,answered,grade,words\n" + "".join(
    f"c{customer},2026-02-{customer + 1:02d},{1 + customer % 5},{words}\n"
    for customer, words in enumerate(["The courier was very friendly.", "Parcel came late.", *([""] * 13)])
)
READ = ("--answers", "--customer", "who", "--time", "answered", "--score", "grade", "--scale", "1-5", "--text", "words")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a dataset of answers."""
    monkeypatch.chdir(tmp_path)
    Path("answers.csv").write_text(ANSWERS)
    assert run("import", "answers.csv", "--into", "Shop", "--data", "data", *READ).code == 0
    return Path("data")


def test_excerpts_are_shown_with_their_feeling_and_themes_and_counted(data: Path) -> None:
    answer = run("excerpts", "shop", "--feeling", "negative", "--data", data)
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    assert (answer.code, lines) == (
        0,
        [
            "day feeling themes excerpt",
            "2026-02-02 negative delivery Parcel came late.",
            "1 of 2 excerpts: 1 negative.",
            "theme excerpts mean feeling",
            "delivery 1 -0.54",
        ],
    )


def test_excerpts_are_given_as_json_as_the_api_gives_them(data: Path) -> None:
    found = json.loads(run("excerpts", "shop", "--search", "courier", "--data", data, "--format", "json").out)
    assert (found["all"], found["total"], found["rows"][0]["counts_as"]["themes"]) == (2, 1, ["delivery"])


def test_a_feeling_that_is_none_is_refused(data: Path) -> None:
    answer = run("excerpts", "shop", "--feeling", "angry", "--data", data)
    assert (answer.code, "--feeling" in answer.err) == (2, True)


def test_a_dataset_is_told_with_the_figures_of_its_survey(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = [" ".join(line.split()) for line in run("datasets", "shop", "--data", data).out.splitlines()]
    assert lines[-2:] == [
        "question scale figure value weighted n n/a blank",
        "- 1-5 rating mean 3.00 (2.19 to 3.81) 15 0 0",
    ]
