"""What is told from written answers when they are read: language, feeling, the words that decided it, and a name."""

import hashlib
from collections.abc import Iterable

import pyarrow as pa

from footfall.texts.feeling import Mark, feeling
from footfall.texts.language import language_code, language_of


def with_feeling(table: pa.Table) -> pa.Table:
    """A part of answers whose texts, masked already, have language, feeling, marks and excerpt beside them."""
    columns = [table[name].to_pylist() for name in ("text", "language", "customer", "question")]
    told = [_told(*row) if row[0] else ("", None, "", "") for row in zip(*columns, strict=True)]
    for place, name in enumerate(("language", "feeling", "marks", "excerpt")):
        column = pa.array([one[place] for one in told], table.schema.field(name).type)
        table = table.set_column(table.schema.get_field_index(name), name, column)
    return table


def excerpt_id(customer: int, question: str, text: str) -> str:
    """The name of what a customer wrote to a question: the same words have the same name in every import."""
    return hashlib.sha256(f"{customer}\n{question}\n{text}".encode()).hexdigest()[:20]


def write_marks(marks: Iterable[Mark]) -> str:
    """Marks as one text: start, end and strength of each."""
    return " ".join(f"{mark.start}:{mark.end}:{mark.strength:g}" for mark in marks)


def read_marks(written: str) -> tuple[Mark, ...]:
    """Marks out of a text."""
    parts = [one.split(":") for one in written.split()]
    return tuple(Mark(int(start), int(end), float(strength)) for start, end, strength in parts)


def _told(text: str, language: str, customer: int, question: str) -> tuple[str, float | None, str, str]:
    spoken = language_code(language) or language_of(text)
    found = feeling(text, spoken)
    name = excerpt_id(customer, question or "", text)
    return (spoken, found.score, write_marks(found.marks), name) if found else (spoken, None, "", name)
