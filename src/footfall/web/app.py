"""The app: routes, problems, security and the pages of the editor around one workspace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from footfall import __version__
from footfall.service.leftovers import clear_leftovers
from footfall.service.warming import Warming
from footfall.service.workspace import Workspace
from footfall.settings import Settings, settings
from footfall.web import live, pages, problems
from footfall.web.guard import Guard
from footfall.web.leaving import Leaving
from footfall.web.routes import routers

API = "/api/v1"


def create_app(workspace: Workspace | None = None, configured: Settings | None = None) -> FastAPI:
    """The server of a workspace. Without one it can only describe itself (for the contract)."""
    app = FastAPI(
        title="Footfall",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        separate_input_output_schemas=False,  # records are sparse in both directions
        responses=problems.ANSWERS,
        lifespan=_watching,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.workspace = workspace
    app.state.audiences = {}
    for router in routers():
        app.include_router(router, prefix=API)
    app.include_router(live.router, prefix=API)
    pages.install(app)
    problems.install(app)
    app.add_middleware(Leaving)
    app.add_middleware(Guard, settings=configured or settings())
    return app


@asynccontextmanager
async def _watching(app: FastAPI) -> AsyncIterator[None]:
    workspace: Workspace = app.state.workspace
    workspace.rooms.watch()
    clear_leftovers(workspace.folder / "datasets")
    warming = Warming(workspace)
    yield
    warming.end()
