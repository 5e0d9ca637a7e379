"""Did it help: what an opportunity changed in the number that it is bound to, by its start and its comparison."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from footfall.errors import InvalidQuestion, NotFound
from footfall.journey.analyses import BeforeAfterAnalysis
from footfall.journey.changes import Actor
from footfall.journey.questions import EVERYTHING
from footfall.journey.records import Opportunity, Touchpoint
from footfall.journey.records.opportunity import TwoGroups
from footfall.measures.helped.effect import Effect, Lacking
from footfall.service import datasets, library
from footfall.service.helped_words import method, sentence
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.service.exploring import AskedAnalysis


def effect(ws: Workspace, actor: Actor, id: str, language: str = "en") -> Effect:
    """Whether an opportunity helped, or what is lacking to say so. Raises NotFound, QueryLimit, StorageFailed."""
    shelves = library.read(ws, actor)
    opportunity = shelves.opportunities.get(id)
    if opportunity is None:
        raise NotFound(f"The library has no opportunity '{id}'.", todo="Its page lists those that there are.")
    lacking = _lacking(ws, actor, opportunity, shelves.touchpoints)

    def put(analysis: BeforeAfterAnalysis) -> "AskedAnalysis":
        from footfall.service.exploring import put_analysis

        return put_analysis(ws, actor, opportunity.dataset, shelves.touchpoints, analysis)

    return compared(id, opportunity, lacking, put, language)


def compared(
    id: str,
    opportunity: Opportunity,
    lacking: Lacking,
    put: Callable[[BeforeAfterAnalysis], "AskedAnalysis"],
    language: str = "en",
) -> Effect:
    """What an opportunity changed, in words too, unless something is lacking; `put` asks its data."""
    from footfall.render.formats import Format
    from footfall.service.helping import Comparing

    said = Effect(opportunity=id, dataset=opportunity.dataset, better=opportunity.better, lacking=lacking)
    found = said if lacking else Comparing.of(opportunity, _analysis(opportunity), put).answer(said)
    day = Format(language).day(opportunity.started) if opportunity.started else ""
    return found.model_copy(update={"said": sentence(found, day, language), "method": method(found, language)})


def _lacking(ws: Workspace, actor: Actor, opportunity: Opportunity, touchpoints: Mapping[str, Touchpoint]) -> Lacking:
    """What an opportunity does not say, or names and is not here."""
    if lacking := unsaid(opportunity):
        return lacking
    try:
        datasets.find(ws, actor, opportunity.dataset)
    except NotFound:
        return "dataset-gone"
    return "" if _is_about_what_is_here(opportunity, touchpoints) else "touchpoint-gone"


def unsaid(opportunity: Opportunity) -> Lacking:
    """What an opportunity does not say, though it takes it to compare."""
    if opportunity.started is None:
        return "start"
    if opportunity.started > datetime.now(UTC).date():
        return "future"
    if not opportunity.dataset:
        return "dataset"
    if opportunity.question is None:
        return "question"
    groups = opportunity.comparison
    return "groups" if isinstance(groups, TwoGroups) and not _tells_apart(groups) else ""


def _tells_apart(groups: TwoGroups) -> bool:
    return bool(groups.attribute) and groups.treated != groups.control


def _is_about_what_is_here(opportunity: Opportunity, touchpoints: Mapping[str, Touchpoint]) -> bool:
    from footfall.measures.putting import places_of
    from footfall.measures.within import places_of_filter
    from footfall.service.questions import check_places

    question: Any = opportunity.question
    try:
        check_places(touchpoints, [*places_of(question), *places_of_filter(question.only)])
    except InvalidQuestion:
        return False
    return True


def _analysis(opportunity: Opportunity) -> BeforeAfterAnalysis:
    """What is asked of the data; how long its periods are is decided when the data are at hand."""
    question: Any = opportunity.question
    started: Any = opportunity.started
    asked = BeforeAfterAnalysis(
        question=question.model_copy(update={"only": EVERYTHING}), only=question.only, started=started
    )
    if isinstance(opportunity.comparison, TwoGroups):
        return asked.model_copy(update=opportunity.comparison.model_dump(exclude={"kind"}))
    return asked
