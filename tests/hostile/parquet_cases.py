"""Parquet files: damaged at any place, or holding what a table of events cannot."""

import datetime as dt
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.cases import Case, Read, Refused

WHO = ["ann", "ben"]
DAYS = [dt.datetime(2024, 1, day, 3, 4, 5) for day in (2, 3)]


def written(columns: dict[str, object], **options: object) -> bytes:
    """The bytes of a Parquet file."""
    into = BytesIO()
    pq.write_table(pa.table(columns), into, **options)
    return into.getvalue()


def events(when: object = None, what: object = None) -> bytes:
    """Two events with these columns."""
    return written(
        {"who": WHO, "when": DAYS if when is None else when, "what": ["visit", "pay"] if what is None else what}
    )


MANY = written(
    {
        "who": [f"c{row % 97}" for row in range(2000)],
        "when": [DAYS[0] + dt.timedelta(minutes=row) for row in range(2000)],
        "what": [f"event {row % 7}" for row in range(2000)],
    }
)


def flipped(seed: int) -> Callable[[Path], object]:
    """Write a file in which one bit in 500 bytes or so is the other way round."""

    def write(path: Path) -> None:
        dice, data = random.Random(seed), bytearray(MANY)
        for _ in range(max(1, len(data) // 500)):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(data)

    return write


def cut(share: float) -> bytes:
    """The beginning of a file."""
    return MANY[: int(len(MANY) * share)]


HELD = [
    Case("moments of nanoseconds", "f.parquet", events(pa.array(DAYS, pa.timestamp("ns"))), Read(2)),
    Case(
        "moments of seconds with a zone", "f.parquet", events(pa.array(DAYS, pa.timestamp("s", "Asia/Tokyo"))), Read(2)
    ),
    Case("days", "f.parquet", events(pa.array([day.date() for day in DAYS])), Read(2)),
    Case(
        "moments as the old Impala wrote them",
        "f.parquet",
        written({"who": WHO, "when": DAYS, "what": WHO}, use_deprecated_int96_timestamps=True),
        Read(2),
    ),
    Case("seconds as whole numbers", "f.parquet", events(pa.array([1717164306, 1717164307])), Read(2)),
    Case("microseconds as whole numbers", "f.parquet", events(pa.array([1717164306123456, 1717164307123456])), Read(2)),
    Case("seconds as numbers with a fraction", "f.parquet", events(pa.array([1717164306.5, 1717164307.25])), Read(2)),
    Case(
        "a clock without a day",
        "f.parquet",
        events(pa.array([day.time() for day in DAYS])),
        Refused("None of the 2 rows"),
    ),
    Case(
        "years before the calendar",
        "f.parquet",
        events([dt.datetime(1, 1, 1), DAYS[1]]),
        Read(1, {"unreadable-time": (1,)}),
    ),
    Case(
        "years of science fiction",
        "f.parquet",
        events([dt.datetime(9999, 1, 1), DAYS[1]]),
        Read(1, {"unreadable-time": (1,)}),
    ),
    Case("empty moments", "f.parquet", events(pa.array([None, DAYS[1]])), Read(1, {"no-time": (1,)})),
    Case("nothing but empty", "f.parquet", events(pa.nulls(2)), Refused("None of the 2 rows")),
    Case("yes and no as events", "f.parquet", events(what=[True, False]), Read(2)),
    Case("numbers as events", "f.parquet", events(what=[1.0, float("nan")]), Read(1, {"no-event": (2,)})),
    Case("bytes as events", "f.parquet", events(what=[b"visit", b"\xff\xfe"]), Refused("Invalid UTF8")),
    Case("words of a dictionary", "f.parquet", events(what=pa.array(["visit", "pay"]).dictionary_encode()), Read(2)),
    Case("large words", "f.parquet", events(what=pa.array(["visit", "pay"], pa.large_string())), Read(2)),
    Case(
        "no rows",
        "f.parquet",
        written(
            {"who": pa.array([], pa.string()), "when": pa.array([], pa.string()), "what": pa.array([], pa.string())}
        ),
        Refused("no rows"),
    ),
    Case("no columns", "f.parquet", written({}), Refused("has no header")),
    Case("other columns", "f.parquet", written({"a": [1]}), Refused("lacks the columns who, when, what")),
]

BROKEN = [
    *(
        Case(f"{share:.0%} of a file", "f.parquet", cut(share), Refused("is a damaged Parquet file"))
        for share in (0.1, 0.5, 0.9, 0.999)
    ),
    Case("a file without its beginning", "f.parquet", MANY[100:], Refused("is not a text file")),
    Case("the beginning of Parquet alone", "f.parquet", b"PAR1", Refused("is a damaged Parquet file")),
    Case(
        "a footer that says it is huge",
        "f.parquet",
        MANY[:-8] + b"\xff\xff\xff\x7fPAR1",
        Refused("is a damaged Parquet file"),
    ),
    Case("a footer of nothing", "f.parquet", MANY[:-8] + b"\0\0\0\0PAR1", Refused("is a damaged Parquet file")),
    Case("an encrypted file", "f.parquet", b"PARE" + MANY[4:-4] + b"PARE", Refused("is not a text file")),
]

# Read in a process of their own: what these do to a reader of C++ is not ours to say.
FLIPPED = [Case(f"flipped bits, {seed}", "f.parquet", flipped(seed), Refused("")) for seed in range(20)]

CASES = [*HELD, *BROKEN]
