"""How event names become names to read, themes and icons."""

import pytest

from footfall.measures.draft_names import icon, readable, slug, theme


def test_names_lose_what_all_share_and_what_says_only_when() -> None:
    olist = (
        "order_purchase_timestamp",
        "order_approved_at",
        "order_delivered_carrier_date",
        "order_delivered_customer_date",
    )
    assert list(readable(olist).values()) == ["Purchase", "Approved", "Delivered to carrier", "Delivered to customer"]


def test_names_of_every_style_read_as_sentences() -> None:
    read = readable(["cartOpened", "return-started", "PRODUCT VIEWED", "pakket.bezorgd"])
    assert list(read.values()) == ["Cart opened", "Return started", "Product viewed", "Pakket bezorgd"]


def test_two_events_never_read_the_same() -> None:
    read = readable(["page_view", "page_view_date", "order"])
    assert read == {"page_view": "page view", "page_view_date": "page view date", "order": "Order"}


def test_names_without_letters_stay_as_the_data_write_them() -> None:
    assert readable(["", "-100", "***"]) == {"": "(no name)", "-100": "100", "***": "***"}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("order_delivered_customer_date", "Delivery"),
        ("pakket_bezorgd", "Delivery"),
        ("delivery_chosen", "Order"),
        ("return_received", "Return"),
        ("retour aangemeld", "Return"),
        ("payment_card", "Pay"),
        ("betaling gestart", "Pay"),
        ("helpline_called", "Help"),
        ("lost", "Leave"),
        ("ad_clicked", "Discover"),
        ("address_changed", ""),
        ("x17", ""),
    ],
)
def test_an_event_speaks_of_a_theme_in_english_or_dutch(event: str, expected: str) -> None:
    assert theme(event) == expected


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("e-mail", "mail"),
        ("App", "smartphone"),
        ("web", "globe"),
        ("telefoon", "phone"),
        ("pick-up point", "store"),
        ("parcel service", "truck"),
        ("chat", "message-circle"),
        ("Zeppelin", "circle"),
    ],
)
def test_a_channel_has_an_icon_by_its_name(channel: str, expected: str) -> None:
    assert icon(channel) == expected


def test_a_taken_id_gets_a_number() -> None:
    assert slug("Delivered to customer!", ()) == "delivered-to-customer"
    assert slug("Web", {"web", "web-2"}) == "web-3"
    assert slug("…", ()) == "x"
