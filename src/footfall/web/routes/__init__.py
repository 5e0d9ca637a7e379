"""The routes under /api/v1, one file a noun; each exposes `router`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The router of every file here, in the order of their names."""
    for module in sorted(found.name for found in iter_modules(__path__)):
        yield import_module(f"{__name__}.{module}").router
