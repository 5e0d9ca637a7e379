"""Checks of a map of the workspace, with what its dataset knows and under the workspace's rules."""

from dataclasses import replace
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.checks import Facts, Finding, check
from footfall.journey.document import MapDocument
from footfall.journey.nesting import openings_of
from footfall.service import datasets, library, maps, nesting, readings
from footfall.service.workspace import Workspace

LEFT_OUT = "answers_left_out"  # under this name a measure tells of answers on scales that it does not read


class CheckedMap(BaseModel):
    """What the checks find in a map as it stands."""

    model_config = ConfigDict(frozen=True)

    seq: int = Field(description="How far the map's journal was.")
    findings: tuple[Finding, ...] = Field(description="The gravest first.")


def read(ws: Workspace, actor: Actor, id: str, language: str = "en") -> CheckedMap:
    """All findings of all checks. Raises NotFound for the map, QueryLimit and StorageFailed for its data."""
    state = maps.read_records(ws, actor, id)
    document = MapDocument(state.records)
    facts = replace(_facts(ws, actor, document), loops=nesting.loops(ws, actor, id, openings_of(document)))
    found = check(state.records, library.read_records(ws, actor).records, facts, language)
    return CheckedMap(seq=state.seq, findings=found)


def _facts(ws: Workspace, actor: Actor, document: MapDocument) -> Facts:
    today = datetime.now(UTC).date()
    dataset, note = readings.dataset_of(ws, actor, document)
    if note:
        return Facts(today=today, datasets=datasets.ids(ws))
    from footfall.service.asking import combinations_of

    folder, manifest = datasets.find(ws, actor, dataset)
    combinations = combinations_of(ws.engine.tables(folder.tables(manifest)))
    read = readings.of_document(ws, actor, document)
    return Facts(
        today=today,
        datasets=datasets.ids(ws),
        channels=frozenset(one.channel for one in combinations if one.channel and one.events) or None,
        left_out=_left_out(read),
        felt=_felt(read),
    )


def _left_out(read: readings.Readings) -> dict[str, int]:
    """The cards whose measure read one scale of several, with the answers on the others."""
    left = {id: measure.details.get(LEFT_OUT) for id, measure in read.cards.items()}
    return {id: count for id, count in left.items() if isinstance(count, int) and count > 0}


def _felt(read: readings.Readings) -> dict[str, tuple[float, float]]:
    """The steps whose emotion enough customers tell, with its interval."""
    felt = {id: step.emotion for id, step in read.steps.items() if step.emotion and not step.emotion.too_few}
    return {id: (one.low, one.high) for id, one in felt.items() if one.low is not None and one.high is not None}
