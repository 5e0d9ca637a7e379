"""A part of a part of the data: two filters as one."""

from footfall.errors import InvalidQuestion
from footfall.journey.questions import Only


def both(outer: Only, inner: Only) -> Only:
    """What both filters let in. Raises InvalidQuestion where nothing could be in both."""
    return Only(
        since=max(filter(None, (outer.since, inner.since)), default=None),
        until=min(filter(None, (outer.until, inner.until)), default=None),
        each="session" if "session" in (outer.each, inner.each) else "customer",
        segment=outer.segment + inner.segment,
        passed=outer.passed + inner.passed,
        never=outer.never + inner.never,
        repeated=outer.repeated + inner.repeated,
        began_at=_same(outer.began_at, inner.began_at, "first"),
        ended_at=_same(outer.ended_at, inner.ended_at, "last"),
        channels=_channels(outer.channels, inner.channels),
        without=tuple(dict.fromkeys(outer.without + inner.without)),
        first=min((one for one in (outer.first, inner.first) if one is not None), default=None),
    )


def _same(outer: tuple[str, ...], inner: tuple[str, ...], which: str) -> tuple[str, ...]:
    if outer and inner and outer != inner:
        raise InvalidQuestion(
            f"The group and the filter each name a place of the {which} event.", "Name it in one of them."
        )
    return inner or outer


def _channels(outer: tuple[str, ...], inner: tuple[str, ...]) -> tuple[str, ...]:
    both = tuple(channel for channel in inner if channel in outer) if outer else inner
    if outer and inner and not both:
        raise InvalidQuestion("The group and the filter have no channel in common.", "Name one that both have.")
    return both or outer
