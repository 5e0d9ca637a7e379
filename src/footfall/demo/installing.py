"""Put the demo into a workspace: data through the real import, library and map through the journal; twice is once."""

import re
import secrets
import tempfile
from dataclasses import dataclass
from importlib.resources import files as package_files
from io import BytesIO
from pathlib import Path

from uuid_utils import uuid7

from footfall.demo import files
from footfall.demo.answers import SCALES, Scale
from footfall.demo.research import research
from footfall.demo.said import SAID, TRANSCRIPTS, Said, transcript_of
from footfall.errors import InvalidChange
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Op, Put, Records
from footfall.journey.records import HEADER_ID
from footfall.journey.text import MapFile, read
from footfall.service import datasets, library, maps, marking, sources
from footfall.service.marking import NewExcerpt
from footfall.service.watching import Watch
from footfall.service.workspace import Workspace
from footfall.transcripts import Transcript

NAME = "Demo shop"  # the dataset's name; its id, `demo-shop`, stands in the map's header
MAP_ID = "demo"


@dataclass(frozen=True)
class Installed:
    """Where the demo stands: the ids of its dataset and its map, and what had to be made."""

    dataset: str
    map: str
    made: tuple[str, ...] = ()


def install(ws: Workspace, actor: Actor, watch: Watch | None = None, *, customers: int = files.CUSTOMERS) -> Installed:
    """Make what is not there yet; what people changed in the demo stays, and what they deleted comes back as drawn.

    `watch` hears how far the import of the events is; `customers` makes the shop smaller or larger. Raises what
    imports and changes raise.
    """
    demo = demo_map()
    dataset = str(demo.records[HEADER_ID]["dataset"])
    made = ["dataset"] if _import_data(ws, actor, dataset, customers, watch) else []
    made += ["library"] if _fill_library(ws, actor, demo.library | research()) else []
    made += ["words"] if _bring_words(ws, actor) else []
    found = _find_map(ws, actor)
    made += [] if found else ["map"]
    return Installed(dataset, found or _create_map(ws, actor, demo.records), tuple(made))


def demo_map() -> MapFile:
    """The demo map and its library as they are drawn in the package."""
    return read(map_text())


def map_text() -> str:
    """The file of the demo map."""
    return package_files("footfall.demo").joinpath("parcel.journey.yaml").read_text("utf-8")


def _import_data(ws: Workspace, actor: Actor, dataset: str, customers: int, watch: Watch | None) -> bool:
    """Import what is missing; an import that was interrupted, or undone by somebody, is made good."""
    has = {known.id: known.imports for known in datasets.list(ws, actor)}
    if has.get(dataset, 0) > len(SCALES):
        return False
    with tempfile.TemporaryDirectory() as folder:
        made = files.write(Path(folder), customers=customers)
        # Answers first: every import sorts the whole dataset anew, and the events are most of it.
        for scale, path in made.answers.items():
            datasets.import_file(ws, actor, path, answers_mapping(scale), into=NAME)
        datasets.import_file(ws, actor, made.events, EVENTS, into=NAME, watch=watch)
    return True


EVENTS = Mapping(kind="events", customer="customer", time="time", event="event", channel="channel", due="due")


def answers_mapping(scale: Scale) -> Mapping:
    """How a file of answers on this scale is read."""
    return Mapping(
        kind="answers",
        customer="customer",
        time="answered",
        about="about",
        channel="channel",
        question_is=scale.question,
        score="score",
        scale_min=scale.low,
        scale_max=scale.high,
        instrument=scale.instrument,
        text="comment",
        language="language",
    )


def _fill_library(ws: Workspace, actor: Actor, records: Records) -> bool:
    known = library.read_records(ws, actor).records
    puts: tuple[Op, ...] = tuple(Put(id=id, record=record) for id, record in records.items() if id not in known)
    if puts:
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
    return bool(puts)


def _bring_words(ws: Workspace, actor: Actor) -> bool:
    """The transcripts that the sources lack, and their excerpts; whether there were such."""
    held = sources.words(ws, actor)
    silent = [id for id in TRANSCRIPTS if not held[id].transcript]
    for id in silent:
        name, content = transcript_of(id)
        sources.bring(ws, actor, id, name, BytesIO(content))
    known = {f"{one.source}/{one.id}" for one in marking.find(ws, actor).rows}
    missing = [said for said in SAID if f"{said.source}/{said.id}" not in known]
    texts = {id: sources.read(ws, actor, id).transcript for id in TRANSCRIPTS} if missing else {}
    for said in missing:
        marking.mark(ws, actor, said.source, _marked(said, texts.get(said.source)))
    return bool(silent or missing)


def _marked(said: Said, transcript: Transcript | None) -> NewExcerpt:
    """A passage with its place in the transcript; its words alone where it stands in none."""
    for block in transcript.blocks if transcript else ():
        if (at := block.text.find(said.words)) >= 0:
            start = block.start + at
            return NewExcerpt(id=said.id, kind=said.kind, start=start, end=start + len(said.words))
    return NewExcerpt(id=said.id, kind=said.kind, text=said.words)


def _find_map(ws: Workspace, actor: Actor) -> str | None:
    """The id of the demo map, also of one that was made after somebody deleted the first."""
    known = (one.id for one in maps.list(ws, actor))
    return next((id for id in known if re.fullmatch(rf"{MAP_ID}(-[0-9a-f]+)?", id)), None)


def _create_map(ws: Workspace, actor: Actor, records: Records) -> str:
    try:
        return maps.create(ws, actor, records, MAP_ID)
    except InvalidChange:  # a demo map that somebody deleted keeps its id, since its journal stays
        return maps.create(ws, actor, records, f"{MAP_ID}-{secrets.token_hex(4)}")
