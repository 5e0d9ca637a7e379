"""The verbs of the product in a terminal. Each command names what it needs and hands over to service."""

import os
from typing import Annotated, Any

from typer import Exit, Option, Typer, echo

from footfall import __version__
from footfall.cli.failing import Group
from footfall.cli.shelf import Shelf


class Commands(Group):
    """All commands; only the one that is called is loaded."""

    def __init__(self, **wanted: Any) -> None:
        super().__init__(**wanted)
        self.commands = Shelf()


# Pydantic would read what every installed package says of itself, for plugins, each time; who has one sets this empty.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

app = Typer(cls=Commands, name="footfall", no_args_is_help=True, pretty_exceptions_enable=False)


def _say_version(wanted: bool) -> None:
    if wanted:
        echo(f"footfall {__version__}")
        raise Exit


@app.callback()
def footfall(
    version: Annotated[
        bool, Option("--version", callback=_say_version, is_eager=True, help="Say the version and end.")
    ] = False,
) -> None:
    """Customer journey maps that stay true."""


__all__ = ["app"]
