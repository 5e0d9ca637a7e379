"""Files that are packed, that are something else than their name says, or that are far too large."""

import gzip
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.cases import ANN, GOOD, HEADER, Case, Read, Refused

PACKED = gzip.compress(GOOD.encode(), mtime=0)


def long_line(path: Path) -> None:
    """One line of 100 MB."""
    with path.open("wb") as file:
        file.write(HEADER.encode())
        for _ in range(100):
            file.write(b"x" * 1_000_000)


def sparse(path: Path) -> None:
    """A file that says it has 20 GB and holds nothing."""
    with path.open("wb") as file:
        file.truncate(20 << 30)


def zipped(*names: str, content: bytes = GOOD.encode()) -> "ZipWriter":
    """What writes an archive with these entries."""
    return ZipWriter(names, content)


class ZipWriter:
    """Writes an archive whose entries are all the same."""

    def __init__(self, names: tuple[str, ...], content: bytes) -> None:
        self._names, self._content = names, content

    def __call__(self, path: Path) -> None:
        """Write it."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self._names:
                archive.writestr(name, self._content)


def bomb(path: Path) -> None:
    """An archive of 300 kB that unpacks to 300 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("table.csv", "w") as entry:
        for _ in range(300):
            entry.write(b"a,b,c\n" * 170_000)


def parquet(path: Path) -> None:
    """A good table, as Parquet."""
    rows = {"who": ["ann", "ben"], "when": ["2024-01-02", "2024-01-03"], "what": ["visit", "pay"]}
    pq.write_table(pa.table(rows), path)


def noise(path: Path) -> None:
    """Bytes that mean nothing."""
    path.write_bytes(random.Random(7).randbytes(100_000))


PACKED_CASES = [
    Case("gzip", "file.csv.gz", PACKED, Read(2)),
    Case("gzip that does not say so", "file.csv", PACKED, Read(2)),
    Case("a name that says gzip", "file.csv.gz", GOOD.encode(), Read(2)),
    Case("two gzips one after the other", "file.csv.gz", PACKED + gzip.compress(ANN.encode()), Read(3)),
    Case("gzip in gzip", "file.csv.gz.gz", gzip.compress(PACKED), Refused("is packed twice")),
    Case("gzip cut short", "file.csv.gz", PACKED[:-9], Refused("is a damaged gzip file")),
    Case("gzip with a wrong sum", "file.csv.gz", PACKED[:-8] + b"\0" * 8, Refused("is a damaged gzip file")),
    Case("gzip with rubbish behind", "file.csv.gz", PACKED + b"rubbish", Refused("is a damaged gzip file")),
    Case("gzip of nothing", "file.csv.gz", gzip.compress(b""), Refused("is empty")),
    Case(
        "a gzip bomb of one line",
        "file.csv.gz",
        gzip.compress(GOOD.encode() + b"x" * 50_000_000),
        Refused("has a line of more than 1 MB"),
    ),
    Case("a table in a zip", "file.zip", zipped("table.csv"), Read(2)),
    Case("two tables in a zip", "file.zip", zipped("one.csv", "two.csv"), Refused("holds 2 files: one.csv, two.csv")),
    Case("a zip that leads out of its folder", "file.zip", zipped("../../evil.csv"), Refused("holds 0 files")),
    Case("a zip bomb", "file.zip", bomb, Refused("unpacks to more than")),
    Case("an empty zip", "file.zip", zipped(), Refused("is not a text file")),
    Case(
        "a zip with a thousand entries",
        "file.zip",
        zipped(*(f"{i}.csv" for i in range(1000))),
        Refused("holds 1000 files"),
    ),
]

FOREIGN = [
    Case("nothing", "file.csv", b"", Refused("is empty")),
    Case("one line end", "file.csv", b"\n", Refused("is empty")),
    Case("a PDF", "file.csv", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", Refused("is a PDF")),
    Case("a PNG", "file.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, Refused("is a picture")),
    Case("a JPEG", "file.csv", b"\xff\xd8\xff\xe0" + b"\0" * 99, Refused("is a picture")),
    Case("a web page", "file.csv", b"<!DOCTYPE html><table><tr><td>who</td></tr></table>", Refused("is a web page")),
    Case(
        "a web page that says it is a workbook",
        "file.xls",
        b"<html><table><tr><td>who</td></tr></table></html>",
        Refused("is a web page"),
    ),
    Case("a program", "file.csv", b"\x7fELF\x02\x01\x01" + bytes(200), Refused("is not a text file")),
    Case("noise", "file.csv", noise, Refused("is not a text file")),
    Case("Parquet that says it is CSV", "file.csv", parquet, Read(2)),
    Case("CSV that says it is Parquet", "file.parquet", GOOD.encode(), Read(2)),
    Case("CSV that says it is a workbook", "file.xlsx", GOOD.encode(), Read(2)),
    Case("CSV that says it is JSON", "file.json", GOOD.encode(), Read(2)),
    Case("CSV without an ending", "file", GOOD.encode(), Read(2)),
    Case("a name of blanks and dots", " .. .csv", GOOD.encode(), Read(2)),
    Case(
        "an e-mail",
        "file.csv",
        b"From: ann\nTo: ben\nSubject: table\n\nHere it is.\n",
        Refused("lacks the columns who, when, what"),
    ),
    Case(
        "a private key",
        "file.csv",
        b"-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n",
        Refused("lacks the columns"),
    ),
]

LARGE = [
    Case("a line of 100 MB", "file.csv", long_line, Refused("has a line of more than 1 MB")),
    Case("20 GB of nothing", "file.csv", sparse, Refused("is empty")),
    Case(
        "a cell of 900,000 letters",
        "file.csv",
        (GOOD + f"cy,2024-01-04,{'x' * 900_000}\n").encode(),
        Read(2, {"long-event": (4,)}),
    ),
]

CASES = [*PACKED_CASES, *FOREIGN, *LARGE]
