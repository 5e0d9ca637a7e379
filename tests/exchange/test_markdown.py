"""Journeys and personas told in Markdown: tables of both shapes, and documents under headings."""

import re
from collections import Counter
from pathlib import Path

import pytest

from footfall.errors import InvalidMapFile
from footfall.exchange.brought import Brought
from footfall.exchange.markdown.reading import read_markdown
from footfall.exchange.markdown.writing import write_markdown
from footfall.exchange.reading import read
from footfall.journey.document import MapDocument
from footfall.journey.text import write

BY_ROW = """# Return of a parcel

| Stage | Step | Action | Touchpoint | Emotion | Pain | Opportunity | Notes |
|-------|------|--------|------------|:-------:|------|-------------|-------|
| **Decide** | Try on | Tries the shoes<br>Looks on | App (orders) | -2 | Too small \\| too narrow | Ask the size | x
|  | Ask | Calls | Phone, Chat | 0 annoyed | Waits (severe) | | |
| Send | Hand in | | Shop | 5 | | | |
"""
BY_ROW_AS_TEXT = """footfall: 1
title: Return of a parcel

touchpoints: [App, Phone, Chat, Shop]

stages:
  - Decide: [Try on, Ask]
  - Send: [Hand in]

lanes:
  - kind: actions
    cards:
      Try on: [Tries the shoes, Looks on]
      Ask: Calls
  - kind: touchpoints
    cards:
      Try on: {text: orders, touchpoint: App}
      Ask: [Phone, Chat]
      Hand in: Shop
  - kind: emotion
    cards:
      Try on: -0.8
      Ask: 0 annoyed
      Hand in: 2
  - kind: pain-points
    cards:
      Try on: Too small | too narrow
      Ask: {text: Waits, severity: severe}
  - kind: opportunities
    cards:
      Try on: Ask the size
  - kind: free
    name: Notes
    cards:
      Try on: x
"""
BY_COLUMN = """| Phase | Order | Order | Wait |
|---|---|---|---|
| Step | Choose | Pay | Track |
| Actions | Compares | Pays | Looks at the app |
| Feelings | 😊 | frustrated | 😟 (Intensity: 4/5) |
| Frontstage | | Cashier | |
"""
BY_COLUMN_AS_TEXT = """footfall: 1
title: Order

stages:
  - Order: [Choose, Pay]
  - Wait: [Track]

lanes:
  - kind: actions
    cards:
      Choose: Compares
      Pay: Pays
      Track: Looks at the app
  - kind: emotion
    cards:
      Choose:
        text: 😊
        score: 1
      Pay: -1 frustrated
      Track:
        text: 😟 intensity 4/5
        score: -1.6
  - kind: frontstage
    cards:
      Pay: Cashier
"""
STORY = """# Journey map: Return of a parcel

**Persona**: Maya Jansen - Works in shifts
**Scenario**: The shoes do not fit
**Owner**: Team Returns
**Mood board**: blue

## Stages

### Stage 1: Decide (Day 1, 30 minutes)

**Actions**:

1. Tries them on
2. Reads the rules:
   - Fourteen days
   - Unworn

**Thoughts**:

- "Did I keep the box?"

**Emotions**: Annoyed → Relieved 😟 → 😊 (Intensity: 4/5 → 2/5)

**Pain Points**:

- The rules are hidden (severity: high)

**Touchpoints**:

- App (help page)

### Stage 2: Send

#### What they do

- Prints the label

```mermaid
graph LR
  A --> B
```

## Quick wins (high impact, low effort)

1. Print the rules on the box

## Success metrics

- **Time to refund**: target < 3 days (now 9)

## Quotes

> "I wanted it gone." - Maya, March
> "Never again." - Jan

## Changelog

- First version
"""
STORY_AS_TEXT = """footfall: 1
title: Return of a parcel
scenario: The shoes do not fit
owner: Team Returns

personas:
  - Maya Jansen: {role: Works in shifts}

touchpoints: [App]

stages:
  - Decide:
      expected_hours: 0.5
      steps: [&step-decide Beginning, End]
  - Send: [Send]

lanes:
  - kind: actions
    cards:
      Beginning:
        - {span: 2, text: Tries them on}
        - span: 2
          text: |-
            Reads the rules:
            - Fourteen days
            - Unworn
      Send: Prints the label
  - kind: thoughts
    cards:
      Beginning:
        span: 2
        text: Did I keep the box?
  - kind: emotion
    cards:
      Beginning:
        text: 😟 intensity 4/5
        score: -1.6
        feeling: Annoyed
      End:
        text: 😊 intensity 2/5
        score: 0.8
        feeling: Relieved
  - kind: touchpoints
    cards:
      Beginning: {span: 2, text: help page, touchpoint: App}
  - kind: quotes
    cards:
      Beginning:
        - span: 3
          text: I wanted it gone.
          source: Maya, March
        - {span: 3, text: Never again., source: Jan}
  - kind: pain-points
    cards:
      Beginning: {span: 2, text: The rules are hidden, severity: severe}
  - kind: opportunities
    cards:
      Beginning: {span: 3, text: Print the rules on the box, tags: [Quick wins, high impact, low effort]}
  - kind: measures
    cards:
      Beginning:
        span: 3
        text: 'Time to refund: target < 3 days (now 9)'
  - kind: time
    cards:
      Beginning:
        span: 2
        text: Day 1, 30 minutes
"""


def text_of(brought: Brought) -> str:
    return write(brought.maps[0], brought.library)


def test_a_journey_under_headings_becomes_a_map_and_what_has_no_place_is_told() -> None:
    brought = read_markdown(STORY, "Story")
    assert text_of(brought) == STORY_AS_TEXT
    assert [str(note) for note in brought.notes] == [
        "Line 1: One line has no place in a map: 'Journey map: Return of a parcel', beginning with 'Mood board: blue'.",
        "Line 8: One line has no place in a map: 'Stages', beginning with 'mermaid'.",
        "Line 57: One line has no place in a map: 'Changelog', beginning with 'First version'.",
    ]


def test_a_table_with_a_row_for_each_step_becomes_a_map() -> None:
    brought = read_markdown(BY_ROW, "Return")
    assert text_of(brought) == BY_ROW_AS_TEXT
    assert [str(note) for note in brought.notes] == [
        "Line 3: The numbers of emotions are read on a scale from -5 to 5.",
        "Line 3: The column 'Notes' became a lane of its own.",
    ]


def test_a_table_with_a_column_for_each_stage_becomes_a_map() -> None:
    brought = read_markdown(BY_COLUMN, "Order")
    assert text_of(brought) == BY_COLUMN_AS_TEXT
    assert brought.notes == ()


@pytest.mark.parametrize("text", [BY_ROW, BY_COLUMN])
def test_a_map_that_is_a_table_comes_back_from_its_table(text: str) -> None:
    brought = read_markdown(text, "Order")
    written = write_markdown(brought.maps[0], brought.library)
    again = read_markdown(written.content.decode(), "")
    assert (text_of(again), written.notes) == (text_of(brought), ())


def test_what_a_table_cannot_hold_is_named() -> None:
    brought = read_markdown(STORY, "Story")
    assert write_markdown(brought.maps[0], brought.library).notes == (
        "A Markdown table has no place for: 10 × span of a card, 1 × expected hours of a stage, 1 × tags.",
    )


def test_a_text_that_tells_of_no_journey_is_refused() -> None:
    with pytest.raises(InvalidMapFile, match="Nothing in it looks like a journey"):
        read_markdown("# Shopping\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "T")


LABELS = {
    "Actions": "actions",
    "Thoughts": "thoughts",
    "Emotions": "emotion",
    "Pain Points": "pain-points",
    "Opportunities": "opportunities",
    "Touchpoints": "touchpoints",
}


def counted(text: str) -> dict[tuple[str, str], int]:
    """Items by stage and label, counted in the raw lines; an emotion for each intensity."""
    found: dict[tuple[str, str], int] = {}
    for part in re.split(r"^### Stage \d+: ", text, flags=re.MULTILINE)[1:]:
        stage = re.sub(r"\s*\([^()]*\)$", "", part.split("\n", 1)[0])
        for label, body in re.findall(r"^\*\*(.+?)\*\*:(.*?)(?=^\*\*|^---|^## )", part, re.MULTILINE | re.DOTALL):
            mark = {"Emotions": r"\d/5", "Touchpoints": r"^- |, (?=[^()\n]*(?:\(|$))"}.get(label, r"^(?:\d+\.|-) ")
            items = re.findall(mark, body, re.MULTILINE)
            found[stage, LABELS[label]] = len(items)
    return found


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05"])
def test_every_item_of_the_real_journeys_stands_in_its_stage_and_lane(number: str, shared_data: Path) -> None:
    (path,) = (shared_data / "journey_texts").glob(f"journey-maps__{number}-*.md")
    brought = read(path.name, path.read_bytes())
    map = MapDocument(brought.maps[0])
    cards = Counter(
        (map.stages[map.steps[card.step].stage].name, map.lanes[card.lane].kind.value)
        for card in map.cards.values()
        if card.span <= len(map.steps_of(map.steps[card.step].stage)) and not card.tags
    )
    expected = counted(path.read_text())
    assert {key: cards[key] for key in expected} == expected
    whole = Counter(map.lanes[card.lane].kind.value for card in map.cards.values() if card.span == len(map.steps))
    assert (whole["measures"], whole["quotes"] >= 5, whole["pain-points"] >= 5) == (6, True, True)
    assert [brought.library[id]["name"] for id in map.header.personas] == ["Maria Rodriguez"]
    places = ["Related Personas", "mermaid", "mermaid", "This journey map", "", "2025-12"]
    assert len(brought.notes) == len(places)
    assert all(place in note.says for place, note in zip(places, brought.notes, strict=True))


def test_the_intensity_of_a_real_emotion_says_how_far_out_it_lies(shared_data: Path) -> None:
    path = shared_data / "journey_texts/journey-maps__05-contributing-to-platform.md"
    map = MapDocument(read(path.name, path.read_bytes()).maps[0])
    drawn = [(card.feeling, card.score, card.text) for card in map.cards.values() if card.feeling]
    assert ("Nervous", -1.2, "😟 intensity 3/5") in drawn
    assert ("Learning", 0, "😐 intensity 2/5") in drawn
    assert ("Proud", 0.4, "😊 intensity 1/5") in drawn


@pytest.mark.parametrize(
    ("name", "person", "counts"),
    [
        ("application-developer", "Maria Rodriguez", (4, 12, 3, 4, 4)),
        ("platform-consumer", "Sarah Kim", (5, 14, 3, 5, 4)),
        ("platform-developer", "Alex Chen", (4, 13, 3, 4, 4)),
    ],
)
def test_the_real_personas_come_with_goals_needs_pains_frustrations_and_quotes(
    name: str, person: str, counts: tuple[int, ...], shared_data: Path
) -> None:
    path = shared_data / f"journey_texts/personas__{name}.md"
    brought = read(path.name, path.read_bytes())
    (persona,) = brought.library.values()
    kinds = ("goals", "needs", "pains", "frustrations", "says")
    assert (persona["name"], tuple(len(persona[kind]) for kind in kinds)) == (person, counts)
    assert {"role", "quote", "bio", "motivations", "facts", "does", "gains", "evidence"} <= persona.keys()
    assert brought.maps == ()
    assert ["Version" in note.says for note in brought.notes].count(True) == 1
