"""A future map is a copy of the current one that keeps its ids."""

from footfall.journey.changes import Records
from footfall.journey.futures import grown

NOW: Records = {
    "map": {"type": "map", "title": "Parcel", "dataset": "shop", "status": "agreed", "owner": "Sanne"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "feel": {"type": "lane", "kind": "emotion"},
    "sad": {"type": "card", "lane": "feel", "step": "track", "score": -1, "evidence": [{"note": "12 interviews"}]},
    "said": {"type": "comment", "target": "sad", "text": "Really?"},
    "v1": {"type": "version", "name": "First", "seq": 1},
}


def test_a_future_map_keeps_ids_and_evidence_and_leaves_talk_agreement_and_numbers_behind() -> None:
    kept = {id: NOW[id] for id in ("wait", "track", "feel", "sad")}
    own = {"title": "Parcel (future)", "kind": "future", "base_map": "demo", "owner": "Sanne", "type": "map"}
    assert grown(NOW, "demo") == kept | {"map": own}


def test_the_title_of_a_dutch_map_ends_in_dutch_and_a_long_one_still_fits() -> None:
    dutch = {"map": {"type": "map", "title": "Pakket", "language": "nl-BE"}}
    assert grown(dutch, "nu")["map"]["title"] == "Pakket (toekomst)"
    assert len(grown({"map": {"type": "map", "title": "a" * 500}}, "now")["map"]["title"]) == 500


def test_a_map_without_a_header_has_a_future_too() -> None:
    header = {"type": "map", "title": "Untitled map (future)", "kind": "future", "base_map": "now"}
    assert grown({}, "now") == {"map": header}
