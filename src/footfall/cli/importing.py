"""`footfall import`."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli.exchanging import bring_map, is_map_file
from footfall.cli.failing import Format, FormatOption
from footfall.cli.rejecting import write_rejects
from footfall.cli.remembering import fitted, remembered_for
from footfall.cli.serving import DataOption
from footfall.cli.telling import aside, days, measured, tell_json
from footfall.cli.working import working
from footfall.errors import FootfallError, InvalidData, InvalidRequest


def column(help: str) -> Any:
    """An option that names a column of the file."""
    return Option(metavar="COLUMN", help=help, rich_help_panel="Columns")


def constant(help: str) -> Any:
    """An option that holds for all rows."""
    return Option(metavar="TEXT", help=help, rich_help_panel="The same in all rows")


def import_(
    file: Annotated[
        Path,
        Argument(help="A file of events or answers; or a map: *.journey.yaml, or another tool's.", show_default=False),
    ],
    into: Annotated[str | None, Option(metavar="NAME", help="The dataset's name; an existing one grows.")] = None,
    mapping: Annotated[
        Path | None, Option(metavar="FILE", help="How the columns are read, as --propose writes it (YAML or JSON).")
    ] = None,
    replaces: Annotated[
        str | None, Option(metavar="IMPORT", help="An earlier import of the dataset, in whose place the file comes.")
    ] = None,
    propose: Annotated[bool, Option("--propose", help="Only show how the columns would be read.")] = False,
    answers: Annotated[bool, Option("--answers", help="A row is an answer to a survey, not an event.")] = False,
    customer: Annotated[str | None, column("Who. It is pseudonymised before anything is stored.")] = None,
    time: Annotated[str | None, column("When.")] = None,
    event: Annotated[str | None, column("What happened.")] = None,
    channel: Annotated[str | None, column("By what means.")] = None,
    due: Annotated[str | None, column("When it was promised.")] = None,
    about: Annotated[str | None, column("The event that an answer is about.")] = None,
    question: Annotated[str | None, column("Which question was answered.")] = None,
    score: Annotated[str | None, column("The score that was given; needs --scale.")] = None,
    text: Annotated[str | None, column("What was written.")] = None,
    language: Annotated[str | None, column("The language of the text.")] = None,
    event_is: Annotated[str | None, constant("What happened.")] = None,
    channel_is: Annotated[str | None, constant("By what means.")] = None,
    about_is: Annotated[str | None, constant("The event that all answers are about.")] = None,
    question_is: Annotated[str | None, constant("The question that all answered.")] = None,
    scale: Annotated[
        str | None, Option(metavar="WORST-BEST", help="The scale of the scores, such as 1-5 or 0-10.")
    ] = None,
    zone: Annotated[str | None, Option(help="The time zone of moments that name none. Default: UTC.")] = None,
    day_first: Annotated[
        bool | None, Option("--day-first/--month-first", help="Whether 3/4 is the third of April.")
    ] = None,
    rejects: Annotated[
        Path | None, Option(metavar="FILE", help="Write the refused rows there as CSV, each with its line and reason.")
    ] = None,
    caution: Annotated[
        str | None, Option(metavar="TEXT", help="What a reader of any number of the dataset must know.")
    ] = None,
    as_: Annotated[
        str | None, Option("--as", metavar="FORMAT", help="The file is a map in this format, whatever it looks like.")
    ] = None,
    over: Annotated[
        str | None,
        Option("--over", metavar="MAP", help="The map that becomes what an edited workbook says."),
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Import events or answers into a dataset, and report what was kept and refused; or a map file as a new map."""
    if over is not None or as_ is not None or is_map_file(file, is_data=bool(into or mapping or propose)):
        bring_map(file, as_ or "", over, data, form)
        return
    given = {
        "customer": customer,
        "time": time,
        "event": event,
        "channel": channel,
        "due": due,
        "about": about,
        "question": question,
        "score": score,
        "text": text,
        "language": language,
        "event_is": event_is,
        "channel_is": channel_is,
        "about_is": about_is,
        "question_is": question_is,
        "zone": zone,
        "kind": "answers" if answers else None,
        "day_first": day_first,
    }
    told = {key: value for key, value in given.items() if value is not None} | _scale(scale)
    if propose:
        _tell_mapping(_shown(file, mapping, told, data), form)
        return
    chosen = _of_import(into, replaces, data) if replaces and not mapping and not told else None
    if mapping or chosen is None:
        chosen = _mapping(file, mapping, told)
    if mapping or replaces:
        chosen = fitted(file, chosen, shown=False)
    if not into:
        raise InvalidRequest("The dataset has no name.", todo="Name it with --into.")
    report = _import(file, chosen, _place(into, replaces), data, rejects)
    if caution is not None:
        _caution(report.dataset, caution, data)
    tell_json(report) if form is Format.JSON else _tell(report)


def _of_import(into: str | None, part: str, data: Path | None) -> Any:
    """How the import was read that is to be replaced."""
    from footfall.service import datasets

    with working(data) as here:
        return datasets.mapping_of(here.ws, here.actor, datasets.dataset_id(into or ""), part)


def _place(into: str, replaces: str | None) -> Any:
    from footfall.service.datasets import InPlaceOf

    return InPlaceOf(into, replaces) if replaces else into


def _import(file: Path, mapping: Any, place: Any, data: Path | None, rejects: Path | None) -> Any:
    """Import a file, and write the rows that were refused, also when all of them were."""
    try:
        report = _import_alone(file, mapping, place, data)
    except InvalidData:
        if rejects:
            with suppress(InvalidData):  # what was refused is the file, not its rows
                write_rejects(file, mapping, rejects)
        raise
    if rejects:
        write_rejects(file, mapping, rejects)
    return report


def _import_alone(file: Path, mapping: Any, place: Any, data: Path | None) -> Any:
    from footfall.service import datasets
    from footfall.service.watching import Reached, Watch

    with working(data, making=True) as here, measured(f"Reading {file.name} …") as update:

        def progress(reached: Reached) -> None:
            doing = f"Reading {file.name}" if reached.stage == "reading" else "Merging"
            update(f"{doing}: {reached.rows:,} rows", reached.share)

        return datasets.import_file(here.ws, here.actor, file, mapping, place, watch=Watch(progress))


def _caution(dataset: str, caution: str, data: Path | None) -> None:
    from footfall.service import datasets

    with working(data) as here:
        datasets.caution(here.ws, here.actor, dataset, caution)


def _mapping(file: Path, path: Path | None, given: dict[str, Any], *, shown: bool = False) -> Any:
    """The mapping of a file, or the proposed one, with what was given on top of it."""
    from pydantic import ValidationError

    from footfall.events.mapping import Mapping

    base = _read_mapping(path) if path else _proposed(file, given, shown=shown)
    try:
        return Mapping.model_validate(base | given)
    except ValidationError as error:
        raise InvalidRequest(_refusal(error.errors()[0]), todo="See `footfall import --help`.") from error


def _shown(file: Path, path: Path | None, given: dict[str, Any], data: Path | None) -> Any:
    """The mapping to show: the one that was named, the one that was used before, or the proposed one."""
    if path:
        return fitted(file, _mapping(file, path, given, shown=True), shown=True)
    remembered = None if given else remembered_for(file, data)
    return remembered or _mapping(file, None, given, shown=True)


def _proposed(file: Path, given: dict[str, Any], *, shown: bool) -> dict[str, Any]:
    """What the file speaks for; only where it is not all about another kind of file than was said.

    Raises InvalidData when a person has to say more, unless the mapping is only `shown`.
    """
    from footfall.service import datasets

    found = datasets.propose(file, given.get("kind", ""))
    if found.mapping is None and given.keys() >= {"customer", "time"}:
        return {}  # the person says what the columns do not
    if found.mapping is None or (found.missing and not shown):
        raise InvalidData(found.missing, todo="See with --propose what is known; keep that, correct it, use --mapping.")
    if found.why:
        aside(f"{found.mapping.source}: {found.why}")
    if found.missing:
        aside(found.missing)
    alike = given.get("kind", found.mapping.kind) == found.mapping.kind
    return found.mapping.model_dump(exclude_defaults=True) if alike else {}


def _read_mapping(path: Path) -> dict[str, Any]:
    from footfall.journey.text.tree import parse, plain

    try:
        mapping: dict[str, Any] = plain(parse(path.read_text("utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRequest(f"The mapping {path} cannot be read: {error}.", "Expected is YAML or JSON.") from error
    except FootfallError as error:
        raise InvalidRequest(f"The mapping {path}: {error.seen}", "Expected is what --propose writes.") from error
    return mapping


def _scale(written: str | None) -> dict[str, float]:
    if written is None:
        return {}
    found = re.fullmatch(r"(-?[\d.]+)-(-?[\d.]+)", written)
    try:
        worst, best = map(float, found.groups() if found else ())
    except ValueError:
        raise InvalidRequest(f"The scale was given as '{written}'.", "Expected is worst-best, such as 1-5.") from None
    return {"scale_min": worst, "scale_max": best}


def _refusal(detail: Any) -> str:
    place = ".".join(str(part) for part in detail["loc"])
    said = str(detail["msg"]).removeprefix("Value error, ")
    return f"{place}: {said}." if place else f"{said[:1].upper()}{said[1:]}."


def _tell_mapping(mapping: Any, form: Format) -> None:
    if form is Format.JSON:
        tell_json(mapping)
        return
    from footfall.journey.text.emitting import Rows, emit

    echo(emit(Rows({"kind": mapping.kind} | mapping.model_dump(mode="json", exclude_defaults=True))), nl=False)


def _tell(report: Any) -> None:
    if report.unchanged:
        aside(f"{report.file} is in {report.dataset} already, read the same way; nothing was added.")
    echo(f"Kept {report.kept:,} of {report.rows:,} rows of {report.file} in the dataset '{report.dataset}'.")
    noun = {"answers": "answers", "customers": "facts", "aliases": "pairs of ids"}.get(report.kind, "events")
    span = f", {days(report.first)} to {days(report.last)}" if report.first else ""
    echo(f"{report.stored:,} {noun} of {report.customers:,} customers{span}.")
    if report.changed:
        _tell_change(report.changed)
    if report.refused:
        echo(f"Refused {report.refused:,} rows:")
        _tell_remarks(report.refusals)
    if report.left_out:
        echo(f"Left out {report.left_out:,} rows:")
        _tell_remarks(report.omissions)
    for one in report.unanswered:
        echo(f"{one.question or 'The score'}: {one.not_applicable:,} not applicable, {one.blank:,} blank.")
    if report.warnings:
        echo("Also seen:")
        _tell_remarks(report.warnings)
    aside(f"To take it out again: footfall undo {report.dataset} {report.part}")


def _tell_change(changed: Any) -> None:
    echo(f"In the place of {changed.file}: {changed.added:,} new, {changed.same:,} the same, {changed.gone:,} gone;")
    echo(f"{changed.customers_new:,} customers are new, {changed.customers_gone:,} are gone.")


def _tell_remarks(remarks: Any) -> None:
    for remark in remarks:
        lines = ", ".join(str(sample.line) for sample in remark.samples[:5])
        more = ", …" if remark.count > len(remark.samples[:5]) else ""
        echo(f"  {remark.count:,} × {remark.sentence}" + (f" First on line {lines}{more}" if lines else ""))
