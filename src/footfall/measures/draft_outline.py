"""The outline of a draft: which moments the data know, in which usual order, gathered into steps and stages. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from footfall.measures.draft_names import readable, slug, theme

RARE_SHARE, RARE_CUSTOMERS = 0.005, 10  # below both of these an event says little about the journey
MOST_MOMENTS, MOST_STEPS, MOST_STAGES = 40, 20, 6

# Themes that make one stage together when the moments of both lie side by side.
FAMILIES = {
    "Discover": "Explore",
    "Choose": "Explore",
    "Pay": "Order",
    "Return": "Afterwards",
    "Feedback": "Afterwards",
    "Come back": "Afterwards",
}


@dataclass(frozen=True)
class EventFact:
    """What the data say of one event name."""

    name: str
    events: int
    customers: int
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """What a draft starts from; `before[a, b]` counts customers whose first a came before their first b."""

    customers: int
    events: tuple[EventFact, ...]
    before: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Moment:
    """An event as a touchpoint of the draft; `order` runs from 0 (mostly first) to 1 (mostly last)."""

    id: str
    name: str
    fact: EventFact
    order: float

    @property
    def theme(self) -> str:
        """The kind of moment that its event speaks of."""
        return theme(self.fact.name)


@dataclass(frozen=True)
class StepPlan:
    """A column of the draft: the moments in it, the one with the most customers names it."""

    id: str
    moments: tuple[Moment, ...]

    @property
    def main(self) -> Moment:
        """The moment with the most customers."""
        return max(self.moments, key=lambda moment: moment.fact.customers)

    @property
    def place(self) -> tuple[str, ...]:
        """The touchpoints that together are this step."""
        return tuple(moment.id for moment in self.moments)


@dataclass(frozen=True)
class StagePlan:
    """A stage of the draft."""

    id: str
    name: str
    steps: tuple[StepPlan, ...]

    @property
    def place(self) -> tuple[str, ...]:
        """The touchpoints that together are this stage."""
        return tuple(id for step in self.steps for id in step.place)


@dataclass(frozen=True)
class Outline:
    """A draft's columns, and what was left out because hardly anybody met it."""

    customers: int
    stages: tuple[StagePlan, ...]
    left_out: tuple[EventFact, ...] = ()

    @property
    def steps(self) -> tuple[StepPlan, ...]:
        """All columns from left to right."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All touchpoints in their usual order."""
        return tuple(moment for step in self.steps for moment in step.moments)


def outline(profile: Profile, known: Mapping[str, str] | None = None, taken: Iterable[str] = ()) -> Outline:
    """The columns of a draft; `known` gives the touchpoint ids that events already have, `taken` ids in use."""
    kept, left_out = _sifted(profile)
    stages = _stages(_in_order(_moments(profile, kept, known or {}, taken)), profile.customers)
    return Outline(profile.customers, stages, left_out)


def _sifted(profile: Profile) -> tuple[tuple[EventFact, ...], tuple[EventFact, ...]]:
    ranked = sorted(profile.events, key=lambda fact: (-fact.customers, fact.name))
    least = max(RARE_CUSTOMERS, RARE_SHARE * profile.customers)
    kept = tuple(fact for fact in ranked[:MOST_MOMENTS] if fact.customers >= least) or tuple(ranked[:MOST_MOMENTS])
    return kept, tuple(fact for fact in ranked if fact not in kept)


def _moments(
    profile: Profile, kept: Sequence[EventFact], known: Mapping[str, str], taken: Iterable[str]
) -> Iterable[Moment]:
    order = _usual_order(profile, kept)
    names = readable(sorted(fact.name for fact in kept))
    used = set(taken) | set(known.values())
    for fact in sorted(kept, key=lambda fact: fact.name):
        id = known.get(fact.name) or slug(names[fact.name], used)
        used.add(id)
        yield Moment(id, names[fact.name], fact, order[fact.name])


def _usual_order(profile: Profile, kept: Sequence[EventFact]) -> dict[str, float]:
    """For each event the mean share of customers for whom it came after another, over all others they met."""
    names = [fact.name for fact in kept]
    return {name: _mean([_after(profile, name, other) for other in names if other != name]) for name in names}


def _after(profile: Profile, name: str, other: str) -> tuple[float, float]:
    """Whether `name` usually comes after `other`, 0 to 1, and how much that counts: little when few met both.

    A clear majority counts as always: who meets both in another order mostly met one of them on an earlier round.
    """
    after, before = profile.before.get((other, name), 0), profile.before.get((name, other), 0)
    both = after + before
    share = (after + 0.5) / (both + 1)
    return min(1.0, max(0.0, (share - 0.35) / 0.3)), both / (both + 20)


def _mean(weighted: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for _, weight in weighted)
    return sum(value * weight for value, weight in weighted) / total if total else 0.5


def _in_order(moments: Iterable[Moment]) -> list[Moment]:
    """From first to last; what ends a journey stands last, wherever it happens."""
    ends = {True: 1, False: 0}
    return sorted(moments, key=lambda one: (ends[one.theme == "Leave"], one.order, -one.fact.customers, one.fact.name))


def _stages(moments: list[Moment], customers: int) -> tuple[StagePlan, ...]:
    groups = _joined([[moment] for moment in moments], customers)
    names = _stage_names(groups)
    steps = _steps(groups)
    ids: list[str] = []
    for name in names:
        ids.append(slug(f"stage {name}", ids))
    return tuple(StagePlan(*stage) for stage in zip(ids, names, steps, strict=True))


def _joined(groups: list[list[Moment]], customers: int) -> list[list[Moment]]:
    """Neighbours joined, the cheapest first, until few enough are left and those left speak of different things."""
    least = 3 if len(groups) < 8 else 4
    while len(groups) > 1:
        costs = [_cost(left, right, customers) for left, right in pairwise(groups)]
        cheapest = min(range(len(costs)), key=lambda place: (costs[place], place))
        if len(groups) <= MOST_STAGES and (costs[cheapest] >= 0.5 or len(groups) <= least):
            break
        groups[cheapest : cheapest + 2] = [groups[cheapest] + groups[cheapest + 1]]
    return groups


def _cost(left: list[Moment], right: list[Moment], customers: int) -> float:
    """What joining costs: little for what speaks of the same, follows closely, or is met by few customers."""
    smaller = min(_weight(left), _weight(right)) / max(customers, 1)
    apart = max(0.0, _centre(right) - _centre(left))
    return (
        _unlike(_themes(left), _themes(right)) * (0.2 + 0.8 * smaller) + 0.5 * apart + 0.02 * (len(left) + len(right))
    )


def _unlike(some: set[str], others: set[str]) -> float:
    if "Leave" in some ^ others:
        return 10.0
    if some & others:
        return 0.0
    related = {FAMILIES.get(name, name) for name in some} & {FAMILIES.get(name, name) for name in others}
    return 0.25 if related or not some or not others else 1.0


def _weight(group: list[Moment]) -> float:
    """How many customers a moment of a group has, on average."""
    return sum(moment.fact.customers for moment in group) / len(group)


def _centre(group: list[Moment]) -> float:
    return sum(moment.order for moment in group) / len(group)


def _themes(group: list[Moment]) -> set[str]:
    """The themes that at least half of a group speak of."""
    counts = Counter(moment.theme for moment in group if moment.theme)
    return {name for name, count in counts.items() if 2 * count >= len(group)}


def _stage_names(groups: list[list[Moment]]) -> list[str]:
    """What the members agree on; where two stages agree on the same, the larger has the name."""
    agreed = [_agreed(group) for group in groups]
    largest = {
        name: max(range(len(groups)), key=lambda place: _claim(name, agreed[place], groups[place])) for name in agreed
    }
    return [
        name if name and largest[name] == place else _first_to_last(group)
        for place, (name, group) in enumerate(zip(agreed, groups, strict=True))
    ]


def _claim(name: str, agreed: str, group: list[Moment]) -> int:
    return len(group) if agreed == name else 0


def _agreed(group: list[Moment]) -> str:
    """The theme that two thirds of the members speak of, or the family of themes that more than half do."""
    themes = [moment.theme for moment in group]
    for names, least in ((themes, 2 / 3), ([FAMILIES.get(name, name) for name in themes], 0.501)):
        name, count = Counter(names).most_common(1)[0]
        if name and count >= least * len(group):
            return name
    return ""


def _first_to_last(group: list[Moment]) -> str:
    first, last = group[0].name, group[-1].name
    return first if first == last else f"{first} to {last[:1].lower()}{last[1:]}"


def _steps(groups: list[list[Moment]]) -> list[tuple[StepPlan, ...]]:
    """One step a moment; when these are too many, neighbours in a stage share one, like ones first."""
    columns = [[[moment] for moment in group] for group in groups]
    while sum(map(len, columns)) > MOST_STEPS:
        pairs = [(stage, left) for stage, column in enumerate(columns) for left in range(len(column) - 1)]
        if not pairs:
            break
        stage, left = min(pairs, key=lambda pair: _loss(*columns[pair[0]][pair[1] : pair[1] + 2]))
        columns[stage][left : left + 2] = [columns[stage][left] + columns[stage][left + 1]]
    return [tuple(StepPlan(f"step-{_main(moments).id}"[:64], tuple(moments)) for moments in stage) for stage in columns]


def _loss(left: list[Moment], right: list[Moment]) -> tuple[bool, int, str]:
    """How much is lost when two columns become one: little when they speak of the same and few visit one of them."""
    unlike = not _themes(left) & _themes(right)
    return unlike, min(_visited(left), _visited(right)), left[0].id


def _visited(moments: list[Moment]) -> int:
    return max(moment.fact.customers for moment in moments)


def _main(moments: list[Moment]) -> Moment:
    return max(moments, key=lambda moment: moment.fact.customers)
