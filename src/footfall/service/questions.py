"""Questions: put one to a dataset, and open the customers that its answer counted."""

from collections.abc import Mapping, Sequence

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.journey.questions import EVENT, Place, Question
from footfall.journey.records import Touchpoint
from footfall.measures.measure import Measure, Population
from footfall.service import library
from footfall.service.workspace import Workspace

MOST_ROWS = 1_000  # in one page of a population


def ask(ws: Workspace, actor: Actor, dataset: str, question: Question) -> Measure:
    """Answer one question. Raises NotFound, InvalidQuestion, QueryLimit."""
    return ask_all(ws, actor, dataset, [question])[0]


def ask_all(ws: Workspace, actor: Actor, dataset: str, questions: Sequence[Question]) -> list[Measure]:
    """Answer many questions in one go; each answer equals the one that it would get alone."""
    from footfall.service.asking import put_all

    asked = put_all(ws, actor, dataset, _touchpoints(ws, actor, questions), questions)
    return asked.measures()


def population(
    ws: Workspace, actor: Actor, dataset: str, question: Question, offset: int = 0, limit: int = 100
) -> Population:
    """A page of exactly the rows that the answer counted. Raises NotFound, InvalidQuestion, QueryLimit."""
    from footfall.service.asking import put_all

    check_page(offset, limit)
    return put_all(ws, actor, dataset, _touchpoints(ws, actor, [question]), [question]).members(offset, limit)


def check_page(offset: int, limit: int) -> None:
    """Raise InvalidQuestion unless this is a page that a population has."""
    if not (0 <= offset < 10**9 and 1 <= limit <= MOST_ROWS):
        raise InvalidQuestion(
            f"Rows {offset} to {offset + limit} were asked for.",
            f"A page starts at 0 or later and has 1 to {MOST_ROWS}.",
        )


def _touchpoints(ws: Workspace, actor: Actor, questions: Sequence[Question]) -> dict[str, Touchpoint]:
    from footfall.measures.putting import places_of
    from footfall.measures.within import places_of_filter

    named = [(*places_of(question), *places_of_filter(question.only)) for question in questions]
    return touchpoints_for(ws, actor, [place for places in named for place in places])


def touchpoints_for(ws: Workspace, actor: Actor, places: Sequence[Place]) -> dict[str, Touchpoint]:
    """The library's touchpoints. Raises InvalidQuestion when a place names one that is not there."""
    touchpoints = library.read(ws, actor).touchpoints
    check_places(touchpoints, places)
    return touchpoints


def check_places(touchpoints: Mapping[str, Touchpoint], places: Sequence[Place]) -> None:
    """Raise InvalidQuestion when a place names a touchpoint that is not there."""
    for id in (id for place in places for id in place):
        if id not in touchpoints and not id.startswith(EVENT):
            raise InvalidQuestion(
                f"The library has no touchpoint '{id}'.",
                todo="Choose a touchpoint that the library has, or name an event as event:<name>.",
            )
