"""Puts the routes together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import Final

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from reid_service.api import (
    decisions,
    expected,
    figures,
    identities,
    jobs,
    media,
    passages,
    plan,
    privacy,
    reviews,
    searches,
    session,
    sightings,
    system,
    tuning,
    walks,
    watches,
    websocket,
)
from reid_service.api.auth import BearerToken, Ingress
from reid_service.api.context import Context
from reid_service.api.errors import ERRORS, on_http_error, on_invalid, on_reid_error
from reid_service.api.frames import Topic
from reid_service.api.guard import Guard
from reid_service.api.tuning import tell_reviews
from reid_service.api.web import web_router
from reid_service.errors import ReidError

_LOG = logging.getLogger(__name__)

HEALTH_EVERY_S: Final = 10.0
"""How often subscribers of `health` hear of it."""

# For OpenAPI alone: the token is checked before routing.
_TOKEN: Final = Depends(HTTPBearer(auto_error=False))


def make_app(
    context: Context,
    *,
    token: str,
    ingress: Ingress | None = None,
    health_every_s: float = HEALTH_EVERY_S,
) -> FastAPI:
    """The API and the web app over ready parts. Raises `SettingsError` for an empty token.

    The application starts the hub in its loop and stops it.
    """

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        context.hub.start(asyncio.get_running_loop())
        tickers = [
            asyncio.create_task(_tell_health(context, health_every_s)),
            asyncio.create_task(tell_reviews(context)),
        ]
        try:
            yield
        finally:
            context.hub.stop()
            for ticker in tickers:
                ticker.cancel()
            await asyncio.gather(*tickers, return_exceptions=True)

    app = FastAPI(
        title="Frigate Re-ID",
        version=context.info.version,
        lifespan=lifespan,
        # The pages for reading it load scripts from elsewhere; nothing leaves the house.
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        # The same reason: no figures to a collector that the environment happens to name.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        middleware=[Middleware(Guard), Middleware(BearerToken, token=token, ingress=ingress)],
        exception_handlers={
            ReidError: on_reid_error,
            RequestValidationError: on_invalid,
            HTTPException: on_http_error,
        },
    )
    app.state.context = context
    context.metrics.api_clients.set_function(lambda: context.hub.client_count)
    app.include_router(system.public)
    for topic in (
        system,
        session,
        identities,
        expected,
        sightings,
        decisions,
        reviews,
        plan,
        passages,
        walks,
        privacy,
        media,
        jobs,
        tuning,
        figures,
        searches,
        watches,
    ):
        app.include_router(topic.router, dependencies=[_TOKEN], responses=ERRORS)
    app.include_router(websocket.router)
    app.include_router(web_router())
    return app


async def _tell_health(context: Context, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        if not context.hub.is_wanted(Topic.HEALTH):
            continue
        try:
            context.hub.announce_health(await asyncio.to_thread(context.health.report))
        except Exception:  # noqa: BLE001 - the next report may work again
            _LOG.exception("the health could not be told")


def _operation_id(route: APIRoute) -> str:
    return route.name
