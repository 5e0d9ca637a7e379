"""Search over everything that people wrote: maps, what stands on them, the library, and excerpts."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from threading import Lock
from typing import Literal, get_args
from weakref import WeakKeyDictionary

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor, RecordJson, Records
from footfall.journey.fields import Merge, Record, merge_kind, refers_to
from footfall.journey.records import LIBRARY_TYPES, MAP_TYPES
from footfall.service import datasets, excerpts, library
from footfall.service.authorize import Action, may
from footfall.service.datasets import DatasetSummary
from footfall.service.excerpts import Excerpt, ExcerptFilter
from footfall.service.workspace import LIBRARY_ID, Workspace
from footfall.store import Store, journal, sources

Kind = Literal[
    "map",
    "stage",
    "step",
    "card",
    "persona",
    "touchpoint",
    "channel",
    "team",
    "stakeholder",
    "source",
    "insight",
    "opportunity",
    "idea",
    "release",
    "quote",
    "excerpt",
]
MOST = 20  # of each kind; how many more there are is told
SHOWN = 160  # characters around what was found
NAMED = 60  # characters of the name before it
LEAP = 20  # characters by which it is sought where that is
SOUGHT: tuple[Kind, ...] = get_args(Kind)


def _written() -> dict[str, tuple[str, ...]]:
    """The fields of each kind of record in which people write, the first of which is its name."""
    kinds = MAP_TYPES | LIBRARY_TYPES
    return {kind: tuple(name for name in model.model_fields if _is_words(model, name)) for kind, model in kinds.items()}


def _is_words(model: type[Record], name: str) -> bool:
    kind = merge_kind(model, name) if name != "type" else None
    return kind is Merge.TEXT or (kind is Merge.SET and refers_to(model, name) is None)


WRITTEN = _written()
_KEPT: "WeakKeyDictionary[Store, dict[str, tuple[int, tuple[Line, ...]]]]" = (
    WeakKeyDictionary()
)  # document → seq, lines
_KEEPING = Lock()


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Hit(_Model):
    """Something that holds all words that were sought."""

    kind: Kind
    id: str = Field(description="The id of the record, or of the excerpt.")
    document: str = Field("", description="The map, source or dataset in which it stands; of the library: empty.")
    title: str = Field("", description="The title of that map, the name of that source, dataset or opportunity.")
    opportunity: str = Field("", description="Of an idea: the opportunity that it solves.")
    text: str = Field(description="Its name, or the words around what was found.")


class HitGroup(_Model):
    """All that was found of one kind."""

    kind: Kind
    found: int = Field(description="How many there are; the first are told.")
    hits: tuple[Hit, ...]


class Found(_Model):
    """What was found, by kind."""

    query: str
    groups: tuple[HitGroup, ...]


@dataclass(frozen=True)
class Line:
    """One record as it is sought: its words without accents and capitals, and as they were written."""

    kind: Kind
    id: str
    plain: str
    name: str
    text: str
    within: str = ""  # of an idea, its opportunity


def search(ws: Workspace, actor: Actor, query: str) -> Found:
    """Everything that the actor may read and that holds all words of the query; accents and capitals do not matter."""
    words = plain(query).split()
    if not words:
        return Found(query=query, groups=())
    found: dict[str, list[tuple[Line, str, str]]] = {}
    for document, lines in _everything(ws, actor):
        place, title = ("", "") if document == LIBRARY_ID else (document, _title(lines))
        names = {line.id: line.name for line in lines if line.kind == "opportunity"}
        for line in lines:
            if all(word in line.plain for word in words):
                found.setdefault(line.kind, []).append((line, place, title or names.get(line.within, "")))
    found["quote"] = [one for one in _quotes(ws, actor) if all(word in one[0].plain for word in words)]
    return Found(query=query, groups=tuple(_group(kind, found[kind], words) for kind in SOUGHT if found.get(kind)))


def search_excerpts(ws: Workspace, actor: Actor, query: str) -> Found:
    """What customers wrote in any dataset that holds the query as it stands, whatever its capitals."""
    sought = " ".join(query.split())
    hits: list[Hit] = []
    total = 0
    for one in datasets.list(ws, actor) if sought else ():
        page = excerpts.list(ws, actor, one.id, ExcerptFilter(search=sought[:200]), 0, MOST)
        total += page.total
        hits += [_of_excerpt(one, row, sought) for row in page.rows]
    group = HitGroup(kind="excerpt", found=total, hits=tuple(hits[:MOST]))
    return Found(query=query, groups=(group,) if total else ())


def _shown(line: Line, words: list[str]) -> str:
    """The name of what was found; where its words are not in there, those around the first of them after it."""
    name = plain(line.name)
    if all(word in name for word in words):
        return around(line.name, words)
    found = around(line.text, words)
    return found if found.startswith(line.name[:NAMED]) else f"{line.name[:NAMED]} · {found}"


def _of_excerpt(dataset: DatasetSummary, row: Excerpt, sought: str) -> Hit:
    return Hit(
        kind="excerpt", id=row.id, document=dataset.id, title=dataset.name, text=around(row.text, [plain(sought)])
    )


def plain(text: str) -> str:
    """A text as it is sought: without accents, capitals and doubled spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def around(text: str, words: list[str]) -> str:
    """So much of a text that the first word found stands in it."""
    flat = " ".join(text.split())
    if len(flat) <= SHOWN:
        return flat
    places = range(0, len(flat), LEAP)
    seen = (plain(flat[place : place + SHOWN - LEAP]) for place in places)
    at = next((place for place, cut in zip(places, seen, strict=True) if any(word in cut for word in words)), 0)
    start = max(0, at - LEAP)
    end = start + SHOWN
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"


def _quotes(ws: Workspace, actor: Actor) -> Iterator[tuple[Line, str, str]]:
    """The excerpts that were marked in the sources of the library, each with its source."""
    named = {id: one.name for id, one in library.read(ws, actor).sources.items()}
    for row in ws.store.read(lambda reading: sources.excerpts(reading, named)) if named else ():
        yield Line("quote", row.id, plain(row.text), "", row.text), row.source, named[row.source]


def _group(kind: Kind, found: list[tuple[Line, str, str]], words: list[str]) -> HitGroup:
    """What was found of a kind, told from the first: those whose name begins as the query does come before others."""
    best = nsmallest(MOST, found, key=lambda one: not one[0].plain.startswith(words[0]))
    hits = (
        Hit(
            kind=kind,
            id=line.id,
            document=document,
            title=title,
            text=_shown(line, words),
            opportunity=line.within,
        )
        for line, document, title in best
    )
    return HitGroup(kind=kind, found=len(found), hits=tuple(hits))


def _title(lines: tuple[Line, ...]) -> str:
    return next((line.name for line in lines if line.kind == "map"), "")


def _everything(ws: Workspace, actor: Actor) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The lines of the library and of every map that the actor may read; what did not change is not read again."""
    rows = ws.store.read(lambda reading: [*journal.list_kind(reading, "library"), *journal.list_kind(reading, "map")])
    kept = _KEPT.setdefault(ws.store, {})
    with _KEEPING:
        for gone in kept.keys() - {row.id for row in rows}:
            del kept[gone]
        old = [row.id for row in rows if row.id not in kept or kept[row.id][0] != row.seq]
        loaded = ws.store.read(lambda reading: {document: journal.load(reading, document)[0] for document in old})
        for id, standing in loaded.items():
            kept[id] = standing.seq, tuple(_lines(standing.records))
        lines = dict(kept)
    for row in rows:
        if may(actor, Action.READ, row):
            yield row.id, lines[row.id][1]


def _lines(records: Records) -> Iterator[Line]:
    for id, record in records.items():
        kind = str(record["type"])
        if kind in SOUGHT:
            texts = [*_texts(record, WRITTEN[kind])]
            text = " · ".join(texts)
            within = str(record.get("opportunity", "")) if kind == "idea" else ""
            yield Line(kind, id, plain(text), texts[0] if texts else "", text, within)


def _texts(record: RecordJson, fields: tuple[str, ...]) -> Iterator[str]:
    for name in fields:
        value = record.get(name)
        yield from (str(one) for one in ([value] if isinstance(value, str) else value or ()) if one)
