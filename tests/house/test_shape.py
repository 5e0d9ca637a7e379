"""How the sources read: short functions, short files, names that say what is inside."""

import ast
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src/footfall").rglob("*.py"))
WEB = [path for path in sorted((ROOT / "web/src").rglob("*.ts*")) if "generated" not in path.parts]
MODULES = [*SOURCES, *WEB]
DRAWERS = {"utils", "util", "core", "common", "helpers", "helper", "managers", "manager", "misc", "shared"}
LONGEST_FILE = 400
# A file over the limit stands here with the reason why it is one thing.
LONG_FOR_A_REASON: dict[str, str] = {}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function and method of a file."""
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring and decorators."""
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_the_typical_function_is_under_ten_lines_and_nine_of_ten_fit_in_thirty() -> None:
    lengths = [lines(function) for path in SOURCES for function in functions(path)]
    assert median(lengths) < 10
    assert quantiles([*lengths, 1], n=10)[-1] <= 30


def test_no_file_passes_the_limit_without_a_named_reason() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in MODULES
        if (count := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long.keys() == LONG_FOR_A_REASON.keys(), long


def test_no_module_or_folder_is_a_drawer() -> None:
    names = {part for path in MODULES for part in (*path.relative_to(ROOT).parts[:-1], path.stem)}
    assert names & DRAWERS == set()


def test_every_room_says_in_its_first_line_what_it_is() -> None:
    rooms = [path for path in SOURCES if path.name == "__init__.py"]
    assert [path for path in rooms if not ast.get_docstring(ast.parse(path.read_text()))] == []
