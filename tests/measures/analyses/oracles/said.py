from collections.abc import Iterator
from datetime import timedelta
from itertools import product

from footfall.journey.analyses import Said
from tests.measures.analyses import asking
from tests.measures.analyses.oracles.log import Log
from tests.measures.analyses.oracles.retention import name_of, period_of
from tests.measures.logs import START, Answer, Event


def answers(analysis: Said, log: Log) -> Iterator[tuple[Answer, tuple[str, ...]]]:
    """Each answer that is asked for, with each key of a group that it is in."""
    for answer, event in log.answers:
        if analysis.survey_question in {"", answer.question}:
            for key in product(*(_groups(analysis, log, answer, event, group) for group in analysis.groups)):
                yield answer, key


def _groups(analysis: Said, log: Log, answer: Answer, event: Event | None, group: str) -> list[str]:
    if group == "node":
        return [log.nodes[analysis.by](event) if event else ""]
    if group == "place":
        return [place.id for place in analysis.places if event and any(_is(id, event) for id in place.at)]
    return [name_of(period_of(START + timedelta(hours=answer.hour), analysis), analysis)]


def _is(id: str, event: Event) -> bool:
    names = {"a": "a", "c": "cc", "a-in-x": "a", "event:b": "b", "nothing": "z"}
    return event.name == names.get(id) and (id != "a-in-x" or event.channel == "x")


def felt(answer: Answer) -> float | None:
    """How a comment feels: as a person says, else as it was told."""
    excerpt = answer.excerpt or ""
    return asking.FELT.get(excerpt, answer.feeling)
