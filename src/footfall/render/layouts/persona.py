"""The persona sheet: who the customer is, and the empathy map, one below the other for each persona of a map."""

from collections.abc import Iterator
from typing import Literal

from footfall.journey.evidence import grade
from footfall.journey.records import Persona as PersonaRecord
from footfall.render.cards import chip, grade_word
from footfall.render.headings import LISTS, described
from footfall.render.layouts.framing import framed
from footfall.render.markdown import literal, one_line, read_markdown
from footfall.render.picture import Chip, Group, Mark, Part, Sheet, Text
from footfall.render.story import Story

WIDE = 1120.0
AROUND = ("thinks", "feels", "hears", "sees", "says", "does")  # left, right, left, right, left, right
BELOW = ("pains", "gains")
VALUES = ("functional_value", "social_value", "emotional_value")
LONGEST_BARS = 12


class Slider(Part):
    """Where a persona stands between two opposite words, 0 to 1."""

    low: str
    high: str
    share: float


class Bar(Part):
    """One of the persona's numbers."""

    label: str
    value: str
    share: float  # of the largest


class Side(Part):
    """A field of the empathy map; without items, `empty` says so."""

    key: str
    heading: str
    items: tuple[Text, ...] = ()
    empty: str = ""


class Profile(Part):
    """One persona."""

    initials: str
    photo: str = ""
    name: Text
    role: Text = ()
    quote: Text = ()
    bio: Text = ()
    facts: tuple[Chip, ...] = ()
    standing: tuple[Group, ...] = ()  # awareness, buying role, segment
    groups: tuple[Group, ...] = ()
    values: tuple[Group, ...] = ()
    sliders: tuple[Slider, ...] = ()
    bars: tuple[Bar, ...] = ()
    channels: tuple[Chip, ...] = ()
    around: tuple[Side, ...] = ()
    below: tuple[Side, ...] = ()
    empty: str = ""  # said instead of an empathy map that nobody began
    mark: Mark


class PersonaSheet(Sheet):
    """The personas of a map."""

    layout: Literal["persona"] = "persona"
    people: tuple[Profile, ...] = ()
    words: dict[str, str]
    empty: str = ""


def persona_sheet(story: Story) -> PersonaSheet:
    """The sheet of the personas through whose eyes a map is drawn; of all of the library where it names none."""
    named = [story.library.personas[id] for id in story.map.header.personas if id in story.library.personas]
    found = named or list(story.library.personas.values())
    remarks = [story.say("persona.all")] if found and not named else []
    return PersonaSheet(
        **framed(story, "persona"),
        width=WIDE,
        remarks=tuple(remarks),
        people=tuple(_profile(one, story) for one in found),
        words={word: story.say(f"persona.{word}") for word in ("empathy", "traits", "numbers", "channels")},
        empty="" if found else story.say("persona.none"),
    )


def _profile(persona: PersonaRecord, story: Story) -> Profile:
    proof = grade(persona.evidence, story.library.ground)
    has_map = any(getattr(persona, key) for key in (*AROUND, *BELOW))
    most = max((abs(figure.value) for figure in persona.figures), default=0.0) or 1.0
    return Profile(
        **described(persona, story),
        standing=tuple(_standing(persona, story)),
        groups=tuple(_groups(persona, story)),
        values=tuple(_values(persona, story)),
        sliders=tuple(
            Slider(low=one_line(trait.low), high=one_line(trait.high), share=trait.value / 100)
            for trait in persona.traits
        ),
        bars=tuple(
            Bar(label=one_line(one.label), value=story.writing.plain(one.value), share=abs(one.value) / most)
            for one in persona.figures[:LONGEST_BARS]
        ),
        channels=tuple(_channels(persona, story)),
        around=tuple(_side(persona, key, story) for key in AROUND) if has_map else (),
        below=tuple(_side(persona, key, story) for key in BELOW) if has_map else (),
        empty="" if has_map else story.say("persona.no-empathy"),
        mark=Mark(grade=proof, word=grade_word(proof, story)),
    )


def _standing(persona: PersonaRecord, story: Story) -> Iterator[Group]:
    for field in ("awareness", "buying_role"):
        if value := getattr(persona, field):
            yield Group(heading=story.say(field), items=(literal(story.say(f"{field}.{value}")),))
    if persona.segment:
        yield Group(heading=story.say("segment"), items=(literal(persona.segment),))


def _groups(persona: PersonaRecord, story: Story) -> Iterator[Group]:
    for name in LISTS:
        if items := getattr(persona, name):
            yield Group(heading=story.say(name), items=tuple(literal(item) for item in items))


def _values(persona: PersonaRecord, story: Story) -> Iterator[Group]:
    for name in VALUES:
        if text := getattr(persona, name):
            yield Group(heading=story.say(name), items=(read_markdown(text),))


def _channels(persona: PersonaRecord, story: Story) -> Iterator[Chip]:
    for id in persona.channels:
        if (channel := story.library.channels.get(id)) is not None:
            yield chip(channel.icon, channel.name)


def _side(persona: PersonaRecord, key: str, story: Story) -> Side:
    items = tuple(literal(item) for item in getattr(persona, key))
    return Side(key=key, heading=story.say(key), items=items, empty="" if items else story.say("persona.nothing"))
