"""Personal data in free text, masked: what is found becomes [e-mail], [phone], [IBAN], [BSN] or [customer].

It finds shapes, not names: an IBAN must pass its check (ISO 7064, mod 97), a BSN the eleven-test, a phone number must
have the shape of one with its country (+31 …) or of a Dutch, Belgian, British or American one.
"""

import re
from collections.abc import Iterable

MAY_HOLD = r"@|\d[\d \-./()]{5,}\d|[A-Za-z]{2}\d{2}"  # what has none of these has no e-mail, phone, IBAN or BSN

EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
NUMBERS = re.compile(r"(?<![\w+])(?<!\d[.,:])(?:\(?\+ ?\(?|\()?\d(?:[ ./()-]{0,3}\d){7,}(?!\w)")
IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?=((?:[ -]?[A-Za-z0-9]){11,31}))")
BSN = re.compile(r"(?<![\w.,+-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\w-]|[.,]\d)")

# "order 123456782" and "ticket nr. 0612345678" name a thing, not a person.
A_THING = re.compile(
    r"(?:order|bestel|factuur|invoice|ticket|case|zaak|track|zending|pakket|parcel|ref|artikel|item|product|pedido|nota)"
    r"\w*[ .]*(?:n[or]?\b|number|nummer|id|code)?[ .:#]*$",
    re.IGNORECASE,
)
DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2})(?!\d)")
BELGIAN = re.compile(r"0\d{1,2}[ /.-]\d{2,3}[ .]?\d{2}[ .]?\d{2}")
AMERICAN = re.compile(r"(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}")

# The registry of ISO 13616: how long an IBAN of each country is.
IBAN_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL FK SD",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK MN",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ OM SO TL",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "BI DJ FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}


def mask(text: str, own: Iterable[str] = ()) -> str:
    """The text without personal data; `own` are the ids of the customer who wrote it."""
    text = EMAIL.sub("[e-mail]", text) if "@" in text else text
    for id in own:
        text = _mask_id(text, id)
    if re.search(MAY_HOLD, text):
        text = _mask_ibans(text)
        text = NUMBERS.sub(lambda found: _phones(found, text), text)
        text = BSN.sub(lambda found: _bsn(found, text), text)
    return text


def is_telling(id: str) -> bool:
    """Whether an id is long enough that a text which holds it means it: `3` stands in many texts, `c-3817` does not."""
    mixed = any(letter.isdigit() for letter in id) and any(letter.isalpha() for letter in id)
    return len(id) >= (3 if mixed else 5)


def _mask_id(text: str, id: str) -> str:
    if not is_telling(id) or id.casefold() not in text.casefold():
        return text
    return re.sub(rf"(?<!\w){re.escape(id)}(?!\w)", "[customer]", text, flags=re.IGNORECASE)


def _mask_ibans(text: str) -> str:
    for found in reversed(list(IBAN.finditer(text))):  # from the end, so that the places before it hold
        length = _iban_length(found.group() + found.group(1))
        if length:
            text = f"{text[: found.start()]}[IBAN]{text[found.start() + length :]}"
    return text


def _iban_length(run: str) -> int:
    """How many of these letters make a valid IBAN; 0: none do."""
    ends = [at + 1 for at, letter in enumerate(run) if letter.isalnum()]
    length = IBAN_LENGTHS.get(run[:2].upper(), len(ends) + 1)
    if length > len(ends) or run[ends[length - 1] :][:1].isalnum():
        return 0
    return ends[length - 1] if _passes_mod_97(re.sub(r"[ -]", "", run[: ends[length - 1]])) else 0


def _passes_mod_97(iban: str) -> bool:
    turned = (iban[4:] + iban[:4]).upper()
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _phones(found: re.Match[str], text: str) -> str:
    """Mask the phone numbers in a run of numbers, such as the first of `06-12345678 10`."""
    if A_THING.search(text, max(0, found.start() - 40), found.start()) and found.group().isdigit():
        return found.group()
    pieces = re.split(r"( +)", found.group())
    kept, at = "", 0
    while at < len(pieces):
        ends = range(len(pieces), at, -2)
        end = next((end for end in ends if at % 2 == 0 and _is_phone("".join(pieces[at:end]))), 0)
        kept += "[phone]" if end else pieces[at]
        at = end or at + 1
    return kept


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if re.match(r"\(?\+", written):
        return 8 <= len(digits) <= 15
    if DATE.search(written):
        return False
    if re.match(r"00[1-9]", digits):
        return 11 <= len(digits) <= 17
    return _is_national(written, digits)


def _is_national(written: str, digits: str) -> bool:
    dutch = len(digits) == 10 and re.match(r"\(?0[1-9]", written)
    british = len(digits) == 11 and re.match(r"07\d|\(?0[127]\d{1,3}\)?[ -]", written)
    belgian = len(digits) in (9, 10) and BELGIAN.fullmatch(written)
    return bool(dutch or british or belgian or AMERICAN.fullmatch(written))


def _bsn(found: re.Match[str], text: str) -> str:
    """Mask a Dutch citizen's number: 9a + 8b + … + 2h − i is a multiple of eleven, and not all is zero."""
    if A_THING.search(text, max(0, found.start() - 40), found.start()):
        return found.group()
    digits = [int(letter) for letter in found.group() if letter.isdigit()]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return "[BSN]" if total % 11 == 0 and any(digits) else found.group()
