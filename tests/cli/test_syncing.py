"""A map file and a map that follow each other, in a folder and over a running server."""

import json
from pathlib import Path

from tests.cli.terminal import Answer, run
from tests.serving import serving

MAP = """\
footfall: 1
title: Parcel

stages:
  - Order: [Pay]
  - Wait: [Track]

lanes:
  - kind: actions
    cards:
      # what they fear
      Pay: Looks for the price
      Track: [Opens the link, Calls]
"""
SAME = Answer(0, "They are the same.\n", "")


def test_both_sides_follow_each_other_and_what_both_changed_is_decided_by_somebody(tmp_path: Path) -> None:
    data, file, other = tmp_path / "data", tmp_path / "map.journey.yaml", tmp_path / "other.journey.yaml"
    file.write_text(MAP)
    assert run("import", file, "--data", data).code == 0
    assert run("sync", file, "Parcel", "--data", data) == SAME
    assert run("sync", other, "Parcel", "--data", data) == SAME
    file.write_text(file.read_text().replace("Calls", "Calls twice"))
    moved = run("sync", file, "Parcel", "--data", data)
    assert moved.out == "To the map: Card 'Calls twice' in 'actions' at 'Track': text 'Calls' → 'Calls twice'.\n"
    came = run("sync", other, "Parcel", "--data", data)
    assert came.out == "To the file: Card 'Calls twice' in 'actions' at 'Track': text 'Calls' → 'Calls twice'.\n"
    file.write_text(file.read_text().replace("the price", "a voucher"))
    other.write_text(other.read_text().replace("the price", "the lowest price"))
    assert run("sync", other, "Parcel", "--data", data).code == 0
    refused = run("sync", file, "Parcel", "--data", data)
    assert (refused.code, "a voucher" in file.read_text()) == (1, True)
    assert "text 'Looks for the lowest price' → 'Looks for a voucher'" in refused.err
    assert run("sync", file, "Parcel", "--data", data, "--prefer", "file").code == 0
    assert run("sync", file, "Parcel", "--data", data) == SAME
    assert "      # what they fear\n" in file.read_text()


def test_a_file_follows_a_map_of_a_running_server(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "map.journey.yaml"
    file.write_text(MAP)
    assert run("import", file, "--data", data).code == 0
    with serving(data) as served:
        assert run("sync", file, "Parcel", "--server", served.address) == SAME
        file.write_text(file.read_text().replace("title: Parcel", "title: Parcels"))
        moved = run("sync", file, "Parcel", "--server", served.address, "--format", "json")
        assert [one["sentence"] for one in json.loads(moved.out)["to_map"]] == ["Map: title 'Parcel' → 'Parcels'."]
        assert run("sync", file, "Parcels", "--server", served.address) == SAME
    gone = run("sync", file, "Parcels", "--server", served.address)
    assert (gone.code, gone.err) == (2, f"No Footfall answers at {served.address}. Start it with `footfall serve`.\n")


def test_a_file_goes_with_one_map(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "map.journey.yaml"
    file.write_text(MAP)
    assert run("import", file, "--data", data).code == 0
    assert run("sync", file, "Parcel", "--data", data) == SAME
    file.write_text(MAP.replace("Parcel", "Other"))
    assert run("import", file, "--data", data).code == 0
    answer = run("sync", file, "Other", "--data", data)
    assert (answer.code, "A file goes with one map." in answer.err) == (2, True)
