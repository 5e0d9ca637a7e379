"""Moments of truth: what matters to customers and how good it is, out of a survey or at the touchpoints of a map."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.measures.figure import Estimate, SurveyFigure
from footfall.measures.measure import Member, Opened
from footfall.measures.moments import Lines, Placed, Why, means, placed, rank
from footfall.service import datasets, surveys
from footfall.service.questions import check_page
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.measures.importance import Going, Weighting

# Words of a question about everything, the surest first: a part of a survey has an “overall” of its own.
OVERALL = (
    re.compile(r"as a whole|in general|als geheel|in het algemeen|al met al|^overall|^algehe|\ball$", re.IGNORECASE),
    re.compile(r"overall|algehe|totaal|ALL$", re.IGNORECASE),
)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SurveyAsked(_Model):
    """Which survey is looked at, and how."""

    dataset: str = Field(max_length=64, description="The dataset.")
    overall: str = Field(
        "", max_length=500, description="The question of the overall rating; empty: the likeliest one."
    )
    weighted: bool = Field(
        True, description="Answers count for the people they stand for, where somebody said how many."
    )
    importance_line: float | None = Field(None, ge=-1, le=1, description="Own line; empty: the mean of what is drawn.")
    quality_line: float | None = Field(None, description="Own line; empty: the mean of what is drawn.")


class SurveyMoment(_Model):
    """One item of a survey: how much it matters, how good it is, and where that places it."""

    question: str = Field(description="The survey question.")
    quality: Estimate | None = Field(None, description="Mean rating with its 95 % interval.")
    n: int = Field(ge=0, description="Answers behind the quality.")
    customers: int = Field(ge=0, description="Different customers among them.")
    importance: Estimate | None = Field(
        None, description="Correlation with the overall rating, with its 95 % interval."
    )
    pairs: int = Field(ge=0, description="Answers behind the importance: given together with an overall rating.")
    effective: int = Field(ge=0, description="How many answers of equal weight would tell as much (Kish 1965).")
    not_applicable: int = Field(ge=0, description="Cells that say that it did not apply: left out of this item alone.")
    blank: int = Field(ge=0, description="Cells without an answer: left out of this item alone.")
    scale: tuple[float, float]
    better: str
    place: Placed | None = Field(None, description="Where it stands; empty: it is not drawn.")
    why_not: Why = Field("", description="Why it is not drawn.")


class SurveyMoments(_Model):
    """The items of a survey, the broken moments of truth first."""

    dataset: str
    overall: str = Field(description="The question of the overall rating.")
    questions: tuple[str, ...] = Field(description="The questions that can be the overall rating.")
    weighted: bool = Field(description="Whether weights were used.")
    has_weights: bool = Field(description="Whether the dataset says whom respondents stand for.")
    lines: Lines | None = Field(None, description="The lines that part the quarters; none where nothing is drawn.")
    scale: tuple[float, float] | None = Field(None, description="The scale of what is drawn: the one of most items.")
    better: str = "high"
    definition: str = Field(description="In plain words: how importance and quality are found.")
    note: str = Field("", description="What else a reader must know.")
    items: tuple[SurveyMoment, ...] = ()


def of_survey(ws: Workspace, actor: Actor, asked: SurveyAsked) -> SurveyMoments:
    """Read what matters out of a survey. Raises NotFound, InvalidQuestion, StorageFailed, QueryLimit."""
    figures = main_figures(surveys.figures(ws, actor, asked.dataset))
    if len(figures) < 2:
        return _nothing(asked, figures)
    overall = _overall(asked.overall, figures)
    weighted = asked.weighted and any(_mean(one, weighted=True) for one in figures.values())
    going = _going(ws, actor, asked.dataset, overall, weighted=weighted)
    scale = _commonest([one for question, one in figures.items() if question != overall])
    items = [
        _item(one, going.get(question), scale, weighted=weighted)
        for question, one in figures.items()
        if question != overall
    ]
    lines = _lines(asked, items)
    drawn = [_with_place(item, lines) for item in items]
    return SurveyMoments(
        dataset=asked.dataset,
        overall=overall,
        questions=tuple(figures),
        weighted=weighted,
        has_weights=any(_mean(one, weighted=True) for one in figures.values()),
        lines=lines,
        scale=scale[:2],
        better=scale[2],
        definition=_definition(overall, weighted=weighted),
        items=tuple(sorted(drawn, key=lambda one: rank(one.place, one.importance.value if one.importance else None))),
    )


def main_figures(figures: Sequence[SurveyFigure]) -> dict[str, SurveyFigure]:
    """Of each question its figures on the scale that was answered most, in which order they come."""
    found: dict[str, SurveyFigure] = {}
    for one in figures:
        found.setdefault(one.question, one)
    return found


def _nothing(asked: SurveyAsked, figures: Mapping[str, SurveyFigure]) -> SurveyMoments:
    return SurveyMoments(
        dataset=asked.dataset,
        overall="",
        questions=tuple(figures),
        weighted=False,
        has_weights=False,
        definition=_definition("", weighted=False),
        note="Importance is read from at least two rated questions that the same customers answered at one moment.",
    )


def _overall(wanted: str, figures: Mapping[str, SurveyFigure]) -> str:
    """The question that is asked for, else the likeliest one."""
    if wanted and wanted not in figures:
        raise InvalidQuestion(f"The survey has no scores for “{wanted}”.", "Choose one of its rated questions.")
    return wanted or likeliest(figures)


def likeliest(figures: Mapping[str, SurveyFigure]) -> str:
    """The question that speaks of everything, else of a recommendation, else the first."""
    return next(iter([*of_everything(figures), *figures]))


def of_everything(figures: Mapping[str, SurveyFigure]) -> Iterator[str]:
    """The questions that surely speak of everything: by their words, by their kind, or as the only one."""
    for words in OVERALL:
        yield from (question for question in figures if words.search(question))
    yield from (question for question, one in figures.items() if one.instrument in ("csat", "nps"))
    if len(figures) == 1:
        yield from figures


def _mean(figure: SurveyFigure, *, weighted: bool) -> Estimate | None:
    """The mean of a question on its own scale; a Net Promoter Score is none."""
    found = next((one for one in figure.measures if one.name == "mean"), None)
    return None if found is None else (found.weighted if weighted else found.unweighted)


def _commonest(figures: Sequence[SurveyFigure]) -> tuple[float, float, str]:
    """The scale on which most items were rated; scales never mix in one picture."""
    scales = [(*one.scale, one.better) for one in figures if _mean(one, weighted=False)] or [(1.0, 5.0, "high")]
    return max(scales, key=scales.count)


def _going(ws: Workspace, actor: Actor, dataset: str, overall: str, *, weighted: bool) -> "dict[str, Going]":
    from footfall.measures.importance import going, sums

    folder, manifest = datasets.find(ws, actor, dataset)
    tables = ws.engine.tables(folder.tables(manifest))
    by = _weighting(weighted)
    key = ("importance", overall, by)
    (rows,) = tables.found.all([key], lambda _: [tables.run(sums(overall, by)).to_pylist()])
    return going(rows)


def _weighting(weighted: bool) -> "Weighting":
    return "people" if weighted else "one"


def _item(
    figure: SurveyFigure, going: "Going | None", scale: tuple[float, float, str], *, weighted: bool
) -> SurveyMoment:
    quality = _mean(figure, weighted=weighted)
    importance = None
    if going and going.value is not None and not going.is_little:
        importance = Estimate(value=going.value, low=going.interval[0], high=going.interval[1])
    return SurveyMoment(
        question=figure.question,
        quality=None if figure.too_few else quality,
        n=figure.n,
        customers=figure.customers,
        importance=importance,
        pairs=going.n if going else 0,
        effective=going.effective if going else 0,
        not_applicable=figure.not_applicable,
        blank=figure.blank,
        scale=figure.scale,
        better=figure.better,
        why_not=_why_not(figure, quality, going, scale),
    )


def _why_not(
    figure: SurveyFigure, quality: Estimate | None, going: "Going | None", scale: tuple[float, float, str]
) -> Why:
    if (*figure.scale, figure.better) != scale or _mean(figure, weighted=False) is None:
        return "other-scale"
    if quality is None:
        return "no-weights"
    if figure.too_few or going is None or going.is_little:
        return "too-few"
    return "all-alike" if going.value is None else ""


def _lines(asked: SurveyAsked, items: Sequence[SurveyMoment]) -> Lines | None:
    drawn = [(one.importance, one.quality) for one in items if one.importance and one.quality and not one.why_not]
    if not drawn:
        return None
    importance, quality = means(drawn)
    own = asked.importance_line, asked.quality_line
    return Lines(
        importance=importance if own[0] is None else own[0],
        quality=quality if own[1] is None else own[1],
        own=own != (None, None),
    )


def _with_place(item: SurveyMoment, lines: Lines | None) -> SurveyMoment:
    if item.why_not or not (lines and item.importance and item.quality):
        return item
    return item.model_copy(update={"place": placed(item.importance, item.quality, lines, better=item.better)})


def _definition(overall: str, *, weighted: bool) -> str:
    people = " Each answer counts for the people it stands for." if weighted else ""
    return (
        "Importance is derived, not asked: how strongly the rating of an item goes with the overall rating"
        f" “{overall}” (Pearson's correlation, 0 not at all, 1 fully) among those who gave both at one moment. It is no"
        f" proof of cause. Quality is the mean rating of all who rated the item.{people}"
    )


SurveyNumber = Literal["importance", "quality"]


def population(
    ws: Workspace, actor: Actor, asked: SurveyAsked, question: str, number: SurveyNumber, offset: int, limit: int
) -> Opened:
    """A page of exactly the answers that a number counted. Raises NotFound, InvalidQuestion, QueryLimit."""
    check_page(offset, limit)
    moments = of_survey(ws, actor, asked)
    item = next((one for one in moments.items if one.question == question), None)
    if item is None:
        raise InvalidQuestion(f"“{question}” is no item of this survey.", "Choose one of the items that it lists.")
    total = item.pairs if number == "importance" else item.n
    rows = _page(ws, actor, asked.dataset, _rows(moments, question, number), (offset, limit))
    return Opened(definition=_opened(moments, question, number), total=total, offset=offset, rows=rows)


def _rows(moments: SurveyMoments, question: str, number: SurveyNumber) -> Any:
    from footfall.measures import importance

    if number == "importance":
        return importance.members(moments.overall, question, _weighting(moments.weighted))
    return importance.answered(question)


def _page(ws: Workspace, actor: Actor, dataset: str, rows: Any, page: tuple[int, int]) -> tuple[Member, ...]:
    from footfall.events.identity import pseudonym

    folder, manifest = datasets.find(ws, actor, dataset)
    found = ws.engine.tables(folder.tables(manifest)).page(rows, *page).to_pylist()
    return tuple(Member(customer=pseudonym(row["identity"]), value=row["value"], at=row["at"]) for row in found)


def _opened(moments: SurveyMoments, question: str, number: SurveyNumber) -> str:
    weighted = " Each counts for the people it stands for." if moments.weighted else ""
    if number == "quality":
        return f"All ratings of “{question}”.{weighted}"
    return f"The ratings of “{question}” by those who also answered “{moments.overall}” at the same moment.{weighted}"
