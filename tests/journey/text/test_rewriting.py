"""A file written anew keeps what its typist put there for people: remarks and the order of keys."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.journey.changes import Records
from footfall.journey.text import read, rewrite, write
from footfall.journey.text.remarks import remarks
from tests.journey.text.documents import libraries, maps

TYPED = """\
# Our parcel map; ask Sanne before you change it.

title: Parcel delivery   # working title
footfall: 1
lanes:
  # what they do
  - kind: actions
    cards:
        Track: "Opens the link again and again"  # seen in logs
        Choose delivery:
          # first thought
          - Compares home
          - Looks for the price
  - {kind: pain-points, cards: {Pay: {severity: severe, text: "Slow # very"}}}
customer_goal: |
  A lamp # not a remark
  on Saturday
stages:
  - Order: [Choose delivery, Pay]
  # the long part
  - Wait:
      goal: Know # now
      steps: [Track]
# the end
"""
TIDY = """\
# Our parcel map; ask Sanne before you change it.

footfall: 1
title: Parcel delivery  # working title

lanes:
  # what they do
  - kind: actions
    cards:
      # first thought
      Choose delivery: [Compares home, Looks for the price]
      Track: Opens the link again and again  # seen in logs
  - kind: pain-points
    cards:
      Pay:
        severity: severe
        text: 'Slow # very'
customer_goal: |
  A lamp # not a remark
  on Saturday

stages:
  - Order: [Choose delivery, Pay]
  # the long part
  - Wait:
      goal: Know  # now
      steps: [Track]
# the end
"""


def test_remarks_and_the_order_of_keys_stay_and_the_rest_becomes_canonical() -> None:
    file = read(TYPED)
    assert rewrite(TYPED, file.records, file.library) == TIDY
    assert rewrite(TIDY, file.records, file.library) == TIDY


def test_what_changed_changes_in_its_place() -> None:
    file = read(TYPED)
    changed = file.records | {
        "stage-wait": file.records["stage-wait"] | {"name": "Waiting"},
        "map": file.records["map"] | {"owner": "Sanne"},
    }
    expected = TIDY.replace("  on Saturday\n", "  on Saturday\nowner: Sanne\n").replace(
        "  - Wait:\n", "  - &stage-wait Waiting:\n"
    )
    assert rewrite(TYPED, changed, file.library) == expected


def test_the_remarks_of_what_is_gone_stay() -> None:
    file = read(TYPED)
    kept = {id: record for id, record in file.records.items() if record["type"] in ("map", "stage")}
    written = rewrite(TYPED, kept, file.library)
    assert sorted(one.text for one in remarks(written)) == sorted(one.text for one in remarks(TYPED))
    assert read(written).records == kept


@settings(max_examples=60)
@given(maps, libraries, st.randoms(use_true_random=False))
def test_no_remark_is_lost_and_nothing_else_changes_wherever_remarks_stand(
    records: Records, library: Records, random: Random
) -> None:
    typed = remarked(write(records, library), random)
    written = rewrite(typed, records, library)
    assert (read(written).records, read(written).library) == (records, library), written
    assert sorted(one.text for one in remarks(written)) == sorted(one.text for one in remarks(typed))
    assert rewrite(written, records, library) == written


def remarked(text: str, random: Random) -> str:
    """A file with remarks strewn in, where its lines begin an entry."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        if line.lstrip().startswith("- ") and random.random() < 0.2 and "|" not in text:
            lines.append(f"{line[: len(line) - len(line.lstrip())]}# remark {number}")
        lines.append(line)
    return "\n".join(lines)
