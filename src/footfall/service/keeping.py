"""An answer of a survey, kept as evidence: it becomes an excerpt of the source that the dataset is."""

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Put
from footfall.journey.records import SourceKind
from footfall.service import datasets, excerpts, library, marking
from footfall.service.locking import alone
from footfall.service.marking import LONGEST, NewExcerpt, SourceExcerpt
from footfall.service.workspace import Workspace


class Kept(BaseModel):
    """An excerpt that cards and insights can cite now."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(description="The name of its source.")
    excerpt: SourceExcerpt


def keep(ws: Workspace, actor: Actor, dataset: str, excerpt: str) -> Kept:
    """Keep what was written; asked twice it is the same. The dataset's source is made when the library has none.

    Raises NotFound, InvalidChange, StorageFailed.
    """
    said = excerpts.read(ws, actor, dataset, excerpt)
    folder, _ = datasets.find(ws, actor, dataset)
    with alone(folder):  # two answers kept at once are of one source
        source, name = _source_of(ws, actor, dataset)
    return Kept(name=name, excerpt=marking.mark(ws, actor, source, NewExcerpt(id=excerpt, text=said.text[:LONGEST])))


def _source_of(ws: Workspace, actor: Actor, dataset: str) -> tuple[str, str]:
    """The id and the name of the source that this dataset is."""
    for id, source in library.read(ws, actor).sources.items():
        if source.dataset == dataset:
            return id, source.name
    about = datasets.read(ws, actor, dataset)
    record = {
        "type": "source",
        "name": about.name,
        "kind": SourceKind.SURVEY.value,
        "dataset": dataset,
        "n": about.customers,
    } | ({"held": about.last.date().isoformat()} if about.last else {})
    id = str(uuid7())
    library.change(ws, actor, Change(id=str(uuid7()), ops=(Put(id=id, record=record),)))
    return id, about.name
