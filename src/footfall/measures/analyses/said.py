"""What customers answered, told apart: by the event that it is about, by named places, by an attribute, by period.

What people overruled in comments counts instead of what was told from the text: its table has one row for each excerpt
of which a person says something.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from footfall.journey.analyses import Grouping, Said
from footfall.journey.questions import Place
from footfall.measures.calendar import calendar_tables, in_periods, named_periods, periods_of
from footfall.measures.nodes import nodes
from footfall.measures.tables import answers, at_places, attributes
from footfall.measures.ways import KeyKind, PutAnalysis

OVERRULED = pa.schema([("excerpt", pa.string()), ("felt", pa.float64())])
THEMES = pa.schema([("excerpt", pa.string()), ("theme", pa.string())])

KINDS: Mapping[Grouping, KeyKind] = {"node": "node", "place": "place", "segment": "text", "period": "text"}


@dataclass(frozen=True)
class Counted:
    """What counts of a dataset's comments beside their tables: the feelings that people overruled, and all themes."""

    version: str = ""
    tables: Mapping[str, pa.Table] = field(default_factory=dict, compare=False)


NOTHING = Counted()


def given(put: PutAnalysis) -> dict[str, pa.Table]:
    """The tables that the expressions of this module need, where nobody overruled anything and no theme is known."""
    analysis: Said = put.analysis
    dated = calendar_tables(periods_of(put)) if "period" in analysis.groups else {}
    return {
        **dated,
        "overruled": OVERRULED.empty_table(),
        "themes": THEMES.empty_table(),
        "split": pa.table({"attribute": pa.array([analysis.attribute], pa.string())}),
        "survey_questions": pa.table({"survey_question": pa.array([analysis.survey_question], pa.string())}),
    }


def keys(analysis: Said) -> dict[str, KeyKind]:
    """The key columns that tell groups apart."""
    return {group: KINDS[group] for group in analysis.groups}


def places(analysis: Said) -> tuple[Place, ...]:
    """The places that an analysis names."""
    return tuple(place.at for place in analysis.places)


@cache
def felt() -> Any:
    """All answers, `felt` being how their comment feels: as a person says, else as it was told."""
    overruled = ibis.table({"excerpt": "string", "felt": "float64"}, name="overruled")
    says = overruled.select("excerpt", overruled_as="felt", is_overruled=ibis.literal(True))
    rows = answers.left_join(says, "excerpt").select(*answers.columns, "overruled_as", "is_overruled")
    is_said = rows.is_overruled.fill_null(False)
    return rows.mutate(felt=is_said.ifelse(rows.overruled_as, rows.feeling))


def asked_for(rows: Any) -> Any:
    """The answers to the question in the table `survey_questions`; to all where it is empty."""
    wanted = ibis.table({"survey_question": "string"}, name="survey_questions")
    named = rows.cross_join(wanted)
    kept = named.filter((named.survey_question == "") | (named.survey_question == named.question))
    return kept.drop("survey_question")


def grouped(rows: Any, groups: tuple[Grouping, ...]) -> Any:
    """Answers with the columns that tell groups apart; -1 and an empty text stand for those in no group."""
    for group in groups:
        match group:
            case "node":
                joined = rows.left_join(nodes(), "combination").select(*rows.columns, "node")
                rows = joined.mutate(node=joined.node.fill_null(-1))
            case "place":
                here = at_places().select("place", place_combination="combination")
                rows = rows.join(here, rows.combination == here.place_combination).drop("place_combination")
            case "segment":
                values = _values()
                joined = rows.left_join(values, rows.customer == values.of).select(*rows.columns, "segment")
                rows = joined.mutate(segment=joined.segment.fill_null(""))
            case "period":
                named = in_periods(rows).join(named_periods(), "period")
                rows = named.drop("period").rename(period="label")
    return rows


@cache
def _values() -> Any:
    """(of, segment): the value that each customer has of the one attribute in the table `split`."""
    split = ibis.table({"attribute": "string"}, name="split")
    return attributes.semi_join(split, "attribute").select(of="customer", segment="value")
