"""Rules as text: a file `footfall.yaml` beside maps says how seriously checks are taken, as a workspace's rules do."""

from pydantic import ValidationError

from footfall.journey.changes import Records
from footfall.journey.checks.listed import CHECKS
from footfall.journey.records import Rule
from footfall.journey.settling import sparse
from footfall.journey.text.problems import Problems, nearest
from footfall.journey.text.tree import Mapping, Node, Scalar, parse, plain

EXPECTED = "has a rule that is none; expected is off, note, warning or error, or level and words"
RULES_FILE = "file of rules: it starts with 'rules:'"


def read_rules(text: str) -> Records:
    """The rules of a file as records of a library. Raises InvalidMapFile with every problem and its line."""
    problems = Problems([])
    records: Records = {}
    for key, node in parse(text, RULES_FILE).entries:
        if key.text != "rules" or not isinstance(node, Mapping):
            problems.at(key.line, f"has '{key.text}'; a file of rules has 'rules:' with a line for each check below it")
            continue
        for code, said in node.entries:
            _take(records, code, said, problems)
    problems.refuse()
    return records


def _take(records: Records, code: Scalar, said: Node, problems: Problems) -> None:
    if code.text not in CHECKS:
        problems.at(code.line, f"has '{code.text}', which is no check. {nearest(code.text, CHECKS)}")
    elif code.text in records:
        problems.at(code.line, f"has '{code.text}' a second time; the first stands above it")
    else:
        records[code.text] = _rule(code, said, problems)


def _rule(code: Scalar, said: Node, problems: Problems) -> dict[str, object]:
    fields = {"level": plain(said)} if isinstance(said, Scalar) else plain(said)
    try:
        rule = Rule.model_validate(fields if isinstance(fields, dict) else {"level": fields})
    except ValidationError:
        problems.at(code.line, EXPECTED)
        return {"type": "rule"}
    return {"type": "rule"} | sparse(rule)
