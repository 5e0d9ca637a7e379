"""Kano over a dataset: pasted answers, refused ones in sight, populations, and two waves."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from footfall.errors import InvalidData, InvalidQuestion
from footfall.journey.changes import Actor
from footfall.service import kano, kano_exports, kano_pasting
from footfall.service.kano import KanoAsked, KanoPair, KanoWave
from footfall.service.kano_pasting import PastedKano
from footfall.service.moments_exports import BoardFormat
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
PASTED = "\n".join(
    [
        "Who\tFeature\tWith\tWithout",
        *[f"a{n}\tWi-Fi\tI expect it\tI dislike it that way" for n in range(14)],
        *[f"b{n}\tWi-Fi\tfijn\tkan ermee leven" for n in range(4)],
        "c1\tWi-Fi\tperhaps\tlike",
        "c2\tWi-Fi\t7\tlike",
        "c3\tWi-Fi\tlike\t",
        *[f"a{n}\tLounge\t1\t3" for n in range(12)],
        "one lonely cell",
        "",
    ]
)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("kano")) as ws:
        yield ws


@pytest.fixture(scope="module")
def stored(ws: Workspace) -> kano_pasting.KanoStored:
    return kano_pasting.store(ws, ANNA, PastedKano(name="Kano May", table=PASTED))


def asked(stored: kano_pasting.KanoStored, *features: str, **more: Any) -> KanoAsked:
    pairs = tuple(one for one in stored.pairs if one.feature in features)
    return KanoAsked(waves=(KanoWave(dataset=stored.dataset),), pairs=pairs, **more)


def test_a_pasted_table_becomes_a_dataset_and_a_line_that_is_none_is_named(stored: kano_pasting.KanoStored) -> None:
    assert (stored.dataset, stored.lines, stored.refused) == ("kano-may", 33, 1)
    assert [(one.line, one.seen) for one in stored.refused_lines] == [(35, "one lonely cell")]
    assert [one.feature for one in stored.pairs] == ["Wi-Fi", "Lounge"]


def test_its_pairs_are_found_again_by_their_names(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    found = kano.questions(ws, ANNA, stored.dataset)
    assert sorted(found.pairs, key=lambda one: one.feature) == sorted(stored.pairs, key=lambda one: one.feature)


def test_names_that_differ_in_nothing_but_the_side_are_a_pair() -> None:
    names = ["Bags (functional)", "Bags (dysfunctional)", "Lift - met", "Lift - zonder", "Alone (with)", "Overall"]
    assert [(one.feature, one.with_it, one.without_it) for one in kano.likely_pairs(names)] == [
        ("Bags", "Bags (functional)", "Bags (dysfunctional)"),
        ("Lift", "Lift - met", "Lift - zonder"),
    ]


def test_answers_outside_the_five_are_listed_and_counted_and_nothing_is_made_of_them(
    ws: Workspace, stored: kano_pasting.KanoStored
) -> None:
    (feature,) = kano.run(ws, ANNA, asked(stored, "Wi-Fi")).features
    (found,) = feature.waves
    assert found.kano.counts == {"M": 14, "O": 0, "A": 4, "I": 0, "R": 0, "Q": 0}
    assert (found.kano.letter, found.kano.n, found.kano.sure) == ("M", 18, True)
    assert (found.refused, found.incomplete) == (2, 1)
    assert {(one.said_with, one.said_without, one.n) for one in found.refused_answers} == {
        ("perhaps", "like", 1),
        ("7", "like", 1),
    }


def test_numbers_are_read_in_the_direction_that_is_said(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    letters = [
        kano.run(ws, ANNA, asked(stored, "Lounge", like_is=like)).features[0].waves[0].kano.letter for like in (1, 5)
    ]
    assert letters == ["A", "R"]


@pytest.mark.parametrize(
    ("number", "count"),
    [("M", 14), ("A", 4), ("all", 18), ("better", 4), ("worse", 14), ("refused", 2), ("incomplete", 1), ("Q", 0)],
)
def test_a_number_opens_its_customers(ws: Workspace, stored: kano_pasting.KanoStored, number: Any, count: int) -> None:
    opened = kano.population(ws, ANNA, asked(stored, "Wi-Fi"), number, (0, 100))
    assert (opened.total, len({row.customer for row in opened.rows})) == (count, count)


def test_two_waves_tell_what_changed(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    lines = [f"{n};Wi-Fi;like;neutral" for n in range(20)] + [f"{n};Lounge;like;neutral" for n in range(12)]
    later = kano_pasting.store(ws, ANNA, PastedKano(name="Kano June", table="\n".join(lines)))
    waves = (KanoWave(dataset=stored.dataset), KanoWave(dataset=later.dataset))
    found = kano.run(ws, ANNA, KanoAsked(waves=waves, pairs=stored.pairs))
    assert [(one.drift.was, one.drift.now, one.drift.changed) for one in found.features if one.drift] == [
        ("M", "A", True),
        ("A", "A", False),
    ]


def test_a_wave_that_ends_before_it_begins_is_refused(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    wave = KanoWave(
        dataset=stored.dataset, since=datetime(2026, 6, 1, tzinfo=UTC), until=datetime(2026, 5, 1, tzinfo=UTC)
    )
    with pytest.raises(InvalidQuestion, match="Its end must lie after"):
        kano.run(ws, ANNA, KanoAsked(waves=(wave,), pairs=stored.pairs))


def test_a_table_without_a_line_that_can_be_read_stores_nothing(ws: Workspace) -> None:
    with pytest.raises(InvalidData, match="No line of the table"):
        kano_pasting.store(ws, ANNA, PastedKano(name="Nothing", table="hello\nthere"))


def test_a_feature_that_nobody_answered_has_no_class(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    pair = KanoPair(feature="Pool", with_it="Pool (with)", without_it="Pool (without)")
    (feature,) = kano.run(ws, ANNA, KanoAsked(waves=(KanoWave(dataset=stored.dataset),), pairs=(pair,))).features
    assert (feature.waves[0].kano.n, feature.waves[0].kano.letter, feature.waves[0].kano.better) == (0, None, None)


def test_the_table_leaves_as_csv_and_as_pdf_in_both_languages(ws: Workspace, stored: kano_pasting.KanoStored) -> None:
    made = kano_exports.export(ws, ANNA, asked(stored, "Wi-Fi", "Lounge"), BoardFormat.CSV, "nl")
    heads, *rows = csv.reader(io.StringIO(made.content.decode()))
    assert heads[:4] == ["Eigenschap", "Meting", "Klasse", "n"]
    assert [row[:6] for row in rows] == [
        ["Wi-Fi", "1", "vanzelfsprekend", "18", "14", "0"],
        ["Lounge", "1", "verrassend", "12", "0", "0"],
    ]
    assert kano_exports.export(ws, ANNA, asked(stored, "Wi-Fi"), BoardFormat.PDF, "en").content[:5] == b"%PDF-"
