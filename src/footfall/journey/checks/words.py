"""The languages in which checks speak; to others they speak English."""

from collections.abc import Mapping

from footfall.journey.checks.dutch import DUTCH
from footfall.journey.checks.english import ENGLISH
from footfall.journey.checks.telling import Words

LANGUAGES: Mapping[str, Words] = {"en": ENGLISH, "nl": DUTCH}


def words_in(language: str) -> Words:
    """The words of a language, a BCP 47 tag."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)
