"""The page of commands, from the commands themselves."""

from collections.abc import Iterator
from typing import Any

from typer import Context, Typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

from footfall.contract.markdown import page, table


def commands_page(app: Typer) -> str:
    """Every command with its arguments and options."""
    intro = (
        "The commands of a terminal. A mistake in what was given ends with exit code 2 and one sentence that says "
        "what was seen, what was expected and what to do."
    )
    root = get_command(app)
    return page("Commands", intro, *(section(name, command) for name, command in leaves("footfall", root)))


# Typer brings its own copy of click, whose classes have no public names: commands and parameters are Any here.
def leaves(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its whole name."""
    if not isinstance(command, TyperGroup):
        yield name, command
        return
    for child in sorted(command.commands):
        yield from leaves(f"{name} {child}", command.commands[child])


def section(name: str, command: Any) -> str:
    """One command: what it does, how it is called, and each parameter."""
    context = Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    parameters = [(written(each), meaning(each, context)) for each in command.params if each.name != "help"]
    parts = [f"## {name}", (command.help or "").strip(), f"    {usage}"]
    return "\n\n".join([*parts, table(("Parameter", "Meaning"), parameters)] if parameters else parts)


def written(parameter: Any) -> str:
    """A parameter as it is typed."""
    names = parameter.opts if isinstance(parameter, TyperOption) else [(parameter.name or "").upper()]
    return f"`{', '.join([*names, *parameter.secondary_opts])}`"


def meaning(parameter: Any, context: Context) -> str:
    """What a parameter is for, with its default where it has one worth reading."""
    help = str(getattr(parameter, "help", None) or "")
    default = parameter.get_default(context)
    shown = not (default is None or default is False or callable(default) or default in ("", ()))
    return f"{help} Default: `{default}`." if shown else help
