"""Checks of map files, under the rules that lie beside them; no workspace is needed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footfall.journey.changes import Records
from footfall.journey.checks import Facts, Finding, check, read_rules
from footfall.service.files import content_of, naming, read_file

RULES = "footfall.yaml"  # beside a map, or in a folder above it up to that of the repository


@dataclass(frozen=True)
class FileFinding:
    """What a check found in a file, with the line of the record."""

    file: str
    line: int
    finding: Finding


def check_file(path: Path, on: date, language: str = "en") -> tuple[FileFinding, ...]:
    """All findings of all checks, by line. Raises InvalidMapFile, also for a file of rules that cannot be read."""
    file = read_file(path)
    found = check(file.records, file.library | rules_beside(path), Facts(today=on), language)
    findings = (FileFinding(str(path), file.lines.get(one.record, 1), one) for one in found)
    return tuple(sorted(findings, key=lambda one: (one.line, one.finding.code)))


def rules_beside(path: Path) -> Records:
    """The rules of the nearest file `footfall.yaml`, none without one. Raises InvalidMapFile."""
    for folder in path.absolute().parents:
        rules = folder / RULES
        if rules.is_file():
            with naming(rules):
                return read_rules(content_of(rules))
        if (folder / ".git").exists():
            break
    return {}
