"""Nothing is lost between records and text, in either direction."""

from hypothesis import HealthCheck, given, settings

from footfall.journey.changes import Records
from footfall.journey.text import MapFile, read, write
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
