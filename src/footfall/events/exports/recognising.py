"""Which known export a file is, and the whole mapping that follows."""

import re
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.columns import ROW
from footfall.events.exports.asking import questions, tell
from footfall.events.exports.export import COLUMNS, Export, Header, Values, is_filled
from footfall.events.exports.logs import LOGS
from footfall.events.exports.records import RECORDS
from footfall.events.exports.surveys import SURVEYS
from footfall.events.exports.tickets import TICKETS
from footfall.events.exports.web import WEB
from footfall.events.times import day_comes_first

EXPORTS = (*LOGS, *WEB, *TICKETS, *SURVEYS, *RECORDS)  # the first that fits is meant
YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)")
MOST_KINDS = 100  # different values of an attribute in the first rows
NAMED = 5  # columns in a sentence


@dataclass
class Told:
    """An export's fields on their way to a mapping, and what a person has to say yet."""

    export: Export
    header: Header
    values: Values
    fields: dict[str, Any] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def known_exports(columns: tuple[str, ...]) -> list[Export]:
    """The exports that a file with these columns may be; several where one file tells of events and of answers."""
    header = Header(columns)
    return [export for export in EXPORTS if header.has(export.needs)]


def read_export(export: Export, columns: tuple[str, ...], values: Values, texts: Fields[str, str], file: str) -> Told:
    """The fields of the mapping for a file of this export; `texts` are the questions by column, where known."""
    told = Told(export, Header((*columns, ROW)), values)
    fields = told.fields
    fields["source"] = export.source
    fields.update({name: meant for name, meant in export.means.items() if name not in COLUMNS})
    named = {name: told.header.first(meant) for name, meant in export.means.items() if name in COLUMNS}
    fields.update({name: column for name, column in named.items() if column})
    if "channel" in fields:
        fields.pop("channel_is", None)
    _who(told)
    _lists(told)
    if export.kind == "answers":
        _answers(told, texts, file)
    fields["day_first"] = _day_first(told)
    return told


def _who(told: Told) -> None:
    """The customer: in surveys the first of the columns that is filled, since most of them seldom are."""
    fields, means = told.fields, told.export.means
    offered = told.header.all(means["customer"])
    if told.export.kind == "answers":
        offered = [name for name in offered if name == ROW or is_filled(told.values[name])] or offered
    fields["customer"] = offered[0] if offered else ROW
    others = [name for name in told.header.all(means.get("customer_else", ())) if name != fields["customer"]]
    fields["customer_else"] = others[0] if others else ""
    known = [name for names in told.export.also_known_as for name in told.header.all(names)]
    fields["also_known_as"] = [name for name in known if name != fields["customer"]]
    if fields.get("event_else") == fields.get("event"):
        fields.pop("event_else", None)


def _lists(told: Told) -> None:
    header, export = told.header, told.export
    found = {called: header.first(names) for called, names in export.attributes.items()}
    kinds = {called: column for called, column in found.items() if column and _is_kind(told.values[column])}
    told.fields["attributes"] = [{"column": column, "name": called} for called, column in kinds.items()]
    told.fields["leave_out_rows"] = [
        {"column": column, "values": values}
        for name, values in export.leaves_out.items()
        if (column := header.first(name)) and _says_else(told.values[column], values)
    ]
    told.fields["steps"] = [
        {
            "column": column,
            "event": step.event,
            "due": header.first(step.due),
            "after": after,
            "unit": step.unit if after else "minutes",
        }
        for step in export.steps
        if (column := header.first(step.column)) and ((after := header.first(step.after)) or not step.after)
    ]


def _says_else(column: pa.Array, unwanted: tuple[str, ...]) -> bool:
    """Whether a column's first rows say anything else than what is left out: else nothing would remain."""
    said = {str(value).lower() for value in pc.unique(column).to_pylist()}
    return not said <= {value.lower() for value in unwanted}


def _is_kind(column: pa.Array) -> bool:
    """Whether an attribute says what kind something is: one with many values says which one it is."""
    return bool(pc.count_distinct(column).as_py() <= MOST_KINDS)


def _answers(told: Told, texts: Fields[str, str], file: str) -> None:
    fields = told.fields
    fields["asked"] = [dict(one) for one in told.export.asked if told.header.has((one["column"],))]
    if told.export.not_asked is not None:
        _questions(told, texts)
    if "score" in fields and "scale_min" not in fields:
        _scale(told)
    if "time" not in fields and "time_is" not in fields:
        year = YEAR.search(file)
        fields["time_is"] = f"{year[1] if year else 2000}-01-01"
    if told.export.missing:
        told.missing.append(told.export.missing)


def _questions(told: Told, texts: Fields[str, str]) -> None:
    """Each column that is none of the tool's own is a question, as far as it can be told what it asks."""
    own = {name.casefold() for name in told.export.not_asked or ()} | {ROW}
    used = {value for value in told.fields.values() if isinstance(value, str)}
    left = [name for name in told.header.columns if name not in used and name.casefold() not in own]
    found = questions({name: told.values[name] for name in left if not name.endswith("_NPS_GROUP")}, texts)
    told.fields |= {"asked": found.asked, "labels": found.labels}
    told.missing += [found.missing] if found.missing else []


def _scale(told: Told) -> None:
    """The scale of the one column of scores, with the kind of survey as the words."""
    fields, values = told.fields, told.values
    kinds = (
        pc.unique(values[fields["question"]].cast(pa.string())).drop_null().to_pylist() if "question" in fields else []
    )
    words = " ".join([*kinds[:1], fields.get("question_is", "")])
    asks = tell(words, fields["score"], values[fields["score"]])
    if asks and asks.get("instrument") and (len(kinds) < 2 or asks["instrument"] == "rating"):
        fields.update(asks)
        return
    fields.update({"instrument": "rating", "scale_min": 0, "scale_max": 10})
    several = f" It holds several surveys ({', '.join(kinds[:NAMED])})." if len(kinds) > 1 else ""
    told.missing.append(f"The scale of the scores in '{fields['score']}' cannot be told.{several} Say it.")


def _day_first(told: Told) -> bool | None:
    """Whether dates name the day first, where one of the columns of moments tells it."""
    fields = told.fields
    names = [fields.get("time", ""), fields.get("due", ""), *(step["column"] for step in fields["steps"])]
    answers = (day_comes_first(told.values[name]) for name in names if name in told.values)
    return next((answer for answer in answers if answer is not None), None)
