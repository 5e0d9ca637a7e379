"""Which touchpoint an event's name speaks for."""

import pytest

from footfall.journey.records import Touchpoint
from footfall.measures.likeness import BindingProposal, TouchpointOffer, WordsAlike, proposals

NAMES = (
    "Check out",
    "Basket",
    "Payment",
    "Order page",
    "Order chat",
    "Tracking page",
    "Login",
    "Refund mail",
    "Search",
)
LIBRARY = {name: Touchpoint(name=name) for name in NAMES}


def best(event: str) -> str:
    (proposal,) = proposals([event], LIBRARY)
    return proposal.offers[0].touchpoint if proposal.offers else f"new: {proposal.name}"


@pytest.mark.parametrize(
    ("event", "touchpoint"),
    [
        ("checkout_completed", "Check out"),
        ("btn_checkout_click", "Check out"),
        ("CheckOutStarted", "Check out"),
        ("winkelmandje", "Basket"),
        ("cart_opened", "Basket"),
        ("payment_failed", "Payment"),
        ("betaling-mislukt", "Payment"),
        ("bestelling_geplaatst", "Order page"),
        ("trackingViewed", "Tracking page"),
        ("user_signed_in", "Login"),
        ("refund_paid", "Refund mail"),
        ("searches", "Search"),
        ("label_printed", "new: Label printed"),
        ("productBekeken", "new: Product"),
        ("$pageview", "new: Pageview"),
        ("page_home", "new: Home"),
        ("??", "new: ??"),
        ("", "new: ?"),
    ],
)
def test_words_are_compared_in_their_base_form_and_by_what_they_mean_in_both_languages(
    event: str, touchpoint: str
) -> None:
    assert best(event) == touchpoint


def test_an_offer_says_which_words_speak_for_it_and_how() -> None:
    assert proposals(["winkelmandje_bekeken"], LIBRARY) == (
        BindingProposal(
            event="winkelmandje_bekeken",
            offers=(
                TouchpointOffer(
                    touchpoint="Basket",
                    score=0.82,
                    because=(WordsAlike(event="winkelmandje", touchpoint="basket", how="meaning"),),
                ),
            ),
            name="Winkelmandje",
        ),
    )


def test_the_events_that_a_touchpoint_has_speak_for_it_too() -> None:
    known = {"till": Touchpoint.model_validate({"name": "Till", "bindings": [{"events": ["voucher_scanned", "x*"]}]})}
    (proposal,) = proposals(["voucher_refused"], known)
    assert [(offer.touchpoint, offer.like) for offer in proposal.offers] == [("till", "voucher_scanned")]


def test_a_word_in_most_names_decides_nothing() -> None:
    events = [f"acme_{word}" for word in ("look", "pay", "fetch", "sleep", "walk", "jump")]
    assert [one.offers for one in proposals(events, {"acme": Touchpoint(name="Acme desk")})] == [()] * 6
