"""What the commands answer when all is well."""

import gzip
import json
from pathlib import Path

import pytest

from footfall.journey.text import read
from tests.cli.terminal import Answer, run

EVENTS = "who;when;what;how\n" + "".join(
    f"c{customer};2026-01-{1 + customer % 20:02d} 09:00;{event};web\n"
    for customer in range(30)
    for event in ("Order", "Pay")[: 1 + (customer % 3 > 0)]
)
ANSWERS = "who,answered,grade,words\n" + "".join(
    f"c{customer},2026-02-01,{1 + customer % 5},good\n" for customer in range(29)
)
READ = ("--customer", "who", "--time", "when", "--event", "what", "--channel", "how")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a dataset and its draft."""
    monkeypatch.chdir(tmp_path)
    Path("events.csv").write_text(EVENTS + "c1;never;Order;web\n")
    assert run("import", "events.csv", "--into", "Shop", "--data", "data", *READ).code == 0
    assert run("draft", "shop", "--data", "data").code == 0
    return Path("data")


def test_a_proposed_mapping_can_be_kept_edited_and_used(tmp_path: Path) -> None:
    events, mapping = tmp_path / "events.csv", tmp_path / "mapping.yaml"
    events.write_text(EVENTS)
    proposed = run("import", events, "--propose", *READ)
    assert proposed.out == "kind: events\ncustomer: who\ntime: when\nevent: what\nchannel: how\n"
    mapping.write_text(proposed.out)
    answer = run("import", events, "--into", "Shop", "--mapping", mapping, "--data", tmp_path / "data")
    assert answer.out.splitlines() == [
        "Kept 50 of 50 rows of events.csv in the dataset 'shop'.",
        "50 events of 30 customers, 2026-01-01 to 2026-01-20.",
    ]


def test_a_report_names_what_was_refused_with_reasons_and_lines(data: Path) -> None:
    Path("more.csv").write_text("who,when,what\nc1,2026-03-01,Order\n,2026-03-01,Order\nc2,never,Pay\nc3,never,Pay\n")
    answer = run("import", "more.csv", "--into", "shop", "--data", data, *READ[:6])
    assert answer.code == 0
    assert answer.out.splitlines()[:3] == [
        "Kept 1 of 4 rows of more.csv in the dataset 'shop'.",
        "1 events of 1 customers, 2026-03-01 to 2026-03-01.",
        "Refused 3 rows:",
    ]
    assert answer.out.splitlines()[3].startswith("  2 × ")
    assert answer.out.splitlines()[3].endswith("First on line 4, 5")


def test_the_same_import_twice_adds_nothing_and_says_so(data: Path) -> None:
    again = run("import", "events.csv", "--into", "shop", "--data", data, *READ, "--format", "json")
    assert json.loads(again.out)["unchanged"] is True
    assert json.loads(run("datasets", "shop", "--data", data, "--format", "json").out)["events"] == 50


def test_the_same_table_packed_with_gzip_is_the_same_import(data: Path) -> None:
    Path("packed.csv.gz").write_bytes(gzip.compress(Path("events.csv").read_bytes()))
    again = run("import", "packed.csv.gz", "--into", "shop", "--data", data, *READ, "--format", "json")
    assert json.loads(again.out)["unchanged"] is True
    alone = run("import", "packed.csv.gz", "--into", "packed", "--data", data, *READ)
    assert alone.out.startswith("Kept 50 of 51 rows of packed.csv.gz in the dataset 'packed'."), alone


def test_an_import_is_taken_out_again_as_its_report_says(data: Path) -> None:
    before = json.loads(run("datasets", "shop", "--data", data, "--format", "json").out)
    Path("more.csv").write_text("who,when,what\nc1,2026-03-01,Order\nnew,2026-03-01,Order\n")
    told = run("import", "more.csv", "--into", "shop", "--data", data, *READ[:6]).err
    undo = told.partition("To take it out again: footfall ")[2].split()
    assert undo[:2] == ["undo", "shop"]
    answer = run(*undo, "--data", data)
    assert answer.out == f"Took {undo[2]} out of 'shop', which now has 30 customers, 50 events and 0 answers.\n"
    assert json.loads(run("datasets", "shop", "--data", data, "--format", "json").out) == before
    only = before["reports"][0]["part"]
    assert run("undo", "shop", only, "--data", data).out.endswith("its only import, so the dataset is gone.\n")
    assert json.loads(run("datasets", "--data", data, "--format", "json").out) == []


def test_a_file_without_any_customer_of_the_dataset_is_kept_with_a_warning(data: Path) -> None:
    Path("more.csv").write_text("who,when,what\nk1,2026-03-01,Order\nk2,2026-03-01,Order\n")
    answer = run("import", "more.csv", "--into", "shop", "--data", data, *READ[:6])
    assert answer.out.splitlines()[-2:] == [
        "Also seen:",
        "  2 × No customer of this file was in the dataset before: check which column says who.",
    ]


def test_answers_come_with_their_scale(data: Path) -> None:
    Path("answers.csv").write_text(ANSWERS)
    options = ("--answers", "--customer", "who", "--time", "answered", "--score", "grade", "--scale", "1-5")
    answer = run("import", "answers.csv", "--into", "shop", "--data", data, *options, "--about-is", "Pay")
    assert answer.out.startswith("Kept 29 of 29 rows of answers.csv"), answer
    score = json.loads(run("ask", "shop", "score", "--at", "Pay", "--data", data, "--format", "json").out)
    assert (score["n"], score["scale"]) == (19, [1.0, 5.0])  # the others never paid


def test_a_question_is_answered_with_its_n_and_its_interval_and_opens_its_customers(data: Path) -> None:
    answer = run("ask", "shop", "reach", "--at", "Pay", "--data", data, "--customers", "2")
    lines = answer.out.splitlines()
    assert lines[1] == "66.7% (95%: 48.8–80.8), n 30, 30 customers"
    assert len(lines) == 6
    asked = json.dumps({"kind": "reach", "at": [touchpoint(data, "Pay")]})
    whole = json.loads(run("ask", "shop", "--question", asked, "--data", data, "--format", "json").out)
    assert whole["value"] == pytest.approx(2 / 3)


def touchpoint(data: Path, name: str) -> str:
    """Return the id of a touchpoint."""
    file = data.parent / "all.journey.yaml"
    title = json.loads(run("maps", "--data", data, "--format", "json").out)[0]["title"]
    assert run("export", title, "-o", file, "--data", data).code == 0
    return next(id for id, record in read(file.read_text()).library.items() if record.get("name") == name)


def test_datasets_and_maps_are_listed_as_the_api_lists_them(data: Path) -> None:
    datasets = json.loads(run("datasets", "--data", data, "--format", "json").out)
    assert [(one["id"], one["customers"], one["events"]) for one in datasets] == [("shop", 30, 50)]
    maps = json.loads(run("maps", "--data", data, "--format", "json").out)
    assert [(one["dataset"], one["status"]) for one in maps] == [("shop", "draft")]
    assert run("datasets", "--data", data).out.splitlines()[1].split() == [
        "shop",
        "30",
        "50",
        "0",
        "2026-01-01",
        "2026-01-20",
    ]


def test_a_draft_is_written_as_text_that_checks_and_paints(data: Path) -> None:
    answer = run("draft", "shop", "-o", "draft.journey.yaml", "--data", data)
    assert answer.out.splitlines()[-1] == "Wrote draft.journey.yaml."
    assert read(Path("draft.journey.yaml").read_text()).records["map"]["dataset"] == "shop"
    assert run("check", "draft.journey.yaml").code == 1
    findings = json.loads(run("check", "draft.journey.yaml", "--format", "json").out)["findings"]
    grave = [(finding["code"], finding["line"]) for finding in findings if finding["level"] != "note"]
    assert grave[0] == ("no-persona", 1)


def test_a_map_file_becomes_a_map_and_comes_out_the_same(tmp_path: Path) -> None:
    file, again, data = tmp_path / "map.journey.yaml", tmp_path / "again.journey.yaml", tmp_path / "data"
    file.write_text("footfall: 1\ntitle: T\n\npersonas: [Maya]\n\nstages:\n  - Order: [Pay, Wait]\n\nlanes: [goals]\n")
    id = json.loads(run("import", file, "--data", data, "--format", "json").out)["maps"][0]
    assert run("export", id, "-o", again, "--data", data).code == 0
    assert again.read_text() == file.read_text()


HEAD = "footfall: 1\ntitle: T\nscope_begin: a\nscope_end: b\npersonas: [Maya]\nstages:\n"


def test_findings_end_with_one_and_a_sound_file_with_zero(tmp_path: Path) -> None:
    file = tmp_path / "map.journey.yaml"
    file.write_text(f"{HEAD}  - Later: {{goal: Rest}}\n")
    answer = run("check", file)
    said = "The stage 'Later' has no steps. Add what customers do in it, or delete it."
    assert (answer.code, answer.out) == (1, f"{file}:7: warning empty-stage: {said}\n")
    assert run("check", file, "--fail-on", "error").code == 0
    file.write_text(HEAD.replace("stages:", "stages: []"))
    (tmp_path / "footfall.yaml").write_text("rules: {no-stage: off}\n")
    assert run("check", file) == Answer(0, "Nothing to mend.\n", "")


def test_findings_become_annotations_of_a_pull_request(tmp_path: Path) -> None:
    file, bad = tmp_path / "map.journey.yaml", tmp_path / "bad.journey.yaml"
    file.write_text(f"{HEAD}  - '100 %, now': {{goal: Rest}}\n")
    bad.write_text("footfall: 1\n")
    answer = run("check", file, bad, "--format", "github", "--language", "nl")
    said = "De fase '100 %25, now' heeft geen stappen. Voeg toe wat klanten erin doen, of verwijder haar."
    assert answer.out.splitlines() == [
        f"::warning file={file},line=7,title=empty-stage::{said}",
        f"::error file={bad},line=1,title=invalid-map-file::Line 1 has no 'title', which a map file needs",
    ]


def test_one_unreadable_file_does_not_hide_the_findings_in_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.journey.yaml", tmp_path / "bad.journey.yaml"
    good.write_text("footfall: 1\ntitle: T\nstages: [A: [B]]\n")
    bad.write_text("footfall: 1\n")
    answer = run("check", bad, good)
    assert answer.code == 2
    assert "no-persona" in answer.out
    assert answer.err == f"{bad}: Line 1 has no 'title', which a map file needs\n"


@pytest.mark.usefixtures("painter")
@pytest.mark.parametrize(
    ("ending", "start"), [("pdf", b"%PDF"), ("svg", b"<svg"), ("png", b"\x89PNG"), ("pptx", b"PK")]
)
def test_a_map_file_is_painted_without_a_workspace(ending: str, start: bytes, tmp_path: Path) -> None:
    file, output = tmp_path / "map.journey.yaml", tmp_path / f"map.{ending}"
    file.write_text(
        "footfall: 1\ntitle: T\nstages:\n  - Order: [Pay]\nlanes:\n  - kind: emotion\n    cards: {Pay: 1}\n"
    )
    assert run("render", file, "-o", output).out == f"Wrote {output}.\n"
    assert output.read_bytes().startswith(start)


@pytest.fixture
def painter() -> None:
    """Skip where the fonts were not built."""
    from footfall.render.typesetting import FONTS

    if not FONTS.is_dir():
        pytest.skip("no fonts here: run `make web-app` once")


FILE = """\
footfall: 1
title: Parcel
stages:
  - Wait: [Track the parcel]
lanes:
  - kind: pain-points
    cards: {Track the parcel: {text: No time is named, severity: minor}}
"""


def test_the_differences_of_two_files_are_told_by_stage_and_lane(tmp_path: Path) -> None:
    before, after = tmp_path / "before.journey.yaml", tmp_path / "after.journey.yaml"
    before.write_text(FILE)
    after.write_text(FILE.replace("minor", "severe").replace("[Track", "[Hear, Track"))
    assert run("diff", before, before).out == "Nothing differs.\n"
    told = run("diff", before, after)
    assert (told.code, told.out.splitlines()) == (
        1,
        [
            "Wait",
            "  + Step 'Hear' added in 'Wait'.",
            "Wait · pain-points",
            "  ~ Card 'No time is named' in 'pain-points' at 'Track the parcel': severity 'minor' → 'severe'.",
        ],
    )
    found = json.loads(run("diff", before, after, "--format", "json").out)["differences"]
    assert [(one["what"], one["type"]) for one in found] == [("added", "step"), ("changed", "card")]


def test_bindings_say_what_is_bound_and_what_the_rest_may_be(data: Path) -> None:
    answer = run("bindings", "shop", "--data", data)
    assert answer.out.splitlines()[:4] == [
        "Shop: 50 events of 2 names",
        "  bound: 50 (100.0%), names: 2",
        "  bound twice: 0 (0.0%), names: 0",
        "  unbound: 0 (0.0%), names: 0",
    ]
    Path("more.csv").write_text("who,when,what\n" + "c1,2026-03-01,order_label\n" * 10)
    assert run("import", "more.csv", "--into", "shop", "--data", data, *READ[:6]).code == 0
    few = run("bindings", "shop", "--data", data, "--unbound", "--most-unbound", "10")
    assert (few.code, few.err) == (1, "16.7% is unbound, more than 10%.\n")
    assert few.out.splitlines()[-1].split() == ["order_label", "10", "16.7%", "-", "Order", "(71%)"]
    found = json.loads(run("bindings", "shop", "--data", data, "--format", "json").out)
    assert found["totals"]["unbound"] == {"events": 10, "names": 1}


@pytest.mark.usefixtures("painter")
def test_a_difference_is_told_and_painted(tmp_path: Path) -> None:
    before, after, picture = tmp_path / "a.journey.yaml", tmp_path / "b.journey.yaml", tmp_path / "d.svg"
    before.write_text("footfall: 1\ntitle: T\nstages:\n  - Order: [Pay]\nlanes:\n  - kind: actions\n")
    after.write_text(before.read_text() + "    cards: {Pay: Pays}\n")
    answer = run("diff", before, after, "-o", picture)
    assert (answer.code, answer.out) == (1, "Order · actions\n  + Card 'Pays' added in 'actions' at 'Pay'.\n")
    assert answer.err == f"Wrote {picture}.\n"
    assert picture.read_bytes().startswith(b"<svg")
