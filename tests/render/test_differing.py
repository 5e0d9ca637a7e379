"""The picture of a difference: signs for what was added, removed, changed and moved, and their legend."""

from collections.abc import Iterator

from footfall.journey.changes import Records
from footfall.journey.comparing import compare
from footfall.render import Picture
from footfall.render.differing import compose_difference
from footfall.render.picture import Card

BEFORE: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "door": {"type": "step", "stage": "wait", "name": "Door", "order": "a1"},
    "does": {"type": "lane", "kind": "actions"},
    "feels": {"type": "lane", "kind": "emotion", "order": "a1"},
    "opens": {"type": "card", "lane": "does", "step": "track", "text": "Opens the link"},
    "calls": {"type": "card", "lane": "does", "step": "track", "text": "Calls", "order": "a1"},
    "asks": {"type": "card", "lane": "does", "step": "track", "text": "Asks a neighbour", "order": "a2"},
    "calm": {"type": "card", "lane": "feels", "step": "track", "score": 1, "feeling": "calm"},
}
AFTER: Records = {
    **{id: record for id, record in BEFORE.items() if id != "calls"},
    "map": {"type": "map", "title": "Parcel", "owner": "Sanne"},
    "door": {"type": "step", "stage": "wait", "name": "Doorbell", "order": "a1"},
    "asks": {"type": "card", "lane": "does", "step": "door", "text": "Asks a neighbour"},
    "calm": {"type": "card", "lane": "feels", "step": "track", "score": -1, "feeling": "tense"},
    "waits": {"type": "card", "lane": "does", "step": "door", "text": "Waits", "order": "a1"},
}


def words(text: object) -> str:
    return "".join(run.text for paragraph in text for run in paragraph.runs)  # type: ignore[attr-defined]


def cards(picture: Picture) -> Iterator[Card]:
    yield from (card for lane in picture.lanes for band in lane.bands for cell in band for card in cell.cards)


def test_each_difference_has_its_sign_and_the_legend_says_how_many() -> None:
    picture = compose_difference(BEFORE, AFTER, {}, compare(BEFORE, AFTER))
    signs = {words(card.text): (card.differs.what, words(card.differs.was)) for card in cards(picture) if card.differs}
    assert signs == {
        "Calls": ("removed", ""),
        "Asks a neighbour": ("moved", ""),
        "Waits": ("added", ""),
        "-1 tense": ("changed", "+1 calm"),
    }
    door = picture.steps[1]
    assert door is not None
    assert door.differs is not None
    assert (door.differs.what, words(door.differs.was)) == ("changed", "Door")
    assert [(sign.what, sign.count) for sign in picture.footer.differences] == [
        ("added", "1"),
        ("removed", "1"),
        ("changed", "2"),
        ("moved", "1"),
        ("left", "1"),
    ]
    assert picture.footer.notes[0] == "Map: owner none → 'Sanne'."
    assert picture.title.facts == "1 added · 1 removed · 3 changed · 1 moved"


def test_a_removed_score_is_no_point_of_the_curve() -> None:
    without = {id: record for id, record in BEFORE.items() if id != "calm"}
    picture = compose_difference(BEFORE, without, {}, compare(BEFORE, without))
    assert picture.lanes[1].chart is None


def test_maps_that_are_alike_say_so() -> None:
    assert compose_difference(BEFORE, BEFORE, {}, ()).title.facts == "nothing differs"


def test_links_bear_signs_too_and_one_that_leaves_another_step_stands_at_both() -> None:
    before = BEFORE | {
        "again": {"type": "link", "source": "door", "target": "track", "kind": "loop"},
        "round": {"type": "link", "source": "track", "target": "door", "kind": "branch"},
        "over": {"type": "link", "source": "track", "target": "track", "kind": "hand-over"},
    }
    after = BEFORE | {
        "again": {"type": "link", "source": "door", "target": "track", "kind": "loop", "condition": "nobody home"},
        "next": {"type": "link", "source": "track", "target": "door"},
        "over": {"type": "link", "source": "door", "target": "track", "kind": "hand-over"},
        "lost": {"type": "link", "source": "track", "target": "", "kind": "branch"},
    }
    picture = compose_difference(before, after, {}, compare(before, after))
    seen = {
        (words(step.name), said.text, said.differs.what, words(said.differs.was))
        for step in picture.steps
        if step
        for said in step.captions
        if said.differs
    }
    assert seen == {
        ("Track", "on to Door", "added", ""),
        ("Track", "or to Door", "removed", ""),
        ("Track", "hands over to Track", "left", ""),
        ("Door", "hands over to Track", "changed", ""),
        ("Door", "back to Track: nobody home", "changed", "back to Track"),
    }
    told = [note for note in picture.footer.notes if "link" in note.lower()]
    assert len(told) == 1  # the one that leads nowhere
