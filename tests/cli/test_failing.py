"""What a command refuses is one sentence and exit code 2."""

import json

from typer import Typer
from typer.testing import CliRunner

from footfall.cli.failing import FormatOption, Group
from footfall.errors import NotFound

app = Typer(cls=Group)


@app.command()
def seek(form: FormatOption) -> None:
    """Look for what is not there."""
    raise NotFound("There is no map 'winter'.", "One of: summer.", "List them with `footfall maps`.")


@app.command()
def break_down() -> None:
    """Fail by a mistake of ours."""
    raise ZeroDivisionError


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_a_refusal_says_what_was_seen_expected_and_what_to_do() -> None:
    sentence = "There is no map 'winter'. One of: summer. List them with `footfall maps`.\n"
    assert run("seek", "--format", "text") == (2, "", sentence)


def test_a_refusal_for_programs_is_json_with_the_stable_code() -> None:
    code, out, err = run("seek", "--format", "json")
    assert (code, out) == (2, "")
    assert json.loads(err) == {
        "code": "not-found",
        "seen": "There is no map 'winter'.",
        "expected": "One of: summer.",
        "todo": "List them with `footfall maps`.",
    }


def test_a_mistake_of_ours_is_not_dressed_up_as_a_refusal() -> None:
    assert run("break-down")[0] == 1
