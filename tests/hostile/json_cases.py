"""JSON in lists, in lines, and in pieces."""

import json

from footfall.events.mapping import Mapping
from tests.hostile.cases import EVENTS, Case, Read, Refused

ROWS = [
    {"who": "ann", "when": "2024-01-02T03:04:05Z", "what": "visit"},
    {"who": "ben", "when": "2024-01-03T03:04:05Z", "what": "pay"},
]
LIST = json.dumps(ROWS)
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)
INSIDE = Mapping(customer="user.id", time="when", event="what")
UNFOLDED = Mapping(customer="who", time="actions.when", event="actions.what", unfold="actions")


def told(name: str, content: str | bytes, becomes: Read | Refused, mapping: Mapping = EVENTS) -> Case:
    """A JSON file of this text."""
    return Case(name, "file.json", content.encode() if isinstance(content, str) else content, becomes, mapping)


def one(**changed: object) -> str:
    """Two rows in lines, the first with something else in it."""
    return json.dumps(ROWS[0] | changed) + "\n" + json.dumps(ROWS[1]) + "\n"


CASES = [
    told("a list of objects", LIST, Read(2)),
    told("a list over many lines", json.dumps(ROWS, indent=2), Read(2)),
    told("an object in each line", LINES, Read(2)),
    told("objects in lines without a line end", LINES.strip(), Read(2)),
    told("objects in lines with blank lines", LINES.replace("\n", "\n\n"), Read(2)),
    told("a list inside an object", json.dumps({"count": 2, "data": ROWS}), Read(2)),
    told("JSON with a mark of UTF-8", b"\xef\xbb\xbf" + LIST.encode(), Read(2)),
    told("JSON in UTF-16", LIST.encode("utf-16"), Read(2)),
    told("JSON that is cut short", LIST[:-20], Refused("file.json")),
    told("a line that is no JSON", LINES + "{who: cy}\n", Read(2, {"damaged": (3,)})),
    told("a line that is cut short", LINES + '{"who": "cy", "wh', Read(2, {"damaged": (3,)})),
    told("an empty list", "[]", Refused("file.json")),
    told("an empty object", "{}", Refused("file.json")),
    told("a list of numbers", "[1, 2, 3]", Refused("file.json")),
    told("a single word", '"visit"', Refused("file.json")),
    told("lists of lists", json.dumps([list(row.values()) for row in ROWS]), Refused("file.json")),
    told("a name twice in an object", LINES.replace('"who": "ann"', '"who": "ann", "who": "cy"'), Read(2)),
    told(
        "objects inside objects",
        LINES.replace('"who": "ann"', '"user": {"id": "ann"}').replace('"who": "ben"', '"user": {"id": "ben"}'),
        Read(2),
        INSIDE,
    ),
    told(
        "rows inside rows",
        json.dumps([{"who": "ann", "actions": [{k: row[k] for k in ("when", "what")} for row in ROWS]}]),
        Read(2),
        UNFOLDED,
    ),
    told("objects inside objects, a thousand deep", one(extra=json.loads("[" * 900 + "]" * 900)), Read(2)),
    told("100,000 brackets", "[" * 100_000, Refused("file.json")),
    told("a hundred thousand objects in objects", '{"a":' * 100_000 + "1" + "}" * 100_000, Refused("file.json")),
    told("a number of a thousand digits", one(when=int("9" * 1000)), Read(1, {"unreadable-time": (1,)})),
    told("half a letter", LINES.replace('"visit"', '"vis\\ud800it"'), Read(2)),
    told("no number at all", LINES.replace('"visit"', "NaN"), Read(1, {"no-event": (1,)})),
    told("nothing where the customer is", one(who=None), Read(1, {"no-customer": (1,)})),
    told("a list where the customer is", one(who=["ann", "ben"]), Read(2)),
    told("an object where the event is", one(what={"name": "visit"}), Read(1, {"no-event": (1,)})),
    told("numbers and words in one column", one(what=7), Read(2)),
    told("yes and no", one(what=True), Read(2)),
    told("seconds since 1970", one(when=1717164306), Read(2)),
    told(
        "a column that comes late",
        "".join(
            json.dumps(
                {"who": "ann", "when": f"2024-01-{1 + row % 28:02}"}
                | ({"what": "visit"} if row > 6000 else {"other": 1})
            )
            + "\n"
            for row in range(6010)
        ),
        Read(9, {"no-event": tuple(range(1, 11))}),
    ),
    told("5,001 names", json.dumps([{f"c{number}": 1 for number in range(5001)} | ROWS[0]]), Refused("5,000 at most")),
    told("comments in JSON", "// export of May\n" + LIST, Refused("file.json")),
]
