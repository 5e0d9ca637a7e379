"""Random maps as a strategy that draws little: what is said about them follows from one number."""

import random
from typing import Any

from hypothesis import strategies as st

from footfall.journey.changes import Records
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.records import LIBRARY_TYPES, LaneKind
from footfall.journey.settling import normalise
from footfall.journey.text import used_library
from tests.journey.text.documents import TORTURE

WORDS = [*(text for text in TORTURE if text.strip()), "Pay", "Track the parcel", "=SUM(A1)", "@x", "<b>", "a; b", "#1"]
EMOTIONS = (-2.0, -1.6, -1.0, 0.0, 0.5, 1.0, 2.0)
CARDS: dict[str, Any] = {
    "text": WORDS,
    "tags": [["promise"], ["a", "two\nlines"]],
    "owner": ["Ann", "=1+1"],
    "status": ["open", "shipped"],
    "evidence": [[{"note": "Interview"}], [{"note": "", "value": 0.25, "n": 12, "unit": "share"}]],
    "score": EMOTIONS,
    "feeling": ["glad", "no"],
    "moment_of_truth": [True],
    "importance": [1.0, 4.5],
    "severity": ["minor", "severe"],
    "due": ["2026-05-31"],
    "span": [2, 3],
    "question": [{"kind": "reach", "at": ["touchpoint-a"]}],
    "figures": [[{"label": "a", "value": 1.5}]],
    "expected_hours": [0.5, 48.0],
    "url": ["https://example.org/a?b=c#d"],
}


def _some(chance: random.Random, fields: dict[str, Any], most: int = 4) -> dict[str, Any]:
    names = chance.sample(sorted(fields), chance.randint(0, min(most, len(fields))))
    return {name: chance.choice(list(fields[name])) for name in names}


def made(seed: int) -> tuple[Records, Records]:
    """A map and the library that it uses, out of a number."""
    chance = random.Random(seed)
    library = _library(chance)
    records: Records = {"map": {"type": "map", "title": chance.choice(WORDS)} | _some(chance, _header(library))}
    stages = _siblings(records, "stage", chance.randint(1, 3), chance, {"name": WORDS, "goal": WORDS, "colour": [1]})
    steps: list[str] = []
    for stage in stages:
        held = {"name": WORDS, "optional": [True], "expected_hours": [0.5]}
        steps += _siblings(records, "step", chance.randint(0, 3), chance, held, stage=stage)
    kinds = {"kind": [kind.value for kind in LaneKind] + ["emotion"] * 9, "name": WORDS, "actor": ["Shop"]}
    lanes = _siblings(records, "lane", chance.randint(0, 3), chance, kinds)
    shared = {"persona": [id for id in library if id.startswith("persona")], "touchpoint": ["touchpoint-a", "gone"]}
    shared["channels"] = [["channel-a"], ["channel-a", "channel-gone"]]  # type: ignore[list-item]
    for _ in range(chance.randint(0, 5)):
        lane, step = chance.choice([*lanes, "lane-gone"]), chance.choice([*steps, "step-gone"])
        _siblings(records, "card", 1, chance, CARDS | shared, lane=lane, step=step)
    if len(steps) > 1 and chance.random() < 0.3:
        link = {"type": "link", "source": steps[0], "target": steps[-1], "kind": "branch", "condition": "a: b"}
        records["link-1"] = link
    map = {id: normalise(MAP_RULES, id, record) for id, record in records.items()}
    return map, used_library(map, library)


def _header(library: Records) -> dict[str, Any]:
    personas = [id for id in library if id.startswith("persona")]
    texts = {"description": WORDS, "scenario": WORDS, "owner": ["Ann"], "language": ["nl"]}
    return texts | {"personas": [personas[:1], personas], "kind": ["future"], "review_interval_days": [90]}


def _library(chance: random.Random) -> Records:
    names = [*WORDS[:12], "Me", "Cat, the", "a;b"]
    found: Records = {
        "persona-a": {"type": "persona", "name": chance.choice(names), "goals": ["One", "two\nlines"]},
        "persona-b": {"type": "persona", "name": chance.choice(names), "order": "a1"},
        "channel-a": {"type": "channel", "name": "Web", "icon": "globe"},
        "touchpoint-a": {"type": "touchpoint", "name": chance.choice(names), "bindings": [{"events": ["paid"]}]},
    }
    assert all(record["type"] in LIBRARY_TYPES for record in found.values())
    return {id: normalise(LIBRARY_RULES, id, record) for id, record in found.items()}


def _siblings(
    records: Records, kind: str, count: int, chance: random.Random, fields: dict[str, Any], **place: str
) -> list[str]:
    """So many records of a type, with ids of all sorts, in an order that is not always that of the ids."""
    orders = ["a0", "a1", "a2", "Zz", "a1V"]
    ids = []
    for _ in range(count):
        id = f"{kind}-{chance.randint(1, 10**6)}"
        order = {"order": chance.choice(orders)}
        records[id] = {"type": kind, **place, **_some(chance, fields), **order}
        ids.append(id)
    return ids


seeds = st.integers(0, 2**32)
maps = seeds.map(made)
