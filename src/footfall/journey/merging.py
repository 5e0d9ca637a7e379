"""Three-way merging of a field that two people changed from the same base: nothing typed is lost."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


def merge_text(base: str, first: str, second: str) -> str:
    """Both edits of a text, word by word; where both rewrote the same words, the first's stand before the second's."""
    if first in (base, second):
        return second
    if second == base:
        return first
    return "".join(_merged(*(_TOKENS.findall(text) for text in (base, first, second))))


def merge_set(base: Sequence[str], first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The first's members, without what the second took away, with what the second added."""
    removed = set(base) - set(second)
    kept = [member for member in first if member not in removed]
    return kept + [member for member in second if member not in base and member not in first]


def _merged(base: list[str], first: list[str], second: list[str]) -> Iterator[str]:
    """Walk the runs of base that both kept; between two of them stands what either wrote."""
    kept_first, kept_second = _kept(base, first), _kept(base, second)
    anchors = sorted(kept_first.keys() & kept_second.keys())
    stops = [(-1, -1, -1), *((i, kept_first[i], kept_second[i]) for i in anchors)]
    stops.append((len(base), len(first), len(second)))
    for (b0, f0, s0), (b1, f1, s1) in pairwise(stops):
        yield from _between(base[b0 + 1 : b1], first[f0 + 1 : f1], second[s0 + 1 : s1])
        yield from base[b1 : b1 + 1]


def _kept(base: list[str], other: list[str]) -> dict[int, int]:
    """For each base token that `other` kept: its place there."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}


def _between(base: list[str], first: list[str], second: list[str]) -> list[str]:
    if first in (base, second):
        return second
    if second == base:
        return first
    return _both(first, second)


def _both(first: list[str], second: list[str]) -> list[str]:
    """Two rewrites of one place, one after the other, with a space between words."""
    touching = bool(first and second) and not first[-1].isspace() and not second[0].isspace()
    return [*first, *([" "] if touching else []), *second]
