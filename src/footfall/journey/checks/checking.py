"""A map looked at by all checks, under the rules of its workspace, told in the reader's language."""

from collections.abc import Mapping

from footfall.journey.changes import RecordJson
from footfall.journey.checks.checked import Checked, Facts
from footfall.journey.checks.finding import WEIGHT, Explained, Finding, Hit, Level
from footfall.journey.checks.listed import CHECKS
from footfall.journey.checks.telling import Words
from footfall.journey.checks.words import words_in
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.opportunities import said
from footfall.journey.records import Rule


def check(
    records: Mapping[str, RecordJson],
    library: Mapping[str, RecordJson],
    facts: Facts | None = None,
    language: str = "en",
) -> tuple[Finding, ...]:
    """All findings, the gravest first, else in the order of CHECKS and of the map; rules stand in the library."""
    facts = facts or Facts()
    shared = LibraryDocument(library, facts.datasets)
    checked = Checked(said(MapDocument(records), shared.opportunities), shared, facts)
    words, levels = words_in(language), _levels(checked.library.rules)
    looking = ((code, one) for code, one in CHECKS.items() if levels[code] is not Level.OFF)
    found = [_told(code, levels[code], hit, words) for code, one in looking for hit in one.look(checked)]
    return tuple(sorted(found, key=lambda finding: -WEIGHT[finding.level]))


def explained(language: str = "en") -> tuple[Explained, ...]:
    """Every check in words."""
    words = words_in(language)
    return tuple(
        Explained(
            code=code,
            level=one.level,
            meaning=words.of[code].meaning,
            reason=words.of[code].reason,
            fix=words.of[code].fix,
            takes_words=one.takes_words,
        )
        for code, one in CHECKS.items()
    )


def _levels(rules: Mapping[str, Rule]) -> dict[str, Level]:
    """How seriously each check is taken: as its rule says, else as it comes."""
    said = {code: Level(rule.level) for code, rule in rules.items() if rule.level}
    return {code: said.get(code, one.level) for code, one in CHECKS.items()}


def _told(code: str, level: Level, hit: Hit, words: Words) -> Finding:
    return Finding(
        code=code,
        level=level,
        record=hit.record,
        field=hit.field,
        sentence=words.sentence(code, hit),
        reason=words.of[code].reason,
        fix=words.of[code].fix,
    )
