"""Every failure leaves as `{"code": ..., "message": ...}` with the status that fits it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from reid_service.api.schemas import Error
from reid_service.errors import (
    Conflict,
    FrigateError,
    GalleryUnavailable,
    InvalidRequest,
    NotFound,
    ReidError,
    StoreError,
)

_LOG = logging.getLogger(__name__)

_STATUS: Final[Mapping[type[ReidError], int]] = {
    NotFound: 404,
    Conflict: 409,
    InvalidRequest: 422,
    FrigateError: 502,
    GalleryUnavailable: 503,
    StoreError: 503,
}

_HTTP: Final[Mapping[int, tuple[str, str]]] = {
    404: ("not_found", "There is no such address. See docs/api.md for those that exist."),
    405: ("method_not_allowed", "This address does not understand this method."),
    422: (InvalidRequest.code, "The request is not understood. See docs/api.md for what fits."),
}

ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Error, "description": text}
    for status, text in (
        (401, "The token is missing or wrong."),
        (404, "There is no such thing."),
        (409, "Somebody else decided meanwhile."),
        (422, "The request contradicts itself or cannot be carried out."),
        (500, "Something unexpected failed; the log has the details."),
        (503, "The database or the vector index cannot be reached."),
    )
}
"""For OpenAPI: how any route may fail."""


def error_response(status: int, code: str, message: str) -> JSONResponse:
    """A failure as it goes over the wire."""
    return JSONResponse(Error(code=code, message=message).model_dump(), status)


async def on_reid_error(request: Request, error: Exception) -> JSONResponse:
    """An error that the service raises on purpose; its message is for people."""
    code = error.code if isinstance(error, ReidError) else ReidError.code
    status = next((at for kind, at in _STATUS.items() if isinstance(error, kind)), 500)
    if status >= 500:
        _LOG.warning("%s %s failed: %s", request.method, request.url.path, error)
    return error_response(status, code, str(error))


async def on_invalid(_request: Request, error: Exception) -> JSONResponse:
    """A request that does not fit its description; what was sent is not repeated."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    where = ".".join(str(part) for part in first.get("loc", ("body",)))
    sentence = f"{where}: {first.get('msg', 'not understood')}".rstrip(".")
    return error_response(422, InvalidRequest.code, f"{sentence}.")


async def on_http_error(_request: Request, error: Exception) -> JSONResponse:
    """What routing itself refuses, and bodies that cannot even be read (400 there, 422 here)."""
    given = error.status_code if isinstance(error, HTTPException) else 500
    status = given if given in _HTTP else 422
    return error_response(status, *_HTTP[status])
