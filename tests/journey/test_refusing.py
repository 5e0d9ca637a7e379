"""What somebody is told who pastes too much, or a link that a page must never open."""

import pytest

from footfall.errors import InvalidChange
from footfall.journey.changes import Op, Put, Records, Set
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.settling import settle

CARD: Records = {"c": {"type": "card", "text": "as it was"}}


def refused(*ops: Op) -> str:
    with pytest.raises(InvalidChange) as error:
        settle(MAP_RULES, CARD, {}, ops)
    return str(error.value)


def test_a_megabyte_pasted_into_a_card_is_refused_with_the_limit() -> None:
    assert refused(Set(id="c", field="text", value="x" * 1_048_576)) == (
        "card 'c': text has 1,048,576 characters. At most 20,000 fit there. "
        "Keep what the map needs, and link to the rest."
    )


def test_a_long_tag_and_too_many_tags_are_refused() -> None:
    assert refused(Set(id="c", field="tags", value=["x" * 2_001])).startswith("card 'c': tags.0 has 2,001 characters.")
    assert refused(Set(id="c", field="tags", value=[str(n) for n in range(201)])) == (
        "card 'c': tags has 201 members. At most 200 fit there."
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "example.org",
        "https://",
        "https://x y",
        'https://x"onclick=alert(1)',
        "https://x\njavascript:alert(1)",
        "https://x\n",
    ],
)
def test_only_links_to_the_web_and_to_mailboxes_are_kept(url: str) -> None:
    said = refused(Set(id="c", field="url", value=url))
    assert said.startswith("card 'c': url is no link: '")
    assert said.endswith("A link starts with https://, http:// or mailto: and has no spaces.")


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:maya@example.org"])
def test_a_link_is_kept_as_it_was_typed(url: str) -> None:
    put = Put(id="t", record={"type": "touchpoint", "name": "Shop", "url": url})
    assert settle(LIBRARY_RULES, {}, {}, (put,)) == (put,)


def test_an_empty_link_is_none() -> None:
    linked: Records = {"c": CARD["c"] | {"url": "https://example.org"}}
    assert settle(MAP_RULES, linked, {}, (Set(id="c", field="url", value=""),)) == (Set(id="c", field="url"),)
