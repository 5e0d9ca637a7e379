"""What is generated and committed is what the sources give; what it describes is described."""

from pathlib import Path

from typer.main import get_command

from footfall.cli import app
from footfall.contract import generated_files
from footfall.contract.commands import leaves
from footfall.contract.errors import error_types
from footfall.contract.reference import METHODS
from footfall.contract.schemas import openapi
from footfall.journey.records import RECORD_TYPES
from footfall.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_every_generated_file_is_what_the_sources_give() -> None:
    made = generated_files()
    kept = {name: (ROOT / name).read_text() for name in made if (ROOT / name).is_file()}
    stale = [name for name in made if made[name] != kept.get(name)]
    assert stale == [], "run `make contract` and commit what it writes"


def test_no_file_lies_among_the_generated_ones_that_nothing_generates() -> None:
    folders = ("schema", "docs/reference")
    kept = {path.relative_to(ROOT).as_posix() for name in folders for path in (ROOT / name).rglob("*.*")}
    assert kept == {name for name in generated_files() if name.startswith(folders)}


def test_every_field_of_every_record_says_what_it_means() -> None:
    fields = {(name, field): info for name, model in RECORD_TYPES.items() for field, info in model.model_fields.items()}
    assert [place for place, info in fields.items() if place[1] != "type" and not info.description] == []


def test_every_error_says_what_it_means_and_has_a_code_of_its_own() -> None:
    errors = error_types()
    assert [error for error in errors if not error.__doc__] == []
    assert len({error.code for error in errors}) == len(errors)


def test_every_command_and_every_parameter_says_what_it_is_for() -> None:
    commands = list(leaves("footfall", get_command(app)))
    silent = [name for name, command in commands if not command.help]
    silent += [
        f"{name} {parameter.name}"
        for name, command in commands
        for parameter in command.params
        if parameter.name != "help" and not getattr(parameter, "help", None)
    ]
    assert (silent, len(commands) > 0) == ([], True)


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, info in Settings.model_fields.items() if not info.description] == []


def test_every_route_says_what_it_does() -> None:
    operations = {
        (method, path): operation
        for path, methods in openapi()["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    }
    assert [place for place, operation in operations.items() if not operation.get("description")] == []
