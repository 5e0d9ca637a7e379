"""What stands above and below the map: its title and facts, its personas, and the legend."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from footfall.journey.document import MapDocument
from footfall.journey.evidence import Grade
from footfall.journey.records import Header
from footfall.journey.records import Persona as PersonaRecord
from footfall.render.cards import Desk, chip, grade_word
from footfall.render.markdown import cleaned, literal, one_line, read_markdown
from footfall.render.picture import Footer, Group, LegendItem, Persona, Title
from footfall.render.readings import DatasetSummary
from footfall.render.story import Story

PROSE = ("scenario", "customer_goal", "expectations", "business_goal")
LISTS = ("goals", "needs", "frustrations", "motivations")


def title(map: MapDocument, desk: Desk) -> Title:
    """The block above the map."""
    header = map.header
    return Title(
        kind=desk.say(f"kind.{header.kind.value}"),
        title=literal(header.title.strip() or desk.say("untitled")),
        facts=one_line(desk.writing.listed(_facts(header, desk))),
        groups=tuple(_groups(header, desk)),
    )


def _facts(header: Header, desk: Desk) -> Iterator[str]:
    yield desk.say(f"status.{header.status}")
    if header.owner:
        yield desk.say("owner", name=header.owner)
    if header.team:
        yield desk.say("team", name=header.team)
    if header.review_interval_days is not None:
        yield desk.say("review", days=header.review_interval_days)


def _groups(header: Header, desk: Desk) -> Iterator[Group]:
    for name in PROSE:
        if text := getattr(header, name):
            yield Group(heading=desk.say(name), items=(read_markdown(text),))
    if header.scope_begin or header.scope_end:
        scope = " → ".join(filter(None, (header.scope_begin, header.scope_end)))
        yield Group(heading=desk.say("scope"), items=(literal(scope),))
    if header.point_of_view:
        yield Group(heading=desk.say("point_of_view"), items=(literal(header.point_of_view),))


def personas(map: MapDocument, desk: Desk) -> Iterator[Persona]:
    """The personas through whose eyes the map is drawn; those that the library lost are absent."""
    for id in map.header.personas:
        if (persona := desk.library.personas.get(id)) is not None:
            yield _persona(persona, desk)


def _persona(persona: PersonaRecord, desk: Desk) -> Persona:
    return Persona(
        **described(persona, desk),
        groups=tuple(
            Group(heading=desk.say(name), items=tuple(literal(item) for item in getattr(persona, name)))
            for name in LISTS
            if getattr(persona, name)
        ),
    )


def described(persona: PersonaRecord, desk: Desk) -> dict[str, Any]:
    """Who a persona is, wherever one is shown."""
    return {
        "initials": initials(persona.name),
        "photo": persona.photo if persona.photo in desk.images else "",
        "name": literal(persona.name or desk.say("unnamed")),
        "role": literal(persona.role),
        "quote": literal(f"“{persona.quote.strip('“”')}”" if persona.quote else ""),
        "bio": read_markdown(persona.bio),
        "facts": tuple(chip("", fact) for fact in persona.facts),
    }


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = [word for word in cleaned(name).split() if word[0].isalnum()]
    chosen = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in chosen) or "–"


def footer(story: Story, counts: Mapping[Grade, int], curves: tuple[bool, bool], stale: str = "") -> Footer:
    """The legend with counts, and where the picture comes from; `stale` says how many cards are marked so."""
    assumed, measured = curves
    dataset = None if story.readings is None else story.readings.dataset
    state = _state(story.on, story.version, story)
    notes = (*_dataset(dataset, story), *_tray(story.map, story), *state, story.say("drawn"))
    return Footer(
        grades=tuple(
            LegendItem(grade=graded, word=grade_word(graded, story), count=story.writing.number(count))
            for graded, count in counts.items()
            if count
        ),
        stale=stale,
        assumed=story.say("curve.assumed") if assumed else "",
        measured=story.say("curve.measured") if measured else "",
        notes=tuple(one_line(note) for note in notes),
    )


def _dataset(dataset: DatasetSummary | None, desk: Desk) -> Iterator[str]:
    if dataset is None:
        return
    customers = desk.writing.number(dataset.customers)
    words = desk.say("dataset", name=dataset.name, customers=customers)
    until = f", {desk.say('until', day=desk.writing.day(dataset.last))}" if dataset.last is not None else ""
    yield words + until


def _tray(map: MapDocument, desk: Desk) -> Iterator[str]:
    if map.tray:
        yield desk.counted("tray", len(map.tray))


def _state(on: date | None, version: str, desk: Desk) -> Iterator[str]:
    if version:
        yield version
    if on is not None:
        yield desk.writing.day(on)
