"""`python -m footfall` is the command `footfall`."""

from footfall.cli import app

app(prog_name="footfall")
