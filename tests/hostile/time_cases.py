"""Moments and scores as tools, spreadsheets and people write them; each stands in one row of its own file."""

from footfall.events.mapping import Mapping
from tests.hostile.cases import ANSWERS, BEN, EVENTS, HEADER, Case, Read, Refused, text

AMSTERDAM = Mapping(customer="who", time="when", event="what", zone="Europe/Amsterdam")
MONTH_FIRST = Mapping(customer="who", time="when", event="what", day_first=False)

# As written → the moment in UTC that it is; nothing where the row has to be refused.
MOMENTS: dict[str, str | None] = {
    "2024-05-31": "2024-05-31T00:00:00",
    "2024-05-31 14:05": "2024-05-31T14:05:00",
    "2024-05-31T14:05:06Z": "2024-05-31T14:05:06",
    "2024-05-31T14:05:06.123456789Z": "2024-05-31T14:05:06.123456",
    "2024-05-31T14:05:06+02:00": "2024-05-31T12:05:06",
    "2024-05-31T14:05:06-0530": "2024-05-31T19:35:06",
    "2024-05-31 14:05:06 UTC": "2024-05-31T14:05:06",
    "2024/05/31 14:05": "2024-05-31T14:05:00",
    "31.05.2024 14:05": "2024-05-31T14:05:00",
    "31-5-2024": "2024-05-31T00:00:00",
    "31/12/24": "2024-12-31T00:00:00",
    "12/31/2024": "2024-12-31T00:00:00",
    "12/31/1899 09:30:00 AM": None,
    "1/2/2024 2:05 PM": "2024-02-01T14:05:00",
    "1/2/2024 13:05 PM": "2024-02-01T13:05:00",
    "20240531": "2024-05-31T00:00:00",
    "20240531140506": "2024-05-31T14:05:06",
    "31 May 2024": "2024-05-31T00:00:00",
    "May 31, 2024 2:05 PM": "2024-05-31T14:05:00",
    "31 mei 2024 14:05": "2024-05-31T14:05:00",
    "1717164306": "2024-05-31T14:05:06",
    "1717164306.5": "2024-05-31T14:05:06.500000",
    "1717164306123": "2024-05-31T14:05:06.123000",
    "1717164306123456": "2024-05-31T14:05:06.123456",
    "1717164306123456789": "2024-05-31T14:05:06.123456",
    "1.717164306E9": None,
    "45443.5": None,
    "-1": None,
    "0": None,
    "0001-01-01": None,
    "0000-00-00 00:00:00": None,
    "9999-12-31": None,
    "99999-01-01": None,
    "2100-12-31": "2100-12-31T00:00:00",
    "2024-02-30": None,
    "2023-02-29": None,
    "2024-13-01": None,
    "2024-05-31 24:00:00": None,
    "2024-05-31 25:00": None,
    "2024-05-31 14:60": None,
    "2016-12-31T23:59:60Z": "2017-01-01T00:00:00",
    "2024-W22-5": None,
    "14:05": None,
    "today": None,
    "٢٠٢٤-٠٥-٣١": None,
}
# In Amsterdam, on days when the clock is put forward or back.
SUMMER = {
    "2026-03-29 01:59:59": "2026-03-29T00:59:59",
    "2026-03-29 02:30:00": "2026-03-29T01:00:00",  # there is no such hour: the first moment after it
    "2026-03-29 03:00:00": "2026-03-29T01:00:00",
    "2026-10-25 02:30:00": "2026-10-25T00:30:00",  # there are two: the first
    "2026-10-25 02:30:00+01:00": "2026-10-25T01:30:00",
    "2026-10-25 03:30:00": "2026-10-25T02:30:00",
}

# As written in a survey of 0 to 10 → the score; nothing where the row has to be refused.
SCORES: dict[str, float | None] = {
    "7": 7,
    " 7 ": 7,
    "7.0": 7,
    "+7": 7,
    "-1": None,
    "11": None,
    "1e1": None,
    "NaN": None,
    "inf": None,
    "seven": None,
    "7/10": None,
    "70%": None,
    "0x7": None,
    "７": None,
    "1,000": 1,
    "9" * 400: None,
    "=7": None,
}


def _moment(written: str, is_read: bool, mapping: Mapping = EVENTS) -> Case:
    content = HEADER + BEN + f'ann,"{written}",visit\n'
    warned = ("ambiguous-dates",) if written.startswith("1/2/") else ()
    becomes = Read(2, warned=warned) if is_read else Read(1, {"unreadable-time": (3,)})
    return text(f"the moment {written}", content, becomes, mapping)


def _score(written: str, is_read: bool) -> Case:
    content = f'who,when,score\nben,2024-01-03,5\nann,2024-01-02,"{written}"\n'
    if is_read:
        return text(f"the score {written[:20]}", content, Read(2), ANSWERS)
    reason = {"-1": "outside-scale", "11": "outside-scale", "70%": "outside-scale", "NaN": "no-answer"}.get(
        written, "unreadable-score"
    )
    return text(f"the score {written[:20]}", content, Read(1, {reason: (3,)}), ANSWERS)


COLUMNS = [
    text(
        "days and months that cannot be told apart",
        "who,when,what\nann,3/4/2024,a\nben,5/6/2024,b\n",
        Read(2, warned=("ambiguous-dates",)),
    ),
    text("days and months told apart by one row", "who,when,what\nann,3/4/2024,a\nben,25/6/2024,b\n", Read(2)),
    text(
        "both orders of day and month in one file",
        "who,when,what\nann,25/4/2024,a\nben,5/25/2024,b\n",
        Read(1, {"unreadable-time": (3,)}),
    ),
    text(
        "the month first as was said",
        "who,when,what\nann,3/4/2024,a\nben,25/6/2024,b\n",
        Read(1, {"unreadable-time": (3,)}),
        MONTH_FIRST,
    ),
    text(
        "zones of all kinds in one column",
        "who,when,what\nann,2024-01-02T03:04:05Z,a\nben,2024-01-02T03:04:05+09:00,b\ncy,2024-01-02 03:04:05,c\n",
        Read(3),
    ),
    text(
        "counts and dates in one column",
        "who,when,what\nann,1717164306,a\nben,2024-01-02,b\ncy,1717164306123,c\n",
        Read(3),
    ),
    text(
        "no moment at all",
        "who,when,what\nann,soon,a\nben,later,b\n",
        Refused("None of the 2 rows of file.csv can be kept"),
    ),
    text(
        "a zone that nobody knows",
        HEADER + BEN,
        Refused("'Mars/Olympus' is not a time zone"),
        Mapping(customer="who", time="when", event="what", zone="Mars/Olympus"),
    ),
    text(
        "a zone that leads out of its folder",
        HEADER + BEN,
        Refused("is not a time zone"),
        Mapping(customer="who", time="when", event="what", zone="../../etc/passwd"),
    ),
]

CASES = [
    *(_moment(written, bool(moment)) for written, moment in MOMENTS.items()),
    *(_moment(written, True, AMSTERDAM) for written in SUMMER),
    *(_score(written, score is not None) for written, score in SCORES.items()),
    *COLUMNS,
]
