"""Planted personal data and customers' ids are found nowhere in the data folder after an import."""

from pathlib import Path

import pyarrow.parquet as pq

from footfall.events.columns import Attribute
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
PLANTED = ("jan.planted@example.nl", "06-12345678", "NL91ABNA0417164300", "111222333", "cust-90817")
EVENTS = Mapping(
    customer="who",
    time="at",
    event="what",
    channel="by",
    attributes=(Attribute(column="note"), Attribute(column="ref")),
)
ANSWERS = Mapping(
    kind="answers",
    customer="who",
    time="at",
    text="text",
    question="q",
    about="about",
    score="s",
    scale_min=1,
    scale_max=5,
)


def in_files(folder: Path) -> set[str]:
    """Those of the planted texts that stand in a file, packed or not."""
    found = set()
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content += repr(pq.read_table(path).to_pydict()).encode()
        found |= {planted for planted in PLANTED if planted.encode() in content}
    return found


def test_nothing_that_was_planted_is_in_a_file_of_the_data_folder(ws: Workspace, tmp_path: Path) -> None:
    mail, phone, iban, bsn, id = PLANTED
    events, answers = tmp_path / "events.csv", tmp_path / "answers.csv"
    events.write_text(
        "who,at,what,by,note,ref\n"
        f"{id},2026-01-01,visit of {id},mail {mail},call {phone},{iban}\n"
        f"{id},{mail},visit,{phone},,\n"
        f"other,2026-01-02,visit of {id} by {bsn},web,,\n"
    )
    answers.write_text(
        "who,at,text,q,about,s\n"
        f"{id},2026-01-01,I am {id} ({mail}; {phone}; {iban}; {bsn}),What does {id} say?,visit of {id},4\n"
        f"{id},2026-01-01,fine,why,,{phone}\n"
    )
    datasets.import_file(ws, ANNA, events, EVENTS, "Shop")
    report = datasets.import_file(ws, ANNA, answers, ANSWERS, "Shop")
    assert [sample.value for remark in report.refusals for sample in remark.samples] == ["[phone]"]
    assert in_files(ws.folder) == set()
