"""What can be set, called, typed or refused has a line in the documents; the sources themselves are asked."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi.routing import APIRoute, APIWebSocketRoute
from typer.main import get_command

from footfall.cli import app as commands
from footfall.journey import checks
from footfall.settings import Settings
from footfall.web import live
from footfall.web.app import API
from footfall.web.routes import routers

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ast.parse(path.read_text()) for path in sorted((ROOT / "src/footfall").rglob("*.py"))]
KEYMAP = (ROOT / "web/src/editor/keymap.ts").read_text()
SHOWN = {"ArrowLeft": "←", "ArrowRight": "→", "ArrowUp": "↑", "ArrowDown": "↓"}
SHOWN |= {"Escape": "Esc", "Delete": "Del", "ContextMenu": "Menu"}


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text()


def told(text: str) -> set[str]:
    """What stands between backquotes in the first column of a table."""
    return {word for row in re.findall(r"^\| (.*?) \|", text, re.MULTILINE) for word in re.findall(r"`(.+?)`", row)}


def test_every_setting_has_a_line_on_its_page() -> None:
    assert told(page("reference/settings.md")) == {f"FOOTFALL_{name.upper()}" for name in Settings.model_fields}


def test_every_variable_of_the_environment_that_the_package_names_is_a_setting() -> None:
    named = {
        node.value
        for tree in SOURCES
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and re.fullmatch(r"FOOTFALL_[A-Z_]*[A-Z]", str(node.value))
    }
    assert named - told(page("reference/settings.md")) == set()


def test_every_route_has_a_line_on_its_page() -> None:
    routes = [route for router in routers() for route in router.routes if isinstance(route, APIRoute)]
    served = {(method, f"{API}{route.path}") for route in routes for method in route.methods}
    assert set(re.findall(r"^\| ([A-Z]+) \| `(.+?)` \|", page("reference/routes.md"), re.MULTILINE)) == served


def test_every_socket_has_its_address_on_the_page_of_the_protocol() -> None:
    sockets = [f"{API}{route.path}" for route in live.router.routes if isinstance(route, APIWebSocketRoute)]
    assert [f"`{path}`" in page("reference/protocol.md") for path in sockets] == [True]


def test_every_command_and_option_has_a_line_on_its_page() -> None:
    sections = page("reference/commands.md").split("\n## ")[1:]
    described = {head: told(body) for head, _, body in (section.partition("\n") for section in sections)}
    words = {head: {word for names in found for word in names.split(", ")} for head, found in described.items()}
    assert words == dict(typed("footfall", get_command(commands)))


def typed(name: str, command: Any) -> Iterator[tuple[str, set[str]]]:
    """Each command with all that one can type behind it."""
    children = getattr(command, "commands", None)
    if children is None:
        parameters = [each for each in command.params if each.name != "help"]
        yield name, {word for each in parameters for word in words_of(each)}
        return
    for each, child in children.items():
        yield from typed(f"{name} {each}", child)


def words_of(parameter: Any) -> list[str]:
    is_option = parameter.param_type_name == "option"
    return [*parameter.opts, *parameter.secondary_opts] if is_option else [str(parameter.name).upper()]


def test_every_error_of_any_room_has_its_code_on_the_page() -> None:
    classes = [node for tree in SOURCES for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    own = {node.name: code for node in classes for code in codes(node)}
    assert set(own.values()) - {own["FootfallError"]} == told(page("reference/errors.md"))


def codes(node: ast.ClassDef) -> list[str]:
    """The code that a class of errors gives itself."""
    lines = "\n".join(ast.unparse(each) for each in node.body if isinstance(each, ast.Assign | ast.AnnAssign))
    return re.findall(r"^code(?:: .+)? = '(.+)'$", lines, re.MULTILINE)


def test_every_check_has_its_code_and_a_sentence_on_the_page() -> None:
    rows = re.findall(r"^\| `(.+?)` \| (?:note|warning|error) \| (.+?) \|", page("reference/checks.md"), re.MULTILINE)
    assert [code for code, sentence in rows if sentence.endswith(".")] == list(checks.CHECKS)


def test_every_function_that_looks_for_findings_is_a_check() -> None:
    trees = [ast.parse(path.read_text()) for path in Path(checks.__file__).parent.glob("*.py")]
    looking = {
        node.name
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or ast.Constant("")) == "Found"
    }
    assert looking == {one.look.__name__ for one in checks.CHECKS.values()}


def test_every_key_of_the_editor_has_a_line_under_its_group_on_the_page_of_the_keyboard() -> None:
    bindings = re.findall(r'^  bind\(\s*"([^"]+)",\s*"[^"]+",\s*"([^"]+)",\s*"([^"]*)"', KEYMAP, re.MULTILINE)
    assert len(bindings) == len(re.findall(r"^  bind\(", KEYMAP, re.MULTILINE)) > 0
    wanted: dict[str, set[str]] = {}
    for group, _, keys in bindings:
        wanted.setdefault(group, set()).update(shown(key) for key in keys.split())
    sections = page("guide/keyboard.md").split("\n## ")[1:]
    assert {head: told(body) for head, _, body in (section.partition("\n") for section in sections)} == wanted


def shown(keys: str) -> str:
    """Keys as the editor shows them."""
    parts = [keys] if keys == "+" else keys.split("+")
    return "+".join(SHOWN.get(part, shown_part(part)) for part in parts)


def shown_part(part: str) -> str:
    """A capital alone is typed with Shift."""
    is_capital = len(part) == 1 and part.isupper()
    return f"Shift+{part}" if is_capital else part.upper() if len(part) == 1 else part
