"""What a query may use before it is stopped."""

from dataclasses import dataclass

from footfall.errors import QueryLimit


@dataclass(frozen=True)
class Limits:
    """Bounds of one connection; sizes as DuckDB writes them."""

    memory: str = "1GB"
    spill: str = "20GB"  # on disk, when memory is not enough; an unbounded sort once filled a disk
    seconds: float = 60
    threads: int = 2
    doing: str = "The question"  # what is said to pass them


def stopped_by_the_clock(limits: Limits) -> QueryLimit:
    """The error of what took too long."""
    return QueryLimit(f"{limits.doing} was stopped after {limits.seconds:g} seconds.", todo="Ask for less at once.")


def stopped_by_the_end() -> QueryLimit:
    """The error of what ran when the server ended."""
    return QueryLimit("The question was stopped, since the server ends.", todo="Ask again when it is back.")
