"""Files that cannot be read end in one sentence, quickly, without filling the memory."""

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.errors import InvalidData
from footfall.events.converting import convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.proposing import preview, proposal
from footfall.events.sheets import open_sheet

MAPPING = Mapping(customer="who", time="when", event="what")
GOOD = "who,when,what\nann,2024-01-02 03:04:05,visit\n"


def read(path: Path, mapping: Mapping = MAPPING) -> None:
    convert(open_source(path, mapping, {}), Pseudonyms(b"k" * 32), path.with_suffix(".part"))


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def damaged_parquet(path: Path) -> None:
    pq.write_table(pa.table({"who": ["ann"] * 1000}), path)
    path.write_bytes(path.read_bytes()[:-20] + b"PAR1")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: path.write_bytes(b""), "file.csv is empty."),
    "blanks": (lambda path: path.write_bytes(b"\n \n\t\n"), "file.csv is empty."),
    "a header alone": (lambda path: path.write_text("who,when,what\n"), "file.csv has a header but no rows."),
    "XML in a zip archive": (zipped, "file.csv is a web page or other XML, not a table in a file."),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(5000)), "file.csv is a picture"),
    "random bytes": (lambda path: path.write_bytes(bytes(range(256)) * 50), "is not a text file"),
    "damaged Parquet": (damaged_parquet, "file.csv is a damaged Parquet file"),
    "cut gzip": (lambda path: path.write_bytes(gzip.compress(GOOD.encode() * 99)[:-9]), "is a damaged gzip file"),
    "a gzip trap": (lambda path: path.write_bytes(gzip.compress(b"a,b,c\n" * 40_000_000, 9)), "unpacks to more than"),
    "a line of 3 MB": (lambda path: path.write_text(GOOD + "x" * 3_000_000), "file.csv has a line of more than 1 MB."),
    "an open quote": (
        lambda path: path.write_text(GOOD + 'ann,"2024-01-02,visit\n' + "a,b,c\n" * 900_000),
        "The row on line 3 of file.csv goes on for 900,001 lines.",
    ),
    "an open quote in a large file": (
        lambda path: path.write_text(GOOD + 'ann,"2024-01-02,visit\n' + "a,b,c\n" * 3_000_000),
        "has a row of more than 4 MB. A row must be smaller. Look for a quotation mark that is never closed.",
    ),
    "a missing column": (lambda path: path.write_text("who,what\nann,visit\n"), "file.csv lacks the column when."),
    "no time": (
        lambda path: path.write_text("who,when,what\nann,soon,visit\n"),
        "None of the 1 rows of file.csv can be",
    ),
    "no customer": (lambda path: path.write_text("who,when,what\n,2024-01-02,visit\n"), "There is no customer."),
    "an unknown encoding": (
        lambda path: path.write_bytes((GOOD * 9).encode("utf-16") + b"\x00\xd8" * 30 + b"\n\x00"),
        "file.csv cannot be read as utf-16-le text",
    ),
    "a folder": (lambda path: path.mkdir(), "file.csv cannot be read"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_read_says_so_in_a_sentence(kind: str, tmp_path: Path) -> None:
    make, sentence = BAD[kind]
    path = tmp_path / "file.csv"
    make(path)
    with pytest.raises(InvalidData) as refused:
        read(path)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"gone.csv cannot be read: No such file"):
        open_sheet(tmp_path / "gone.csv")


def test_an_event_column_of_identifiers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who,when,what\n" + "".join(f"ann,2024-01-02,order {n}\n" for n in range(30_000)))
    with pytest.raises(InvalidData, match="more than 20,000 different names"):
        read(path)


# The high-water mark of this process alone: `ru_maxrss` also counts what the process that started it had.
PEAK_OF_ITS_OWN = """
import re, sys
from pathlib import Path
from footfall.errors import InvalidData
from footfall.events.sheets import open_sheet

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])

before = peak()
try:
    open_sheet(Path(sys.argv[1]))
except InvalidData as error:
    print(error, peak() - before, sep="|")
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of one process")
def test_two_gigabytes_in_one_field_are_refused_in_little_memory(tmp_path: Path) -> None:
    """Another process tells how much memory it needed at most; the file is a hole that takes no disk."""
    path = tmp_path / "file.csv"
    with path.open("wb") as file:
        file.write(GOOD.encode() + b'ann,2024-01-02,"' + b"x" * (3 << 20))
        file.truncate(2 << 30)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    answer = subprocess.run(
        [sys.executable, "-c", PEAK_OF_ITS_OWN, str(path)], env=environment, capture_output=True, text=True, check=True
    )
    sentence, _, kilobytes = answer.stdout.rpartition("|")
    assert "has a line of more than" in sentence
    assert int(kilobytes) < 50_000


@settings(max_examples=300, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text(alphabet="who,when\n\r\"'; \t2024-01/é\x00\ufeff", max_size=300).map(lambda text: text.encode()),
        st.text(alphabet='ann,2024-01/2"\n\r;', max_size=200).map(lambda text: (GOOD + text).encode()),
        st.text(alphabet='ann,2024-01/2"\n', max_size=200).map(lambda text: (GOOD + text).encode("utf-16")),
    )
)
def test_any_bytes_are_read_or_refused_and_all_rows_are_counted(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "file.csv"
    path.write_bytes(content)
    with suppress(InvalidData):
        preview(proposal(open_sheet(path)))
        source = open_source(path, MAPPING, {})
        found = convert(source, Pseudonyms(b"k" * 32), path.with_suffix(".part"))
        assert found.rows == found.kept + sum(one.count for one in found.refusals)
        assert found.stored == pq.read_metadata(path.with_suffix(".part")).num_rows == found.kept


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 2000), bit=st.integers(0, 7))
def test_parquet_with_a_flipped_bit_is_read_or_refused(
    place: int, bit: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("flip") / "file.parquet"
    columns = {"who": ["ann", "bo"] * 50, "when": ["2024-01-02"] * 100, "what": ["visit"] * 100}
    pq.write_table(pa.table(columns), path)
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1 << bit
    path.write_bytes(content)
    with suppress(InvalidData):
        read(path)
