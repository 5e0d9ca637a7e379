"""Kano answers that somebody pastes or types: a table becomes a dataset, so that its numbers open like all others."""

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidData
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.datasets import dataset_id
from footfall.service.kano import KanoPair
from footfall.service.temporary import PrivateFolder
from footfall.service.workspace import Workspace

LONGEST = 2_000_000  # characters of a pasted table
HEADS = re.compile(r"feature|requirement|functional|with|eigenschap|kenmerk|functioneel|met", re.IGNORECASE)
FORM = "Each line needs the feature, the answer with it and the answer without it; who answered may stand before them."


class PastedKano(BaseModel):
    """A table of answers: a line for each customer and feature."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=200, description="The dataset that the answers become, or are added to.")
    table: str = Field(
        max_length=LONGEST,
        description="Lines of feature, answer with it, answer without it; or of who, feature, with, without. Parted by "
        "tabs, semicolons or commas.",
    )


class RefusedLine(BaseModel):
    """A line that could not be read."""

    model_config = ConfigDict(frozen=True)

    line: int = Field(description="Which line of the table, from 1.")
    seen: str = Field(description="What stands there.")


class KanoStored(BaseModel):
    """Where the answers are now, and what was not taken."""

    model_config = ConfigDict(frozen=True)

    dataset: str
    lines: int = Field(description="Lines that were taken.")
    refused: int = Field(description="Lines that were not.")
    refused_lines: tuple[RefusedLine, ...] = Field((), description="The first of them.")
    pairs: tuple[KanoPair, ...]


@dataclass(frozen=True)
class _Line:
    who: str
    feature: str
    with_it: str
    without_it: str


def store(ws: Workspace, actor: Actor, pasted: PastedKano) -> KanoStored:
    """Make the table a dataset. Raises InvalidData, StorageFailed; then nothing was stored."""
    lines, refused = _read(pasted.table)
    if not lines:
        raise InvalidData("No line of the table could be read.", FORM, "Paste it with all its columns.")
    pairs = [_pair(feature) for feature in dict.fromkeys(one.feature for one in lines)]
    place = PrivateFolder(ws.folder / "uploads", "kano-")
    try:
        path = place.path / "kano.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("who", "question", "answer"), *_answers(lines)])
        datasets.import_file(ws, actor, path, _mapping(), pasted.name.strip())
    finally:
        place.close()
    return KanoStored(
        dataset=dataset_id(pasted.name.strip()),
        lines=len(lines),
        refused=len(refused),
        refused_lines=tuple(refused[:20]),
        pairs=tuple(pairs),
    )


def _mapping() -> Mapping:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    return Mapping(kind="answers", customer="who", time_is=today, question="question", text="answer")


def _pair(feature: str) -> KanoPair:
    return KanoPair(feature=feature, with_it=f"{feature} (with)", without_it=f"{feature} (without)")


def _answers(lines: Sequence[_Line]) -> Iterator[tuple[str, str, str]]:
    for one in lines:
        pair = _pair(one.feature)
        yield one.who, pair.with_it, one.with_it
        yield one.who, pair.without_it, one.without_it


def _read(table: str) -> tuple[list[_Line], list[RefusedLine]]:
    """The lines, and those that lack a column; a line of heads is neither."""
    first = table.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    paste = hashlib.sha256(table.encode()).hexdigest()[:8]  # who answers without a name is one customer of this table
    lines, refused = [], []
    for number, cells in enumerate(csv.reader(StringIO(table.lstrip("\ufeff")), delimiter=delimiter), start=1):
        told = [" ".join(cell.split()) for cell in cells]
        if not any(told) or (number == 1 and _is_head(told)):
            continue
        if (line := _line(told, f"{paste}-{number}")) is not None:
            lines.append(line)
        else:
            refused.append(RefusedLine(line=number, seen=" | ".join(told)[:200]))
    return lines, refused


def _is_head(cells: Sequence[str]) -> bool:
    from footfall.measures.kano import read_answer

    return bool(HEADS.search(" ".join(cells))) and read_answer(cells[-1], 1) is None


def _line(cells: Sequence[str], nobody: str) -> _Line | None:
    """A line of three or four cells; an answer that is missing or strange stays, and is refused when read."""
    if len(cells) not in (3, 4):
        return None
    who, feature, with_it, without_it = cells if len(cells) == 4 else (nobody, *cells)
    return _Line(who or nobody, feature[:300], with_it, without_it) if feature and (with_it or without_it) else None
