"""Random valid documents: every record type, every field, and the texts that break formats."""

from datetime import UTC
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from footfall.journey.changes import Records
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.fields import refers_to
from footfall.journey.records import HEADER_ID, RECORD_TYPES
from footfall.journey.settling import DocumentRules, normalise
from footfall.journey.text.shape import LIBRARY_SECTIONS

# A small map with remarks, for those who change and merge it.
PARCEL = """\
footfall: 1
title: Parcel  # for the board

stages:
  - Order: [Choose, Pay]
  - Wait: [Track]

lanes:
  - kind: actions
    cards:
      Choose: Compares home and locker
      # what they fear
      Pay: Looks for the price
      Track: [Opens the link, Calls]
  - pain-points
"""

TORTURE = [
    *("42", "1.0", "-1", "+1 glad", "1e3", "0x1F", "no", "Yes", "null", "~", "~gone", "true", ".inf", "2026-05-31"),
    *("", " ", " leading", "trailing ", "a: b", "a #b", "# no comment", "- dash", "? q", "?x", ": c", "&a", "*b"),
    *("!t", "|", ">", "{a: b}", "[a, b]", "a, b", "'", '"', "it's", "%x", "@x", "`x", "---", "--- x", "...", "=", "<<"),
    *("two\nlines", "\nfirst empty", "last empty\n", "two empty\n\n", "a\n  indented\n", " a\nb", "a \nb", "\n"),
    *("\n\n", "a\n\n\nb", "tab\tin", "\ttab", "a\r\nb", "\r", "\x00", "\x07", "\x85", "a\u2028b", "\u2029"),
    *(
        "\ufeff",
        "\x7f",
        "\xa0nbsp",
        "\ufffe",
        "שלום עולם",
        "\u202eabc",
        "a\u200bb",
        "👩\u200d👩\u200d👧",
        "é",
        "e\u0301",
    ),
    *("中文", "😀 two\nlines", "x" * 200, "word " * 60, "steps", "goal", "cards", "12:30"),
    *("Web", "Pay", "stage-pay", "step-pay", "card-42", "channel-web", "map"),
]
texts = st.sampled_from(TORTURE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ids = st.sampled_from(["stage-pay", "step-pay", "step-pay_2", "a", "b", "1", "no", "x-1", "card-42"]) | st.from_regex(
    r"[A-Za-z0-9_-]{1,12}", fullmatch=True
)
keys = st.from_regex(r"[A-Za-z0-9]{1,6}", fullmatch=True)
orders = st.sampled_from(["a0", "a1", "a0V", "a1V", "Zz", "b00", "zz", "0"]) | keys
numbers = st.floats(1, 2) | st.sampled_from([1.0, 2.0, 1.5, 0.1 + 1])

places = st.lists(ids | st.sampled_from(["event:a", "event:no: b"]), min_size=1, max_size=2)
filters = st.fixed_dictionaries(
    {"first": st.integers(1, 9)},
    optional={
        "passed": st.lists(places, min_size=1, max_size=2),
        "without": places,
        "channels": st.lists(texts, min_size=1, max_size=2),
        "segment": st.lists(
            st.fixed_dictionaries({"attribute": st.just("plan"), "values": st.lists(texts, min_size=1, max_size=2)}),
            min_size=1,
            max_size=2,
        ),
        "since": st.just("2026-01-02T03:04:05Z"),
    },
)
questions = (
    st.fixed_dictionaries({"kind": st.sampled_from(["reach", "late"]), "at": places}, optional={"only": filters})
    | st.fixed_dictionaries({"kind": st.just("nps"), "at": places}, optional={"survey_question": texts})
    | st.fixed_dictionaries(
        {"kind": st.just("score"), "at": places},
        optional={"survey_question": texts, "as_emotion": st.booleans(), "promise": st.sampled_from(["", "broken"])},
    )
    | st.fixed_dictionaries(
        {"kind": st.just("flow"), "source": places, "target": places}, optional={"statistic": st.just("hours")}
    )
    | st.fixed_dictionaries({"kind": st.just("funnel"), "places": st.lists(places, min_size=2, max_size=3)})
    | st.fixed_dictionaries({"kind": st.just("drop-off"), "at": places, "onward": places})
    | st.fixed_dictionaries({"kind": st.just("duration"), "at": places}, optional={"statistic": st.just("p90")})
)
comparisons = st.just({"kind": "before-after"}) | st.fixed_dictionaries(
    {"kind": st.just("two-groups"), "attribute": texts, "treated": texts, "control": texts}
)
evidence = st.fixed_dictionaries(
    {},
    optional={
        "note": texts,
        "source": ids,
        "excerpt": ids,
        "dataset": ids,
        "question": questions,
        "value": st.floats(allow_nan=False, allow_infinity=False),
        "low": numbers,
        "unit": st.sampled_from(["share", "hours", "1"]),
        "n": st.integers(0, 10**7),
        "at": st.datetimes(timezones=st.just(UTC)).map(str),
    },
)
conditions = st.fixed_dictionaries({"attribute": texts.filter(bool), "values": st.lists(texts, min_size=1, max_size=2)})
bindings = st.fixed_dictionaries(
    {"events": st.lists(texts, min_size=1, max_size=2)},
    optional={
        "channels": st.lists(texts, max_size=2),
        "where": st.lists(conditions, max_size=2),
        "failing": st.just(True),
    },
)
traits = st.fixed_dictionaries({}, optional={"low": texts.map(lambda text: text[:60]), "value": st.integers(0, 99)})
figures = st.fixed_dictionaries({"value": numbers}, optional={"label": texts.map(lambda text: text[:100])})
links = st.sampled_from(
    ["https://example.org/a?b=c#d", "HTTP://x", "mailto:maya@example.org", "https://éé.nl/{a}:~", "https://x/'a',b"]
)
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "order": orders,
    "dataset": ids,
    "language": st.sampled_from(["en", "nl", "no", "de-AT"]),
    "icon": st.sampled_from(["mail", "1", "no", "-", "null"]),
    "question": questions,
    "evidence": st.lists(evidence, min_size=1, max_size=2),
    "bindings": st.lists(bindings, min_size=1, max_size=2),
    "traits": st.lists(traits, max_size=2),
    "comparison": comparisons,
    "due": st.dates().map(str),
    "held": st.dates().map(str),
    "started": st.dates().map(str),
    "reviewed": st.dates().map(str),
    "released": st.dates().map(str),
    "score": st.floats(-2, 2) | st.sampled_from([-2.0, -1.0, 0.0, 1.0]),
    "target": st.floats(allow_nan=False, allow_infinity=False),
    "height": st.integers(24, 2000),
    "figures": st.lists(figures, max_size=2),
    "url": links,
    "file": ids,
    "image": ids,
    "photo": ids,
}
NUMBERS: dict[Any, st.SearchStrategy[Any]] = {bool: st.booleans()}


def field(kind: str, name: str) -> st.SearchStrategy[Any]:
    """Values of one field of a record type."""
    model = RECORD_TYPES[kind]
    annotation: Any = model.model_fields[name].annotation
    if (special := SPECIAL.get(name)) is not None and not refers_to(model, name):
        return special
    if get_origin(annotation) is Literal:
        return st.sampled_from([*get_args(annotation)])
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([member.value for member in annotation])
    if get_origin(annotation) is tuple:
        return st.lists(ids if refers_to(model, name) else texts, max_size=3)
    if annotation is str:
        return ids if refers_to(model, name) else texts
    return NUMBERS.get(annotation, st.integers(1, 3) if "int" in str(annotation) else numbers)


def record(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Records of one type: what it needs, and some of its other fields."""
    model = RECORD_TYPES[kind]
    needed = {name: field(kind, name) for name, of in model.model_fields.items() if of.is_required()}
    others = {name: field(kind, name) for name in model.model_fields if name != "type" and name not in needed}
    few = st.sets(st.sampled_from(sorted(others)), max_size=4)
    return few.flatmap(
        lambda names: st.fixed_dictionaries(
            {"type": st.just(kind)} | needed | {name: others[name] for name in sorted(names | places_of(kind))}
        )
    )


def places_of(kind: str) -> set[str]:
    """The fields that say where a record stands."""
    return {"card": {"lane", "step"}, "step": {"stage"}}.get(kind, set())


def documents(rules: DocumentRules, kinds: list[str]) -> st.SearchStrategy[Records]:
    """Documents in normal form; most references lead somewhere, some nowhere."""
    found = st.dictionaries(ids, st.sampled_from(kinds).flatmap(record), max_size=14)
    return st.builds(lambda records, random: settle(rules, records, random), found, st.randoms(use_true_random=False))


def settle(rules: DocumentRules, records: Records, random: Any) -> Records:
    """Point nine of ten placing references at records that are there, and write every record in normal form."""
    of = {kind: [id for id, record in records.items() if record["type"] == kind] for kind in rules.types}
    for record in records.values():
        for name in places_of(record["type"]):
            target = refers_to(RECORD_TYPES[record["type"]], name) or ""
            if of.get(target) and random.random() < 0.9:
                record[name] = random.choice(of[target])
    return {id: normalise(rules, id, record) for id, record in records.items() if id != HEADER_ID}


# Rules of the workspace stand in no map file.
libraries = documents(LIBRARY_RULES, sorted(LIBRARY_SECTIONS.values()))
headers = record("map").map(lambda header: normalise(MAP_RULES, HEADER_ID, header))
maps = st.builds(
    lambda header, records: records | {HEADER_ID: header},
    headers,
    documents(MAP_RULES, ["stage", "step", "step", "lane", "card", "card", "card", "card", "link"]),
)
