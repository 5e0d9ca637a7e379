"""Errors as problems (RFC 9457): every route answers a refusal in this one shape, never with a stack trace."""

from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from uuid_utils import uuid7

from footfall.errors import FootfallError, Internal, InvalidRequest, NotFound
from footfall.sync.protocol import Problem, problem_of

MEDIA_TYPE = "application/problem+json"
log = structlog.get_logger()

ANSWERS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "Refused: what was seen, expected, and what to do.", "model": Problem},
    "5XX": {"description": "Failed: what happened, and an id to quote.", "model": Problem},
}


def problem_response(error: FootfallError, headers: Mapping[str, str] | None = None) -> Response:
    """The answer for an error, with an id that the log has too."""
    problem = problem_of(error, id=str(uuid7()))
    say = log.error if error.status >= 500 else log.info
    say("refused", id=problem.id, code=problem.code, detail=problem.detail)
    return Response(problem.model_dump_json(), problem.status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Answer all errors of this app as problems."""
    app.add_exception_handler(FootfallError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _known(_: Request, error: Exception) -> Response:
    return problem_response(error if isinstance(error, FootfallError) else Internal(""))


async def _invalid(_: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": ""}
    place = ".".join(str(part) for part in first["loc"])
    return problem_response(
        InvalidRequest(f"{place or 'The request'}: {str(first['msg']).removeprefix('Value error, ')}.", "See the reference of the API for its form.")
    )


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return problem_response(Internal(""))
    if error.status_code == 404:
        return problem_response(NotFound(f"There is nothing at {request.url.path}."))
    return problem_response(_WithStatus(error.status_code, str(error.detail)), error.headers)


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected", path=request.url.path, exc_info=error)
    return problem_response(
        Internal(
            "Something went wrong inside Footfall.",
            todo="Try again; if it stays, report it with the id of this message.",
        )
    )


class _WithStatus(InvalidRequest):
    """A refusal by the framework (405, 415 ...), with its own status."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{detail}.", "See the reference of the API for what can be asked here.")
        self.status = status  # type: ignore[misc]
