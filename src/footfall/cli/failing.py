"""How a command ends that cannot do what it was asked: one clear sentence, exit code 2, no traceback."""

import json
from enum import StrEnum
from typing import Annotated, Any

from typer import Context, Exit, Option, echo
from typer.core import TyperGroup

from footfall.errors import FootfallError

REFUSED = 2  # the exit code of everything that Footfall refuses on purpose
INTERRUPTED = 130  # as shells say it: ended by Ctrl+C


class Format(StrEnum):
    """How a command answers."""

    TEXT = "text"
    JSON = "json"


def _remember(context: Context, form: Format) -> Format:
    context.meta["footfall.format"] = form
    return form


# The option of every command whose answer a program may want to read; errors then come in the same form.
FormatOption = Annotated[
    Format, Option("--format", callback=_remember, is_eager=True, help="How to answer: for people, or for programs.")
]


class Group(TyperGroup):
    """The commands, with one place where their errors are said."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what it refuses is written to standard error."""
        try:
            return super().invoke(ctx)
        except FootfallError as error:
            echo(said(error, ctx.meta.get("footfall.format", Format.TEXT)), err=True)
            raise Exit(REFUSED) from error
        except KeyboardInterrupt:
            raise Exit(INTERRUPTED) from None


def said(error: FootfallError, form: Format) -> str:
    """The error in the form that was asked for."""
    if form is Format.TEXT:
        return str(error)
    return json.dumps({"code": error.code, "seen": error.seen, "expected": error.expected, "todo": error.todo})
