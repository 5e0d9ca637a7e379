"""Whether a change helped, in a notebook: the answer in words, its curve, and all its numbers as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, Literal

import pyarrow as pa
from pydantic import ValidationError

from footfall.errors import InvalidQuestion
from footfall.journey.analyses import BeforeAfterAnalysis
from footfall.journey.records import Opportunity
from footfall.measures.helped.effect import Effect
from footfall.service.exploring import AskedAnalysis
from footfall.service.helped import compared, unsaid
from footfall.service.helped_boards import sheet_of
from footfall.service.helped_words import words_in

HERE = "here"  # the dataset is the one that is open


@dataclass(frozen=True)
class Helped:
    """Whether a change helped: `result` as the API gives it, and its numbers as tables of Arrow, Polars and pandas."""

    result: Effect

    def to_arrow(self) -> pa.Table:
        """What changed, then each number by group, side and period, with bounds and counts."""
        changes = {name: getattr(self.result, name) for name in ("effect", "level", "slope")}
        rows: list[dict[str, Any]] = [
            {"group": "", "side": name, "period": "", **bounds.model_dump()}
            for name, bounds in changes.items()
            if bounds
        ]
        for row in self.result.answer.rows if self.result.answer else ():
            figure = row.figures["value"]
            counted = {part: getattr(figure, part) for part in ("value", "low", "high", "n", "customers")}
            rows.append({"group": "", **row.key, **counted})
        return pa.Table.from_pylist(rows, SCHEMA)

    def to_polars(self) -> Any:
        """The same as a Polars DataFrame. Raises ImportError where Polars is not installed."""
        import polars as pl

        return pl.from_arrow(self.to_arrow())

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame. Raises ImportError where pandas is not installed."""
        return self.to_arrow().to_pandas()

    def _repr_html_(self) -> str:
        if self.result.answer is None:
            return f"<p>{escape(self.result.said)}</p>"
        from footfall import render

        painted = render.paint(sheet_of(words_in("en")["title"], self.result, "en"), "svg")
        return painted.content.decode()


NUMBERS = ("value", "low", "high")
SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("group", "side", "period")]
    + [(name, pa.float64()) for name in NUMBERS]
    + [(name, pa.int64()) for name in ("n", "customers")]
)


def helped(
    put: Callable[[BeforeAfterAnalysis], AskedAnalysis],
    started: date | str,
    question: Mapping[str, Any],
    better: Literal["higher", "lower"],
    matters: float | None,
    groups: Mapping[str, str] | None,
) -> Helped:
    """Compare a number before and after a day, or of two groups. Raises InvalidQuestion, QueryLimit."""
    said = {"started": started, "question": question, "better": better, "matters": matters}
    comparison = {"kind": "two-groups", **groups} if groups else None
    try:
        opportunity = Opportunity.model_validate({"name": HERE, "dataset": HERE, "comparison": comparison, **said})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidQuestion(f"The comparison does not fit: {place}: {first['msg']}.") from error
    return Helped(compared(HERE, opportunity, unsaid(opportunity), put))
