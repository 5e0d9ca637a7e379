"""Mermaid journeys, in and out: nothing of them is lost, and what is odd in them is told."""

import random
import string

import pytest
from hypothesis import given, settings

from footfall.errors import InvalidMapFile
from footfall.exchange.mermaid import journeys_in, read_mermaid, write_mermaid
from footfall.exchange.mermaid.statements import Statement, statements
from footfall.journey.changes import Records
from footfall.journey.text import read, write
from tests.exchange.maps import made, seeds

DAY = """journey
  title My working day
  section Go to work
    Make tea: 5: Me
    Go upstairs: 3: Me
    Do work: 1: Me, Cat
  section Go home
    Go downstairs: 5: Me
    Sit down: 4.5
"""
DAY_AS_TEXT = """footfall: 1
title: My working day

personas: [Me, Cat]

stages:
  - Go to work: [Make tea, Go upstairs, Do work]
  - Go home: [Go downstairs, Sit down]

lanes:
  - kind: emotion
    cards:
      Make tea: {score: 2, persona: Me}
      Go upstairs: {score: 0, persona: Me}
      Do work:
        - {score: -2, persona: Me}
        - {score: -2, persona: Cat}
      Go downstairs: {score: 2, persona: Me}
      Sit down: 1.5
"""


def again(text: str) -> str:
    """The diagram of the map of a diagram."""
    brought = read_mermaid(text, "Day")
    return write_mermaid(brought.maps[0], brought.library).content.decode()


def said(text: str) -> list[Statement]:
    """What a diagram says, wherever it says it."""
    found = (one for block in journeys_in(text) for one in statements(block))
    return [Statement(one.kind, 0, one.text, _score(one), one.actors) for one in found if one.kind != "remark"]


def _score(one: Statement) -> tuple[str, ...]:
    return (one.parts[0] or "0",) if one.parts else ()


def test_sections_become_stages_tasks_steps_and_actors_personas_with_a_curve_each() -> None:
    brought = read_mermaid(DAY, "Day")
    assert write(brought.maps[0], brought.library) == DAY_AS_TEXT
    assert brought.notes == ()
    assert again(DAY) == DAY


NAMES = [
    "Pay",
    "pay",
    "Title of it",
    "section one",
    "Journey",
    "accDescr: x",
    "%% x",
    "a, b",
    "50%",
    "#1; b:c",
    "é",
    "😀",
    "}",
]
SCORES = ["1", "2", "3", "4", "5", "3.5", "0", "9", "X", "500", "-1", ""]


def diagram(seed: int) -> str:
    """A diagram out of a number: sections and tasks with names that look like something else."""
    chance = random.Random(seed)
    name = lambda: "".join(chance.choices([*NAMES, *string.printable[:95].strip()], k=chance.choice([1, 1, 3])))  # noqa: E731
    lines = ["journey", f"title {shielded(name())}"]
    for _ in range(chance.randint(0, 3)):
        lines.append(f"  section {shielded(name())}")
        for _ in range(chance.randint(0, 3)):
            actors = ", ".join(shielded(name(), ",") for _ in range(chance.randint(0, 3)))
            lines.append(f"    {shielded(name())}: {chance.choice(SCORES)}" + (f": {actors}" if actors else ""))
    return "\n".join(lines)


def shielded(text: str, more: str = "") -> str:
    """A text as somebody writes it who knows Mermaid's entities: the first letter, and all that would end it."""
    first, rest = text[:1], text[1:]
    return f"#{ord(first)};" + "".join(f"#{ord(letter)};" if letter in f"#;:{more}" else letter for letter in rest)


@settings(max_examples=2000, deadline=None)
@given(seeds)
def test_mermaid_to_map_to_mermaid_says_the_same(seed: int) -> None:
    text = diagram(seed)
    written = again(text)
    assert said(written) == said(text)
    assert "%% footfall" not in written


@settings(max_examples=300, deadline=None)
@given(seeds)
def test_map_to_mermaid_to_map_loses_nothing(seed: int) -> None:
    records, library = made(seed)
    text = write_mermaid(records, library).content.decode()
    brought = read_mermaid(text, "")
    assert (brought.maps, brought.library, brought.notes) == ((records,), library, ())


def test_odd_scores_are_clamped_kept_and_told() -> None:
    text = "journey\n  title T\n  section S\n    A: 0\n    B: 9: Me\n    C: X\n    D: 500\n    E\n"
    brought = read_mermaid(text, "T")
    cards = [record for record in brought.maps[0].values() if record["type"] == "card"]
    assert [(card.get("score"), card["tags"]) for card in cards] == [
        (-2.0, ["Mermaid score 0"]),
        (2.0, ["Mermaid score 9"]),
        (None, ["Mermaid score X"]),
        (2.0, ["Mermaid score 500"]),
    ]
    assert [str(note) for note in brought.notes] == [
        "Line 4: 'A' has the score 0 on a scale from 1 to 5. It is drawn as 1 and kept as a tag.",
        "Line 5: 'B' has the score 9 on a scale from 1 to 5. It is drawn as 5 and kept as a tag.",
        "Line 6: 'C' has the score X on a scale from 1 to 5. It is drawn as no emotion and kept as a tag.",
        "Line 7: 'D' has the score 500 on a scale from 1 to 5. It is drawn as 5 and kept as a tag.",
        "Line 8: 'E' has no score; it is a step without an emotion.",
    ]
    assert said(again(text))[:-1] == said(text)[:-1]


def test_a_semicolon_ends_a_statement_and_a_hash_begins_a_remark() -> None:
    brought = read_mermaid("journey\n title A # no title\n section S\n  Pay #4; Wait: 2: Me; Go: 3 # soon\n", "T")
    steps = [record.get("name") for record in brought.maps[0].values() if record["type"] == "step"]
    assert (brought.maps[0]["map"]["title"], steps) == ("A", ["Pay"])
    entities = read_mermaid("journey\n section S\n  Pay #35;4#59; #quot;now#quot; #9829;: 2\n", "T")
    assert [record.get("name") for record in entities.maps[0].values()][2:3] == ['Pay #4; "now" ♥']


def test_several_diagrams_in_a_markdown_file_are_several_maps_with_their_lines() -> None:
    other = "```mermaid\ngraph TD\n  A --> B\n```"
    first = f"```mermaid\n---\nconfig: {{}}\n---\n%%{{init: {{}}}}%%\n{DAY}```"
    file = f"# Days\n\n{first}\n\n{other}\n\n~~~mermaid\njourney\nPay: 7\n~~~\n"
    brought = read_mermaid(file, "Days")
    assert [records["map"]["title"] for records in brought.maps] == ["My working day", "Days"]
    assert [note.line for note in brought.notes] == [file.split("\n").index("Pay: 7") + 1]


def test_texts_for_screen_readers_come_and_go_with_the_description() -> None:
    text = (
        "journey\n  title T\n  accTitle: Spoken #35;1\n  accDescr {\n    Two\n    lines\n  }\n  section S\n    A: 3\n"
    )
    brought = read_mermaid(text, "T")
    assert brought.maps[0]["map"]["description"] == "accTitle: Spoken #1\nTwo\nlines"
    assert again(text) == text


def test_a_score_that_was_changed_in_the_diagram_counts_and_all_else_stays() -> None:
    drawn = read(
        DAY_AS_TEXT.replace(
            "  - kind: emotion", "  - kind: pain-points\n    cards:\n      Make tea: No milk\n  - kind: emotion"
        )
    )
    text = write_mermaid(drawn.records, drawn.library).content.decode()
    edited = read_mermaid(text.replace("Make tea: 5: Me", "Brew tea: 2: Me"), "")
    expected: Records = {id: dict(record) for id, record in drawn.records.items()}
    expected["step-make-tea"]["name"] = "Brew tea"
    expected.pop("card-emotion-make-tea")
    expected["card-emotion-brew-tea"] = drawn.records["card-emotion-make-tea"] | {"score": -1.0}
    assert edited.maps == (expected,)


@pytest.mark.parametrize(
    "remark", ['{"id": "map"}', '{"id": "x/y", "record": {"type": "card"}}', "{" * 9999, '{"id": 1, "record": 2}']
)
def test_a_remark_that_somebody_spoiled_is_told_and_left_out(remark: str) -> None:
    brought = read_mermaid(f"journey\n  %% footfall {remark}\n  %% of mine\n  Pay: 3\n", "T")
    assert [str(note) for note in brought.notes] == [
        "Line 2: A remark of Footfall's was changed and cannot be read; it is left out.",
        "Line 3: A remark has no place in a map and is left out.",
    ]


def test_a_file_without_a_journey_is_refused() -> None:
    with pytest.raises(InvalidMapFile, match="There is no Mermaid journey in it"):
        read_mermaid("graph TD\n  A --> B\n", "T")
