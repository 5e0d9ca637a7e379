"""Steps side by side: joined by `parallel` links, they are done in any order, each once, before the journey goes on.

A state says which step was done last; of such steps one must also know which were done. So each of them gets a state
for every set of them that may have been done by then: k · 2^(k−1) states for k steps. The states of the order in which
they are drawn are the steps' own; the others are copies.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from footfall.measures.alignment.acceptor import Arc

MOST = 4  # steps side by side; more would need too many states

Done = frozenset[int]


@dataclass(frozen=True)
class Beside:
    """Some states side by side, from left to right, and the links that join two of them."""

    members: tuple[int, ...]
    links: Mapping[Done, tuple[str, ...]]

    def places(self) -> Iterator[tuple[Done, int]]:
        """What may have been done, and what of it last."""
        for size in range(1, len(self.members) + 1):
            for done in combinations(self.members, size):
                yield from ((frozenset(done), last) for last in done)

    def is_own(self, done: Done, last: int) -> bool:
        """Whether everything up to the last was done, as it is drawn."""
        return done == {member for member in self.members if member <= last}


def groups(pairs: Iterable[tuple[int, int, str]]) -> list[Beside]:
    """The groups that links join (source, target, link); one of more than MOST steps stays without its later links."""
    joined: list[tuple[set[int], dict[Done, tuple[str, ...]]]] = []
    for source, target, link in pairs:
        touched = [one for one in joined if one[0] & {source, target}]
        members = {source, target}.union(*(one[0] for one in touched))
        if source == target or len(members) > MOST:
            continue
        links = {pair: ids for one in touched for pair, ids in one[1].items()}
        pair = frozenset({source, target})
        links[pair] = (*links.get(pair, ()), link)
        joined = [one for one in joined if one not in touched] + [(members, links)]
    return [Beside(tuple(sorted(members)), links) for members, links in joined]


def unfolded(
    arcs: Mapping[Arc, Sequence[str]], end: int, beside: Sequence[Beside]
) -> tuple[dict[Arc, list[str]], tuple[int, ...]]:
    """The arcs with such steps in any order, and of each copy, numbered from the old end on, which state it copies."""
    room = _Room(end, beside)
    found: dict[Arc, list[str]] = {}
    for (source, target), links in arcs.items():
        if not room.is_within(source, target):  # among each other any order holds
            for pair in product(room.leaving(source), room.entering(target)):
                _add(found, pair, links)
    for group in beside:
        for pair, links in room.within(group, arcs.keys()):
            _add(found, pair, links)
    return found, tuple(room.copies)


class _Room:
    """Which states there are for each group."""

    def __init__(self, end: int, beside: Sequence[Beside]) -> None:
        self._of = {member: group for group in beside for member in group.members}
        self._at: dict[tuple[Done, int], int] = {}
        self._end = end
        self.copies: list[int] = []
        for group in beside:
            for done, last in group.places():
                self._at[done, last] = last if group.is_own(done, last) else self._copy(last)

    def _copy(self, state: int) -> int:
        self.copies.append(state)
        return self._end - 1 + len(self.copies)

    def is_within(self, source: int, target: int) -> bool:
        """Whether both are side by side."""
        return source in self._of and self._of[source] is self._of.get(target)

    def leaving(self, state: int) -> list[int]:
        """From where one goes on: of a group when all of it was done."""
        group = self._of.get(state)
        return [self._at[frozenset(group.members), last] for last in group.members] if group else [state]

    def entering(self, state: int) -> list[int]:
        """Where one comes in: into a group by any of it first."""
        group = self._of.get(state)
        own = self._end + len(self.copies) if state == self._end else state
        return [self._at[frozenset({first}), first] for first in group.members] if group else [own]

    def within(self, group: Beside, arcs: Container[Arc]) -> Iterator[tuple[Arc, tuple[str, ...]]]:
        """The arcs of a group: to what was not done yet, and once more to what may be repeated."""
        for (done, last), member in product(group.places(), group.members):
            here = self._at[done, last]
            if member not in done:
                yield (here, self._at[done | {member}, member]), group.links.get(frozenset({last, member}), ())
            elif (member, member) in arcs:
                yield (here, self._at[done, member]), ()


def _add(arcs: dict[Arc, list[str]], arc: Arc, links: Sequence[str]) -> None:
    known = arcs.setdefault(arc, [])
    known.extend(link for link in links if link not in known)
