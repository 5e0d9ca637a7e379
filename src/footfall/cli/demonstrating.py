"""`footfall demo`."""

from typing import Annotated

from typer import Option, echo

from footfall.cli.serving import DataOption, say_address
from footfall.cli.telling import busy
from footfall.cli.working import folder_of, working

MADE = {
    "dataset": "the data of a shop",
    "library": "its personas, channels, touchpoints and opportunities",
    "words": "what its customers said",
    "map": "the demo map",
}


def demo(
    data: DataOption = None,
    host: Annotated[str | None, Option(help="The address to listen on: this machine's own.")] = None,
    port: Annotated[int | None, Option(min=0, max=65535, help="The port; 0 takes any free one. Default: 8137.")] = None,
    serve: Annotated[bool, Option("--serve/--no-serve", help="Serve the workspace, or only fill it.")] = True,
) -> None:
    """Fill a workspace with demo data and a demo map, then serve it; what is there already stays."""
    from footfall.settings import settings
    from footfall.web.server import listen, run

    chosen = settings()
    address = (host or chosen.host, chosen.port if port is None else port)
    if serve:
        listen(*address).close()  # an address that is taken is said before anything is written
    _install(data)
    if serve:
        run(folder_of(data), *address, say_address)


def _install(data: DataOption) -> None:
    from footfall.demo.installing import install
    from footfall.service.watching import Reached, Watch

    with working(data, making=True) as here, busy("Making two years of a shop's customers …") as update:

        def progress(reached: Reached) -> None:
            update(f"Reading what they did: {reached.rows:,} events …")

        installed = install(here.ws, here.actor, Watch(progress))
    made = [MADE.get(part, part) for part in installed.made]
    echo(f"Made {', '.join(made)}." if made else "The demo is there already.")
