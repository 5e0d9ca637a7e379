"""The grade of a claim is computed from what it cites."""

from footfall.journey.evidence import Grade, grade
from footfall.journey.records import Evidence

NOTE = Evidence(note="six interviews")
COUNT = Evidence(n=212, value=0.2)
INTERVAL = Evidence(n=212, value=0.2, low=0.15, high=0.26)


def test_a_claim_that_cites_nothing_is_assumed() -> None:
    assert grade(()) == Grade.ASSUMED
    assert grade((Evidence(),)) == Grade.ASSUMED


def test_a_note_is_heard_an_n_is_counted_an_interval_is_measured() -> None:
    assert [grade((one,)) for one in (NOTE, COUNT, INTERVAL)] == [Grade.HEARD, Grade.COUNTED, Grade.MEASURED]


def test_half_an_interval_measures_nothing() -> None:
    assert grade((Evidence(n=5, value=1, low=0.5),)) == Grade.COUNTED


def test_the_strongest_thing_cited_speaks_whatever_the_order() -> None:
    assert grade((NOTE, INTERVAL, COUNT)) == grade((INTERVAL, NOTE)) == Grade.MEASURED


def test_an_excerpt_is_heard_until_its_source_is_taken_away() -> None:
    excerpt = Evidence(source="talk", excerpt="e1")
    counted = Evidence(source="survey", n=40)
    assert grade((excerpt,), {"talk"}) == grade((excerpt,)) == Grade.HEARD
    assert grade((excerpt,), set()) == Grade.ASSUMED
    assert grade((excerpt, counted), {"talk", "survey"}) == Grade.COUNTED
    assert grade((excerpt, counted), {"talk"}) == Grade.HEARD
