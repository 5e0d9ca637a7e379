"""`footfall serve`."""

from pathlib import Path
from typing import Annotated

from typer import Option, echo

# Where everything lies; every command that touches a workspace has it.
DataOption = Annotated[
    Path | None,
    Option("--data", metavar="FOLDER", help="The folder that holds everything. Default: this system's place for data."),
]


def serve(
    data: DataOption = None,
    host: Annotated[str | None, Option(help="The address to listen on: this machine's own.")] = None,
    port: Annotated[int | None, Option(min=0, max=65535, help="The port; 0 takes any free one. Default: 8137.")] = None,
) -> None:
    """Serve the workspace to browsers on this machine."""
    from footfall.settings import settings  # Pydantic and the server are loaded by those who serve
    from footfall.web.server import run

    chosen = settings()
    folder = chosen.data if data is None else data
    run(folder, host or chosen.host, chosen.port if port is None else port, say_address)


def say_address(address: str) -> None:
    """Print where the browser finds it, once it is there."""
    echo(f"Footfall is at {address}  (Ctrl+C ends it)")
