"""Mappings of earlier files for a new one: what is called otherwise is said, and what could not be mapped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from footfall.cli.telling import aside
from footfall.cli.working import folder_of, working
from footfall.errors import InvalidData


def remembered_for(file: Path, data: Path | None) -> Any:
    """The mapping that a file like this one was imported with, rewritten for it; None where there is none."""
    from footfall.service.apart import reading
    from footfall.service.remembering import neighbours, remembered

    if not (folder_of(data) / "footfall.db").exists():
        return None
    with working(data) as here:
        found = remembered(here.ws, reading.columns(file), neighbours(file))
    if found:
        aside(f"As {found.file} was imported into '{found.dataset}' on {found.at:%Y-%m-%d}.")
        tell_fit(file, found)
    return found.mapping if found else None


def fitted(file: Path, mapping: Any, *, shown: bool) -> Any:
    """A mapping for this file, whatever file it was made for.

    Raises InvalidData when the file lacks what the mapping names, unless the mapping is only `shown`.
    """
    from footfall.service.remembering import neighbours, refit

    found = refit(file, mapping, neighbours(file))
    tell_fit(file, found)
    if found.lacking and not shown:
        raise InvalidData(
            f"{file.name} lacks {_listed(found.lacking)}, and nothing in it is like that.",
            "Nothing was imported.",
            "See with --propose what is left of the mapping, keep that in a file, correct it, and name it with "
            "--mapping.",
        )
    return found.mapping


def tell_fit(file: Path, found: Any) -> None:
    """Say what is called otherwise, what is not there, and what is the same in all rows and may be out of date."""
    for one in found.renamed:
        aside(f"'{one.was}' is called '{one.now}' now.")
    if found.lacking:
        aside(f"Could not be mapped, since {file.name} has nothing like it: {_listed(found.lacking)}.")
    if found.mapping.time_is:
        aside(f"All rows get the moment {found.mapping.time_is}, as before: check that it holds for this file.")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
