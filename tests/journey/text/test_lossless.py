"""Nothing is lost between records and text, in either direction."""

from random import Random

from hypothesis import HealthCheck, given, settings

from footfall.journey.changes import Records
from footfall.journey.document import MAP_RULES
from footfall.journey.settling import normalise
from footfall.journey.text import MapFile, read, rewrite, write
from tests.journey.text.documents import TORTURE, libraries, maps


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(maps, libraries)
def test_records_to_text_to_records_gives_the_same_records(records: Records, library: Records) -> None:
    text = write(records, library)
    assert read(text) == MapFile(records, library), text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(maps, libraries)
def test_writing_what_was_read_gives_the_same_text(records: Records, library: Records) -> None:
    text = write(records, library)
    again = read(text)
    assert write(again.records, again.library) == text


def test_every_awkward_text_survives_in_every_place_that_holds_text() -> None:
    for text in TORTURE:
        records: Records = {
            "map": {"type": "map", "title": text},
            "s": {"type": "stage", "name": text[:500]},
            "p": {"type": "step", "stage": "s", "name": text[:500]},
            "l": {"type": "lane", "kind": "emotion"},
            "c": {"type": "card", "lane": "l", "step": "p", "text": text, "tags": [text]},
            "d": {"type": "card", "lane": "l", "step": "p", "order": "a1", "text": text},
        }
        full = {id: {name: value for name, value in record.items() if value != ""} for id, record in records.items()}
        full["map"]["title"] = text
        assert read(write(full, {})) == MapFile(full, {}), repr(text)


def test_two_thousand_maps_survive_the_way_through_text() -> None:
    """Small ones, drawn from a seed: Hypothesis needs longer to think of one than text to lose it."""
    random = Random(20261128)
    lost = [number for number in range(2_000) if not survives(drawn(random), rewritten=number % 10 == 0)]
    assert lost == []


def survives(records: Records, *, rewritten: bool) -> bool:
    text = write(records, {})
    typed = f"# remark\n{text}"
    return read(text) == MapFile(records, {}) and (not rewritten or rewrite(typed, records, {}) == typed)


def drawn(random: Random) -> Records:
    """A map with up to two stages, three steps, two lanes and three cards, whose texts break formats."""

    def text() -> str:
        return random.choice(TORTURE)[:500]

    stages = [f"s{number}" for number in range(random.randint(0, 2))]
    steps = [f"p{number}" for number in range(random.randint(0, 3))]
    lanes = [f"l{number}" for number in range(random.randint(0, 2))]
    records: Records = {"map": {"type": "map", "title": text(), "scenario": text()}}
    records |= {id: {"type": "stage", "name": text()} for id in stages}
    records |= {id: {"type": "step", "name": text(), "stage": random.choice([*stages, "gone"])} for id in steps}
    kinds = ["actions", "emotion", "channels", "touchpoints", "pain-points", "free"]
    records |= {id: {"type": "lane", "kind": random.choice(kinds), "name": text()} for id in lanes}
    for number in range(random.randint(0, 3)):
        place = {"lane": random.choice([*lanes, "gone"]), "step": random.choice([*steps, "gone"])}
        fields = random.choice(
            [
                {"text": text()},
                {"text": text(), "tags": [text(), text()], "severity": "minor"},
                {"score": random.choice([-2.0, -0.5, 1.0]), "feeling": text()},
                {"text": text(), "evidence": [{"note": text()}], "span": 2},
            ]
        )
        records[f"c{number}"] = {"type": "card", **place, **fields}
    return {id: normalise(MAP_RULES, id, record) for id, record in records.items()}
