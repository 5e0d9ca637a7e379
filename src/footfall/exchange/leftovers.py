"""What a format has no place for, told by kind and number, so that nothing gets lost unsaid."""

from collections import Counter
from collections.abc import Collection, Mapping

from footfall.journey.changes import RecordJson

WORDS = {
    "evidence": "evidence",
    "question": "questions of measures",
    "figures": "charts",
    "tags": "tags",
    "owner": "owners",
    "link": "links between steps",
    "image": "pictures",
}
NAMED = 12  # kinds of things that one sentence names
PLACES = {"type", "order", "lane", "step", "stage"}


def left_out(records: Mapping[str, RecordJson], held: Mapping[str, Collection[str]], format: str) -> tuple[str, ...]:
    """One sentence that names the fields and records that are not in `held` (type → fields); none where all is held."""
    lost: Counter[str] = Counter()
    for record in records.values():
        kind = record["type"]
        if kind not in held:
            lost[WORDS.get(kind, f"{kind}s")] += 1
            continue
        lost.update(_word(kind, field) for field in record.keys() - PLACES - set(held[kind]))
    if not lost:
        return ()
    most = sorted(lost.items(), key=lambda item: (-item[1], item[0]))
    listed = ", ".join(f"{count} × {word}" for word, count in most[:NAMED])
    more = f" and {len(most) - NAMED} more kinds of things" if len(most) > NAMED else ""
    return (f"{format} has no place for: {listed}{more}.",)


def _word(kind: str, field: str) -> str:
    return WORDS.get(field) or f"{field.replace('_', ' ')} of a {kind}"
