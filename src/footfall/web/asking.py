"""What every route may ask for: the workspace, and who acts."""

from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Header, Query
from fastapi.requests import HTTPConnection
from pydantic import ValidationError

from footfall.errors import InvalidRequest
from footfall.journey.changes import Actor
from footfall.service.workspace import Workspace

UNNAMED = "api"  # who acts when a request names nobody


def workspace(connection: HTTPConnection) -> Workspace:
    """The workspace that this server serves."""
    served: Workspace = connection.app.state.workspace
    return served


def actor(
    actor_id: Annotated[
        str, Header(alias="X-Footfall-Actor", description="Who acts: an id kept by the client.")
    ] = UNNAMED,
    actor_name: Annotated[
        str, Header(alias="X-Footfall-Actor-Name", description="Their name, percent-encoded UTF-8.")
    ] = "",
) -> Actor:
    """Who acts, as the request says."""
    try:
        return Actor(id=actor_id, name=unquote(actor_name))
    except ValidationError as error:
        raise InvalidRequest(
            f"The headers name the actor {actor_id!r}.",
            "An actor has an id of up to 64 letters, digits, - and _, and a name of up to 80 characters.",
        ) from error


Served = Annotated[Workspace, Depends(workspace)]
Speaking = Annotated[str, Query(max_length=35, description="The reader's language, a BCP 47 tag.")]
Acting = Annotated[Actor, Depends(actor)]
