"""The research plan as a file: a table on paper, a sheet, or questions to take along."""

from enum import StrEnum

from footfall import render
from footfall.journey.changes import Actor
from footfall.journey.research.telling import TARGET
from footfall.render.boards import Column, Head, table
from footfall.render.tokens import Theme
from footfall.render.words import say as said_on_maps
from footfall.service import research
from footfall.service.evidence_words import language_of, say
from footfall.service.exports import Export
from footfall.service.research import PlannedAssumption, ResearchPlan
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|"})  # what would be read as Markdown


class PlanFormat(StrEnum):
    """What a research plan can be exported as."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    CSV = "csv"
    MARKDOWN = "md"


COLUMNS = ("points", "assumption", "kind", "map", "stage", "step", "whom", "why", "questions", "asked")
ON_PAPER = {"points": 0.5, "assumption": 2.0, "step": 1.2, "whom": 1.0, "why": 1.6, "questions": 3.6}


def export(
    ws: Workspace, actor: Actor, format: PlanFormat, map: str = "", language: str = "en", theme: Theme = "light"
) -> Export:
    """The plan of one map or of all as a file. Raises NotFound for the map, RenderFailed."""
    plan, spoken = research.plan(ws, actor, map, language), language_of(language)
    name = f"research-plan.{format.value}"
    if format is PlanFormat.CSV:
        return Export(_csv(plan, spoken).encode(), "text/csv; charset=utf-8", name)
    if format is PlanFormat.MARKDOWN:
        return Export(_markdown(plan, spoken).encode(), "text/markdown; charset=utf-8", name)
    painting = render.paint(_sheet(plan, spoken), format.value, theme)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def _csv(plan: ResearchPlan, language: str) -> str:
    rows = [[_cells(one, language)[name] for name in COLUMNS] for one in plan.assumptions]
    return as_csv([say(language, name) for name in COLUMNS], rows)


def _cells(one: PlannedAssumption, language: str) -> dict[str, str | float]:
    return {
        "points": one.points,
        "assumption": _said(one, language),
        "kind": say(language, "target") if one.kind == TARGET else said_on_maps(language, f"lane.{one.kind}"),
        "map": one.title,
        "stage": one.stage,
        "step": one.step,
        "whom": ", ".join(one.personas),
        "why": ", ".join(reason.says for reason in one.reasons),
        "questions": " ".join(one.questions),
        "asked": say(language, "yes") if one.is_asked else "",
    }


def _said(one: PlannedAssumption, language: str) -> str:
    """The words of the card; of an emotion its score, too."""
    score = "" if one.score is None else say(language, "emotion", score=f"{one.score:+g}".replace("-", "\u2212"))
    return ": ".join(part for part in (score, one.text) if part)


def _markdown(plan: ResearchPlan, language: str) -> str:
    parts = [f"# {say(language, 'plan.title')}", _facts(plan, language), say(language, "plan.ranked")]
    for place, one in enumerate(plan.assumptions, start=1):
        cells = {name: _plain(str(value)) for name, value in _cells(one, language).items()}
        where = " › ".join(cells[name] for name in ("map", "stage", "step") if cells[name])
        lines = [f"{say(language, name)}: {cells[name]}" for name in ("whom", "why") if cells[name]]
        parts += [f"## {place}. {cells['assumption']}", "\n".join([f"{cells['kind']}, {where}", *lines])]
        parts.append("\n".join(f"- {_plain(question)}" for question in one.questions))
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A text on one line in which nothing is Markdown."""
    return " ".join(text.split()).translate(MARKS)


def _facts(plan: ResearchPlan, language: str) -> str:
    shown = len(plan.assumptions)
    if shown < plan.total:
        return say(language, "plan.shown", count=shown, total=plan.total)
    return say(language, "plan.one" if shown == 1 else "plan.many", count=shown)


def _sheet(plan: ResearchPlan, language: str) -> render.Sheet:
    head = Head(
        title=say(language, "plan.title"),
        kind=say(language, "plan"),
        facts=_facts(plan, language),
        notes=(say(language, "plan.ranked"), *plan.notes),
        empty=say(language, "plan.empty"),
        language=language,
    )
    columns = [Column(name=say(language, name), width=width) for name, width in ON_PAPER.items()]
    rows = [[_on_paper(one, name, language) for name in ON_PAPER] for one in plan.assumptions]
    return table(head, columns, rows)


def _on_paper(one: PlannedAssumption, name: str, language: str) -> str:
    value = _cells(one, language)[name]
    return f"{value:g}".replace(".", "," if language == "nl" else ".") if isinstance(value, float) else value
