"""Survey figures of a dataset: NPS, CSAT, CES and ratings, each question on each scale by itself."""

from footfall.journey.changes import Actor
from footfall.measures.figure import SurveyFigure
from footfall.service import datasets
from footfall.service.workspace import Workspace


def figures(ws: Workspace, actor: Actor, id: str) -> list[SurveyFigure]:
    """What each question was answered, the most answered first. Raises NotFound, StorageFailed, QueryLimit."""
    from footfall.measures.survey import figures as figures_of
    from footfall.measures.survey import sums

    folder, manifest = datasets.find(ws, actor, id)
    tables = ws.engine.tables(folder.tables(manifest))
    unanswered = [one for part in manifest.parts for one in part.report.unanswered]
    (rows,) = tables.found.all(["survey"], lambda _: [tables.run(sums()).to_pylist()])
    return list(figures_of(rows, unanswered))
