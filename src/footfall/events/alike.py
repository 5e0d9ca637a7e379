"""Which column of one file is which of another: by the name itself, else by its letters, else by its words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WORD = re.compile(r"[^\W\d_]+|\d+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
STEM = 6  # letters: delivered, delivery and deliver are alike
LIKE_WORDS = 0.6  # share of common words from which two names are alike
LIKE_LETTERS = 0.8  # the same of letters, for a name that was mistyped
MOST = 200  # names that are compared with each other one by one


def pairs(was: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """For each name of one list the one of another that means the same; each name once, and none that is a guess.

    The surest come first: the very name; else the same letters and digits but for case, blanks, punctuation and a year;
    else alike words with the same numbers in them.
    """
    found = {name: name for name in was if name in set(now)}
    found |= _same(_left(was, found), _left(now, found.values()), _letters)
    return found | _alike(_left(was, found), _left(now, found.values()))


def _left(names: Sequence[str], taken: Iterable[str]) -> list[str]:
    gone = set(taken)
    return [name for name in names if name not in gone]


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", YEAR.sub(" ", name))
    return "".join(letter for letter in plain if letter.isalnum()).casefold()


def _same(was: Sequence[str], now: Sequence[str], key: Callable[[str], str]) -> dict[str, str]:
    """Names with one key; a key that stands twice on a side tells nothing."""
    once_was, once_now = _once(was, key), _once(now, key)
    return {name: once_now[shared] for shared, name in once_was.items() if shared in once_now}


def _once(names: Sequence[str], key: Callable[[str], str]) -> dict[str, str]:
    counts = Counter(map(key, names))
    return {key(name): name for name in names if key(name) and counts[key(name)] == 1}


def _alike(was: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Names with alike words, the likest first; of equals none is taken."""
    likeness = {(one, other): _likeness(one, other) for one in was[:MOST] for other in now[:MOST]}
    found: dict[str, str] = {}
    for share in sorted({value for value in likeness.values() if value}, reverse=True):
        rest = [pair for pair, value in likeness.items() if value == share and pair[0] not in found]
        rest = [pair for pair in rest if pair[1] not in found.values()]
        firsts, seconds = Counter(one for one, _ in rest), Counter(other for _, other in rest)
        found |= {one: other for one, other in rest if firsts[one] == seconds[other] == 1}
    return found


def _likeness(was: str, now: str) -> float:
    """Between 0 (other names) and 1; names with other numbers, such as Q7 and Q8, are never alike."""
    (words, numbers), (others, their_numbers) = _parts(was), _parts(now)
    if numbers != their_numbers or not words or not others:
        return 0
    common = 2 * len(words & others) / (len(words) + len(others))
    if common >= LIKE_WORDS:
        return common
    letters = SequenceMatcher(None, _letters(was), _letters(now), autojunk=False)
    close = letters.ratio() if letters.quick_ratio() >= LIKE_LETTERS else 0
    return close if close >= LIKE_LETTERS else 0


def _parts(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """A name's words, cut to their stems, and its numbers in order."""
    parts = WORD.findall(CAMEL.sub(" ", YEAR.sub(" ", name)))
    numbers = tuple(part.lstrip("0") or "0" for part in parts if part.isdigit())
    return frozenset(part.casefold()[:STEM] for part in parts if not part.isdigit()), numbers
