"""The tree of errors, as a list."""

from collections.abc import Iterator

from footfall.errors import FootfallError


def error_types() -> list[type[FootfallError]]:
    """Every error with a code of its own, sorted by code."""
    own = {error.code: error for error in _below(FootfallError) if "code" in vars(error)}
    return [own[code] for code in sorted(own)]


def _below(error: type[FootfallError]) -> Iterator[type[FootfallError]]:
    for child in error.__subclasses__():
        yield child
        yield from _below(child)
