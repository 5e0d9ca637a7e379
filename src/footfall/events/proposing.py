"""A first mapping for a file that was never seen: that of a known export, else what its columns speak for."""

from collections.abc import Mapping as Fields
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from footfall.errors import InvalidData
from footfall.events.exports.export import Export
from footfall.events.exports.recognising import known_exports, read_export
from footfall.events.guessing import guess
from footfall.events.mapping import FileMapping, Mapping
from footfall.events.preview import Preview
from footfall.events.sheets import Sheet, open_sheet

ROWS = 5_000  # looked at
SHOWN = 10  # rows of a preview
WITH_QUESTIONS = 3  # rows of headings: the names, the questions in words, and what only the tool reads


@dataclass(frozen=True)
class Proposal:
    """A mapping, and what can be said of it; `sheet` is the file as this mapping reads it.

    `missing`: what the file does not say, so that a person must. `also`: other things that the same file tells of.
    """

    sheet: Sheet
    mapping: Mapping | None
    missing: str = ""
    why: str = ""
    also: tuple[Mapping, ...] = ()


def proposal(sheet: Sheet, kind: str = "") -> Proposal:
    """What a file's columns and first rows speak for; of a kind, if one is wanted. Raises InvalidData when damaged."""
    values = first_rows(sheet)
    found = [one for export in known_exports(sheet.columns) if (one := _known(export, sheet, values))]
    wanted = [one for one in found if _is_of(kind, one.mapping)]
    if wanted:
        others = tuple(one.mapping for one in found if one is not wanted[0] and one.mapping)
        return Proposal(wanted[0].sheet, wanted[0].mapping, wanted[0].missing, wanted[0].why, others)
    try:
        return Proposal(sheet, *guess(sheet, values))
    except InvalidData as error:
        return Proposal(sheet, None, str(error))


def preview(found: Proposal) -> Preview:
    """The first rows beside what is proposed. Raises InvalidData when the file is damaged."""
    sheet, mapping = found.sheet, found.mapping
    values = first_rows(sheet)
    texts = [[str(value or "")[:200] for value in values[name].slice(0, SHOWN).to_pylist()] for name in sheet.columns]
    return Preview(
        file=sheet.path.name,
        format=sheet.format,
        source=mapping.source if mapping else "",
        why=found.why,
        encoding=sheet.encoding,
        separator=sheet.separator,
        worksheets=sheet.worksheets,
        unfolds=sheet.unfolds,
        columns=sheet.columns,
        rows=tuple(zip(*texts, strict=True)),
        mapping=mapping,
        also=found.also,
        missing=found.missing,
    )


def first_rows(sheet: Sheet) -> dict[str, pa.Array]:
    """The first rows by column."""
    for batch in sheet.batches(sheet.columns):
        return {name: column.slice(0, ROWS) for name, column in batch.columns.items()}
    return {name: pa.array([], pa.string()) for name in sheet.columns}


def _is_of(kind: str, mapping: Mapping | None) -> bool:
    return mapping is not None and (not kind or mapping.kind == kind or (kind, mapping.kind) == ("events", "wide"))


def _known(export: Export, sheet: Sheet, values: dict[str, pa.Array]) -> Proposal | None:
    """The mapping of a known export; none where the file lacks what it cannot be without."""
    read_as = export.read_as(values)
    texts = _questions(values) if read_as.get("header_rows") == WITH_QUESTIONS else {}
    try:
        if read_as:
            sheet = open_sheet(sheet.path, FileMapping.model_validate(read_as))
            values = first_rows(sheet)
        told = read_export(export, sheet.columns, values, texts, sheet.path.name)
        unfold = {"unfold": sheet.unfold} if sheet.unfold else {}
        mapping = Mapping.model_validate(told.fields | unfold | read_as)
    except (InvalidData, ValidationError):
        return None
    return Proposal(sheet, mapping, " ".join(told.missing), export.why)


def _questions(values: Fields[str, Any]) -> dict[str, str]:
    """The questions that stand below the names of the columns."""
    return {name: str(column[0].as_py() or "") for name, column in values.items() if len(column)}
