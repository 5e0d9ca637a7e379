"""A file written anew as its typist likes it: what changed changes, remarks and the order of keys stay."""

from collections.abc import Iterable
from collections.abc import Mapping as Dict
from typing import Any

from footfall.journey.changes import RecordJson
from footfall.journey.text.aligning import aligned
from footfall.journey.text.emitting import Rows, emit
from footfall.journey.text.remarks import placed, remarks
from footfall.journey.text.shape import SECTIONS
from footfall.journey.text.tree import Mapping, Node, Scalar, Sequence, parse
from footfall.journey.text.writing import tree_of

CELLS = "cards"  # below this key stand steps, whose order is that of the journey


def rewrite(text: str, records: Dict[str, RecordJson], library: Dict[str, RecordJson]) -> str:
    """The file of these records in canonical form, with the remarks and the order of keys of an earlier file.

    Raises InvalidMapFile where the earlier file cannot be parsed.
    """
    earlier = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    old, tree = parse(earlier), tree_of(records, library)
    canonical = parse(emit(tree, apart=SECTIONS))
    written = emit(_ordered(tree, canonical, _orders(old, canonical)), apart=SECTIONS)
    pairs = list(aligned(old, parse(written)))
    return placed(written, remarks(earlier), above=_lines(pairs), behind=_lines(pairs, texts_first=True))


def _orders(old: Node, new: Node) -> dict[int, list[str]]:
    """For each later mapping, by its identity, the keys in the order of the earlier one."""
    both = ((one, other) for one, other in aligned(old, new) if isinstance(one, Mapping) and isinstance(other, Mapping))
    return {id(other): _merged([key.text for key, _ in one.entries], other) for one, other in both}


def _merged(before: list[str], mapping: Mapping) -> list[str]:
    """Earlier keys in their order; a new one follows the key that stands before it in canonical order."""
    now = [key.text for key, _ in mapping.entries]
    order = [key for key in dict.fromkeys(before) if key in now]
    for place, key in enumerate(now):
        if key not in order:
            order.insert(order.index(now[place - 1]) + 1 if place else 0, key)
    return order


def _ordered(tree: Any, node: Node, orders: Dict[int, list[str]], inside: str = "") -> Any:
    """The plain tree with its keys in these orders; `node` is the same tree as it was written canonically."""
    if isinstance(node, Sequence) and isinstance(tree, list | tuple):
        return [_ordered(one, other, orders) for one, other in zip(tree, node.items, strict=True)]
    if not (isinstance(node, Mapping) and isinstance(tree, dict)):
        return tree
    entries = {
        key.text: (own, _ordered(value, inner, orders, key.text))
        for (own, value), (key, inner) in zip(tree.items(), node.entries, strict=True)
    }
    order = list(entries) if inside == CELLS else orders.get(id(node), list(entries))
    pairs: Iterable[tuple[Any, Any]] = (entries[key] for key in _format_first(order))
    return Rows(pairs) if isinstance(tree, Rows) else dict(pairs)


def _format_first(order: list[str]) -> list[str]:
    return sorted(order, key=lambda key: key != "footfall")


def _lines(pairs: Iterable[tuple[Node, Node]], *, texts_first: bool = False) -> dict[int, int]:
    """Where the lines of an earlier file are in the later one.

    What stands above a list is said of all of it, what stands behind a line of that line's text.
    """
    lines: dict[int, int] = {}
    for one, other in sorted(pairs, key=lambda pair: texts_first and not isinstance(pair[0], Scalar)):
        lines.setdefault(one.line, other.line)
    return lines


def with_remarks(text: str, other: str, known: Iterable[str]) -> str:
    """A file with the remarks of another one beside its own, but those that are known already."""
    earlier = other.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    said = {*known, *(one.text for one in remarks(text))}
    new = [one for one in remarks(earlier) if one.text not in said]
    if not new:
        return text
    pairs = list(aligned(parse(earlier), parse(text)))
    return placed(text, new, above=_lines(pairs), behind=_lines(pairs, texts_first=True))
