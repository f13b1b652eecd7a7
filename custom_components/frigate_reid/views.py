"""Pictures and clips for browsers: fetched from the service, given by Home Assistant's rules.

The service's address and token never reach a browser. A request needs a user, by its login or by
a signed path that a command of `websocket_api` gave out.
"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from aiohttp import ClientError, web
from homeassistant.auth.models import User
from homeassistant.auth.permissions.const import POLICY_READ
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.sensor import DOMAIN as SENSOR_DOMAIN
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from .client import InvalidRequest, NotFound, Refused, ReidClient, ReidError
from .const import DOMAIN
from .coordinator import ReidConfigEntry

_SIGNED_FOR: Final = timedelta(hours=12)
_CHUNK: Final = 64 * 1024

# What a browser may ask for, and what the service calls it.
_PATHS: Final = {
    "crop": "api/crops/{id}.jpg",
    "clip": "api/sightings/{id}/clip.mp4",
    "frame": "api/sightings/{id}/frame.jpg",
    "floor": "api/floors/{id}/picture",
    "export": "api/exports/{id}/file",
}
_SUFFIXES: Final = {"crop": ".jpg", "clip": ".mp4", "frame": ".jpg", "floor": "", "export": ""}
_FROM_BROWSER: Final = ("Range", "If-Range")
_TO_BROWSER: Final = (
    "Accept-Ranges",
    "Content-Disposition",
    "Content-Length",
    "Content-Range",
    "Content-Type",
)


def media_path(entry_id: str, kind: str, key: str) -> str:
    """Where Home Assistant serves a medium of the `kind` crop, clip, frame, floor or export."""
    return f"/api/{DOMAIN}/{entry_id}/{kind}/{quote(key, safe='')}{_SUFFIXES[kind]}"


@callback
def signed(hass: HomeAssistant, path: str, refresh_token_id: str | None = None) -> str:
    """The path with a signature for some hours, in the name of whoever has that login."""
    return async_sign_path(hass, path, _SIGNED_FOR, refresh_token_id=refresh_token_id)


@callback
def may_read(hass: HomeAssistant, user: User, entry: ReidConfigEntry) -> bool:
    """Whether a user may see this site: who may see its sensor may see its people."""
    if user.permissions.access_all_entities(POLICY_READ):
        return True
    unique_id = f"{entry.unique_id}_people_on_site"
    sensor = er.async_get(hass).async_get_entity_id(SENSOR_DOMAIN, DOMAIN, unique_id)
    return sensor is not None and user.permissions.check_entity(sensor, POLICY_READ)


class MediaView(HomeAssistantView):
    """Passes media on while they come in; parts of clips, too."""

    url = f"/api/{DOMAIN}/{{entry_id}}/{{kind}}/{{key}}"
    name = f"api:{DOMAIN}:media"

    async def get(
        self, request: web.Request, entry_id: str, kind: str, key: str
    ) -> web.StreamResponse:
        """Give one medium."""
        hass = request.app[KEY_HASS]
        entry: ReidConfigEntry | None = hass.config_entries.async_get_entry(entry_id)
        if entry is None or entry.domain != DOMAIN or kind not in _PATHS:
            raise web.HTTPNotFound
        if not may_read(hass, request[KEY_HASS_USER], entry):
            raise web.HTTPForbidden
        if entry.state is not ConfigEntryState.LOADED:
            raise web.HTTPServiceUnavailable
        path = _PATHS[kind].format(id=quote(key.removesuffix(_SUFFIXES[kind]), safe=""))
        return await _pass_on(request, entry.runtime_data.client, path)


async def _pass_on(request: web.Request, client: ReidClient, path: str) -> web.StreamResponse:
    asked = {name: request.headers[name] for name in _FROM_BROWSER if name in request.headers}
    try:
        async with client.file(path, asked) as found:
            given = {name: found.headers[name] for name in _TO_BROWSER if name in found.headers}
            given["Cache-Control"] = "private, max-age=3600"
            response = web.StreamResponse(status=found.status, headers=given)
            await response.prepare(request)
            try:
                async for chunk in found.content.iter_chunked(_CHUNK):
                    await response.write(chunk)
                await response.write_eof()
            except (ClientError, ConnectionError, TimeoutError):
                # Either side left: the browser sees a short answer and asks again.
                if request.transport is not None:
                    request.transport.close()
            return response
    except NotFound as error:
        raise web.HTTPNotFound(text=str(error)) from error
    except InvalidRequest as error:
        raise web.HTTPUnprocessableEntity(text=str(error)) from error
    except Refused as error:
        if error.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise web.HTTPRequestRangeNotSatisfiable from error
        raise web.HTTPBadGateway(text=str(error)) from error
    except ReidError as error:
        raise web.HTTPBadGateway(text=str(error)) from error
