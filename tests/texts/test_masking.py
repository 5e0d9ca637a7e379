"""Personal data in free text is masked, and what only looks like it stays."""

import pytest

from footfall.texts.masking import mask

FOUND = {
    "Mail me at jan.de-vries+shop@mail.example.nl!": "Mail me at [e-mail]!",
    "Bel 06-12345678 graag": "Bel [phone] graag",
    "bel 06 12 34 56 78 of 0612345678.": "bel [phone] of [phone].",
    "Tel. 020-1234567": "Tel. [phone]",
    "+31 6 12345678 of +31(0)612345678": "[phone] of [phone]",
    "0031 6 1234 5678": "[phone]",
    "gsm 0472/12.34.56, vast 02 123 45 67": "gsm [phone], vast [phone]",
    "Ring 07700 900123 or 020 7946 0958": "Ring [phone] or [phone]",
    "07700900123": "[phone]",
    "call (415) 555-0132 or 415-555-0132 or 1-415-555-0132": "call [phone] or [phone] or [phone]",
    "+1 415 555 0132, +49 30 1234567": "[phone], [phone]",
    "gebeld met 06-12345678 10 keer": "gebeld met [phone] 10 keer",
    "Mijn rekening is NL91 ABNA 0417 1643 00 bij de bank": "Mijn rekening is [IBAN] bij de bank",
    "nl91abna0417164300": "[IBAN]",
    "IBAN BE68 5390 0754 7034 en GB82 WEST 1234 5698 7654 32.": "IBAN [IBAN] en [IBAN].",
    "mijn bsn is 111222333 hoor": "mijn bsn is [BSN] hoor",
    "BSN 1112.22.333 of 111 222 333": "BSN [BSN] of [BSN]",
}

NOTHING = [
    "Order 4155550132 came on 05-06-2017 10:30 and again on 2017-06-05 11:00.",
    "Order 111222333 en factuur nr. 0612345678 kloppen niet.",
    "123456789 fails the eleven-test.",
    "NL92 ABNA 1417 1643 00 fails its check.",
    "Seen 10 times in 2016 2017 2018, 1.234.567,89 euro, 12 345 678 items.",
    "The code is AB12CD and the zip 1234 AB; amazon 403-1234567-1234567.",
    "Version 10.0.19041.1 at 192.168.100.200 on 01-02-2026 12:30:45.",
    "Twitter @company is slow; 5 @ 3 each.",
    "Weight 0.2847177143 at 22:29:01.049513, pedido: 02-6502 47333, id ae130b350f529a1d6288f927da7404ea.",
    "000000000 and 99999 and 3,141592653.",
]


@pytest.mark.parametrize(("text", "masked"), FOUND.items())
def test_personal_data_in_a_text_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize("text", NOTHING)
def test_order_numbers_dates_amounts_and_what_fails_its_check_stay(text: str) -> None:
    assert mask(text) == text


def test_the_writers_own_id_is_masked_where_it_stands_alone() -> None:
    assert mask("I am C-3817, not C-38171 (c-3817)", ["C-3817"]) == "I am [customer], not C-38171 ([customer])"


def test_an_id_that_is_too_short_to_mean_anybody_stays() -> None:
    assert mask("3 times in 2017", ["3", "2017"]) == "3 times in 2017"
