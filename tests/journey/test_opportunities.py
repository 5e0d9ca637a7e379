"""Cards that are opportunities of the library, as readers see them."""

from datetime import date

from footfall.journey.changes import Records
from footfall.journey.document import MapDocument
from footfall.journey.opportunities import is_quick_win, said, worth_of
from footfall.journey.records import Opportunity

MAP: Records = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "own": {"type": "lane", "kind": "opportunities"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "late": {"type": "card", "lane": "own", "step": "track", "opportunity": "o1", "status": "open"},
    "gone": {"type": "card", "lane": "own", "step": "track", "text": "Was one", "opportunity": "o2", "effort": 4},
    "pain": {"type": "card", "lane": "pains", "step": "track", "text": "No news", "owner": "Tom", "opportunity": "o1"},
}
LATE = Opportunity(name="Say it is late", status="doing", effort=2, customer_value=5, due=date(2027, 1, 29))


def test_the_record_speaks_for_a_card_that_is_it_and_for_no_other() -> None:
    document = MapDocument(MAP)
    seen = said(document, {"o1": LATE}).cards
    assert (seen["late"].text, seen["late"].status, seen["late"].effort) == ("Say it is late", "doing", 2)
    assert (seen["gone"], seen["pain"]) == (document.cards["gone"], document.cards["pain"])
    assert document.cards["late"].status == "open"


def test_worth_is_the_mean_of_what_is_said() -> None:
    assert [
        worth_of(LATE),
        worth_of(LATE.model_copy(update={"business_value": 2})),
        worth_of(Opportunity(name="x")),
    ] == [
        *(5, 3.5, None),
    ]


def test_a_quick_win_is_worth_more_than_the_middle_for_less_than_the_middle() -> None:
    assert is_quick_win(LATE)
    assert not is_quick_win(LATE.model_copy(update={"effort": 3}))
    assert not is_quick_win(LATE.model_copy(update={"customer_value": 3}))
