"""Random change scripts for the exam that both twins of `apply`, `invert` and `diff` sit.

A script is JSON: a document `before`, `ops` on it, and what they give by the Python twin: `after`, `inverse` and `diff`
(which leads from `before` to `after`). `python -m tests.journey.change_scripts` writes the frozen set anew; do that
only when a rule changes on purpose.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from pydantic import TypeAdapter

from footfall.journey.changes import Drop, Op, Put, RecordJson, Records, Set, apply, diff, invert

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "changes"
FROZEN = FOLDER / "random.json"
FROZEN_SEED, FROZEN_COUNT = 20261123, 40

Script = dict[str, Any]

op_list: TypeAdapter[tuple[Op, ...]] = TypeAdapter(tuple[Op, ...])

# Few ids and fields, so that ops meet; among them names that mean something to JavaScript.
IDS = ("map", "s1", "s2", "c1", "c2", "c3", "10", "9", "Z", "a-b", "_", "constructor", "__proto__", "toString")
FIELDS = ("text", "name", "order", "tags", "score", "evidence", "constructor", "__proto__", "a_b")
TYPES = ("stage", "step", "lane", "card", "link")
TEXTS = (
    "",
    "a",
    "A longer text.",
    "é",
    "e\u0301",
    "🙂👩‍👩‍👧",
    "\u202etfel",
    "line\nline",
    '"',
    "\\",
    "0",
    "null",
    "\u2028",
)
NUMBERS = (0, 1, 1.0, -1, 0.1, 1e21, 1e-7, 2**53 - 1, 0.5)


def random_script(random: Random) -> Script:
    """A document, ops on it, and what they give."""
    before = {id: random_record(random) for id in random.sample(IDS, random.randint(0, len(IDS)))}
    return with_results(before, tuple(random_op(random) for _ in range(random.randint(1, 40))))


def with_results(before: Records, ops: tuple[Op, ...]) -> Script:
    """The script with its answers by the Python twin."""
    after = apply(before, ops)
    return {
        "before": before,
        "ops": ops_json(ops),
        "after": after,
        "inverse": ops_json(invert(before, ops)),
        "diff": ops_json(diff(before, after)),
    }


def ops_json(ops: tuple[Op, ...]) -> list[dict[str, Any]]:
    """Ops as they are sent: no base where there is none."""
    written = (op.model_dump(mode="json") for op in ops)
    return [{name: part for name, part in op.items() if name != "base" or part is not None} for op in written]


def random_op(random: Random) -> Op:
    """Any op on any id, present or not."""
    id = random.choice(IDS)
    makers: tuple[Callable[[], Op], ...] = (
        lambda: Put(id=id, record=random_record(random)),
        lambda: Drop(id=id),
        lambda: random_set(random, id),
    )
    return random.choices(makers, (2, 1, 5))[0]()


def random_set(random: Random, id: str) -> Set:
    """A field written, sometimes taken away, sometimes with a base."""
    value = None if random.random() < 0.2 else random_value(random)
    return Set(id=id, field=random.choice(FIELDS), value=value, base=random.choice((None, "a", "")))


def random_record(random: Random) -> RecordJson:
    """A record of any type; its fields need not be valid, which is the business of settling."""
    fields = random.sample(FIELDS, random.randint(0, 5))
    return {"type": random.choice(TYPES)} | {field: random_value(random) for field in fields}


def random_value(random: Random, depth: int = 0) -> Any:
    """Any JSON but null, which stands for a default at the top of a record."""
    kind = random.randint(0, 7 if depth < 2 else 5)
    if kind == 6:
        return [random_value(random, depth + 1) for _ in range(random.randint(0, 3))]
    if kind == 7:
        return random_object(random, depth)
    return random.choice((TEXTS, NUMBERS, (True, False))[kind % 3])


def random_object(random: Random, depth: int) -> dict[str, Any]:
    """An object inside a field; there null is a value like any other."""
    names = random.sample(FIELDS, random.randint(0, 3))
    return {name: None if random.random() < 0.1 else random_value(random, depth + 1) for name in names}


def write_frozen() -> None:
    """Write the frozen set."""
    random = Random(FROZEN_SEED)
    scripts = [random_script(random) for _ in range(FROZEN_COUNT)]
    lines = ",\n".join(json.dumps(script, ensure_ascii=True) for script in scripts)
    FROZEN.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    write_frozen()
    sys.stdout.write(f"{FROZEN_COUNT} scripts in {FROZEN}\n")
