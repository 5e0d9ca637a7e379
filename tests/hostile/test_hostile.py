"""Hostile and broken files: each is taken or refused with the row and the reason, and nothing else ever happens."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from footfall.errors import InvalidData
from footfall.events.converting import Converted, convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.proposing import preview, proposal
from footfall.events.sheets import open_sheet
from tests.hostile import json_cases, log_cases, packed_cases, parquet_cases, text_cases, time_cases, workbook_cases
from tests.hostile.cases import Case, Read, Refused

KINDS = (text_cases, time_cases, packed_cases, parquet_cases, workbook_cases, json_cases, log_cases)
CASES = [case for kind in KINDS for case in kind.CASES]


def convert_file(path: Path, mapping: Mapping) -> Converted:
    return convert(open_source(path, mapping, {}), Pseudonyms(b"k" * 32), path.parent / "part")


def outcome(path: Path, case: Case) -> Read | Refused:
    """What became of a file, in the words of the case; a refusal with its words where it has them."""
    try:
        done = convert_file(path, case.mapping)
    except InvalidData as error:
        is_so = isinstance(case.becomes, Refused) and case.becomes.words in str(error)
        return case.becomes if is_so else Refused(str(error))
    refused = {one.reason: tuple(sample.line for sample in one.samples) for one in done.refusals}
    assert done.rows == done.kept + sum(one.count for one in done.refusals)
    return Read(done.kept, refused, tuple(one.reason for one in done.warnings for _ in range(one.count)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_becomes_what_it_should(case: Case, tmp_path: Path) -> None:
    path = case.write(tmp_path)
    with suppress(InvalidData):
        preview(proposal(open_sheet(path)))
    assert outcome(path, case) == case.becomes


def test_there_are_many_of_them_and_each_has_its_own_name() -> None:
    assert len(CASES) >= 150
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


READABLE = {written: moment for written, moment in (time_cases.MOMENTS | time_cases.SUMMER).items() if moment}


@pytest.mark.parametrize(("written", "moment"), READABLE.items())
def test_a_moment_is_read_as_the_moment_that_it_is(written: str, moment: str, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f'who,when,what\nann,"{written}",visit\n')
    convert_file(path, time_cases.AMSTERDAM if written in time_cases.SUMMER else time_cases.EVENTS)
    [found] = pq.read_table(tmp_path / "part")["time"].to_numpy().astype("datetime64[us]")
    assert str(found) == (moment if "." in moment else f"{moment}.000000")
