"""Templates: the gallery, and a map kept as one."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from fastapi.responses import Response

from footfall.service import templates
from footfall.service.templates import NewTemplate, Template
from footfall.web.asking import Acting, Served
from footfall.web.documents import DocumentJson, document_response
from footfall.web.routes.maps import Created

router = APIRouter(tags=["templates"])

Language = Annotated[str, Query(max_length=35, description="The language of the shipped templates; else English.")]


@router.get("/templates")
def list_templates(ws: Served, actor: Acting, language: Language = "en") -> list[Template]:
    """The workspace's own templates, then those that come with Footfall, each with its outline."""
    return templates.list(ws, actor, language)


@router.get("/templates/{id}", response_model=DocumentJson)
def read_template(ws: Served, actor: Acting, id: str, language: Language = "en") -> Response:
    """What a template holds, as the records of a map."""
    return document_response(templates.read(ws, actor, id, language))


@router.delete("/templates/{id}", status_code=204)
def delete_template(ws: Served, actor: Acting, id: str) -> None:
    """Take one of the workspace's own templates away; maps that began with it stay."""
    templates.delete(ws, actor, id)


@router.post("/maps/{id}/template", status_code=201)
def keep_template(ws: Served, actor: Acting, id: str, new: Annotated[NewTemplate, Body()]) -> Created:
    """Keep a map as a template of this workspace."""
    return Created(id=templates.keep(ws, actor, id, new))
