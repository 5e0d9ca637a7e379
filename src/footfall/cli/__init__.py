"""The verbs of the product in a terminal. Each command names what it needs and hands over to service."""

from typing import Annotated

from typer import Exit, Option, Typer, echo

from footfall import __version__
from footfall.cli.aligning import align
from footfall.cli.asking import ask
from footfall.cli.binding import bindings
from footfall.cli.checking import check
from footfall.cli.comparing import diff
from footfall.cli.demonstrating import demo
from footfall.cli.drafting import draft
from footfall.cli.excerpts import excerpts
from footfall.cli.exchanging import convert
from footfall.cli.exploring import explore
from footfall.cli.failing import Group
from footfall.cli.importing import import_
from footfall.cli.listing import datasets, maps
from footfall.cli.merging import fmt, merge
from footfall.cli.rendering import export, render
from footfall.cli.serving import serve
from footfall.cli.starting import new, templates
from footfall.cli.syncing import sync
from footfall.cli.undoing import undo

app = Typer(cls=Group, name="footfall", no_args_is_help=True, pretty_exceptions_enable=False)
for command in (
    demo,
    serve,
    datasets,
    excerpts,
    undo,
    bindings,
    ask,
    explore,
    align,
    draft,
    maps,
    export,
    new,
    templates,
    check,
    fmt,
    diff,
    convert,
    merge,
    sync,
    render,
):
    app.command()(command)
app.command("import")(import_)


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
