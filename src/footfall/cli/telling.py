"""How commands say what they found: for people in plain lines and tables, for programs as the API would."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import Any

from typer import echo


def tell_json(value: Any) -> None:
    """Write models, dataclasses, and lists and dicts of them, as one JSON document."""
    echo(json.dumps(as_json(value), indent=2, ensure_ascii=False))


def as_json(value: Any) -> Any:
    """The value with the field names of the API."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, list | tuple):
        return [as_json(member) for member in value]
    return {key: as_json(member) for key, member in value.items()} if isinstance(value, dict) else value


def tell_table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write a table; numbers stand to the right."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for place, head in enumerate(heads):
        is_number = all(isinstance(row[place], int | float) for row in rows)
        table.add_column(head, justify="right" if is_number and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    Console(soft_wrap=not sys.stdout.isatty(), markup=False, highlight=False).print(table)


def _cell(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def aside(text: str) -> None:
    """Say something that is no part of the answer."""
    echo(text, err=True)


@contextmanager
def busy(doing: str) -> Iterator[Any]:
    """Show that something takes its time, where somebody looks; gives a function that takes a new text."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status(doing) as status:
        yield status.update


@contextmanager
def measured(doing: str) -> Iterator[Any]:
    """Show how far something is, where somebody looks; gives a function that takes a text and a share, 0 to 1."""
    if not sys.stderr.isatty():
        yield lambda _, __: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(doing, total=1.0)
        yield lambda text, share: shown.update(task, description=text, completed=share)


def days(moment: Any) -> str:
    """The day of a moment, or nothing."""
    return moment.strftime("%Y-%m-%d") if moment else ""
