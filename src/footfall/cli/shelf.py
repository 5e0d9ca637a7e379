"""The commands by name, each loaded when it is asked for: a short command does not wait for what others need."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

from typer import Typer
from typer.main import get_command

# Each command, in the order of the help, with the module and the function that it is.
WHERE = {
    "demo": "demonstrating.demo",
    "serve": "serving.serve",
    "import": "importing.import_",
    "datasets": "listing.datasets",
    "excerpts": "excerpts.excerpts",
    "undo": "undoing.undo",
    "bindings": "binding.bindings",
    "ask": "asking.ask",
    "explore": "exploring.explore",
    "align": "aligning.align",
    "draft": "drafting.draft",
    "maps": "listing.maps",
    "evidence": "proving.evidence",
    "opportunities": "proving.opportunities",
    "export": "rendering.export",
    "new": "starting.new",
    "templates": "starting.templates",
    "check": "checking.check",
    "fmt": "merging.fmt",
    "diff": "comparing.diff",
    "convert": "exchanging.convert",
    "merge": "merging.merge",
    "sync": "syncing.sync",
    "render": "rendering.render",
}


# Typer brings its own copy of click, whose classes have no public names: commands are Any here.
class Shelf(MutableMapping[str, Any]):
    """Name → command."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = _built(name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(WHERE)

    def __len__(self) -> int:
        return len(WHERE)


def _built(name: str) -> Any:
    module, _, function = WHERE[name].partition(".")
    alone = Typer(add_completion=False, pretty_exceptions_enable=False)
    alone.command(name)(getattr(import_module(f"footfall.cli.{module}"), function))
    return get_command(alone)
