"""How much the touchpoints of a map matter, read from the answers in its dataset."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.journey.questions import Score
from footfall.journey.records import Touchpoint
from footfall.measures.figure import Estimate, SurveyFigure
from footfall.measures.measure import Member, Opened
from footfall.measures.moments import Met
from footfall.service import moments, surveys
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.measures.deriving import Derived
    from footfall.measures.importance import Going, Weighting
    from footfall.service.asking import Asked


@dataclass(frozen=True)
class Survey:
    """The rated questions of a dataset, and which of them speaks of everything."""

    overall: str | None = None  # none is known; an empty text is a question that nobody named
    questions: tuple[str, ...] = ()
    weighted: bool = False
    has_weights: bool = False

    @property
    def by(self) -> "Weighting":
        """What each answer counts for."""
        return "people" if self.weighted else "one"


@dataclass(frozen=True)
class Importance:
    """What could be derived, by touchpoint."""

    survey: Survey = Survey()
    rating: Mapping[str, "Derived"] = field(default_factory=dict)
    promise: Mapping[str, "Derived"] = field(default_factory=dict)


def survey_of(ws: Workspace, actor: Actor, dataset: str, overall: str, *, weighted: bool) -> Survey:
    """The questions of a dataset; the overall one is the one asked for, else one that surely is.

    Raises NotFound, InvalidQuestion, StorageFailed, QueryLimit.
    """
    figures = moments.main_figures(surveys.figures(ws, actor, dataset))
    if overall and overall not in figures:
        raise InvalidQuestion(f"The data have no scores for “{overall}”.", "Choose one of the rated questions.")
    has_weights = any(map(_is_weighted, figures.values()))
    chosen = overall or next(moments.of_everything(figures), None)
    return Survey(chosen, tuple(figures), weighted and has_weights, has_weights)


def _is_weighted(figure: SurveyFigure) -> bool:
    return any(one.weighted for one in figure.measures)


def derive(
    ws: Workspace, actor: Actor, dataset: str, known: Mapping[str, Touchpoint], wanted: Sequence[str], survey: Survey
) -> Importance:
    """How much each of the wanted touchpoints matters. Raises QueryLimit, StorageFailed."""
    if survey.overall is None or not wanted:
        return Importance(survey)
    asked = _put(ws, actor, dataset, known, wanted)
    return Importance(survey, _derived(asked, wanted, "rating", survey), _derived(asked, wanted, "promise", survey))


def _put(ws: Workspace, actor: Actor, dataset: str, known: Mapping[str, Touchpoint], wanted: Sequence[str]) -> "Asked":
    from footfall.service.asking import put_all

    return put_all(ws, actor, dataset, known, [Score(at=(id,)) for id in wanted])


def _derived(asked: "Asked", wanted: Sequence[str], met: "Met", survey: Survey) -> "dict[str, Derived]":
    from footfall.measures.deriving import derived, sums
    from footfall.measures.tables import put_as_tables

    expression = sums(met, survey.overall or "", survey.by)
    key = ("derived", met, survey.overall, survey.by, asked.puts)
    (rows,) = asked.tables.found.all(
        [key], lambda _: [asked.tables.run(expression, **put_as_tables(asked.puts)).to_pylist()]
    )
    return {wanted[number]: one for number, one in derived(rows).items()}


def estimate(going: "Going | None") -> Estimate | None:
    """A correlation with its interval; nothing where too few said both, or all said the same."""
    if going is None or going.value is None or going.is_little:
        return None
    return Estimate(value=going.value, low=going.interval[0], high=going.interval[1])


def open_pairs(
    ws: Workspace,
    actor: Actor,
    dataset: str,
    known: Mapping[str, Touchpoint],
    about: tuple[str, "Met"],
    survey: Survey,
    page: tuple[int, int],
) -> Opened:
    """A page of exactly the customers behind the importance of a touchpoint, each with what happened there."""
    from footfall.events.identity import pseudonym
    from footfall.measures.deriving import members
    from footfall.measures.tables import put_as_tables

    touchpoint, met = about
    asked = _put(ws, actor, dataset, known, [touchpoint])
    found = _derived(asked, [touchpoint], met, survey).get(touchpoint)
    rows = asked.tables.page(
        members(met, survey.overall or "", survey.by), *page, **put_as_tables(asked.puts)
    ).to_pylist()
    return Opened(
        definition=" ".join(_words(met, known[touchpoint].name, survey)),
        total=found.going.n if found else 0,
        offset=page[0],
        rows=tuple(Member(customer=pseudonym(row["identity"]), value=row["value"], at=row["at"]) for row in rows),
    )


def _words(met: "Met", name: str, survey: Survey) -> Iterator[str]:
    if met == "rating":
        yield f"What each customer rated at {name},"
    else:
        yield f"Of each customer the share of promises that was kept at {name} (1 all, 0 none),"
    overall = survey.overall or "the score"
    yield f"of those who also answered “{overall}”; the importance is how strongly both go together."
    if survey.weighted:
        yield "Each counts for the people it stands for."
