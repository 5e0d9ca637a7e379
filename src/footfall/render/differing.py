"""The picture of a difference: the later map with what was added, changed and moved, and what the earlier one had."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from footfall.journey.changes import RecordJson, Records
from footfall.journey.comparing import Difference
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Card, Link
from footfall.render import links
from footfall.render.cards import Desk, in_words
from footfall.render.composing import compose
from footfall.render.formats import Format
from footfall.render.markdown import literal, one_line, read_markdown
from footfall.render.picture import Difference as Sign
from footfall.render.picture import Picture, Text
from footfall.render.story import Story

DRAWN = ("stage", "step", "lane", "card", "link")  # what bears a sign; other differences are told below the picture
ICONS = {"added": "plus", "removed": "minus", "changed": "pencil", "moved": "move", "left": "arrow-right"}
WAS = "was-"  # before the id of a card or a link where it stood
STANDS = {"card": ("lane", "step"), "link": ("source",)}  # the fields that say where


def compose_difference(
    before: Mapping[str, RecordJson],
    after: Mapping[str, RecordJson],
    library: Mapping[str, RecordJson],
    differences: Iterable[Difference],
    *,
    on: date | None = None,
) -> Picture:
    """The later map, and in it what the earlier one had; each difference has its sign, and the legend their number."""
    told = tuple(differences)
    steps = MapDocument({**before, **after}).steps
    here = {one.id: one for one in told if _is_drawn(one, {**before, **after}[one.id], steps)}
    both = _both(before, after, here)
    language = Format(MapDocument(after).header.language)
    desk = Story(library=LibraryDocument(library), writing=language, images={}, map=MapDocument(before))
    signs = _signs(desk, before, both, here)
    picture = compose(MapDocument(both), desk.library, on=on, differing=signs)
    return picture.model_copy(
        update={
            "title": picture.title.model_copy(update={"facts": _facts(desk, told)}),
            "footer": picture.footer.model_copy(
                update={"differences": _legend(desk, signs), "notes": (*_beside(told, here), *picture.footer.notes)}
            ),
        }
    )


def _is_drawn(one: Difference, record: RecordJson, steps: Collection[str]) -> bool:
    """Tell whether a difference has a place on the picture; a link needs both its ends."""
    ends = (record.get("source"), record.get("target")) if one.type == "link" else ()
    return one.type in DRAWN and all(end in steps for end in ends)


def _both(before: Mapping[str, RecordJson], after: Mapping[str, RecordJson], here: Mapping[str, Difference]) -> Records:
    """One document with what either has; what moved stands in both its places."""
    removed = {id: before[id] for id, one in here.items() if one.what == "removed"}
    left = {f"{WAS}{id}"[:64]: before[id] for id in here if _has_moved(before, after, id)}
    return {**removed, **left, **after}


def _has_moved(before: Mapping[str, RecordJson], after: Mapping[str, RecordJson], id: str) -> bool:
    old, new = before.get(id), after.get(id)
    if old is None or new is None:
        return False
    return any(old.get(field) != new.get(field) for field in STANDS.get(old["type"], ()))


def _signs(
    desk: Story, before: Mapping[str, RecordJson], both: Records, here: Mapping[str, Difference]
) -> dict[str, Sign]:
    signs = {id: _sign(desk, one.what, _was(desk, before.get(id), both.get(id))) for id, one in here.items()}
    return signs | {id: _sign(desk, "left") for id in both if id.startswith(WAS) and id not in before}


def _sign(desk: Desk, what: str, was: Text = ()) -> Sign:
    return Sign.model_validate({"what": what, "icon": ICONS[what], "word": desk.say(f"differs.{what}"), "was": was})


def _was(desk: Story, old: RecordJson | None, new: RecordJson | None) -> Text:
    """What a record said before, where it says something else now."""
    if old is None or new is None:
        return ()
    if old["type"] == "card":
        said, says = (in_words(Card.model_validate(record)) for record in (old, new))
        return read_markdown(said) if said != says else ()
    if old["type"] == "link":
        return _link_was(desk, Link.model_validate(old), Link.model_validate(new))
    return literal(old["name"]) if old.get("name") and old.get("name") != new.get("name") else ()


def _link_was(desk: Story, old: Link, new: Link) -> Text:
    """What a link said before; one that leaves another step now says it there."""
    if old.target not in desk.map.steps or old.model_copy(update={"source": new.source}) == new:
        return ()
    return literal(one_line(links.told(old, desk.step_name(old.target), desk)))


def _legend(desk: Desk, signs: Mapping[str, Sign]) -> tuple[Sign, ...]:
    counts = Counter(sign.what for sign in signs.values())
    seen = {sign.what: sign for sign in signs.values()}
    return tuple(
        seen[what].model_copy(update={"count": desk.writing.number(counts[what]), "was": ()})
        for what in ICONS
        if what in seen
    )


def _facts(desk: Desk, told: tuple[Difference, ...]) -> str:
    counts: Counter[str] = Counter(one.what for one in told)
    words = [f"{desk.writing.number(counts[what])} {desk.say(f'differs.{what}')}" for what in ICONS if what in counts]
    return " · ".join(words) or desk.say("differs.none")


def _beside(told: tuple[Difference, ...], here: Mapping[str, Difference]) -> tuple[str, ...]:
    """What differs and has no place on the picture."""
    return tuple(one_line(one.sentence) for one in told if one.id not in here)
