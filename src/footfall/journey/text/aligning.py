"""Two trees of one file, an earlier and a later one: which of their parts are the same."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from footfall.journey.text.tree import Mapping, Node, Scalar, Sequence

NAMING = ("id", "name", "title", "text", "kind", "note", "from", "to")  # the keys by which people tell entries apart


def aligned(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Pairs of an earlier and a later node that are the same part of the file, keys among them."""
    yield old, new
    match old, new:
        case Mapping(), Mapping():
            yield from _keys(old, new)
        case Sequence(), Sequence():
            for one, other in _items(old.items, new.items):
                yield from aligned(one, other)


def _keys(old: Mapping, new: Mapping) -> Iterator[tuple[Node, Node]]:
    later = {key.text: (key, node) for key, node in new.entries}
    both = [(key, node, *later[key.text]) for key, node in old.entries if key.text in later]
    if not both and len(old.entries) == len(new.entries) == 1:  # the one key is a name, and was changed
        both = [(*old.entries[0], *new.entries[0])]
    for old_key, old_node, new_key, new_node in both:
        yield old_key, new_key
        yield from aligned(old_node, new_node)
    if not both:  # a name with what belongs to it, and the same as a mapping of fields
        yield from (pair for inner in _inside(new) for pair in aligned(old, inner))
        yield from (pair for inner in _inside(old) for pair in aligned(inner, new))


def _inside(mapping: Mapping) -> Iterator[Mapping]:
    if len(mapping.entries) == 1 and isinstance(mapping.entries[0][1], Mapping):
        yield mapping.entries[0][1]


def _items(old: tuple[Node, ...], new: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    """Entries of two lists: alike by their label in order, then by label alone, then by place."""
    before, after = [_label(item) for item in old], [_label(item) for item in new]
    lost, come = dict(enumerate(old)), dict(enumerate(new))
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield lost.pop(block.a + step), come.pop(block.b + step)
    for place in list(lost):
        found = next((there for there in come if after[there] == before[place]), None)
        if found is not None:
            yield lost.pop(place), come.pop(found)
    yield from zip(lost.values(), come.values(), strict=False)


def _label(node: Node) -> str:
    """By what people tell an entry of a list apart."""
    match node:
        case Scalar():
            return node.anchor or node.text
        case Sequence():
            return node.anchor
        case Mapping(entries=((key, value), *_)):
            said = {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
            named = [said[key] for key in NAMING if key in said]
            alone = len(node.entries) == 1 and not isinstance(value, Scalar)
            return node.anchor or key.anchor or (key.text if alone or not named else " ".join(named[:2]))
        case _:
            return ""
