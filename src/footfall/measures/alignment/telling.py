"""A dataset laid beside a map, in numbers with names; and the customers behind each number."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.measures.alignment.acceptor import BEGIN, Acceptor
from footfall.measures.alignment.alphabet import Kind
from footfall.measures.alignment.compiling import Compiled
from footfall.measures.alignment.deviations import NONE, STEPS, Longs, What
from footfall.measures.alignment.laying import Laid
from footfall.measures.alignment.stories import Group, commonest
from footfall.measures.alignment.told import (
    AdHocEvent,
    Alignment,
    Counted,
    Deviation,
    LinkAlignment,
    Share,
    StepAlignment,
    Story,
    UnmappedEvent,
)
from footfall.measures.alignment.words import story_words
from footfall.measures.measure import TOO_FEW
from footfall.measures.statistics import share_interval

AD_HOC, UNMAPPED, STORIES = 200, 2_000, 100  # rows that an answer has at most
SAID = {
    What.FOLLOWED: "followed",
    What.MISSING: "missing",
    What.AD_HOC: "ad-hoc",
    What.OUT_OF_ORDER: "out-of-order",
    What.AGAIN: "again",
    What.FAILED: "failed",
    What.STOPPED: "stopped",
}


@dataclass(frozen=True)
class Named:
    """What the numbers are called: steps by id, links by id with their ends, touchpoints by id."""

    steps: Mapping[str, str]
    links: Mapping[str, tuple[str, str]]
    touchpoints: Mapping[str, str]


@dataclass(frozen=True)
class Telling:
    """What an alignment says, ready to be told and opened."""

    compiled: Compiled
    kinds: Sequence[Kind]
    laid: Laid
    named: Named

    @property
    def acceptor(self) -> Acceptor:
        """The map as a model."""
        return self.compiled.acceptor

    @property
    def everybody(self) -> int:
        """All customers with a path."""
        return int(self.laid.weights.sum())

    def share(self, customers: int, of: int | None = None) -> Share:
        """Some customers among others, or among all."""
        among = self.everybody if of is None else of
        low, high = share_interval(customers, among)
        value = customers / among if among else None
        return Share(customers=customers, of=among, share=value, low=low, high=high, too_few=among < TOO_FEW)

    def steps(self) -> tuple[StepAlignment, ...]:
        """Every step in the order of the map."""
        rows = self.laid.rows
        found = self.laid.by(rows.variant, rows.what * STEPS + rows.step)

        def customers(what: What, state: int) -> int:
            return found.get(what * STEPS + state, (0, 0))[1]

        return tuple(
            StepAlignment(
                step=id,
                name=self.named.steps[id],
                seen=id not in self.compiled.unseen,
                **{SAID[what].replace("-", "_"): customers(what, state) for what in What},
            )
            for state, id in enumerate(self.acceptor.own, 1)
        )

    def links(self) -> tuple[LinkAlignment, ...]:
        """Every drawn link, and how many of those who could take it took it."""
        return tuple(self._link(id) for id in self.named.links)

    def _link(self, id: str) -> LinkAlignment:
        source, target = self.named.links[id]
        went, there = (self.laid.counted(variants)[0] for variants in self._took(id))
        return LinkAlignment(link=id, source=source, target=target, followed=self.share(went, there))

    def _took(self, link: str) -> tuple[Longs, Longs]:
        """The variants that took a link, and those that came to where it leaves; a two-way link leaves both ends."""
        arcs = list(self.acceptor.arcs)
        its = [place for place, drawn_by in enumerate(self.acceptor.arcs.values()) if link in drawn_by]
        sources = {arcs[place][0] for place in its}
        origins = [self.acceptor.origins[source] for source in sources]
        beside = [place for place, (source, _) in enumerate(arcs) if source in sources]
        variant, arc = self.laid.arcs
        rows = self.laid.rows
        did = rows.variant[(rows.what == What.FOLLOWED) & np.isin(rows.step, origins)]
        return variant[np.isin(arc, its)], np.concatenate([did, variant[np.isin(arc, beside)]])

    def ad_hoc(self) -> list[AdHocEvent]:
        """What the map does not draw, by the steps before and after, the most customers first."""
        rows = self.laid.rows.only(self.laid.rows.what == What.AD_HOC)
        found = self.laid.by(rows.variant, (rows.kind * STEPS + rows.step) * STEPS + rows.until)
        told = [self._ad_hoc(key, *counts) for key, counts in found.items()]
        return sorted(told, key=lambda one: (-one.customers, -one.events, one.node, one.after, one.before))

    def _ad_hoc(self, key: int, events: int, customers: int) -> AdHocEvent:
        rest, until = divmod(key, STEPS)
        kind, after = divmod(rest, STEPS)
        node = self.kinds[kind].node
        ends = {"after": self.step_id(after), "before": self.step_id(until)}
        return AdHocEvent(node=node, name=self.node_name(node), **ends, customers=customers, events=events)

    def unmapped(self) -> list[UnmappedEvent]:
        """The events that no touchpoint takes, the most first."""
        found = self.laid.by(*self.laid.unmapped)
        told = [
            UnmappedEvent(event=self.node_name(self.kinds[kind].node), events=events, customers=customers)
            for kind, (events, customers) in found.items()
        ]
        return sorted(told, key=lambda one: (-one.events, one.event))

    @cached_property
    def stories(self) -> dict[str, Group]:
        """The commonest stories of those who deviate, by id."""
        return {self._story_id(group): group for group in self._grouped[0]}

    @cached_property
    def _grouped(self) -> tuple[list[Group], int]:
        return commonest(self.laid.rows, self.laid.weights, STORIES)

    def _story_id(self, group: Group) -> str:
        rows = zip(group.rows.what.tolist(), group.rows.step.tolist(), group.rows.kind.tolist(), strict=True)
        named = [f"{SAID[What(what)]} {self.step_id(step)} {self._node(kind)}" for what, step, kind in rows]
        return hashlib.sha256("\n".join(named).encode()).hexdigest()[:12]

    def story(self, id: str, group: Group) -> Story:
        """A story in names and words."""
        rows = zip(group.rows.what.tolist(), group.rows.step.tolist(), group.rows.kind.tolist(), strict=True)
        deviations = tuple(self._deviation(What(what), step, kind) for what, step, kind in rows)
        share = self.share(group.customers)
        return Story(story=id, words=story_words(deviations), deviations=deviations, customers=share)

    def _deviation(self, what: What, step: int, kind: int) -> Deviation:
        id, node = self.step_id(step), self._node(kind)
        names = {"step_name": self.named.steps.get(id, ""), "name": self.node_name(node) if node else ""}
        return Deviation.model_validate({"what": SAID[what], "step": id, "node": node} | names)

    def _node(self, kind: int) -> str:
        return self.kinds[kind].node if kind != NONE else ""

    def step_id(self, state: int) -> str:
        """The id of a step; of the beginning and the end nothing."""
        return self.acceptor.steps[state - 1] if BEGIN < state < self.acceptor.end else ""

    def node_name(self, node: str) -> str:
        """What a touchpoint or an event is called."""
        return node.removeprefix("event:") if node.startswith("event:") else self.named.touchpoints.get(node, node)

    @property
    def note(self) -> str:
        """Why there are no numbers, where there are none."""
        if not self.acceptor.steps:
            return "This map draws no steps."
        if len(self.compiled.unseen) == len(self.acceptor.own):
            return "No step of this map has events in this dataset: bind its touchpoints to events first."
        return "" if self.everybody else "There are no events here."

    def alignment(self, **about: Any) -> Alignment:
        """All numbers; `about` says of which dataset they are."""
        return Alignment.model_validate(self._numbers | about)

    @cached_property
    def _numbers(self) -> dict[str, Any]:
        unmapped = self.unmapped()
        listed = {"unmapped": tuple(unmapped[:UNMAPPED]), "more_unmapped": max(0, len(unmapped) - UNMAPPED)}
        listed |= {"customers": self.everybody}
        return listed if self.note else listed | self._followed()

    def _followed(self) -> dict[str, Any]:
        ad_hoc = self.ad_hoc()
        fits = int(self.laid.weights[self.laid.costs == 0].sum())
        idle, _ = self.laid.counted(self._variants(Counted(of="step", what="stopped")))
        return {
            "variants": len(self.laid.weights),
            "fits": self.share(fits),
            "without_step": idle,
            "fit": float((self.laid.fit * self.laid.weights).sum() / self.everybody) if self.everybody else None,
            "steps": self.steps(),
            "links": self.links(),
            "ad_hoc": tuple(ad_hoc[:AD_HOC]),
            "more_ad_hoc": max(0, len(ad_hoc) - AD_HOC),
            "stories": tuple(self.story(id, group) for id, group in self.stories.items()),
            "more_stories": self._grouped[1] - len(self.stories),
            "entered": self.compiled.entered,
            "ending": self.compiled.ending,
            "left_out": self.laid.left_out,
        }

    def members(self, counted: Counted) -> pa.Table | None:
        """(customer, value) of the customers behind a number; none for what is not there."""
        match counted.of:
            case "map":
                return self._of_map(counted.what)
            case "story":
                group = self.stories.get(counted.id)
                return self._once(group.variants) if group else None
            case "link":
                return self._once(self._took(counted.id)[0]) if counted.id in self.named.links else None
            case _:
                variants = self._variants(counted)
                return self.laid.members(*np.unique(variants, return_counts=True)) if len(variants) else None

    def _once(self, variants: Longs) -> pa.Table:
        different = np.unique(variants)
        return self.laid.members(different, np.ones(len(different)))

    def _of_map(self, what: str) -> pa.Table:
        fits = self.laid.costs == 0
        some = {"fits": fits, "deviates": ~fits}.get(what, np.ones(len(fits), bool))
        idle = self._variants(Counted(of="step", what="stopped"))
        variants = idle if what == "no-step" else np.flatnonzero(some)
        return self.laid.members(variants, self.laid.fit[variants])

    def _variants(self, counted: Counted) -> Longs:
        """The variants of a number, as often as what it counts."""
        variants, rows = self.laid.rows.variant, self.laid.rows
        if counted.of == "unmapped":
            variants, kinds = self.laid.unmapped
            mask = self._is_node(kinds, f"event:{counted.id}")
        elif counted.of == "step":
            what = next((what for what, said in SAID.items() if said == counted.what), NONE)
            mask = (rows.what == what) & (rows.step == self._state(counted.id, BEGIN))
        else:
            after, before = self._state(counted.after, BEGIN), self._state(counted.before, self.acceptor.end)
            mask = (rows.what == What.AD_HOC) & self._is_node(rows.kind, counted.id)
            mask &= (rows.step == after) & (rows.until == before)
        found: Longs = variants[mask]
        return found

    def _is_node(self, kinds: Longs, node: str) -> Any:
        return np.isin(kinds, [number for number, kind in enumerate(self.kinds) if kind.node == node])

    def _state(self, step: str, nowhere: int) -> int:
        if step in self.acceptor.steps:
            return self.acceptor.steps.index(step) + 1
        return NONE if step else nowhere
