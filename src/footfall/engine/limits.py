"""What a query may use before it is stopped."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one connection; sizes as DuckDB writes them."""

    memory: str = "1GB"
    spill: str = "20GB"  # on disk, when memory is not enough; an unbounded sort once filled a disk
    seconds: float = 60
    threads: int = 2
    doing: str = "The question"  # what is said to pass them
